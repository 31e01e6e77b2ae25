// The record of one ticket, made from the day's events.
import { expect, test } from 'vitest';
import { ticketId } from '../../../shared/base/ids.ts';
import { timelineOf } from '../../../shared/views/timeline.ts';
import { MINUTE, clerk, given, happened, kiosk, later } from '../../helpers/hall.ts';

const take = (...items: string[]) => kiosk('issueTicket', { items });

test('a ticket that was passed over says by whom and by which right', () => {
  const { hall, day } = given(
    clerk('K01')('openWindow', { window: 1 }),
    take('SC001'),
    later(MINUTE),
    kiosk('issueTicket', { items: ['SC001'], class: 'ELD' }),
    clerk('K01')('callNext'),
  );
  const { rows } = timelineOf(day, hall.log, ticketId('A001'));
  expect(rows).toMatchObject([
    { type: 'TicketIssued', kind: 'own', by: 'kiosk:kiosk-1', configVersion: 1 },
    {
      ...{ type: 'TicketCalled', kind: 'passed', window: 1, by: 'clerk:K01' },
      ...{ why: { creditMs: 15 * MINUTE }, detail: { calledInstead: 'A002' } },
    },
  ]);
  expect(rows[1]?.byName).toBe('姓名K01');
});

test('neither the person of an appointment nor the words of a rating stand in it', () => {
  const { hall, day } = given(
    happened({
      ...{ type: 'AppointmentBooked', ticket: 'Y001', series: 'Y', number: 1 },
      ...{ zone: 'natural-person', cases: [], language: 'en', person: 'secret-hash' },
      ...{ slot: 'natural-person/10:00', slotAt: 1, slotEndAt: 2 },
    }),
  );
  const { rows } = timelineOf(day, hall.log, ticketId('Y001'));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('secret-hash');
});
