// The promise order beside the strict one: what is replayed, what is compared, what is admitted.
import { describe, expect, test } from 'vitest';
import { observe } from '../../../../shared/forecast/observed/observe.ts';
import { hallAbility } from '../../../../shared/forecast/shadow/abilities.ts';
import { replayOrder } from '../../../../shared/forecast/shadow/orders.ts';
import { Replay } from '../../../../shared/forecast/shadow/replay.ts';
import { shadow } from '../../../../shared/forecast/shadow/shadow.ts';
import { shadowView } from '../../../../shared/views/shadow-view.ts';
import { MINUTE, TODAY, clerk, given, kiosk, later, manager } from '../../../helpers/hall.ts';
import type { TestHall } from '../../../helpers/hall.ts';
import { hallOf, playedDay } from './played-day.ts';

const seen = ({ log, day }: TestHall) => observe(log, TODAY, [day.plan]);
const reportOf = (hall: TestHall) => shadow(seen(hall), hall.day);

describe('a day that was called in strict order', () => {
  const { hall, waited } = playedDay(120);
  const report = reportOf(hall);

  test('replayed in strict order is the very day: everybody is called when they were', () => {
    expect(waited).toBeGreaterThan(60);
    expect(report).toMatchObject({ isClosed: true, neverCalled: 0, lost: 0, worth: 'fair' });
    expect(report.errorMs).toBeLessThan(1);
    expect(report.strict).toEqual(report.real);
  });

  test('with promises waits less on the whole, and what it costs is named', () => {
    expect(report.savedMs).toBeGreaterThan(0);
    expect(report.savedMs).toBeCloseTo(report.strict.sumMs - report.promise.sumMs);
    expect(report.overtakenMax).toBeGreaterThan(0);
    expect(report.overtakenMax).toBeLessThanOrEqual(report.overtakenLimit);
    expect(report.worse10).toBeLessThanOrEqual(report.worse5);
    expect(report.harmed).toHaveLength(Math.min(20, report.worse5));
    const more = report.harmed.map(({ moreMs }) => moreMs);
    expect(more).toEqual([...more].sort((left, right) => right - left));
  });

  test('with a slack of nothing, constant times and no zones saves nothing', () => {
    const even = hallOf();
    const items = even.items.map((item) => ({ ...item, expectedMinutes: 10 }));
    const policy = { ...even.policy, promiseSlackMs: 0, overtakenMax: 1 };
    const windows = even.windows.map((place) => ({ ...place, zones: 'all' as const }));
    const { hall: same } = playedDay(120, 4.4, { ...even, items, policy, windows });
    const { savedMs, strict } = reportOf(same);
    expect(Math.abs(savedMs)).toBeLessThan(strict.sumMs * 0.02);
  });

  test('read for the manager: whole minutes, and past days summed as far as they say something', () => {
    const few = { ...report, worth: 'too-few' as const };
    const view = shadowView(true, report, [report, few]);
    expect(view.today).toMatchObject({ visitors: 120, worth: 'fair', errorMinutes: 0 });
    expect(view.today?.savedMinutes).toBe(Math.round(report.savedMs / MINUTE));
    expect(view.past.map(({ worth }) => worth)).toEqual(['fair', 'too-few']);
    expect(view.sum).toMatchObject({ days: 1, visitors: 120, daysWorse: 0 });
    expect(shadowView(false, null, [few])).toMatchObject({ today: null, sum: null });
  });
});

describe('a day that is going on', () => {
  const company = kiosk('issueTicket', { items: ['SC001'] });
  const k1 = clerk('K01');
  const sits = k1('openWindow', { window: 1 });
  const begins = [k1('callNext'), k1('startService')];

  test('with a few visitors says that they are too few', () => {
    const day = given(company, later(MINUTE), company, sits, ...begins, later(MINUTE));
    expect(reportOf(day.hall)).toMatchObject({ worth: 'too-few', isClosed: false });
    expect(reportOf(given().hall)).toMatchObject({ worth: 'too-few', savedMs: 0, harmed: [] });
  });

  test('counts who waits as having waited until now, in both orders', () => {
    const day = given(company, company, sits, ...begins, later(10 * MINUTE));
    day.and(manager('assignWindow', { window: 2, zones: 'all' }));
    const { strict, promise, real } = reportOf(day.hall);
    expect(strict.maxMs).toBe(10 * MINUTE);
    expect(promise.maxMs).toBe(10 * MINUTE);
    expect(real.visitors).toBe(1);
  });
});

test('whoever left without being called is in neither order, and is counted', () => {
  const { hall } = playedDay(40);
  const gone = seen(hall);
  const [last] = gone.tickets.slice(-1);
  if (!last) throw new Error('a day has tickets');
  const left = { ...last, end: 'abandoned' as const, firstCalledAt: null, startedAt: null };
  const without = {
    ...gone,
    tickets: [...gone.tickets.slice(0, -1), left],
    services: gone.services.filter(({ ticket }) => ticket !== last.id),
  };
  const report = shadow(without, hall.day);
  expect(report).toMatchObject({ neverCalled: 1 });
  expect(report.strict.visitors).toBe(39);
});

test('a call by hand stays when it was, in every order', () => {
  const { hall } = playedDay(80);
  const observed = seen(hall);
  const [moved] = observed.services.filter(({ calledAt, waitedFromAt }) => calledAt > waitedFromAt);
  if (!moved) throw new Error('somebody waits');
  const services = observed.services.map((service) =>
    service === moved ? { ...service, rule: 'by-hand' } : service,
  );
  const replay = new Replay({ ...observed, services }, hallAbility(hall.day));
  const index = replay.visits.findIndex(({ ticket }) => ticket === moved.ticket);
  for (const name of ['fifo', 'promise', 'sept'] as const) {
    const waitMs = replay.run(replayOrder(name))[index]?.waitMs ?? 0;
    expect(waitMs).toBeGreaterThanOrEqual(moved.calledAt - moved.waitedFromAt);
  }
});
