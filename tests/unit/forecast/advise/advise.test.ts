// The adviser on small live halls: proposes the obvious move, is silent when nothing helps, never
// thinks of somebody who is not certified.
import { describe, expect, test } from 'vitest';
import { staffNo, zoneCode } from '../../../../shared/base/ids.ts';
import { advise } from '../../../../shared/forecast/advise/advise.ts';
import { candidates } from '../../../../shared/forecast/advise/candidates.ts';
import { learn } from '../../../../shared/forecast/estimate/learn.ts';
import type { Policy } from '../../../../shared/hall/policy.ts';
import { clerk, given, kiosk, later, manager } from '../../../helpers/hall.ts';
import type { Given, Step } from '../../../helpers/hall.ts';
import { MINUTE } from '../../../helpers/hall.ts';
import { smallHall } from '../../../helpers/small-hall.ts';

const open = (no: string, window: number) => clerk(no)('openWindow', { window });
/** So many visitors with the item, a minute apart. */
const queue = (count: number, item: string): Step[] =>
  Array.from({ length: count }, () => [
    kiosk('issueTicket', { items: [item] }),
    later(MINUTE),
  ]).flat();

function adviceFor(hall: Given, more: object = {}) {
  const { day } = hall;
  const learned = learn(day.plan.config.items, []);
  const lastHour = new Map<string, number>();
  for (const { zone } of day.tickets.values()) lastHour.set(zone, (lastHour.get(zone) ?? 0) + 1);
  return advise(day, learned, {
    facts: { at: hall.hall.at, lastHour },
    ...{ taken: new Set(), present: [], proposalsMax: 2, movesMax: 10, seed: 7 },
    ...{ resting: new Map(), hasOrder: false, ending: [] },
    ...more,
  });
}

/** K01 and K06 can do both zones; twelve wait at window 1 and nobody at window 2. */
const lopsided = (policy: Partial<Policy> = {}) =>
  given(smallHall(policy), open('K01', 1), open('K06', 2), ...queue(12, 'SC001'));

describe('the adviser', () => {
  test('proposes the obvious move, with what it saves and where', () => {
    const [first, ...more] = adviceFor(lopsided());
    expect(more).toEqual([]);
    expect(first?.zone).toBe('legal-person');
    expect(first?.changes).toMatchObject([{ kind: 'assign', window: 2 }]);
    const { gainMinutes = 0, lowMinutes = 0, highMinutes = 0, zones = [] } = first?.figures ?? {};
    expect(gainMinutes).toBeGreaterThan(100);
    expect(lowMinutes).toBeLessThan(gainMinutes);
    expect(highMinutes).toBeGreaterThan(gainMinutes);
    const legal = zones.find(({ zone }) => zone === 'legal-person');
    expect(legal?.afterMs).toBeLessThan((legal?.beforeMs ?? 0) * 0.8);
    expect(legal?.lowMs).toBeLessThanOrEqual(legal?.afterMs ?? 0);
    expect(legal?.highMs).toBeGreaterThanOrEqual(legal?.afterMs ?? 0);
  });

  test('says the same of the same hall', () => {
    expect(adviceFor(lopsided())).toEqual(adviceFor(lopsided()));
  });

  test('is silent where nobody waits, where all is even, and where the gain is small', () => {
    expect(adviceFor(given(open('K01', 1), open('K06', 2)))).toEqual([]);
    const even = given(
      ...[open('K01', 1), open('K06', 2)],
      ...Array.from({ length: 6 }, () => [...queue(1, 'SC001'), ...queue(1, 'RS001')]).flat(),
    );
    expect(adviceFor(even)).toEqual([]);
    expect(adviceFor(lopsided({ adviceMinGainMinutes: 900 }))).toEqual([]);
    expect(adviceFor(lopsided({ adviceMinGainShare: 0.99 }))).toEqual([]);
  });

  test('never thinks of a clerk who is not certified', () => {
    // K04 may do GA alone: nothing of what waits.
    const hall = given(open('K01', 1), open('K04', 2), ...queue(12, 'SC001'));
    expect(adviceFor(hall)).toEqual([]);
    // K05's certificate ended yesterday; K07 may do TX alone.
    const present = [staffNo('K05'), staffNo('K07'), staffNo('M01')];
    expect(adviceFor(hall, { present })).toEqual([]);
  });

  test('opens a closed window with somebody who is here', () => {
    const hall = given(open('K01', 1), ...queue(12, 'SC001'));
    const [first] = adviceFor(hall, { present: [staffNo('K06')] });
    expect(first?.changes).toMatchObject([
      { kind: 'open', window: 2, clerk: 'K06', zones: ['legal-person'] },
    ]);
  });

  test('leaves alone what other advice holds, and says nothing where there is no room', () => {
    const hall = lopsided();
    expect(adviceFor(hall, { taken: new Set([2]) })).toEqual([]);
    expect(adviceFor(hall, { proposalsMax: 0 })).toEqual([]);
    expect(adviceFor(hall, { movesMax: 0 })).toEqual([]);
  });

  test('a pause that is about to begin can wait', () => {
    const hall = given(
      ...[open('K01', 1), ...queue(10, 'SC001')],
      ...[clerk('K01')('callNext'), clerk('K01')('startService')],
      clerk('K01')('pauseWindow', { reason: 'lunch' }),
    );
    const found = candidates(hall.day, { taken: new Set(), present: [], at: hall.hall.at });
    const zone = zoneCode('legal-person');
    expect(found).toEqual([{ changes: [{ kind: 'pauseLater', window: 1 }], zone }]);
  });

  test('what it proposes, the hall accepts', () => {
    const hall = lopsided();
    const [draft] = adviceFor(hall);
    hall.and(manager('applyPlan', { changes: draft?.changes }));
    expect(hall.window(2).zones).toContain('legal-person');
  });
});
