/** What publishing would do to those who wait, in words, before anything is changed. */
import { css, html, nothing } from 'lit';
import type { TicketChange } from '../../shared/hall/publishing.ts';
import type { DryRun } from '../../shared/protocol/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

const MINUTE_MS = 60_000;

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

/** One ticket's change as a sentence. */
export function changeWords(
  { before, after }: TicketChange,
  zones: FloorView['zones'],
  language: Language,
): string {
  const text = rulesText[language];
  const zone = (key: string) => zones.find(({ code }) => code === key)?.name[language] ?? key;
  const minutes = (ms: number) => Math.round(ms / MINUTE_MS);
  const windows = (list: readonly number[]) => list.join(' ') || text.noWindows;
  const isSame = windows(before.windows) === windows(after.windows);
  return [
    ...(before.zone === after.zone ? [] : [text.rowZone(zone(before.zone), zone(after.zone))]),
    ...(before.creditMs === after.creditMs
      ? []
      : [text.rowCredit(minutes(before.creditMs), minutes(after.creditMs))]),
    ...(before.place === after.place ? [] : [text.rowPlace(before.place, after.place)]),
    ...(isSame ? [] : [text.rowWindows(windows(before.windows), windows(after.windows))]),
  ].join(signInText[language].listSeparator);
}
