/** Who waits, in the order of the queue, searchable; tickets that nobody may call are marked. */
import { html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

const LISTED_MAX = 100;

export interface WaitingList {
  readonly view: FloorView;
  readonly language: Language;
  readonly now: number;
  readonly search: string;
  readonly find: (search: string) => void;
}

/** The list. */
export function waitingList(list: WaitingList) {
  const { view, language, search, find } = list;
  const text = managerText[language];
  const rows = matching(list);
  return html`<section class="sheet">
    <h2>${text.waitingTitle(view.totals.waiting)}</h2>
    <div class="tools">
      <input
        class="field"
        type="search"
        aria-label=${text.waitingSearch}
        placeholder=${text.waitingSearch}
        .value=${search}
        @input=${({ target }: Event) => {
          find((target as HTMLInputElement).value);
        }}
      />
    </div>
    ${
      view.waiting.length === 0
        ? html`<p class="quiet">${text.waitingEmpty}</p>`
        : rows.length === 0
          ? html`<p class="quiet">${text.waitingNone}</p>`
          : table(list, rows)
    }
    ${view.totals.waiting > LISTED_MAX ? html`<p class="quiet">${text.waitingMore}</p>` : nothing}
  </section>`;
}

function table({ view, language, now }: WaitingList, rows: FloorView['waiting']) {
  const text = managerText[language];
  const zones = new Map(view.zones.map((zone) => [zone.code, zone.name[language]]));
  return html`<table>
    <thead>
      <tr>
        <th>${text.ticket}</th>
        <th>${text.zone}</th>
        <th>${text.items}</th>
        <th>${text.arrived}</th>
        <th class="number">${text.waited}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td class="ticket">${row.ticket}</td>
            <td class="whole">${zones.get(row.zone)}</td>
            <td>
              ${row.items.map((name) => name[language]).join(signInText[language].listSeparator)}
              ${row.stranded ? html`<span class="attention">⚠ ${text.stranded}</span>` : nothing}
            </td>
            <td class="whole">${clockTime(row.arrivedAt)}</td>
            <td class="number whole">
              ${signInText[language].duration(minutesBetween(row.arrivedAt, now))}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function matching({ view, language, search }: WaitingList): FloorView['waiting'] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return view.waiting;
  const zones = new Map(view.zones.map((zone) => [zone.code, zone.name[language]]));
  return view.waiting.filter((row) =>
    [row.ticket, zones.get(row.zone) ?? '', ...row.items.map((name) => name[language])].some(
      (text) => text.toLowerCase().includes(wanted),
    ),
  );
}
