/** The checks of a crooked day, each tried with its bug: in what was seen, or in a log that the core made. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { Fault, History } from '../../day/history.ts';
import { findings } from '../../day/history.ts';
import { MINUTE, clerk, given, happened, kiosk, later, manager } from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';
import { GOOD_EVENTS, faultsOf, goodHistory, issued, paper, press, stream } from './good-day.ts';
import type { Loose } from './good-day.ts';

const good = goodHistory();
const with_ = (...events: Loose[]) => stream([...GOOD_EVENTS, ...events]);
const at1 = { ticket: 'B003', window: 1, clerk: 'JZ01' };
const third: readonly Loose[] = [
  { ...issued('B', 3), kiosk: undefined, id: 'c3' },
  { type: 'TicketCalled', ...at1, callSeq: 4 },
  { type: 'ServiceStarted', ...at1 },
];
const booked: Loose = {
  type: 'AppointmentBooked',
  ...{ ticket: 'Y001', series: 'Y', number: 1, slot: 'natural-person/10:00', cases: [] },
};
const slotHall = smallHall();
const slot = `${slotHall.slots[0]?.zone ?? ''}/${slotHall.slots[0]?.times[0] ?? ''}`;
const capacity = slotHall.slots[0]?.capacity ?? 0;
const slip: Loose = {
  type: 'SlipRequested',
  ticket: 'B001',
  case: 'B001-1',
  slip: 'notice',
  job: 'B001/n1',
};
const slipPaper = paper(3, '', { number: null, token: null, slipOf: '2026-11-23/B001-1' });
const night = (...events: Loose[]) => [{ date: '2026-11-22', events: stream(events) }];
const closed: Loose = { type: 'DayClosed' };

const SEEDED: readonly (readonly [bug: string, found: Fault, history: Partial<History>])[] = [
  [
    'a held visitor is forgotten',
    'holdsLost',
    { events: with_(...third, { type: 'TicketHeld', ...at1 }) },
  ],
  [
    'a transferred visitor is never called again',
    'transfersLost',
    {
      events: with_(...third, {
        type: 'TicketTransferred',
        ...at1,
        to: { kind: 'zone', zone: 'z' },
      }),
    },
  ],
  [
    'a later window never calls',
    'stopsLost',
    { events: with_(...third, { type: 'TicketMovedOn', ...at1 }) },
  ],
  [
    'a case left to a later window is served by nobody',
    'stopsLost',
    {
      events: with_(
        ...third,
        { type: 'StopPlanned', ticket: 'B003', cases: ['B003-1'], stop: 2 },
        { type: 'TicketFinished', ...at1 },
      ),
    },
  ],
  ['a ticket never ends', 'notEndedOnce', { events: with_(...third) }],
  [
    'a ticket ends twice',
    'notEndedOnce',
    { events: with_({ type: 'TicketExpired', ticket: 'B001' }) },
  ],
  [
    'an appointment is forgotten',
    'lost',
    {
      events: with_(booked),
      presses: [...good.presses, press('c16', 'bookAppointment', { seq: 16, ticket: 'Y001' })],
    },
  ],
  [
    'a check-in makes a second ticket',
    'appointmentsDoubled',
    {
      events: with_(booked, { ...issued('B', 3), id: 'x' }),
      presses: [...good.presses, press('x', 'checkIn', { ticket: 'Y001', seq: 17 })],
    },
  ],
  [
    'an appointment checks in twice',
    'appointmentsDoubled',
    {
      events: with_(booked, checkedIn(), checkedIn()),
    },
  ],
  [
    'a slot is sold once too often',
    'slotsOversold',
    {
      configs: [slotHall],
      events: stream(
        Array.from({ length: capacity + 1 }, (_, index) => ({
          ...{ ...booked, slot, ticket: `Y00${String(index + 1)}`, number: index + 1 },
        })),
      ),
    },
  ],
  [
    'a slip is printed twice',
    'slipsDoubled',
    {
      events: with_(slip),
      papers: [...good.papers, slipPaper, { ...slipPaper, id: 4 }],
    },
  ],
  [
    'a slip is called printed and lies nowhere',
    'slipsDoubled',
    {
      events: with_(slip, { type: 'TicketPrinted', ticket: 'B001', job: 'B001/n1' }),
    },
  ],
  ['a slip comes that nobody asked for', 'slipsDoubled', { papers: [...good.papers, slipPaper] }],
  ['what became of a slip is never told', 'papersMissing', { events: with_(slip) }],
  ['a phone saw the arrival change', 'arrivalsChanged', { arrivalsChanged: ['the phone of B001'] }],
  ['a ticket stays open at midnight', 'nightTickets', { nights: night(issued('B', 1), closed) }],
  [
    'a day is closed twice',
    'nightTickets',
    {
      nights: night(issued('B', 1), { type: 'TicketExpired', ticket: 'B001' }, closed, closed),
    },
  ],
  [
    'a carried ticket does not arrive',
    'nightTickets',
    { nights: night(issued('B', 1), carried(), closed) },
  ],
  [
    'a carried ticket loses its arrival',
    'nightTickets',
    {
      nights: night({ ...issued('B', 1), arrivedAt: 5 }, carried(), closed),
      events: with_({ ...broughtOver(), arrivedAt: 6 }),
    },
  ],
  [
    'a carried ticket arrives twice',
    'nightTickets',
    {
      nights: night({ ...issued('B', 1), arrivedAt: 5 }, carried(), closed),
      events: with_({ ...broughtOver(), arrivedAt: 5 }, { ...broughtOver(), arrivedAt: 5 }),
    },
  ],
  [
    'what was accepted at night stands nowhere',
    'nightTickets',
    {
      nights: night(closed),
      nightPresses: [press('lost', 'issueTicket', { seq: 9, date: '2026-11-22' })],
    },
  ],
];

function checkedIn(): Loose {
  return { type: 'AppointmentCheckedIn', ticket: 'Y001', right: 'slot' };
}
function carried(): Loose {
  return { type: 'TicketCarriedOver', ticket: 'B001', toDate: '2026-11-23' };
}
function broughtOver(): Loose {
  return { type: 'TicketBroughtOver', ticket: 'B001~1122', fromDate: '2026-11-22', cases: [] };
}

describe('each seeded bug of a crooked day is found', () => {
  it.each(SEEDED)('%s', (_bug, fault, change) => {
    expect(Object.keys(faultsOf(goodHistory(change)))).toContain(fault);
  });
});

/** A log of the core as the checks get it, bent by `bend`. */
function replayed(hall: Given, bend: (events: Loose[]) => Loose[] = (events) => events) {
  const log = hall.hall.log;
  const bent = bend(log.map(({ event }) => event as unknown as Loose));
  const events = log.map((stored, index) => ({
    ...stored,
    event: (bent[index] ?? stored.event) as unknown as typeof stored.event,
  }));
  const configs = [...hall.day.plans.values()].map((plan) => plan.config);
  return findings(
    goodHistory({ events, configs, presses: [], papers: [], screens: [], alone: false }),
  ).findings;
}

