/** What visitors were told against what came, and what screens may show of it. */
import { describe, expect, test } from 'vitest';
import { deviceId, zoneCode } from '../../../../shared/base/ids.ts';
import { accuracyOf, newcomersOn, toldOn } from '../../../../shared/forecast/estimate/accuracy.ts';
import { UNCALIBRATED } from '../../../../shared/forecast/estimate/calibrate.ts';
import { estimate } from '../../../../shared/forecast/estimate/estimate.ts';
import { learn } from '../../../../shared/forecast/estimate/learn.ts';
import { dayOf, snapshotOf } from '../../../../shared/forecast/estimate/snapshot.ts';
import type { Day } from '../../../../shared/hall/day.ts';
import type { Estimates } from '../../../../shared/hall/estimates.ts';
import { decide } from '../../../../shared/hall/decide.ts';
import { fresh } from '../../../../shared/views/outlook.ts';
import { lobbyView } from '../../../../shared/views/lobby-board.ts';
import { floorView } from '../../../../shared/views/manager-floor.ts';
import { ticketView } from '../../../../shared/views/ticket-page.ts';
import {
  MINUTE,
  NINE,
  clerk,
  commandOf,
  given,
  happened,
  kiosk,
  later,
  manager,
  openHall,
  take,
  visitor,
} from '../../../helpers/hall.ts';
import { smallHall } from '../../../helpers/small-hall.ts';

const OPEN = clerk('K01')('openWindow', { window: 1 });
const TAKE = kiosk('issueTicket', { items: ['SC001'] });
const COMPANY = zoneCode('legal-person');

const issued = (number: number, p50: number, p90: number, creditMs = 0) =>
  happened({
    type: 'TicketIssued',
    ticket: `A00${String(number)}`,
    ...{ series: 'A', number, zone: 'legal-person', creditMs, language: 'zh-Hans', ahead: 0 },
    cases: [{ case: `A00${String(number)}-1`, item: 'SC001' }],
    ...{ arrivedAt: NINE, orderKey: NINE },
    forecast: { p50Ms: p50 * MINUTE, p90Ms: p90 * MINUTE, basis: 'catalogue' },
  });

/** The day's waits as a server without a history estimates them. */
function estimated(day: Day, at: number, learned = learn(day.plan.config.items, [])): Estimates {
  const snapshot = structuredClone(snapshotOf(day, at));
  const { lastHour } = snapshot;
  return estimate(dayOf(snapshot, day.plan), learned, UNCALIBRATED, { at, lastHour });
}

describe('accuracy of a day', () => {
  const call = clerk('K01')('callNext');

  test('is the first call against what was told, in minutes as told', () => {
    const day = given(OPEN, issued(1, 5, 9), issued(2, 5, 9), later(3 * MINUTE), call);
    expect(accuracyOf(day.day)).toMatchObject({
      all: { count: 1, errorMs: 2 * MINUTE, biasMs: -2 * MINUTE, coverage: 1 },
      zones: [{ zone: COMPANY, count: 1 }],
      basis: 'catalogue',
      gone: 0,
    });
    expect(toldOn(day.day)).toMatchObject([{ waitedMs: 3 * MINUTE, rawP90Ms: 9 * MINUTE }]);
  });

  test('a call after the bound is not covered; half a minute after it is, as told on paper', () => {
    const late = given(OPEN, issued(1, 5, 9), later(9 * MINUTE + 1), call);
    expect(accuracyOf(late.day).all?.coverage).toBe(0);
    const told = given(OPEN, issued(1, 0, 0.2), later(40_000), call);
    expect(accuracyOf(told.day).all?.coverage).toBe(1);
  });

  test('a credit counts in it, but corrections do not learn from it', () => {
    const day = given(OPEN, issued(1, 5, 9, MINUTE), later(3 * MINUTE), call);
    expect(accuracyOf(day.day).all?.count).toBe(1);
    expect(newcomersOn(day.day)).toEqual([]);
    expect(newcomersOn(given(OPEN, issued(1, 5, 9), call).day)).toHaveLength(1);
  });

  test('a call that is undone was none', () => {
    const undone = given(OPEN, issued(1, 5, 9), later(MINUTE), call, clerk('K01')('undoCall'));
    expect(accuracyOf(undone.day).all).toBeNull();
    undone.and(later(4 * MINUTE), call);
    expect(toldOn(undone.day)).toMatchObject([{ waitedMs: 5 * MINUTE }]);
  });

  test('who left before a call is counted as gone', () => {
    const day = given(OPEN, issued(1, 5, 9), visitor('A001')('cancelTicket', { ticket: 'A001' }));
    expect(accuracyOf(day.day)).toMatchObject({ all: null, gone: 1 });
  });

  test('a day of before there were forecasts says nothing', () => {
    const day = given(OPEN, TAKE, clerk('K01')('callNext'));
    expect(accuracyOf(day.day)).toMatchObject({ all: null, zones: [], basis: null, gone: 0 });
  });
});

