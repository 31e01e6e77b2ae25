/** What publishing would do to those who wait, in words, before anything is changed. */
import { css, html, nothing } from 'lit';
import type { TicketChange } from '../../shared/hall/publishing.ts';
import type { DryRun } from '../../shared/protocol/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { changeWords } from './change-words.ts';

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
  const { faults, rows, waiting, changedTickets, stranded } = run;
  if (faults.length > 0) {
    return html`<section class="sheet dry" role="status">
      <h2>${text.faults}</h2>
      <ul>
        ${faults.map(({ at, message }) => html`<li class="wrong">${at}: ${message}</li>`)}
      </ul>
    </section>`;
  }
  return html`<section class="sheet dry" role="status">
    <h2>${text.dryTitle}</h2>
    <p class="says">
      ${changedTickets === 0 ? text.nobody(waiting) : text.affected(changedTickets, waiting)}
    </p>
    ${
      stranded.length > 0
        ? html`<p class="wrong">⚠ ${text.stranded(stranded.join(' '))}</p>`
        : nothing
    }
    ${rows.length > 0 ? table(rows, zones, language) : nothing}
    ${changedTickets > rows.length ? html`<p class="quiet">${text.more(rows.length)}</p>` : nothing}
  </section>`;
}

function table(rows: readonly TicketChange[], zones: FloorView['zones'], language: Language) {
  return html`<table>
    <thead>
      <tr>
        <th>${managerText[language].ticket}</th>
        <th>${rulesText[language].dryTitle}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr data-change=${row.ticket}>
            <td class="ticket">${row.ticket}</td>
            <td>${changeWords(row, zones, language)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
