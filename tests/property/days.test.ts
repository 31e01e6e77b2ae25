// Random days through decide and evolve. On failure fast-check prints the seed and the shrunk acts;
// `FC_SEED=…` in the environment plays the same days again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import type { EventType } from '../../shared/hall/events.ts';
import { smallHall } from '../helpers/small-hall.ts';
import { faultsOf } from './invariants.ts';
import { logOf } from './journal.ts';
import { play } from './play.ts';
import { acts } from './random-day.ts';

const seedText = process.env['FC_SEED'];
const SEED = seedText === undefined ? {} : { seed: Number(seedText) };
const TIMEOUT_MS = 60_000;

const HALLS = [
  ['the small hall', smallHall(), 200, 500],
  ['a hall that gives up at once', smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 }), 100, 500],
  ['jingzhou, twelve windows', demoHall('jingzhou'), 30, 1_000],
  ['township, two windows', demoHall('township'), 60, 400],
] as const;

describe('random days', () => {
  const reached = new Set<EventType>();

  test.each(HALLS)(
    '%s',
    (_, config, numRuns, length) => {
      fc.assert(
        fc.property(acts(length), (day) => {
          const run = play(config, day);
          for (const { event } of logOf(run)) reached.add(event.type);
          expect(faultsOf(run)).toEqual([]);
        }),
        { ...SEED, numRuns, verbose: fc.VerbosityLevel.Verbose },
      );
    },
    TIMEOUT_MS,
  );

  test('together they reach every kind of event but the rarest', () => {
    expect(reached.size).toBeGreaterThanOrEqual(50);
  });
});