describe('estimates of a live hall', () => {
  const busy = given(
    OPEN,
    TAKE,
    TAKE,
    TAKE,
    clerk('K01')('callNext'),
    clerk('K01')('startService'),
  );
  const at = NINE + MINUTE;

  test('know everybody who waits and who comes, in the order of the queue', () => {
    const { tickets, zones, basis, madeAt, seq } = estimated(busy.day, at);
    const waits = busy.queue.map((id) => [...tickets].find(([key]) => key === id)?.[1].p50Ms ?? -1);
    expect(waits[0]).toBeGreaterThan(MINUTE);
    expect(waits[1]).toBeGreaterThan(waits[0] ?? Infinity);
    const newcomer = zones.get(COMPANY);
    expect(newcomer?.p50Ms).toBeGreaterThan(waits[1] ?? Infinity);
    expect(newcomer?.p90Ms).toBeGreaterThan(newcomer?.p50Ms ?? Infinity);
    expect({ basis, madeAt, seq }).toEqual({ basis: 'catalogue', madeAt: at, seq: busy.day.seq });
  });

  test('say nothing of whom nobody can serve', () => {
    const { zones } = estimated(busy.day, at);
    expect(zones.has(zoneCode('natural-person'))).toBe(false);
    expect(estimated(given(TAKE).day, at).tickets.size).toBe(0);
  });

  test.each(['strict', 'promise'] as const)(
    '[fair] %s order: whom one full window alone may call is told so, not what the zone waits',
    (routing) => {
      const config = smallHall();
      const hall = openHall({ ...config, policy: { ...config.policy, routing } });
      take(hall, clerk('K03')('openWindow', { window: 2 }));
      take(hall, clerk('K04')('openWindow', { window: 3 }));
      for (let count = 0; count < 6; count += 1) {
        take(hall, kiosk('issueTicket', { items: ['RS001'] }));
      }
      take(hall, clerk('K03')('callNext'));
      const estimates = estimated(hall.day, hall.at);
      const by = { kind: 'kiosk', device: deviceId('kiosk-1') } as const;
      const told = (item: string) => {
        const command = commandOf('issueTicket', { items: [item] });
        const [event] = decide(hall.day, command, { at: hall.at, by, estimates }) as readonly {
          readonly forecast?: { readonly p50Ms: number };
        }[];
        return event?.forecast?.p50Ms;
      };
      const zoneMs = estimates.zones.get(zoneCode('natural-person'))?.p50Ms ?? -1;
      expect(told('GA001')).toBe(0);
      expect(told('RS001')).toBeGreaterThan(20 * MINUTE);
      expect(zoneMs).toBeLessThan(told('RS001') ?? 0);
    },
  );

  test('follow who sits where, and an emergency grant, from one batch to the next', () => {
    const hall = openHall(smallHall());
    for (const item of ['GA001', 'GA002']) take(hall, kiosk('issueTicket', { items: [item] }));
    const learned = learn(hall.day.plan.config.items, []);
    const known = () => estimated(hall.day, hall.at, learned).tickets.size;
    take(hall, clerk('K01')('openWindow', { window: 2 }));
    expect(known()).toBe(0);
    // GA001 alone.
    take(hall, clerk('K04')('openWindow', { window: 3 }));
    expect(known()).toBe(1);
    const grant = { clerk: 'K01', items: ['GA002'], reason: 'colleague-absent' };
    take(hall, manager('grantCertificate', grant));
    expect(known()).toBe(2);
  });

  test('come out the same for the same day', () => {
    expect(estimated(busy.day, at)).toEqual(estimated(busy.day, at));
  });

  test('[fair] under zones who came just now may be called elsewhere once the wait is long', () => {
    const config = smallHall();
    const policy = { ...config.policy, routing: 'zones', zoneOverflowMs: 20 * MINUTE } as const;
    const hall = openHall({ ...config, policy });
    // Nobody of the zone's own windows is there; the one that is may take it after twenty minutes.
    take(hall, clerk('K06')('openWindow', { window: 1 }));
    take(hall, kiosk('issueTicket', { items: ['RS001'] }));
    const waits = [...estimated(hall.day, hall.at).tickets.values()].map(({ p50Ms }) => p50Ms);
    expect(waits).toEqual([20 * MINUTE]);
  });

  test('are kept with a ticket, and change nothing else that is decided', () => {
    const estimates = estimated(busy.day, at);
    const by = { kind: 'manager', staffNo: 'M01' } as never;
    const command = commandOf('issueTicket', { items: ['SC002'] });
    const without = decide(busy.day, command, { at, by });
    const told = decide(busy.day, command, { at, by, estimates });
    const { p50Ms, p90Ms, rawP90Ms } = estimates.groups!.find(({ zone }) => zone === COMPANY)!;
    const forecast = { p50Ms, p90Ms, rawP90Ms, basis: 'catalogue' };
    expect(told).toEqual((without as readonly object[]).map((event) => ({ ...event, forecast })));
    expect(JSON.stringify(without)).not.toContain('forecast');
  });
});

