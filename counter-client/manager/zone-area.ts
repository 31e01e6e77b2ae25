/** One zone as an area of the floor: its head says how it stands, its windows lie in it as tiles. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { minutesBetween } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import type { Area } from './floor-areas.ts';
import { heatOf } from './floor-areas.ts';
import { heatMark } from './heat-mark.ts';

export interface AreaView {
  readonly area: Area;
  readonly limits: FloorView['limits'];
  readonly language: Language;
  readonly now: number;
  /** Something is being dragged over it. */
  readonly isTarget: boolean;
  readonly tile: (window: FloorWindow) => unknown;
  readonly over: (key: string, event: DragEvent) => void;
  readonly drop: (key: string, event: DragEvent) => void;
}

/** The area. */
export function zoneArea(view: AreaView) {
  const { area, language, isTarget, tile, over, drop } = view;
  const text = managerText[language];
  return html`<section
    class="area ${isTarget ? 'target' : ''}"
    data-area=${area.key}
    aria-label=${area.zone?.name[language] ?? text.allZones}
    @dragover=${(event: DragEvent) => {
      over(area.key, event);
    }}
    @drop=${(event: DragEvent) => {
      drop(area.key, event);
    }}
  >
    ${
      area.zone
        ? zoneHead(area.zone, view)
        : html`<header class="head"><h2>${text.allZones}</h2></header>`
    }
    <div class="tiles">
      ${repeat(area.windows, (window) => window.no, tile)}
      ${area.windows.length === 0 ? html`<p class="none quiet">${text.noTiles}</p>` : nothing}
    </div>
  </section>`;
}

function zoneHead(zone: ZoneRow, { language, now, limits }: AreaView) {
  const text = managerText[language];
  const heat = heatOf(zone, now, limits);
  const longest =
    zone.longestSinceAt === null
      ? text.nobodyWaits
      : text.longest(signInText[language].duration(minutesBetween(zone.longestSinceAt, now)));
  return html`<header class="head ${heat}">
    <h2>${zone.name[language]}</h2>
    <p class="count">
      ${zone.waiting}
      <small>
        ${text.waitingUnit}<br />${text.openWindows(zone.windows.length)}${
          zone.paused.length > 0
            ? html`<br /><strong>${text.pausedWindows(zone.paused.length)}</strong>`
            : nothing
        }
      </small>
    </p>
    <p>${longest}</p>
    ${
      zone.collecting > 0 ? html`<p class="quiet">${text.collecting(zone.collecting)}</p>` : nothing
    }
    ${heatMark(zone, heat, language)}
  </header>`;
}