const issue = (fields: object = {}) => kiosk('issueTicket', { items: ['SC001'], ...fields });
/** Two wait at window 1, the first a minute longer. */
const TWO = [
  clerk('K01')('openWindow', { window: 1 }),
  issue(),
  later(MINUTE),
  issue(),
  later(MINUTE),
];
const CALLED = [...TWO, clerk('K01')('callNext')];
const bent = (type: string, change: object) => (events: Loose[]) =>
  events.map((event) => (event.type === type ? { ...event, ...change } : event));

describe('the day folded again', () => {
  it('is in order where the first was called', () => {
    const found = replayed(given(...CALLED));
    expect(found.outOfOrder).toEqual([]);
    expect(found.callsNotReplayed).toEqual([]);
    expect(found.arrivalsChanged).toEqual([]);
  });

  it('tells who was passed without a right', () => {
    const found = replayed(given(...CALLED), bent('TicketCalled', { ticket: 'A002' }));
    expect(found.outOfOrder).toHaveLength(1);
    expect(found.callsNotReplayed).toHaveLength(1);
  });

  it("a manager's hand is a right, and a clerk's is none", () => {
    const byHand = { window: 1, ticket: 'A002', reason: 'visitor-unwell' };
    const hall = given(...TWO, manager('callTicket', byHand));
    expect(replayed(hall).outOfOrder).toEqual([]);
    const last = hall.hall.log.length - 1;
    const stored = must(hall.hall.log[last], 'the call');
    hall.hall.log[last] = { ...stored, by: 'clerk:K01' };
    expect(replayed(hall).outOfOrder).toHaveLength(1);
  });

  it.each(['appointment', 'return', 'transfer', 'green-channel', 'flash-lane', 'only-here'])(
    'the right "%s" must be there, not only named',
    (rule) => {
      const { log } = given(...CALLED).hall;
      const why = log.flatMap(({ event }) => (event.type === 'TicketCalled' ? [event.why] : []))[0];
      const change = { ticket: 'A002', why: { ...why, rule } };
      expect(replayed(given(...CALLED), bent('TicketCalled', change)).outOfOrder).toHaveLength(1);
    },
  );

  it('notices an arrival that is not the instant of the ticket', () => {
    const found = replayed(given(...CALLED), bent('TicketIssued', { arrivedAt: 1 }));
    expect(found.arrivalsChanged).toHaveLength(2);
  });

  it('notices a log that does not fold', () => {
    const found = replayed(
      given(...CALLED),
      bent('TicketIssued', { zone: 'x', type: 'TicketHeld' }),
    );
    expect(found.callsNotReplayed).toHaveLength(1);
  });
});

describe('the boosted share', () => {
  const visitors = [{}, {}, { class: 'ELD' }, { class: 'ELD' }];
  const k1 = clerk('K01');
  /** Two wait long, two with a credit came a little later; the first boosted one is served. */
  const hall = given(
    k1('openWindow', { window: 1 }),
    ...visitors.flatMap((fields) => [issue(fields), later(MINUTE)]),
    later(60 * MINUTE),
    ...[k1('callNext'), k1('startService')],
    k1('finishCase', { case: 'A003-1', outcome: 'closed' }),
    k1('callNext'),
  );

  it('is kept by the hall', () => {
    expect(replayed(hall).shareExceeded).toEqual([]);
    expect(hall.ticket('A001').state.status).toBe('called');
  });

  it('a second boosted call in a row is told', () => {
    const again = (events: Loose[]) =>
      events.map((event, index) =>
        index === events.length - 1
          ? { ...event, ticket: 'A004', why: { rule: 'longest-wait' } }
          : event,
      );
    expect(replayed(hall, again).shareExceeded).toHaveLength(1);
  });
});

describe('publishing', () => {
  const config = smallHall();
  const published: Loose = { type: 'ConfigPublished', configVersion: config.version, changes: [] };

  it('drops nobody who is called afterwards, and whoever never is, is told', () => {
    const hall = given(...TWO, happened(published), clerk('K01')('callNext'));
    expect(replayed(hall).droppedByPublishing).toEqual(['A002 was never called after it']);
  });
});