describe('screens', () => {
  const day = given(OPEN, TAKE, TAKE, clerk('K01')('callNext')).day;
  const estimates = estimated(day, NINE);
  const outlook = { estimates, freshForMs: 60_000, past: [] };
  const zone = (view: ReturnType<typeof lobbyView>) =>
    view.zones.find(({ code }) => code === COMPANY)?.estimate;

  test('[visitor] show whole minutes, and until when they hold', () => {
    const shown = zone(lobbyView(day, outlook));
    expect(Number.isInteger(shown?.p50Minutes)).toBe(true);
    expect(shown?.p90Minutes).toBeGreaterThanOrEqual(shown?.p50Minutes ?? Infinity);
    expect(fresh(shown, NINE)).not.toBeNull();
    expect(fresh(shown, NINE + 61_000)).toBeNull();
    expect(fresh(undefined, NINE)).toBeNull();
  });

  test('[visitor] know nothing without estimates, and say so', () => {
    expect(zone(lobbyView(day))).toBeNull();
    const ticket = day.tickets.get(day.waiting[0]!.id)!;
    expect(ticketView(day, ticket, () => '').estimate).toBeNull();
    expect(ticketView(day, ticket, () => '', outlook).estimate).toMatchObject({
      basis: 'catalogue',
    });
    expect(floorView(day, outlook).estimates).toMatchObject({ basis: 'catalogue', days: 0 });
  });

  test('a phone whose ticket is called shows no wait any more', () => {
    const called = [...day.tickets.values()].find(({ state }) => state.status === 'called')!;
    expect(ticketView(day, called, () => '', outlook).estimate).toBeNull();
  });
});
