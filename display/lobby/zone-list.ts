/**
 * `<yc-zone-list>`: how many wait in each zone, and what who comes now may expect, as a band of colour,
 * word and shape; where nobody knows, how long the longest has waited. More zones than fit turn their
 * pages.
 */
import { css, html } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import { commonText } from '../../shared/text/common.ts';
import type { Language } from '../../shared/text/language.ts';
import { lobbyText } from '../../shared/text/lobby.ts';
import { fresh } from '../../shared/views/outlook.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { pageAt, pagesOf } from '../parts/paging.ts';
import { waitBand } from '../parts/wait-band.ts';
import type { WaitBand } from '../parts/wait-band.ts';

const ZONES_PER_PAGE = 3;
/** Bars filled in the sign of each band. */
const BARS: Readonly<Record<Exclude<WaitBand, 'shut'>, number>> = {
  none: 0,
  short: 1,
  medium: 2,
  long: 3,
};

export class ZoneList extends YcElement {
  static override properties = {
    zones: { attribute: false },
    language: {},
    hallNow: { attribute: false },
  };
  static override styles = [
    tokens,
    css`
      ul {
        display: grid;
        grid-auto-rows: minmax(0, 19rem);
        align-content: start;
        gap: 1rem;
        height: 100%;
      }
      li {
        display: grid;
        grid-template-rows: 1fr auto;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
        border: 2px solid var(--line);
        border-radius: var(--radius);
        background: var(--panel);
      }
      .zone {
        display: flex;
        flex-direction: column;
        justify-content: space-evenly;
        min-width: 0;
        padding: 0 2rem;
      }
      h2 {
        flex: none;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 3.5rem;
        font-weight: var(--weight-strong);
        line-height: 1.3;
      }
      .waiting {
        padding-bottom: 0.75rem;
        font-size: 3.5rem;
        line-height: 0.9;
        color: var(--ink-soft);
        white-space: nowrap;
      }
      .waiting b {
        font-size: 5rem;
        line-height: 0.9;
        color: var(--ink);
      }
      .band {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        padding: 0.25rem 2rem 0.5rem;
        font-size: 3.5rem;
        font-weight: var(--weight-strong);
        line-height: 1.2;
        white-space: nowrap;
      }
      .band span:not(.visually-hidden) {
        margin-left: 0.5rem;
      }
      .series {
        color: var(--ink-soft);
      }
      .paused,
      .shut {
        background: var(--amber-soft);
        color: var(--amber-deep);
      }
      .none,
      .short {
        background: var(--jade-soft);
        color: var(--jade-deep);
      }
      .medium {
        background: var(--amber-soft);
        color: var(--amber-deep);
      }
      .long {
        background: var(--amber-deep);
        color: var(--on-accent);
      }
      svg {
        width: 2.25rem;
        height: 2.25rem;
        flex: none;
      }
    `,
  ];
  declare zones: readonly ZoneRow[];
  declare language: Language;
  declare hallNow: number;

  constructor() {
    super();
    this.zones = [];
    this.language = 'zh-Hans';
    this.hallNow = 0;
  }

  protected override render() {
    const pages = pagesOf(this.zones, ZONES_PER_PAGE);
    const rows = pages[pageAt(performance.now(), pages.length)] ?? [];
    return html`<ul aria-label=${lobbyText[this.language].zones}>
      ${rows.map((zone) => this.#zone(zone))}
    </ul>`;
  }

  #zone(zone: ZoneRow) {
    const words = lobbyText[this.language];
    const since = zone.longestSinceAt;
    const minutes = since === null ? null : minutesBetween(since, this.hallNow);
    const { waiting: people, windows } = zone;
    const isPaused = windows.length > 0 && zone.paused.length === windows.length;
    const estimate = fresh(zone.estimate, this.hallNow);
    const band = waitBand({
      longestMinutes: minutes,
      ...{ people, openWindows: windows.length },
      expectedMinutes: estimate?.p50Minutes ?? null,
    });
    const waited = minutes === null ? words.nobody : words.longest(minutes);
    const said =
      estimate && band !== 'none'
        ? estimateText[this.language].span(estimate.p50Minutes, estimate.p90Minutes)
        : waited;
    return html`<li data-zone=${zone.code}>
      <div class="zone">
        <h2><span class="series">${zone.series}</span> ${zone.name[this.language]}</h2>
        <p class="waiting">${words.waiting} <b>${zone.waiting}</b> ${words.people}</p>
      </div>
      ${
        isPaused
          ? html`<p class="band paused">${pausedSign}<span>${this.#pausedWords(zone)}</span></p>`
          : html`<p class="band ${band}">
              ${band === 'shut' ? shutSign : sign(BARS[band])}
              <span>${band === 'shut' ? words.noWindow : said}</span>
              <span class="visually-hidden">${commonText[this.language].waitBands[band]}</span>
            </p>`
      }
    </li>`;
  }

  /** Every window of the zone is paused: until the first means to be back, if one said so. */
  #pausedWords({ paused }: ZoneRow): string {
    const words = lobbyText[this.language];
    const times = paused.flatMap(({ returnAt }) => (returnAt === null ? [] : [returnAt]));
    if (times.length === 0) return words.allPaused;
    return words.pausedUntil(clockTime(Math.min(...times)));
  }
}

/** Two bars: paused. */
const pausedSign = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="2.5" />
  <path d="M9.5 8v8m5-8v8" stroke="currentColor" stroke-width="3" />
</svg>`;

/** No entry: a bar across, for a zone where nobody is served now. */
const shutSign = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="2.5" />
  <path d="M6.5 12h11" stroke="currentColor" stroke-width="3" />
</svg>`;

/** Three bars, as many filled as the wait is long. */
function sign(filled: number) {
  const bar = (index: number) =>
    html`<svg viewBox="0 0 24 24" aria-hidden="true">
      <rect
        x="2"
        y="2"
        width="20"
        height="20"
        rx="4"
        fill=${index < filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="2.5"
      />
    </svg>`;
  return html`${[0, 1, 2].map(bar)}`;
}

defineElement('yc-zone-list', ZoneList);
