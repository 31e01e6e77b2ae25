/** One zone as an area of the floor: its head says how it stands, its windows lie in it as tiles. */
import { css, html, nothing } from 'lit';
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

export const zoneAreaStyles = css`
  .area {
    display: grid;
    grid-template-columns: 208px minmax(0, 1fr);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: #f3f2ec;
  }
  .area .head {
    display: grid;
    align-content: start;
    padding: 12px 14px;
    border-radius: 11px 0 0 11px;
    background: var(--panel);
  }
  .area .head h2 {
    font-size: 18px;
    line-height: 1.3;
  }
  .area .count {
    display: flex;
    gap: 10px;
    align-items: center;
    font-size: 56px;
    font-weight: var(--weight-bold);
    line-height: 1.1;
  }
  .area .count small {
    font-size: 14px;
    font-weight: var(--weight-text);
    line-height: 1.35;
  }
  .area .head.calm .heat {
    color: var(--jade-deep);
  }
  .area .head.busy {
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .area .head.burning {
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
  .area .head.burning h2 {
    font-size: 20px;
  }
  .area .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(152px, 1fr));
    gap: 10px;
    align-content: start;
    align-items: start;
    min-height: 92px;
    padding: 10px;
  }
  .area .none {
    grid-column: 1 / -1;
    place-self: center;
  }
  .dense .area {
    grid-template-columns: 124px minmax(0, 1fr);
  }
  .dense .area .head {
    padding: 6px 10px;
  }
  .dense .area .head :is(h2, p, .heat) {
    font-size: 13px;
    line-height: 1.35;
  }
  .dense .area .head h2 {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .dense .area .head .count {
    gap: 6px;
    font-size: 28px;
    line-height: 1.1;
  }
  .dense .area .count small {
    font-size: 12px;
    line-height: 1.25;
  }
  .dense .area .tiles {
    grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
    gap: 6px;
    min-height: 0;
    padding: 6px;
  }
  .area.target {
    outline: 3px dashed var(--jade-deep);
    outline-offset: -3px;
  }
`;

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
    ${heatMark(zone, heat, language)}
  </header>`;
}
