/** What publishing would do to those who wait, in words, before anything is changed. */
import { css, html, nothing } from 'lit';
import type { DryRun } from '../../shared/protocol/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulePlaceText } from '../../shared/text/manager-rule-tables.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { changeWords } from './change-words.ts';
import { effectWords, isCut, rowsOf, waitWords } from './dry-run-words.ts';
import type { EffectRow } from './dry-run-words.ts';

export const dryRunStyles = css`
  .dry {
    border-color: var(--ink);
  }
  .dry .says {
    font-size: 17px;
    font-weight: var(--weight-bold);
  }
  .dry .wrong {
    color: var(--vermilion-deep);
    font-weight: var(--weight-bold);
  }
  .dry table {
    margin-top: 8px;
  }
`;

/** The panel. */
export function dryRunPanel(run: DryRun, zones: FloorView['zones'], language: Language) {
  const text = rulesText[language];
  const { faults, stranded } = run;
  const rows = rowsOf(run);
  if (faults.length > 0) {
    return html`<section class="sheet dry" role="status">
      <h2>${text.faults}</h2>
      <ul>
        ${faults.map(({ at, message }) => {
          return html`<li class="wrong">${rulePlaceText(at, language)}: ${message}</li>`;
        })}
      </ul>
    </section>`;
  }
  return html`<section class="sheet dry" role="status">
    <h2>${text.dryTitle}</h2>
    ${effectWords(run, language).map((words) => html`<p class="says">${words}</p>`)}
    ${
      stranded.length > 0
        ? html`<p class="wrong">⚠ ${text.stranded(stranded.join(' '))}</p>`
        : nothing
    }
    ${run.bookings.map(({ date, tickets }) => {
      return html`<p class="wrong">⚠ ${text.bookingsLost(date, tickets)}</p>`;
    })}
    ${rows.length > 0 ? table(rows, run.waits !== null, zones, language) : nothing}
    ${isCut(run) ? html`<p class="quiet">${text.more(rows.length)}</p>` : nothing}
  </section>`;
}

function table(
  rows: readonly EffectRow[],
  hasWaits: boolean,
  zones: FloorView['zones'],
  language: Language,
) {
  const text = rulesText[language];
  return html`<table>
    <thead>
      <tr>
        <th>${managerText[language].ticket}</th>
        <th>${text.dryTitle}</th>
        ${hasWaits ? html`<th>${text.rowWait}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ ticket, change, wait }) =>
          html`<tr data-change=${ticket}>
            <td class="ticket">${ticket}</td>
            <td>${change ? changeWords(change, zones, language) : text.rowSame}</td>
            ${hasWaits ? html`<td>${waitWords(wait, language)}</td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
