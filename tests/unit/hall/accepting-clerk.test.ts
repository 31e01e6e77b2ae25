// Who accepted a case, what its record holds, and what a rating of a later day adds to the page.
import { describe, expect, test } from 'vitest';
import { caseId } from '../../../shared/base/ids.ts';
import { lateRating } from '../../../shared/hall/fold-ratings.ts';
import { promptKey } from '../../../shared/hall/day.ts';
import type { Given } from '../../helpers/hall.ts';
import { MINUTE, NINE, clerk, given, happened, kiosk, later } from '../../helpers/hall.ts';
import { manager, visitor } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const k6 = clerk('K06');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const serves = [k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')];
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const takers = (day: Given, id = 'A001') => day.ticket(id).cases.map(({ takenBy }) => takenBy);

describe('the clerk who accepts a case', () => {
  test('is the one who began with it, also where another goes on after a hold', () => {
    const other = [
      manager('assignWindow', { window: 2, zones: 'all' }),
      k6('openWindow', { window: 2 }),
    ];
    const held = given(takes('SC001'), ...serves, k1('holdTicket', { reason: 'pay' }));
    expect(takers(held)).toEqual(['K01']);
    const back = visitor('A001')('reactivateTicket', { ticket: 'A001' });
    held.and(...other, back, later(20 * MINUTE));
    held.and(k6('callNext'), k6('startService'));
    expect(held.ticket('A001').state).toMatchObject({ status: 'serving', clerk: 'K06' });
    expect(takers(held)).toEqual(['K01']);
  });

  test('is nobody for a case of a stop that is still to come, and its own clerk there', () => {
    const day = given(takes('SC001', 'TX001'), ...serves);
    expect(takers(day)).toEqual(['K01', null]);
    const k7 = clerk('K07');
    day.and(ends('A001-1'));
    day.and(k7('openWindow', { window: 5 }), k7('callNext'), k7('startService'));
    expect(takers(day)).toEqual(['K01', 'K07']);
  });

  test('is the one at whose window it was added, and nobody once it is left to later', () => {
    const day = given(takes('SC001'), ...serves, k1('addCase', { item: 'SC002' }));
    expect(takers(day)).toEqual(['K01', 'K01']);
    day.and(k1('planStop', { cases: ['A001-2'] }));
    expect(takers(day)).toEqual(['K01', null]);
  });

  test('stays with a case that was finished before the visit went on', () => {
    const day = given(takes('SC001', 'TX001'), ...serves, ends('A001-1'));
    expect(takers(day)).toEqual(['K01', null]);
    expect(day.ticket('A001')).toMatchObject({ stop: 2, state: { status: 'waiting' } });
  });
});

describe('the record of a case', () => {
  test('says nothing of what there was not', () => {
    const day = given(takes('SC001'), ...serves, ends('A001-1'));
    expect(day.ticket('A001').cases[0]?.state).toEqual({
      ...{ status: 'finished', outcome: 'closed', serviceSeq: 1, window: 1, clerk: 'K01' },
      finishedAt: NINE,
      result: {
        ...{ dueOn: null, readyAt: null, missing: [], missingHash: null, supplyBy: null },
        ...{ reason: null, recipient: null },
      },
    });
  });

  test('an agent’s further turn that is granted takes all that is open, and nothing finished', () => {
    const six = Array.from({ length: 6 }, () => 'SC001');
    const agent = kiosk('issueTicket', { items: six, agent: 'D01' });
    const day = given(agent, ...serves, ends('A001-1'));
    day.and(manager('grantBatch', { ticket: 'A001' }));
    expect(day.ticket('A001').cases.map(({ stop }) => stop)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('a log that cannot be true', () => {
  const visit = given(takes('SC001'), ...serves, ends('A001-1'));
  const rated = { case: 'A001-1', serviceSeq: 1, window: 1, clerk: 'K01', tags: [] };

  test('is named: a hold that lapses without one, a consult without a visit, a second rating', () => {
    const waiting = () => given(takes('SC001'));
    expect(() => waiting().and(happened({ type: 'HoldLapsed', ticket: 'A001' }))).toThrow(
      'A001 lapsed, but was not held',
    );
    expect(() => waiting().and(happened({ type: 'ConsultStarted', ticket: 'A001' }))).toThrow(
      'A001 is not being served',
    );
    const rating = happened({
      ...{ type: 'CaseRated', date: '2026-11-23', level: 5, channel: 'evaluator' },
      ...rated,
    });
    visit.and(rating);
    expect(() => visit.and(rating)).toThrow('case A001-1 was rated twice');
  });
});

describe('a rating of a later day', () => {
  const late = { case: caseId('A001-1'), serviceSeq: 1, tags: [], channel: 'phone' } as const;
  const key = promptKey(late.case, late.serviceSeq);
  const served = () => given(takes('SC001'), ...serves, ends('A001-1')).day;

  test('lies over the day’s own state, once', () => {
    const day = served();
    lateRating(day, { ...late, level: 4 }, NINE + MINUTE);
    const told = { level: 4, tags: [], ratedAt: NINE + MINUTE, channel: 'phone' };
    expect(day.prompts.get(key)?.rating).toEqual(told);
    lateRating(day, { ...late, level: 1 }, NINE + 2 * MINUTE);
    expect(day.prompts.get(key)?.rating).toEqual(told);
  });

  test('of a case that this day does not know is passed over', () => {
    const day = served();
    lateRating(day, { ...late, case: caseId('A009-1'), level: 4 }, NINE);
    expect([...day.prompts.values()].map(({ rating }) => rating)).toEqual([null]);
  });
});
