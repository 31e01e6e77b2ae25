/** Today's appointments by slot, those still to come on any day, and the terminals' state. */
import { html } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { hallText } from '../../shared/text/manager-hall.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import './booked-list.ts';
import { terminalsTable } from './terminals-table.ts';

export interface BookingsSheet {
  readonly view: FloorView;
  readonly session: Pick<Session, 'hall'>;
  readonly language: Language;
  readonly now: number;
}

/** The three lists. */
export function bookingsSheet({ view, session, language, now }: BookingsSheet) {
  return html`${slots(view, language, now)}
    <yc-booked-list .hall=${session.hall} .language=${language}></yc-booked-list>
    ${terminalsTable(view, language)}`;
}

function slots(view: FloorView, language: Language, now: number) {
  const text = hallText[language].slots;
  if (view.appointments.length === 0) {
    return html`<section class="sheet">
      <h2>${text.title}</h2>
      <p class="quiet">${text.none}</p>
    </section>`;
  }
  return html`<section class="sheet slots">
    <h2>${text.title}</h2>
    <table>
      <thead>
        <tr>
          <th>${text.time}</th>
          <th>${text.place}</th>
          <th class="number">${text.booked}</th>
          <th class="number">${text.here}</th>
          <th class="number">${text.missed}</th>
          <th>${text.expected}</th>
        </tr>
      </thead>
      <tbody>
        ${view.appointments.map((row) => {
          const [place = ''] = row.slot.split('/');
          const zone = view.zones.find(({ code }) => code === place)?.name[language];
          return html`<tr class=${row.slotAt < now ? 'past' : ''}>
            <td class="ticket">${clockTime(row.slotAt)}</td>
            <td>${zone ?? place}</td>
            <td class="number">${row.booked}</td>
            <td class="number">${row.checkedIn}</td>
            <td class="number ${row.missed > 0 ? 'attention' : ''}">${row.missed}</td>
            <td>${row.expected.join(' ')}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}
