// An appointment's visitor comes: in time, early, late, much too late, or never.
import { describe, expect, test } from 'vitest';
import { missedAppointments } from '../../../shared/hall/check-in.ts';
import { deviceId, zoneCode } from '../../../shared/base/ids.ts';
import type { Step } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';
import { MINUTE, NINE, booker, clerk, given, kiosk, later, visitor } from '../../helpers/hall.ts';

const books = (time = '10:00') =>
  booker('bookAppointment', { date: '2026-11-23', time, items: ['RS001'] });
const comes = (fields: object = {}) => kiosk('checkIn', { ticket: 'Y001', ...fields });
const walksIn = kiosk('issueTicket', { items: ['RS001'] });
const sits = clerk('K02')('openWindow', { window: 2 });
const next = clerk('K02')('callNext');
const arrivesAt = (minutesPastTen: number) => later((60 + minutesPastTen) * MINUTE);

describe('checkIn', () => {
  test('visitor 8: at 10:07 the slot of 10:00 has its full right, before who waits', () => {
    given(books(), later(30 * MINUTE), walksIn, later(37 * MINUTE))
      .when(comes())
      .then([
        {
          type: 'AppointmentCheckedIn',
          right: 'slot',
          arrivedAt: NINE + 67 * MINUTE,
          orderKey: NINE + 60 * MINUTE,
          ahead: 0,
          kiosk: 'kiosk-1',
        },
      ])
      .and(sits)
      .when(next)
      .then([
        {
          type: 'TicketCalled',
          ticket: 'Y001',
          why: { rule: 'appointment', passedCount: 1, passed: ['B001'] },
        },
      ]);
  });

  test('visitor 8: at 10:25 the same number waits in the order of arrival', () => {
    const day = given(books(), arrivesAt(24), walksIn, later(MINUTE))
      .when(comes())
      .then([
        { type: 'AppointmentCheckedIn', right: 'walkIn', orderKey: NINE + 85 * MINUTE, ahead: 1 },
      ])
      .and(walksIn);
    expect(day.queue).toEqual(['B001', 'Y001', 'B002']);
    day
      .and(sits)
      .when(next)
      .then([
        { type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait', passedCount: 0 } },
      ]);
  });

  test('visitor 8: at 11:30 the appointment is missed, and a ticket may be taken', () => {
    const day = given(books(), arrivesAt(59));
    expect(missedAppointments(day.day, day.hall.at)).toEqual([]);
    day.and(later(MINUTE));
    expect(missedAppointments(day.day, day.hall.at)).toEqual([
      { type: 'AppointmentMissed', ticket: 'Y001' },
    ]);
    day
      .and(later(30 * MINUTE))
      .when(comes())
      .then('appointment-missed')
      .and({ event: { type: 'AppointmentMissed', ticket: day.ticket('Y001').id } })
      .when(comes())
      .then('appointment-missed')
      .when(walksIn)
      .then([{ type: 'TicketIssued', ticket: 'B001' }]);
    expect(day.ticket('Y001').cases[0]?.state.status).toBe('dropped');
  });

  test('visitor 8: at 09:20 told early; as a walk-in if wished', () => {
    given(books(), later(20 * MINUTE))
      .when(comes())
      .then('too-early-for-slot', '09:45')
      .when(comes({ asWalkIn: true }))
      .then([{ type: 'AppointmentCheckedIn', right: 'walkIn', orderKey: NINE + 20 * MINUTE }])
      .when(comes())
      .then('already-waiting', 'Y001');
    given(books(), later(45 * MINUTE))
      .when(comes({ asWalkIn: true }))
      .then([{ type: 'AppointmentCheckedIn', right: 'walkIn' }]);
    given(books(), arrivesAt(0))
      .when(comes({ asWalkIn: true }))
      .then([{ type: 'AppointmentCheckedIn', right: 'slot' }]);
  });

  test('who is early with the right of the slot is not called long before it', () => {
    given(books(), later(45 * MINUTE), comes(), sits, later(9 * MINUTE))
      .when(next)
      .then('nobody-waiting')
      .and(later(MINUTE), walksIn)
      .when(next)
      .then([{ type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait' } }])
      .and(visitor('B001')('cancelTicket', { ticket: 'B001' }))
      .when(next)
      .then([{ type: 'TicketCalled', ticket: 'Y001', why: { rule: 'longest-wait' } }]);
  });

  test('by the identity card: the appointment that is next', () => {
    const asked = comes();
    const byCard = { by: { kind: 'kiosk', device: 'kiosk-1' } } as unknown as typeof asked;
    const card = (person: string) =>
      ({ ...byCard, ...asked, command: { type: 'checkIn', person } }) as typeof asked;
    const own = (time: string) => {
      const step = books(time);
      if (!('command' in step)) throw new Error('a step without a command');
      return { ...step, command: { ...step.command, person: 'p1' } as typeof step.command };
    };
    given(own('10:00'), arrivesAt(0))
      .when(card('p1'))
      .then([{ type: 'AppointmentCheckedIn', ticket: 'Y001', right: 'slot' }])
      .when(card('p2'))
      .then('no-appointment')
      .when(card('p1'))
      .then('already-waiting', 'Y001');
  });

  test('is refused for a number without an appointment, and for somebody else’s', () => {
    given(walksIn, books(), arrivesAt(0))
      .when(kiosk('checkIn', { ticket: 'B001' }))
      .then('no-appointment')
      .when(kiosk('checkIn', { ticket: 'Y009' }))
      .then('no-appointment')
      .when(kiosk('checkIn', {}))
      .then('no-appointment')
      .when(visitor('B001')('checkIn', { ticket: 'Y001' }))
      .then('no-appointment')
      .when(visitor('Y001')('checkIn', { ticket: 'Y001' }))
      .then([{ type: 'AppointmentCheckedIn', right: 'slot' }]);
  });

  test('a cancelled one is over, one that waits is there already', () => {
    given(books('14:00'), books(), kiosk('cancelTicket', { ticket: 'Y001' }))
      .when(comes())
      .then('ticket-over', 'Y001');
  });
});

describe('the edges of the times', () => {
  test('ten minutes late is in time, a moment more is not; an hour late is missed', () => {
    const comesAfter = (ms: number) => given(books(), later(60 * MINUTE + ms)).when(comes());
    comesAfter(10 * MINUTE).then([{ type: 'AppointmentCheckedIn', right: 'slot' }]);
    comesAfter(10 * MINUTE + 1).then([{ type: 'AppointmentCheckedIn', right: 'walkIn' }]);
    comesAfter(60 * MINUTE - 1).then([{ type: 'AppointmentCheckedIn', right: 'walkIn' }]);
    comesAfter(60 * MINUTE).then('appointment-missed');
  });

  test('where a hall waits longer than it counts as missed, the visitor in time is not missed', () => {
    const patient = smallHall({ bookLateMs: 90 * MINUTE, bookMissedAfterMs: 60 * MINUTE });
    const day = given(patient, books(), arrivesAt(70));
    expect(missedAppointments(day.day, day.hall.at)).toEqual([]);
    day.when(comes()).then([{ type: 'AppointmentCheckedIn', right: 'slot' }]);
    const late = given(patient, books(), arrivesAt(90));
    expect(missedAppointments(late.day, late.hall.at)).toHaveLength(1);
    late.when(comes()).then('appointment-missed');
  });

  test('who waits, or has gone, has missed nothing', () => {
    const day = given(books(), books('10:30'), walksIn, arrivesAt(5), comes());
    day.and(kiosk('cancelTicket', { ticket: 'Y002' }), later(5 * 60 * MINUTE));
    expect(missedAppointments(day.day, day.hall.at)).toEqual([]);
  });
});

describe('who stands before an appointment in time', () => {
  const [natural] = smallHall().slots;
  const hall = {
    ...smallHall({ bookLateMs: 20 * MINUTE }),
    slots: natural ? [natural, { ...natural, zone: zoneCode('legal-person') }] : [],
  };
  const arrives = (ticket: string, more: object = {}) => kiosk('checkIn', { ticket, ...more });

  test('those of earlier or the same slot, of the same zone, with the same right', () => {
    const legal = booker('bookAppointment', {
      ...{ date: '2026-11-23', time: '10:00', items: ['SC001'] },
    });
    given(hall, books('10:00'), books('10:30'), books('10:00'), legal, arrivesAt(-10))
      .and(arrives('Y004'), walksIn)
      .when(arrives('Y001'))
      .then([{ type: 'AppointmentCheckedIn', right: 'slot', ahead: 0 }])
      .and(later(25 * MINUTE))
      .when(arrives('Y002'))
      .then([{ type: 'AppointmentCheckedIn', right: 'slot', ahead: 1 }])
      .when(arrives('Y003'))
      .then([{ type: 'AppointmentCheckedIn', right: 'slot', ahead: 1 }]);
  });

  test('not one who would rather wait as a walk-in', () => {
    given(books(), books(), arrivesAt(-40), arrives('Y001', { asWalkIn: true }), later(40 * MINUTE))
      .when(arrives('Y002'))
      .then([{ type: 'AppointmentCheckedIn', right: 'slot', ahead: 0 }]);
  });
});

describe('by the identity card', () => {
  const own = (time: string): Step => {
    const step = books(time);
    if (!('command' in step)) throw new Error('a step without a command');
    return { ...step, command: { ...step.command, person: 'p1' } as typeof step.command };
  };
  const card: Step = {
    by: { kind: 'kiosk', device: deviceId('kiosk-1') },
    command: { type: 'checkIn', person: 'p1' },
  };
  const often = smallHall({ bookPerPersonPerDayMax: 9 });

  test('the appointment that is next, in whatever order they were booked', () => {
    given(often, own('10:30'), own('10:00'), arrivesAt(-10))
      .when(card)
      .then([{ type: 'AppointmentCheckedIn', ticket: 'Y002' }]);
  });

  test('not the one whose time is over, as long as another is to come', () => {
    given(often, own('10:00'), own('14:00'), arrivesAt(60)).when(card).then('too-early-for-slot');
    given(often, own('10:00'), own('14:00'), arrivesAt(4 * 60))
      .when(card)
      .then([{ type: 'AppointmentCheckedIn', ticket: 'Y002' }]);
    given(often, own('10:00'), own('10:30'), arrivesAt(60 - 1))
      .when(card)
      .then([{ type: 'AppointmentCheckedIn', ticket: 'Y001', right: 'walkIn' }]);
  });

  test('where all are used, the last one says why; one that was given back is none', () => {
    given(often, own('10:00'), own('10:30'), arrivesAt(20), card, card)
      .when(card)
      .then('already-waiting', 'Y002');
    given(often, own('10:00'), arrivesAt(61)).when(card).then('appointment-missed');
    given(often, own('10:00'), kiosk('cancelTicket', { ticket: 'Y001' }))
      .when(card)
      .then('no-appointment');
  });
});

test('the paper comes out of the kiosk where the visitor checks in; on a phone there is none', () => {
  const day = given(books(), arrivesAt(0)).and(visitor('Y001')('checkIn', { ticket: 'Y001' }));
  expect(day.hall.log.at(-1)?.event).not.toHaveProperty('kiosk');
});
