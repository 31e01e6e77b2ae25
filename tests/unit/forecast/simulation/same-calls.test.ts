// The simulator shares the hall's choosing function; here is the proof that all around it is the same.
import { describe, expect, test } from 'vitest';
import { busyDay, callsOfEngine, callsOfHall } from './hall-and-lean.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1);

const isCredit = (day: ReturnType<typeof busyDay>, visitor: number) =>
  day[visitor]?.hasCredit === true;

describe.each(['strict', 'promise'] as const)('%s order', (routing) => {
  test('the lean engine calls whom the hall calls, when and where, on fifty days', () => {
    let waited = 0;
    let passed = 0;
    for (const seed of SEEDS) {
      const day = busyDay(seed);
      const calls = callsOfHall(routing, day);
      expect(callsOfEngine(routing, day), `day ${String(seed)}`).toEqual(calls);
      waited += calls.filter(([at, , visitor]) => at > (day[visitor]?.arrivesAt ?? 0)).length;
      passed += calls.filter(([, , visitor], place) =>
        calls.slice(place + 1).some(([, , later]) => later < visitor && !isCredit(day, visitor)),
      ).length;
    }
    // By certificates in any order, by choice where the hall promises.
    expect(passed).toBeGreaterThan(50);
    // Days on which nobody waits would prove nothing.
    expect(waited).toBeGreaterThan(50 * 10);
  }, 120_000);
});
