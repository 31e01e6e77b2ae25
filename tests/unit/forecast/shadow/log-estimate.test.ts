// A foreign log day by day: the estimate knows nothing of what comes, and beats the simple rules.
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../../shared/forecast/observed/csv/columns.ts';
import { fromCsv } from '../../../../shared/forecast/observed/from-csv.ts';
import type { ObservedDay } from '../../../../shared/forecast/observed/observed-day.ts';
import { foreignAbility, skillsSeen } from '../../../../shared/forecast/shadow/abilities.ts';
import { BASELINES } from '../../../../shared/forecast/shadow/log-baselines.ts';
import { LogEstimate } from '../../../../shared/forecast/shadow/log-estimate.ts';
import { OrderSums } from '../../../../shared/forecast/shadow/order-figures.ts';
import { replayOrder } from '../../../../shared/forecast/shadow/orders.ts';
import { Replay } from '../../../../shared/forecast/shadow/replay.ts';
import { against } from '../../../../shared/forecast/shadow/shadow.ts';
import { catalogueTimes } from '../../../../shared/forecast/estimate/service-times.ts';
import { HEADER, cells, foreignDays } from '../observed/foreign-log.ts';

const MINUTE = 60_000;
const DATES = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];

function daysOf(): readonly ObservedDay[] {
  const found = columnsOf(HEADER);
  if (!('columns' in found)) throw new Error('the header is a usual one');
  return fromCsv(cells(foreignDays(DATES)), { columns: found.columns }).days;
}

describe('a foreign log', () => {
  const days = daysOf();

  test('replayed in strict order is the very days, for it was called so', () => {
    const ability = foreignAbility({ ...skillsSeen(days), times: catalogueTimes([]) });
    for (const day of days) {
      const replay = new Replay(day, ability);
      const { errorMs, real } = against(replay, replay.run(replayOrder('fifo')));
      expect(real.visitors).toBe(day.services.length);
      expect(errorMs).toBeLessThan(0.05 * MINUTE);
    }
  });

  test('in other orders has intervals by days, and each order what it is for', () => {
    const ability = foreignAbility({ ...skillsSeen(days), times: catalogueTimes([]) });
    const names = ['fifo', 'clairvoyant'] as const;
    const [strict, shortest] = names.map((name) => {
      const sums = new OrderSums();
      for (const day of days) {
        const replay = new Replay(day, ability);
        sums.add(replay.run(replayOrder(name)), replay.run(replayOrder('fifo')));
      }
      return sums.figures();
    });
    expect(strict).toMatchObject({ days: 4, uncalled: 0, overtakenMax: 0, worse5: { value: 0 } });
    expect(shortest?.meanMs.value).toBeLessThan(strict?.meanMs.value ?? 0);
    for (const figure of [strict?.meanMs, strict?.p95Ms, shortest?.dayMaxMs]) {
      expect(figure?.low).toBeLessThanOrEqual(figure?.value ?? 0);
      expect(figure?.high).toBeGreaterThanOrEqual(figure?.value ?? 0);
    }
  });

  test('asks from the second day on, and is nearer than any simple rule', () => {
    const estimate = new LogEstimate({ rollouts: 40, stride: 6 });
    const told = days.map((day) => estimate.day(day));
    expect(told[0]).toEqual([]);
    const rows = told.flat();
    expect(rows.length).toBeGreaterThan(80);
    const off = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + Math.abs(row.waitedMs - of(row)), 0) / rows.length;
    const own = off(({ p50Ms }) => p50Ms);
    for (const rule of BASELINES) {
      expect(own).toBeLessThan(off(({ baselines }) => baselines[rule]));
      expect(own).toBeLessThan(off(({ ownQueue }) => ownQueue[rule]));
    }
    const within = rows.filter(({ waitedMs, p90Ms }) => waitedMs <= p90Ms).length / rows.length;
    expect(within).toBeGreaterThan(0.75);
  });

  test('tells the same to whoever comes before the rest of the day is changed', () => {
    const noon = Date.parse('2026-11-24T12:00:00+08:00');
    const [first, second] = days;
    if (!first || !second) throw new Error('the log has days');
    const late = second.services.filter(({ calledAt }) => calledAt > noon);
    const changed = new Map(late.map((row) => [row, { ...row, endedAt: (row.endedAt ?? 0) + 1 }]));
    const other = { ...second, services: second.services.map((row) => changed.get(row) ?? row) };
    const toldOf = (day: ObservedDay) => {
      const estimate = new LogEstimate({ rollouts: 40, stride: 25 });
      estimate.day(first);
      return estimate.day(day).filter((_, index) => index < 3);
    };
    expect(toldOf(other)).toEqual(toldOf(second));
  });
});
