/** All zones in one strip that never scrolls: how many wait, how long, and where it burns. */
import { css, html, nothing } from 'lit';
import { minutesBetween } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { heatOf } from './floor-areas.ts';
import { heatMark } from './heat-mark.ts';

export const zoneStripStyles = css`
  .strip {
    display: flex;
    gap: var(--space-1);
    padding: 8px var(--space-3);
    border-bottom: 1px solid var(--line);
    background: var(--panel);
  }
  .strip li {
    display: grid;
    flex: 1;
    min-width: 0;
  }
  .strip button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    padding: 4px 14px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    line-height: 1.3;
    text-align: left;
  }
  .strip strong {
    grid-row: span 2;
    min-width: 40px;
    font-size: 32px;
    line-height: 1.1;
  }
  .strip .name {
    grid-column: 2 / -1;
    overflow: hidden;
    font-weight: var(--weight-bold);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .strip .wait {
    font-size: 14px;
    white-space: nowrap;
  }
  .strip .heat {
    font-size: 14px;
    white-space: nowrap;
  }
  .strip .calm .heat {
    color: var(--jade-deep);
  }
  .strip .busy {
    border-color: var(--amber-deep);
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .strip .burning {
    border-color: var(--vermilion-deep);
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
`;

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
