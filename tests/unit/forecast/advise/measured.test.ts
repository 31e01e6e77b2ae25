// "What if" before anything is applied, and what advice was worth afterwards: the same hour with the
// visitors and service times that really came, with and without the move.
import { describe, expect, test } from 'vitest';
import { windowNo, zoneCode } from '../../../../shared/base/ids.ts';
import { actualOf } from '../../../../shared/forecast/advise/actual.ts';
import { answerOf } from '../../../../shared/forecast/advise/questions.ts';
import { scoreOf } from '../../../../shared/forecast/advise/score.ts';
import { whatIf } from '../../../../shared/forecast/advise/what-if.ts';
import { learn } from '../../../../shared/forecast/estimate/learn.ts';
import { dayOf, snapshotOf } from '../../../../shared/forecast/estimate/snapshot.ts';
import type { AdviceChange } from '../../../../shared/hall/advice.ts';
import { MINUTE, clerk, given, kiosk, later, visitor } from '../../../helpers/hall.ts';
import type { Given, Step } from '../../../helpers/hall.ts';

const HOUR = 60 * MINUTE;
const open = (no: string, window: number) => clerk(no)('openWindow', { window });
const issue = (item: string) => kiosk('issueTicket', { items: [item] });
const queue = (count: number, item: string): Step[] =>
  Array.from({ length: count }, () => issue(item));
const move = (window: number, zone: string): AdviceChange => ({
  ...{ kind: 'assign', window: windowNo(window) },
  zones: [zoneCode(zone)],
});
const toLegal = move(2, 'legal-person');

/** Ten wait for window 1; window 2 has nobody. */
const lopsided = () => given(open('K01', 1), open('K06', 2), ...queue(10, 'SC001'), later(1_000));
const taught = (hall: Given) => learn(hall.day.plan.config.items, []);
const factsAt = (at: number) => ({ at, lastHour: new Map<string, number>() });
/** One visit at the own window, so many minutes long. */
const serve = (no: string, ticket: string, minutes: number): Step[] => [
  ...[clerk(no)('callNext'), clerk(no)('startService'), later(minutes * MINUTE)],
  clerk(no)('finishCase', { case: `${ticket}-1`, outcome: 'closed' }),
];

describe('what if', () => {
  test('shows every zone now and then, and changes nothing', () => {
    const hall = lopsided();
    const found = whatIf(hall.day, taught(hall), factsAt(hall.hall.at), [toLegal], 3);
    if (!found || 'refused' in found) throw new Error('refused');
    const legal = found.zones.find(({ zone }) => zone === 'legal-person');
    expect(legal?.after.p90.ms).toBeLessThan(legal?.before.p90Ms ?? 0);
    expect(legal?.after.p90.lowMs).toBeLessThanOrEqual(legal?.after.p90.ms ?? 0);
    expect(found.figures.gainMinutes).toBeGreaterThan(50);
    expect(found.basis).toBe('catalogue');
    expect(hall.window(2).zones).toEqual(['natural-person']);
  });

  test('a change for the worse is told as one', () => {
    const hall = given(open('K01', 1), open('K06', 2), ...queue(5, 'SC001'), ...queue(5, 'RS002'));
    const away = move(1, 'natural-person');
    const alone = given(open('K01', 1), ...queue(5, 'SC001'));
    expect(whatIf(alone.day, taught(alone), factsAt(alone.hall.at), [away], 3)).toMatchObject({
      refused: 'only-here-waiting',
    });
    const both = [toLegal];
    const better = whatIf(hall.day, taught(hall), factsAt(hall.hall.at), both, 3);
    hall.and(...queue(1, 'GA001'));
    const worse = whatIf(hall.day, taught(hall), factsAt(hall.hall.at), both, 3);
    expect(better && 'figures' in better && better.figures.gainMinutes).toBeGreaterThan(0);
    expect(worse).toMatchObject({ refused: 'only-here-waiting' });
  });

  test('is null while nobody works', () => {
    const hall = given(...queue(1, 'SC001'));
    expect(whatIf(hall.day, taught(hall), factsAt(hall.hall.at), [toLegal], 3)).toBeNull();
  });

  test('the worker answers from a snapshot alone', () => {
    const hall = lopsided();
    const snapshot = structuredClone(snapshotOf(hall.day, hall.hall.at));
    const question = { kind: 'what-if', snapshot, changes: [toLegal], seed: 3 } as const;
    const day = dayOf(snapshot, hall.day.plan);
    expect(answerOf(question, day, taught(hall))).toMatchObject({
      answer: { figures: { rollouts: 32 } },
    });
  });
});

describe('measured afterwards', () => {
  /** The hour after: three are served at window 1, six more come. */
  function hourLater() {
    const hall = lopsided();
    const { at } = hall.hall;
    const snapshot = structuredClone(snapshotOf(hall.day, at));
    hall.and(...serve('K01', 'A001', 20), ...queue(3, 'SC001'), ...serve('K01', 'A002', 20));
    hall.and(...queue(3, 'SC002'), ...serve('K01', 'A003', 20), later(1_000));
    const actual = actualOf(hall.day, at, at + HOUR);
    return { hall, at, actual, day: dayOf(snapshot, hall.day.plan) };
  }

  test('what came is seen: arrivals as they stood, services with window and length', () => {
    const { actual } = hourLater();
    expect(actual.arrivals).toHaveLength(6);
    expect(actual.arrivals[0]).toMatchObject({ state: { status: 'waiting' }, stop: 1 });
    expect([...actual.served.values()]).toMatchObject(
      Array.from({ length: 3 }, () => ({ ms: 20 * MINUTE, window: 1 })),
    );
  });

  test('who went away to pay was not served all that time', () => {
    const [k1, back] = [clerk('K01'), visitor('A001')('reactivateTicket', { ticket: 'A001' })];
    const hall = given(open('K01', 1), issue('SC001'), k1('callNext'), k1('startService'));
    const { at } = hall.hall;
    hall.and(later(5 * MINUTE), k1('holdTicket', { reason: 'pay' }), later(20 * MINUTE), back);
    hall.and(...serve('K01', 'A001', 5));
    expect(actualOf(hall.day, at, at + HOUR).served).toEqual(new Map());
  });

  test('a move that would have helped is worth minutes, the same every time', () => {
    const { hall, at, actual, day } = hourLater();
    const question = {
      ...{ day, actual, facts: factsAt(at), horizonMs: HOUR, seed: 5 },
      changes: [toLegal],
    };
    const first = scoreOf(question, taught(hall));
    expect(first?.gainMinutes).toBeGreaterThan(60);
    expect(first?.lowMinutes).toBeLessThanOrEqual(first?.gainMinutes ?? 0);
    expect(scoreOf(question, taught(hall))).toEqual(first);
  });

  test('a move that helps nobody is worth nothing, and one that cannot be made is not measured', () => {
    const { hall, at, actual, day } = hourLater();
    const score = (change: AdviceChange) =>
      scoreOf(
        { day, actual, facts: factsAt(at), changes: [change], horizonMs: HOUR, seed: 5 },
        taught(hall),
      );
    expect(score({ kind: 'close', window: windowNo(2) })).toMatchObject({ gainMinutes: 0 });
    expect(score(move(2, 'natural-person'))).toBeNull();
  });
});
