/** All zones in one strip that never scrolls: how many wait, how long, and where it burns. */
import { html, nothing } from 'lit';
import { minutesBetween } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { heatOf } from './floor-areas.ts';
import { heatMark } from './heat-mark.ts';

export interface ZoneStrip {
  readonly zones: readonly ZoneRow[];
  readonly limits: FloorView['limits'];
  readonly language: Language;
  readonly now: number;
  readonly goTo: (zone: string) => void;
}

/** The strip, in the configuration's order: each zone keeps its place. */
export function zoneStrip({ zones, limits, language, now, goTo }: ZoneStrip) {
  const text = managerText[language];
  return html`<ul class="strip" aria-label=${text.zonesTitle}>
    ${zones.map((zone) => {
      const { waiting, longestSinceAt } = zone;
      const heat = heatOf(zone, now, limits);
      const minutes = longestSinceAt === null ? null : minutesBetween(longestSinceAt, now);
      return html`<li>
        <button
          type="button"
          class=${heat}
          data-zone=${zone.code}
          @click=${() => {
            goTo(zone.code);
          }}
        >
          <strong aria-label=${`${String(waiting)} ${text.waitingUnit}`}>${waiting}</strong>
          <span class="name">${zone.name[language]}</span>
          <span class="wait">
            ${minutes === null ? nothing : text.longest(signInText[language].duration(minutes))}
          </span>
          ${heatMark(zone, heat, language)}
        </button>
      </li>`;
    })}
  </ul>`;
}
