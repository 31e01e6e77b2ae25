// The logs that must fold for ever (tests/logs): one real-shaped day of each release, with its sums.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { businessDate } from '../../../shared/base/ids.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import type { StoredEvent } from '../../../shared/hall/events.ts';
import { fold } from '../../../shared/hall/evolve.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { configsOf } from '../../logs/configs.ts';
import type { LogName } from '../../logs/configs.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import type { Run } from '../../property/journal.ts';
import { arrivalKept, closedOnce, countedCalls } from '../../property/ticket-invariants.ts';
import { gaplessNumbers, legalMoves, ordered } from '../../property/ticket-invariants.ts';
import { uniqueNumbers } from '../../property/ticket-invariants.ts';
import { promptForEach, ratedFinished, ratedOnce } from '../../property/rating-invariants.ts';
import { stateFaults, viewFaults } from '../../property/state-invariants.ts';

const LOGS = [
  {
    name: 'jingzhou-2026-11-23',
    seq: 638,
    sums: {
      ...{ issued: 55, waiting: 0, called: 0, serving: 0, noShow: 0 },
      ...{ done: 45, abandoned: 1, voided: 1, expired: 8 },
      ...{ finishedCases: 72, rated: 46, good: 35 },
      outcomes: { rated: 46, declined: 11, timedOut: 10, left: 4, deviceFault: 1, open: 0 },
      // States that came later: nobody was in them.
      ...{ booked: 0, held: 0, appointmentMissed: 0, carriedOver: 0 },
    },
    lastNumbers: { A: 52, B: 29, C: 8, F: 4 },
    kinds: 30,
    calls: 78,
    waits: 978_230,
  },
  {
    name: 'jingzhou-2026-11-24',
    seq: 1071,
    sums: {
      ...{ issued: 72, booked: 0, waiting: 0, called: 0, serving: 0, held: 0, noShow: 2 },
      ...{ done: 60, abandoned: 1, voided: 6, expired: 0, appointmentMissed: 2, carriedOver: 1 },
      ...{ finishedCases: 89, rated: 59, good: 47 },
      outcomes: { rated: 59, declined: 13, timedOut: 1, left: 16, deviceFault: 0, open: 0 },
    },
    lastNumbers: { A: 51, B: 29, C: 12, F: 3, L: 2, Y: 9 },
    kinds: 61,
    calls: 174,
    // One of them waited over midnight.
    waits: 46_079_432,
  },
  {
    name: 'jingzhou-2026-11-25',
    seq: 1169,
    sums: {
      ...{ issued: 76, booked: 0, waiting: 0, called: 0, serving: 0, held: 0, noShow: 1 },
      ...{ done: 62, abandoned: 5, voided: 4, expired: 0, appointmentMissed: 0, carriedOver: 4 },
      ...{ finishedCases: 91, rated: 49, good: 38 },
      outcomes: { rated: 49, declined: 15, timedOut: 3, left: 24, deviceFault: 0, open: 0 },
    },
    lastNumbers: { A: 52, B: 31, C: 15, F: 2, L: 3, Y: 9 },
    kinds: 66,
    calls: 184,
    waits: 57_463_267,
  },
  {
    name: 'jingzhou-2026-11-26',
    seq: 127,
    sums: {
      ...{ issued: 15, booked: 0, waiting: 0, called: 0, serving: 0, held: 0, noShow: 0 },
      ...{ done: 15, abandoned: 0, voided: 0, expired: 0, appointmentMissed: 0, carriedOver: 0 },
      ...{ finishedCases: 15, rated: 0, good: 0 },
      outcomes: { rated: 0, declined: 0, timedOut: 1, left: 14, deviceFault: 0, open: 0 },
    },
    lastNumbers: { B: 15 },
    kinds: 16,
    calls: 15,
    waits: 73_626_034,
  },
  {
    name: 'jingzhou-2026-11-27',
    seq: 68,
    sums: {
      ...{ issued: 6, booked: 0, waiting: 0, called: 0, serving: 0, held: 0, noShow: 0 },
      ...{ done: 1, abandoned: 5, voided: 0, expired: 0, appointmentMissed: 0, carriedOver: 0 },
      ...{ finishedCases: 1, rated: 0, good: 0 },
      outcomes: { rated: 0, declined: 0, timedOut: 0, left: 1, deviceFault: 0, open: 0 },
    },
    lastNumbers: { B: 6 },
    kinds: 17,
    calls: 1,
    waits: 822,
  },
] as const;

