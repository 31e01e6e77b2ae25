// The wait that is told with a ticket: the zone's, for those alone whom somebody here may call.
import { describe, expect, test } from 'vitest';
import { deviceId, ticketId, zoneCode } from '../../../shared/base/ids.ts';
import { decide } from '../../../shared/hall/decide.ts';
import type { Estimates } from '../../../shared/hall/estimates.ts';
import {
  MINUTE,
  NINE,
  clerk,
  commandOf,
  given,
  happened,
  kiosk,
  later,
} from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';

const wait = { p50Ms: 6 * MINUTE, p90Ms: 15 * MINUTE, rawP90Ms: 14 * MINUTE };
const estimates: Estimates = {
  ...{ madeAt: NINE, seq: 1, basis: 'history', days: 5, tickets: new Map() },
  zones: new Map([[zoneCode('natural-person'), wait]]),
};

function told({ day }: Given, fields: object, batch = estimates, at = NINE): unknown {
  const by = { kind: 'kiosk', device: deviceId('kiosk-1') } as const;
  const decision = decide(day, commandOf('issueTicket', fields), { at, by, estimates: batch });
  expect(decision).toMatchObject([{ type: 'TicketIssued', zone: 'natural-person' }]);
  return Array.isArray(decision) ? { forecast: undefined, ...decision[0] } : decision;
}

test('whoever somebody here may call is told the wait of the zone', () => {
  const hall = given(clerk('K04')('openWindow', { window: 3 }));
  expect(told(hall, { items: ['GA001'] })).toMatchObject({ forecast: wait });
  expect(told(given(), { items: ['GA001'] })).toMatchObject({ forecast: wait });
});

test("of its windows' newcomers it is told of those who take about as long; else of the zone", () => {
  const hall = given(clerk('K04')('openWindow', { window: 3 }));
  const zone = zoneCode('natural-person');
  const group = (windows: string, minutes: number, p50: number) => {
    return { ...wait, zone, windows, expectedMs: minutes * MINUTE, p50Ms: p50 * MINUTE };
  };
  const groups = [group('3,', 2, 1), group('3,', 9, 3), group('3,', 40, 5), group('2,3,', 8, 4)];
  const p50Of = (batch: Estimates) => {
    const { forecast } = told(hall, { items: ['GA001'] }, batch) as { forecast: typeof wait };
    return forecast.p50Ms / MINUTE;
  };
  expect(p50Of({ ...estimates, groups })).toBe(3);
  expect(p50Of({ ...estimates, groups: [group('2,3,', 8, 4)] })).toBe(6);
  const elsewhere = groups.map((row) => ({ ...row, zone: zoneCode('legal-person') }));
  expect(p50Of({ ...estimates, groups: elsewhere })).toBe(6);
});

test('nobody is told a time while none of those who are here may call them', () => {
  // K04 has no certificate for GA002, and window 3 takes nothing of RS.
  const hall = given(clerk('K04')('openWindow', { window: 3 }));
  expect(told(hall, { items: ['GA002'] })).toMatchObject({ forecast: undefined });
  expect(told(hall, { items: ['RS001'] })).toMatchObject({ forecast: undefined });
});

describe('a credit', () => {
  const takes = kiosk('issueTicket', { items: ['GA001'] });
  const hall = given(clerk('K04')('openWindow', { window: 3 }), takes, later(MINUTE), takes);
  const at = NINE + MINUTE;
  const elder = { items: ['GA001'], class: 'ELD' };
  const known = (p50: number, p90: number): Estimates => {
    const band = { p50Ms: p50 * MINUTE, p90Ms: p90 * MINUTE };
    return { ...estimates, tickets: new Map([[ticketId('B001'), band]]) };
  };

  test('is told the wait of the next whom it passes, less what has gone by since', () => {
    const forecast = { p50Ms: 2 * MINUTE, p90Ms: 7 * MINUTE, basis: 'history' };
    expect(told(hall, elder, known(3, 8), at)).toMatchObject({ ahead: 0, forecast });
    const least = { p50Ms: 0, p90Ms: MINUTE };
    expect(told(hall, elder, known(0, 1), at)).toMatchObject({ forecast: least });
  });

  test('is never told a longer wait than a newcomer, nor any where none is known', () => {
    const { p50Ms, p90Ms } = wait;
    expect(told(hall, elder, known(20, 40), at)).toMatchObject({ forecast: { p50Ms, p90Ms } });
    const none = { ...known(3, 8), zones: new Map() };
    expect(told(hall, elder, none, at)).toMatchObject({ forecast: undefined });
  });

  test('that passes nobody is told the wait of the zone', () => {
    const early = given(clerk('K04')('openWindow', { window: 3 }), takes, later(50 * MINUTE));
    const now = NINE + 50 * MINUTE;
    expect(told(early, elder, known(3, 8), now)).toMatchObject({ ahead: 1, forecast: wait });
  });
});

describe('a batch that is older than the last tickets', () => {
  const work = { items: ['GA001'] };
  const start = () => given(clerk('K04')('openWindow', { window: 3 }));

  /** One ticket after the other in one second, with one batch: the bounds they were told, in minutes. */
  function taken(day: Given, wanted: readonly object[], batch = estimates): number[] {
    return wanted.map((fields) => {
      const event = told(day, fields, { ...batch, seq: before }, NINE) as { forecast: typeof wait };
      day.and(happened(event));
      return event.forecast.p90Ms / MINUTE;
    });
  }
  const before = start().day.seq;

  test('each who came since adds what a window takes for it', () => {
    expect(taken(start(), [work, work, work])).toEqual([15, 23, 31]);
  });

  test('two windows take them by turns', () => {
    const day = start().and(clerk('K03')('openWindow', { window: 2 }));
    expect(taken(day, [work, work, work])).toEqual([15, 15, 23]);
  });

  test('nobody is told a sooner time than the one before in the same queue', () => {
    // Window 3 alone takes GA003; whoever wants RS001 would start at window 2 at once.
    const day = start().and(clerk('K02')('openWindow', { window: 2 }));
    const only3 = { items: ['GA003'] };
    expect(taken(day, [only3, only3, only3, { items: ['RS001'] }])).toEqual([15, 20, 25, 25]);
  });

  test('whoever a credit places before them is told nothing of them', () => {
    const day = start();
    taken(day, [work, work]);
    expect(told(day, { ...work, class: 'ELD' })).toMatchObject({ forecast: { p90Ms: wait.p90Ms } });
  });

  test('who is in the batch adds nothing', () => {
    const day = start();
    const band = { p50Ms: MINUTE, p90Ms: 2 * MINUTE };
    const tickets = new Map([[ticketId('B001'), band]]);
    expect(taken(day, [work, work], { ...estimates, tickets })).toEqual([15, 15]);
  });
});
