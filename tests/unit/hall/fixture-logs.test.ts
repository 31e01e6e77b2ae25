// The logs that must fold for ever (tests/logs): one real-shaped day of each release, with its sums.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { businessDate } from '../../../shared/base/ids.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import type { StoredEvent } from '../../../shared/hall/events.ts';
import { fold } from '../../../shared/hall/evolve.ts';
import { planOf } from '../../../shared/hall/plan.ts';
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
    hall: 'jingzhou',
    date: '2026-11-23',
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
    calls: 78,
    waits: 978_230,
  },
] as const;

function read(name: string): StoredEvent[] {
  const file = new URL(`../../logs/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as StoredEvent);
}

describe.each(LOGS)('the log $name', ({ name, hall, date, ...expected }) => {
  const config = demoHall(hall);
  const log = read(name);
  const day = fold(emptyDay(config.hall, businessDate(date), planOf(config)), log);

  test('folds to the sums of that day', () => {
    const { totals, ratings } = floorView(day);
    expect({
      seq: day.seq,
      sums: { ...totals, ...ratings },
      lastNumbers: Object.fromEntries(day.lastNumber),
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
