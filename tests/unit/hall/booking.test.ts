// Appointments are booked: slots, capacity, limits of a person, and giving a place back.
import { describe, expect, test } from 'vitest';
import { businessDate, itemCode, zoneCode } from '../../../shared/base/ids.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { DEFAULT_POLICY } from '../../../shared/hall/policy.ts';
import { bookableDates, bookingOf, offeredSlots } from '../../../shared/hall/slots.ts';
import {
  Given,
  MINUTE,
  NINE,
  booker,
  emptyHall,
  given,
  kiosk,
  later,
  manager,
  system,
  visitor,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const TODAY = '2026-11-23';
const HOUR = 60 * MINUTE;
const books = (fields: object = {}) =>
  booker('bookAppointment', { date: TODAY, time: '10:00', items: ['RS001'], ...fields });
/** What the shell makes of an identity. */
const asPerson = (person: string, fields: object = {}) => {
  const step = books(fields);
  if (!('command' in step)) throw new Error('a step without a command');
  return { ...step, command: { ...step.command, person, ...fields } as typeof step.command };
};
const history = (inWeek: number, inMonth: number, noShows = 0) => ({
  history: { inWeek, inMonth, noShows },
});

describe('booking', () => {
  test('visitor 8: an appointment is a ticket of series Y from its booking on', () => {
    const day = given()
      .when(books({ language: 'en' }))
      .then([
        {
          type: 'AppointmentBooked',
          ticket: 'Y001',
          zone: 'natural-person',
          slot: 'natural-person/10:00',
          slotAt: NINE + HOUR,
          slotEndAt: NINE + HOUR + 30 * MINUTE,
          language: 'en',
          cases: [{ case: 'Y001-1', item: 'RS001' }],
        },
      ])
      .and(books());
    expect(day.ticket('Y001').state.status).toBe('booked');
    expect(day.queue).toEqual([]);
  });

  test('where a hall asks who comes, only staff book without a document’s number', () => {
    const asks = { date: TODAY, time: '10:00', items: ['RS001'] };
    given(smallHall({ bookNeedsIdentity: true }))
      .when(books())
      .then('identity-needed')
      .when(asPerson('somebody'))
      .then([{ type: 'AppointmentBooked', person: 'somebody' }])
      .when(asPerson('somebody', { time: '10:30' }))
      .then('booking-limit', '1')
      .when(manager('bookAppointment', asks))
      .then([{ type: 'AppointmentBooked', ticket: 'Y002' }]);
    given()
      .when(books())
      .then([{ type: 'AppointmentBooked' }]);
    expect(DEFAULT_POLICY.bookNeedsIdentity).toBe(true);
  });

  test('a slot holds exactly its capacity, and a cancelled place is free again', () => {
    given(books(), books())
      .when(books())
      .then('slot-full')
      .when(books({ time: '14:00' }))
      .then([{ type: 'AppointmentBooked', ticket: 'Y003' }])
      .and(manager('cancelTicket', { ticket: 'Y001' }))
      .when(books())
      .then([{ type: 'AppointmentBooked', ticket: 'Y004', slot: 'natural-person/10:00' }]);
  });

  test('items with a capacity of their own do not use up the zone’s', () => {
    const hall = smallHall();
    const own = {
      ...{ zone: zoneCode('natural-person'), items: [itemCode('GA001')] },
      ...{ times: ['10:00'], minutes: 30, capacity: 1 },
    };
    given({ ...hall, slots: [...hall.slots, own] }, books({ items: ['GA001'] }))
      .when(books({ items: ['GA001'] }))
      .then('slot-full')
      .when(books({ items: ['GA001', 'RS001'] }))
      .then([{ type: 'AppointmentBooked', slot: 'natural-person/10:00' }]);
  });

  test('another list of items, published between two bookings, sells no place twice', () => {
    const hall = smallHall();
    const own = (...codes: string[]) => ({
      ...{ zone: zoneCode('natural-person'), items: codes.map(itemCode) },
      ...{ times: ['10:00'], minutes: 30, capacity: 1 },
    });
    const version = (no: number, ...codes: string[]) => ({
      ...{ ...hall, version: no },
      slots: codes.length > 0 ? [...hall.slots, own(...codes)] : hall.slots,
    });
    const day = given(version(1, 'GA001'), books({ items: ['GA001'] }), books());
    for (const config of [version(2, 'GA001', 'GA002'), version(3, 'RS001'), version(4)]) {
      day.day.plans.set(config.version, planOf(config));
    }
    // The plan has one item more: the place that was booked in it is still taken.
    day.and(system('publishConfig', { configVersion: 2 }));
    for (const code of ['GA001', 'GA002']) day.when(books({ items: [code] })).then('slot-full');
    day.and(system('publishConfig', { configVersion: 3 }));
    day.when(books()).then('slot-full');
    day.when(books({ items: ['GA002'] })).then([{ type: 'AppointmentBooked', ticket: 'Y003' }]);
    // Without a plan of its own every booking takes its place in the zone's.
    day.and(system('publishConfig', { configVersion: 4 }));
    day.when(books()).then('slot-full');
  });

  test('what one visit cannot have at one window is booked with its stops', () => {
    const hall = smallHall();
    const slots = [{ ...hall.slots[0], zone: zoneCode('legal-person') }] as typeof hall.slots;
    given({ ...hall, slots })
      .when(books({ items: [], package: 'PK02' }))
      .then([
        {
          type: 'AppointmentBooked',
          package: 'PK02',
          zone: 'legal-person',
          cases: [{ item: 'SC001' }, { item: 'RS001' }, { item: 'TX001', stop: 2 }],
        },
      ]);
  });

  test.each([
    ['a time that is not offered', { time: '10:15' }, 'unknown-slot'],
    ['another day than the stream’s', { date: '2026-11-24' }, 'unknown-slot'],
    ['a zone without slots', { items: ['SC001'] }, 'unknown-slot'],
    ['an unknown item', { items: ['ZZ999'] }, 'unknown-item'],
    ['no item', { items: [] }, 'no-items'],
    ['an item twice', { items: ['RS001', 'RS001'] }, 'items-twice'],
    ['an unknown package', { items: [], package: 'PK99' }, 'unknown-package'],
  ] as const)('is refused for %s', (_, fields, code) => {
    given().when(books(fields)).then(code);
  });

  test('a time that has come is past', () => {
    given(later(HOUR)).when(books()).then('slot-past');
    given(later(HOUR - 1))
      .when(books())
      .then([{ type: 'AppointmentBooked' }]);
  });

  test('a kiosk or a visitor books nothing', () => {
    const asked = { date: TODAY, time: '10:00', items: ['RS001'] };
    given().when(kiosk('bookAppointment', asked)).then('not-allowed');
    given().when(visitor('Y001')('bookAppointment', asked)).then('not-allowed');
  });
});

describe('a day to come', () => {
  const friday = () => {
    const hall = emptyHall(smallHall(), businessDate('2026-11-27'));
    return new Given(hall).and(system('openBookings', { configVersion: 1 }));
  };
  const onFriday = (fields: object = {}) => books({ date: '2026-11-27', ...fields });

  test('takes bookings and cancellations alone', () => {
    friday()
      .when(onFriday())
      .then([{ type: 'AppointmentBooked', ticket: 'Y001' }])
      .when(visitor('Y001')('cancelTicket', { ticket: 'Y001' }))
      .then([{ type: 'TicketCancelled' }])
      .when(kiosk('issueTicket', { items: ['RS001'] }))
      .then('day-not-open')
      .when(system('openBookings', { configVersion: 1 }))
      .then('day-already-open');
  });

  test('opens as the same stream: what was booked is there', () => {
    const day = friday().and(onFriday());
    day.when(system('openDay', { configVersion: 1 })).then([{ type: 'DayOpened' }]);
    expect(day.ticket('Y001').state.status).toBe('booked');
    day.when(system('openDay', { configVersion: 1 })).then('day-already-open');
  });

  test('is a working day, not too far ahead', () => {
    const plan = planOf(smallHall());
    const on = (date: string) => bookingOf(plan, businessDate(date), NINE);
    expect(on('2026-11-22')).toBe('past');
    expect(on('2026-11-23')).toBe('yes');
    expect(on('2026-11-28')).toBe('day-off');
    expect(on('2026-11-30')).toBe('yes');
    expect(on('2026-12-01')).toBe('too-far');
    expect(bookableDates(plan, NINE)).toHaveLength(6);
    const tomorrow = planOf(smallHall({ bookDaysAheadMin: 1 }));
    expect(bookingOf(tomorrow, businessDate(TODAY), NINE)).toBe('past');
    expect(bookingOf(tomorrow, businessDate('2026-11-24'), NINE)).toBe('yes');
    const far = emptyHall(smallHall(), businessDate('2026-12-01'));
    new Given(far)
      .and(system('openBookings', { configVersion: 1 }))
      .when(books({ date: '2026-12-01' }))
      .then('too-early-to-book', '2026-11-30');
  });

  test('offers what is left of each slot', () => {
    const { day } = given(books(), books({ time: '14:00' }));
    const rest = (at: number) =>
      offeredSlots(day, zoneCode('natural-person'), [itemCode('RS001')], at).map((s) => s.rest);
    expect(rest(NINE)).toEqual([1, 2, 1]);
    expect(rest(NINE + HOUR)).toEqual([0, 2, 1]);
  });
});

describe('limits of a person', () => {
  test('one a day, exact in the stream, whatever the slot; a cancelled one does not count', () => {
    given(asPerson('p1'))
      .when(asPerson('p1', { time: '14:00' }))
      .then('booking-limit', '1')
      .when(asPerson('p2', { time: '14:00' }))
      .then([{ type: 'AppointmentBooked', person: 'p2' }])
      .and(manager('cancelTicket', { ticket: 'Y001' }))
      .when(asPerson('p1', { time: '14:00' }))
      .then([{ type: 'AppointmentBooked', person: 'p1' }]);
  });

  test('two a week, six a month, and a block after two no-shows', () => {
    given()
      .when(asPerson('p1', history(2, 2)))
      .then('booking-limit', '2')
      .when(asPerson('p1', history(1, 6)))
      .then('booking-limit', '6')
      .when(asPerson('p1', history(0, 0, 2)))
      .then('booking-blocked')
      .when(asPerson('p1', history(1, 5, 1)))
      .then([{ type: 'AppointmentBooked' }]);
  });
});

describe('giving a place back', () => {
  test('by the visitor, not less than two hours before; a manager at any time', () => {
    const cancel = visitor('Y001')('cancelTicket', { ticket: 'Y001' });
    given(books({ time: '14:00' }), later(3 * HOUR))
      .when(cancel)
      .then([{ type: 'TicketCancelled' }]);
    given(books({ time: '14:00' }), later(3 * HOUR + 1))
      .when(cancel)
      .then('too-late-to-cancel')
      .when(manager('cancelTicket', { ticket: 'Y001' }))
      .then([{ type: 'TicketCancelled' }]);
  });
});