function read(name: string): StoredEvent[] {
  const file = new URL(`../../logs/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as StoredEvent);
}

/** The day of a log before its first event, with every version that the log names. */
function emptyDayOf(name: LogName): Day {
  const [first, ...later] = configsOf(name);
  const day = emptyDay(first.hall, businessDate(name.slice(-10)), planOf(first));
  for (const config of later) day.plans.set(config.version, planOf(config));
  return day;
}

describe.each(LOGS)('the log $name', ({ name, ...expected }) => {
  const [config] = configsOf(name);
  const log = read(name);
  const day = fold(emptyDayOf(name), log);

  test('folds to the sums of that day', () => {
    const { totals, ratings } = floorView(day);
    expect({
      seq: day.seq,
      sums: { ...totals, ...ratings },
      lastNumbers: Object.fromEntries(day.lastNumber),
      kinds: new Set(log.map(({ event }) => event.type)).size,
      calls: day.callSeq,
      waits: waitsMs(log),
    }).toEqual(expected);
  });

  test('keeps every invariant of a log, and every screen can be drawn', () => {
    const run = { config, day, faults: [], entries: commandsOf(log) } as unknown as Run;
    const checkers = [uniqueNumbers, gaplessNumbers, legalMoves, ordered, countedCalls];
    checkers.push(closedOnce, arrivalKept, ratedOnce, ratedFinished, promptForEach);
    expect(checkers.flatMap((check) => check(run))).toEqual([]);
    expect([...stateFaults(day), ...viewFaults(day)]).toEqual([]);
  });
});

/** The events of each command together, as the checkers read them. */
function commandsOf(log: readonly StoredEvent[]): { readonly stored: readonly StoredEvent[] }[] {
  const commands = Map.groupBy(log, ({ commandId }) => commandId);
  return [...commands.values()].map((stored) => ({ stored }));
}

/** All waits until the first call, ms, from the log alone. */
function waitsMs(log: readonly StoredEvent[]): number {
  return log.reduce(
    (sum, { event }) => sum + (event.type === 'TicketCalled' ? event.why.waitedMs : 0),
    0,
  );
}

test('a day of promises holds what was promised, by which rule each was called, and what was learned', () => {
  const name = 'jingzhou-2026-11-25';
  const day = emptyDayOf(name);
  const rules = new Set<string>();
  for (const stored of read(name)) {
    const { event } = stored;
    if (event.type === 'TicketCalled' && event.why.routing !== undefined) rules.add(event.why.rule);
    fold(day, [stored]);
  }
  expect([...rules]).toEqual(expect.arrayContaining(['best-score', 'promise-due', 'appointment']));
  expect(day.expectations.days).toBe(20);
  const tickets = [...day.tickets.values()];
  expect(tickets.filter(({ promiseAt }) => promiseAt !== null).length).toBeGreaterThan(30);
  expect(Math.max(...tickets.map(({ overtaken }) => overtaken))).toBeLessThanOrEqual(10);
});

test('the crooked day counts what only a crooked day has', () => {
  const day = fold(emptyDayOf('jingzhou-2026-11-24'), read('jingzhou-2026-11-24'));
  const tickets = [...day.tickets.values()];
  const sum = (of: (ticket: (typeof tickets)[number]) => number) =>
    tickets.reduce((total, ticket) => total + of(ticket), 0);
  expect({
    version: day.plan.config.version,
    holds: sum(({ holds }) => holds),
    transfers: sum(({ transfers }) => transfers),
    requeues: sum(({ requeues }) => requeues),
    stepAways: sum(({ stepAways }) => stepAways),
    slips: sum(({ slips }) => slips.length),
    manyWindows: tickets.filter(({ windowsVisited }) => windowsVisited.length > 1).length,
    carriedFrom: tickets.filter(({ carriedFrom }) => carriedFrom !== null).map(({ id }) => id),
    atSlot: tickets.filter(({ appointment }) => appointment?.right === 'slot').length,
    green: tickets.filter(({ green }) => green !== null).length,
    wrongPicks: [...day.wrongPicks.values()].reduce((total, count) => total + count, 0),
    grants: [...day.grants.values()].map(({ size }) => size),
    diverted: Object.fromEntries(day.diverted),
    alertsRaised: Object.fromEntries(day.alertsRaised),
    emergency: day.emergency,
  }).toEqual({
    ...{ version: 2, holds: 8, transfers: 3, requeues: 17, stepAways: 1, slips: 24 },
    ...{ manyWindows: 10, atSlot: 3, green: 4, wrongPicks: 12, grants: [3], diverted: { 1: 4 } },
    carriedFrom: ['B031~1123'],
    alertsRaised: {
      ...{ 'device-silent': 1, 'hold-overdue': 3, 'paper-low': 4, 'unexplained-pause': 1 },
    },
    emergency: null,
  });
});
