/** The day in figures, each with what it is counted of: visits, cases, satisfaction, wrong picks. */
import { html } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { hallText } from '../../shared/text/manager-hall.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { percent } from './day-sums.ts';
import { estimatesTable } from './estimates-table.ts';
import { ratingsTable } from './ratings-table.ts';

/** The sheet. */
export function sumsSheet(view: FloorView, language: Language) {
  return html`${visits(view, language)} ${ratingsTable(view, language)}
  ${estimatesTable(view, language)} ${wrong(view, language)}`;
}

function visits({ visits: sums, ratings }: FloorView, language: Language) {
  const text = hallText[language].visits;
  const { served, windows, transfers, requeues, closed, closedByTaker, gaps, notices } = sums;
  const { rated, good, finishedCases } = ratings;
  const rows: readonly (readonly [string, string, string])[] = [
    [
      text.perVisit,
      served === 0 ? '–' : (windows / served).toFixed(2),
      served === 0 ? text.nothing : text.perVisitOf(windows, served),
    ],
    [text.transfers, String(transfers), text.goalNone],
    [text.requeues, String(requeues), text.goalNone],
    [
      text.oneClerk,
      percent(closedByTaker, closed),
      closed === 0 ? text.nothing : text.oneClerkOf(closedByTaker, closed),
    ],
    [text.gaps, String(gaps), ''],
    [text.notices, String(notices), ''],
    [
      text.satisfied,
      percent(good, rated),
      rated === 0 ? text.nothing : text.satisfiedOf(good, rated, finishedCases),
    ],
  ];
  return html`<section class="sheet visits">
    <h2>${text.title}</h2>
    <dl class="figures">
      ${rows.map(
        ([name, figure, of]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${figure} <span class="quiet small">${of}</span></dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function wrong({ wrongPicks }: FloorView, language: Language) {
  const text = hallText[language].wrong;
  return html`<section class="sheet wrong">
    <h2>${text.title}</h2>
    ${
      wrongPicks.length === 0
        ? html`<p class="quiet">${text.none}</p>`
        : html`<p class="small quiet">${text.note}</p>
            <table>
              <tbody>
                ${wrongPicks.map(
                  ({ name, count }) =>
                    html`<tr>
                      <td>${name[language]}</td>
                      <td class="number">${count}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
    }
  </section>`;
}
