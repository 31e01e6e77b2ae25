// Random days through decide and evolve. On failure fast-check prints the seed and the shrunk acts;
// `FC_SEED=…` in the environment plays the same days again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import type { CallRule } from '../../shared/hall/call-reason.ts';
import type { EventType } from '../../shared/hall/events.ts';
import { smallHall } from '../helpers/small-hall.ts';
import { faultsOf } from './invariants.ts';
import { logOf } from './journal.ts';
import { play } from './play.ts';
import { acts } from './random-day.ts';
import { variedHall } from './varied-hall.ts';

const seedText = process.env['FC_SEED'];
const SEED = seedText === undefined ? {} : { seed: Number(seedText) };
const TIMEOUT_MS = 300_000;
/** A found day is made smaller for so long at most; a slow machine looks at fewer days. */
const SEARCH_MS = 120_000;
const VERBOSE = fc.VerbosityLevel.Verbose;

const PROMISING = variedHall({
  ...{ routing: 'promise', promiseSlackMs: 60_000, overtakenMax: 4, otherZoneFactor: 1 },
  ...{ callsBeforeNoShow: 1, recallGapMs: 0 },
});

/** It also lets the adviser open the walls of its zones. */
const HASTY = { callsBeforeNoShow: 1, recallGapMs: 0, adviceNamesOrder: true };

const HALLS = [
  ['the small hall', smallHall(), 150, 500],
  ['a hall that gives up at once', smallHall(HASTY), 80, 500],
  ['zones that overflow', smallHall({ routing: 'zones', zoneOverflowMs: 120_000 }), 50, 500],
  ['promises', variedHall({ routing: 'promise', overtakenMax: 2 }), 80, 500],
  ['promises, with little slack', PROMISING, 50, 500],
  ['jingzhou, twelve windows', demoHall('jingzhou'), 30, 1_000],
  ['township, two windows', demoHall('township'), 60, 400],
] as const;

describe('random days', () => {
  const reached = new Set<EventType>();
  const rules = new Set<CallRule>();

  test.each(HALLS)(
    '%s',
    (_, config, numRuns, length) => {
      fc.assert(
        fc.property(acts(length), (day) => {
          const run = play(config, day);
          for (const { event } of logOf(run)) {
            reached.add(event.type);
            if (event.type === 'TicketCalled') rules.add(event.why.rule);
          }
          expect(faultsOf(run)).toEqual([]);
        }),
        { ...SEED, numRuns, interruptAfterTimeLimit: SEARCH_MS, verbose: VERBOSE },
      );
    },
    TIMEOUT_MS,
  );

  test('together they reach every kind of event but the rarest, and every rule of a call', () => {
    expect(reached.size).toBeGreaterThanOrEqual(50);
    expect(rules.size).toBeGreaterThanOrEqual(12);
  });
});
