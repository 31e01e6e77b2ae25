/**
 * The day in one strip: tickets by what became of them, which adds up to those issued, and ratings,
 * never without their coverage.
 */
import { html } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

const SUMS = [
  'issued',
  'waiting',
  'called',
  'serving',
  'done',
  'noShow',
  'abandoned',
  'voided',
] as const;
/** Told only where there is one: not every hall holds, books or works through the night. */
const SUMS_IF_ANY = ['held', 'booked', 'appointmentMissed', 'expired', 'carriedOver'] as const;

/** What the strip tells of the tickets, in its order; whatever follows `issued` adds up to it. */
export function sumsShown(totals: FloorView['totals']) {
  return [...SUMS, ...SUMS_IF_ANY.filter((key) => totals[key] > 0)];
}

/** The strip. */
export function daySums({ totals, ratings }: FloorView, language: Language) {
  const text = managerText[language];
  const { finishedCases, rated, good } = ratings;
  return html`<section class="sums">
    <dl>
      ${sumsShown(totals).map(
        (key) =>
          html`<div>
            <dt>${text.sums[key]}</dt>
            <dd>${totals[key]}</dd>
          </div>`,
      )}
    </dl>
    <span class="ratings">
      ${text.coverage}
      ${
        finishedCases === 0
          ? html`<span class="quiet">· ${text.noRatings}</span>`
          : html`<strong>${percent(rated, finishedCases)}</strong>
              <span class="quiet">
                ${text.coverageOf(rated, finishedCases)}${
                  rated > 0 ? ` · ${text.goodOf(good, rated)}` : ''
                }
              </span>`
      }
    </span>
  </section>`;
}

/** `78 %` of a whole that is not empty; an empty one has none. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${String(Math.round((part / whole) * 100))} %`;
}
