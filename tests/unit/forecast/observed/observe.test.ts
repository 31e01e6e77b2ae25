// What is seen of a day in the hall: the fixture days, and the states that a real day has.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { businessDate, commandId } from '../../../../shared/base/ids.ts';
import {
  cycleMs,
  missCostMs,
  serviceMs,
} from '../../../../shared/forecast/observed/observed-day.ts';
import type { ObservedDay } from '../../../../shared/forecast/observed/observed-day.ts';
import { observe } from '../../../../shared/forecast/observed/observe.ts';
import type { StoredEvent } from '../../../../shared/hall/events.ts';
import { planOf } from '../../../../shared/hall/plan.ts';
import { configsOf } from '../../../logs/configs.ts';
import type { LogName } from '../../../logs/configs.ts';
import {
  MINUTE,
  SECOND,
  TODAY,
  booker,
  clerk,
  given,
  kiosk,
  later,
} from '../../../helpers/hall.ts';
import { manager, system, visitor } from '../../../helpers/hall.ts';
import type { Given } from '../../../helpers/hall.ts';

function fixtureDay(name: LogName, upTo?: number): ObservedDay {
  const file = new URL(`../../../logs/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(0, upTo);
  const [first, ...rest] = configsOf(name).map(planOf);
  if (!first) throw new Error('a log has a configuration');
  const events = lines.map((line) => JSON.parse(line) as StoredEvent);
  return observe(events, businessDate(name.slice(-10)), [first, ...rest]);
}

const seen = ({ hall }: Given): ObservedDay => observe(hall.log, TODAY, [hall.day.plan]);
const counts = <T>(rows: readonly T[], of: (row: T) => string) =>
  Object.fromEntries([...Map.groupBy(rows, of)].map(([key, list]) => [key, list.length]));

describe('a fixture day', () => {
  test('has everybody with what became of them', () => {
    const day = fixtureDay('jingzhou-2026-11-24');
    expect(day).toMatchObject({ date: '2026-11-24', isClosed: true, assumed: [] });
    // 72 were issued, brought over or booked; one booking was cancelled before it was due.
    expect(counts(day.tickets, ({ end }) => end)).toEqual({
      ...{ served: 60, voided: 6, missed: 2, notCome: 2, carriedOver: 1 },
    });
    expect(counts(day.services, ({ end }) => end)).toEqual({
      ...{ done: 60, movedOn: 7, transferred: 3, held: 8, missed: 23, cut: 1 },
    });
    expect(day.tickets.filter(({ isCarried }) => isCarried)).toHaveLength(1);
    expect(day.grants).toHaveLength(1);
  });

  test('has windows with their pauses and where they served', () => {
    const { sessions } = fixtureDay('jingzhou-2026-11-24');
    expect(sessions).toHaveLength(12);
    const pauses = sessions.flatMap((session) => session.pauses);
    expect(counts(pauses, ({ reason }) => String(reason))).toEqual({ lunch: 11 });
    expect(pauses.every(({ fromAt, toAt }) => toAt !== null && toAt > fromAt)).toBe(true);
    const moved = sessions.filter(({ scopes }) => scopes.length > 1);
    expect(moved).toMatchObject([
      { scopes: [{ zones: ['legal-person'] }, { zones: 'all', lane: 'flash' }] },
    ]);
  });

  test('at each window one after the other, and a cycle is no shorter than its service', () => {
    for (const name of ['jingzhou-2026-11-23', 'jingzhou-2026-11-24'] as const) {
      const { services } = fixtureDay(name);
      for (const list of Map.groupBy(services, ({ window }) => window).values()) {
        list.slice(1).forEach(({ calledAt }, index) => {
          expect(calledAt).toBeGreaterThanOrEqual(list[index]?.endedAt ?? Infinity);
        });
      }
      const cycles = services.filter((service) => cycleMs(service) !== null);
      expect(cycles.length).toBeGreaterThan(10);
      for (const service of cycles) {
        expect(cycleMs(service)).toBeGreaterThanOrEqual(serviceMs(service) ?? Infinity);
      }
    }
  });

  test('can be seen at any hour: what goes on is open', () => {
    const day = fixtureDay('jingzhou-2026-11-24', 500);
    expect(day.isClosed).toBe(false);
    expect(day.tickets.some(({ end }) => end === 'open')).toBe(true);
    expect(day.sessions.some(({ closedAt }) => closedAt === null)).toBe(true);
    for (const { end, endedAt } of day.services) expect(endedAt === null).toBe(end === 'open');
  });
});

const k1 = clerk('K01');
const k3 = clerk('K03');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const [calls, starts] = [k1('callNext'), k1('startService')];
const ends = k1('finishCase', { case: 'A001-1', outcome: 'closed' });

describe('a service', () => {
  test('has its cycle where somebody waited, and none where the window stood idle', () => {
    const busy = given(company, company, sits, calls, later(MINUTE), starts, later(8 * MINUTE)).and(
      ends,
      later(MINUTE),
      calls,
      later(30 * SECOND),
      starts,
    );
    const [first, second] = seen(busy).services;
    expect(first).toMatchObject({ somebodyWaited: true, end: 'done', finishedCases: 1 });
    expect(first && cycleMs(first)).toBe(9.5 * MINUTE);
    expect(first && serviceMs(first)).toBe(8 * MINUTE);
    expect(second).toMatchObject({ end: 'open', endedAt: null });
    const idle = given(company, sits, calls, starts, later(8 * MINUTE), ends, later(MINUTE)).and(
      company,
      calls,
      starts,
    );
    expect(seen(idle).services.map(cycleMs)).toEqual([null, null]);
  });

  test('has no cycle over a pause that began after it', () => {
    const day = given(company, company, sits, calls, starts, later(MINUTE), ends)
      .and(k1('pauseWindow', { reason: 'lunch' }), later(30 * MINUTE))
      .and(k1('resumeWindow'), calls, starts);
    expect(seen(day).services.map(cycleMs)).toEqual([null, null]);
    expect(seen(day).sessions).toMatchObject([{ pauses: [{ reason: 'lunch' }] }]);
  });

  test('that nobody came to costs the window its time, and is no start of anybody', () => {
    const misses = [calls, later(MINUTE), k1('recallTicket'), later(MINUTE), k1('recallTicket')];
    const day = given(
      company,
      company,
      sits,
      ...misses,
      later(MINUTE),
      k1('markNoShow'),
      calls,
    ).and(starts);
    const { services, tickets } = seen(day);
    expect(services.map(missCostMs)).toEqual([3 * MINUTE, null]);
    expect(tickets[0]).toMatchObject({ end: 'missed', misses: 1, startedAt: null });
    const back = day.and(manager('reactivateTicket', { ticket: 'A001' }), later(MINUTE));
    const again = back.and(k1('finishCase', { case: 'A002-1', outcome: 'closed' }), calls, starts);
    expect(seen(again).services[2]).toMatchObject({
      ...{ ticket: 'A001', waitedFromAt: again.hall.at - MINUTE },
    });
    expect(seen(again).tickets[0]).toMatchObject({ end: 'open', startedAt: again.hall.at });
  });

  test('of a call that was taken back is not there; the ticket waited all the time', () => {
    const day = given(company, sits, later(MINUTE), calls, k1('undoCall'), later(MINUTE), calls);
    expect(seen(day).services).toMatchObject([
      { waitedFromAt: day.hall.at - 2 * MINUTE, calledAt: day.hall.at },
    ]);
  });

  test('held and taken up again is two; sent on, the next window follows', () => {
    const other = manager('assignWindow', { window: 2, zones: 'all' });
    const day = given(company, sits, calls, starts, later(MINUTE))
      .and(other, clerk('K06')('openWindow', { window: 2 }))
      .and(k1('holdTicket', { reason: 'pay' }), later(5 * MINUTE))
      .and(manager('reactivateTicket', { ticket: 'A001' }), calls, starts, later(MINUTE))
      .and(k1('transferTicket', { to: { kind: 'window', window: 2 }, reason: 'other' }));
    expect(seen(day).services).toMatchObject([
      { end: 'held', finishedCases: 0, items: [{ item: 'SC001' }] },
      { end: 'transferred', waitedFromAt: day.hall.at - MINUTE },
    ]);
  });

  test('of a package is one for each window, with the cases that were finished there', () => {
    const pack = kiosk('issueTicket', { items: [], package: 'PK02' });
    const k7 = clerk('K07');
    const day = given(pack, sits, k7('openWindow', { window: 5 }), calls, starts, later(MINUTE));
    const [first] = [...day.day.tickets.values()];
    const own = (first?.cases ?? []).filter(({ stop }) => stop === 1);
    for (const { id } of own) day.and(k1('finishCase', { case: id, outcome: 'closed' }));
    day.and(later(MINUTE), k7('callNext'));
    expect(seen(day).services).toMatchObject([
      { end: 'movedOn', finishedCases: 2, stop: 1 },
      { end: 'open', stop: 2, waitedFromAt: day.hall.at - MINUTE, items: [{ item: 'TX001' }] },
    ]);
    expect(seen(day).tickets[0]?.items).toHaveLength(3);
  });
});

test('a cancelled booking was never in the hall; one that nobody came for is named', () => {
  const books = booker('bookAppointment', {
    ...{ date: TODAY, time: '14:00', items: ['GA001'] },
  });
  const day = given(books, books, visitor('Y001')('cancelTicket', { ticket: 'Y001' }));
  expect(seen(day).tickets.map(({ id }) => id)).toEqual(['Y002']);
  day.and(later(7 * 60 * MINUTE), system('tick'));
  expect(seen(day).tickets).toMatchObject([{ end: 'notCome', slotRight: null }]);
});

test('a version of the configuration that is not at hand is read as the first', () => {
  const day = given(company, k3('openWindow', { window: 2 }));
  const published = { type: 'ConfigPublished', configVersion: 9, changes: [] } as const;
  const at = day.hall.at;
  const stored = { seq: 4, at, by: 'system', commandId: commandId('c'), event: published };
  expect(observe([...day.hall.log, stored], TODAY, [day.day.plan]).tickets).toHaveLength(1);
});
