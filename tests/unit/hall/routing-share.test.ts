// How far a credit goes: whom it lets pass, the greatest share of such calls, and what the digest sees.
import { describe, expect, test } from 'vitest';
import { staffNo } from '../../../shared/base/ids.ts';
import { choose } from '../../../shared/hall/routing/choose.ts';
import { isShareUsedUp } from '../../../shared/hall/routing/share.ts';
import type { Given, Step } from '../../helpers/hall.ts';
import { MINUTE, clerk, given, kiosk, later, manager, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const takes = (...items: string[]) => kiosk('issueTicket', { items });
const elder = kiosk('issueTicket', { items: ['RS001'], class: 'ELD' });
const sits = (no: string, window: number) => clerk(no)('openWindow', { window });
const green = (ticket: string) => manager('grantGreenChannel', { ticket, reason: 'key-project' });
const calls = (day: Given, no: string) => day.when(clerk(no)('callNext'));

describe('credits', () => {
  test('clerk 2: the call says why: credit, wait, and who was passed', () => {
    const day = given(takes('RS001'), later(6 * MINUTE), elder, later(9 * MINUTE), sits('K02', 2));
    calls(day, 'K02').then([
      {
        type: 'TicketCalled',
        ticket: 'B002',
        why: {
          ...{ rule: 'longest-wait', creditMs: 15 * MINUTE, waitedMs: 9 * MINUTE, eligible: 2 },
          ...{ passedCount: 1, passed: ['B001'] },
        },
      },
    ]);
    expect(day.window(2).boosts).toEqual([true]);
  });

  test('without a credit nobody is passed, come back or not', () => {
    const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
    const day = given(quick, takes('RS001'), takes('RS001'), takes('RS001'), sits('K02', 2))
      .and(clerk('K02')('callNext'), clerk('K02')('markNoShow'))
      .and(visitor('B001')('reactivateTicket', { ticket: 'B001' }));
    for (const ticket of ['B002', 'B003', 'B001']) {
      calls(day, 'K02').then([
        { type: 'TicketCalled', ticket, why: { rule: 'longest-wait', passedCount: 0 } },
      ]);
      day.and(visitor(ticket)('cancelTicket', { ticket }));
    }
  });

  /** Elders who all pass the others, while the others wait for so long. */
  const crowd = (waitMs: number): Step[] => [
    ...[takes('RS001'), takes('RS001'), takes('RS001'), takes('RS001'), later(waitMs)],
    ...[elder, elder, elder, sits('K02', 2)],
  ];
  const served = (day: Given, count: number) =>
    Array.from({ length: count }, () => {
      const { decision } = calls(day, 'K02');
      const call = 'refused' in decision ? undefined : decision[0];
      if (call?.type !== 'TicketCalled') throw new Error('nobody was called');
      day.and(visitor(call.ticket)('cancelTicket', { ticket: call.ticket }));
      return `${call.ticket} ${call.why.rule}`;
    });
  const generous = { ...smallHall({ priorityShareAboveWaitMs: 10 * MINUTE }) };

  test('at most one call in three is boosted while others wait long', () => {
    expect(served(given(generous, ...crowd(12 * MINUTE)), 7)).toEqual([
      ...['B005 longest-wait', 'B001 share-limit', 'B002 share-limit'],
      ...['B006 longest-wait', 'B003 share-limit', 'B004 share-limit'],
      ...['B007 longest-wait'],
    ]);
  });

  test('the share does not bind while nobody without credit waits long', () => {
    expect(served(given(generous, ...crowd(10 * MINUTE)), 3)).toEqual([
      ...['B005 longest-wait', 'B006 longest-wait', 'B007 longest-wait'],
    ]);
  });

  test('p90 counts: one of eleven who waits long does not bind the share', () => {
    const short = Array.from({ length: 10 }, () => takes('RS001'));
    const start = [generous, takes('RS001'), later(11 * MINUTE), ...short, elder, elder];
    const rules = served(given(...start, sits('K02', 2)), 2);
    expect(rules).toEqual(['B012 longest-wait', 'B013 longest-wait']);
    const two = [generous, takes('RS001'), takes('RS001'), later(11 * MINUTE), ...short];
    const bound = served(given(...two, elder, elder, sits('K02', 2)), 2);
    expect(bound).toEqual(['B013 longest-wait', 'B001 share-limit']);
  });

  test.each([
    ['a third', 0.3333, [true, false], true],
    ['a third', 0.3333, [true, false, false], false],
    ['a half', 0.5, [true], true],
    ['a half', 0.5, [true, false], false],
    ['nine tenths', 0.9, Array.from({ length: 9 }, () => true), true],
    ['nine tenths', 0.9, Array.from({ length: 8 }, () => true), false],
    ['none', 0, [], true],
    ['all', 1, [true, true], false],
  ] as const)('%s of the last calls', (_, share, boosts, isUsedUp) => {
    expect(isShareUsedUp(boosts, share)).toBe(isUsedUp);
  });

  test('at most twenty of those who were passed are named, all are counted', () => {
    const many = Array.from({ length: 25 }, () => takes('RS001'));
    const day = given(...many, later(MINUTE), elder, sits('K02', 2));
    const why = choose(day.day, day.window(2), staffNo('K02'), day.hall.at)?.why;
    expect(why?.passedCount).toBe(25);
    expect(why?.passed).toHaveLength(20);
  });
});

describe('the digest', () => {
  const digest = (...steps: Step[]) => {
    const day = given(takes('RS001'), takes('RS001'), ...steps, sits('K02', 2));
    return choose(day.day, day.window(2), staffNo('K02'), day.hall.at)?.why.digest;
  };

  test('notices every right that decides', () => {
    const plain = digest();
    const others = [
      digest(manager('setClass', { ticket: 'B002', class: 'ELD' })),
      digest(green('B001')),
      digest(green('B002')),
      digest(manager('assignWindow', { window: 2, zones: ['natural-person'], lane: 'flash' })),
    ];
    expect(new Set([plain, ...others]).size).toBe(5);
    expect(digest()).toBe(plain);
  });
});
