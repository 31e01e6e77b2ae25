// Where a version puts those who wait: zone, credit, place and windows, and what it must leave alone.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { windowNo, zoneCode } from '../../../shared/base/ids.ts';
import type { HallConfig, ServiceItem } from '../../../shared/hall/config.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { planChanges } from '../../../shared/hall/publishing.ts';
import type { Given } from '../../helpers/hall.ts';
import { MINUTE, NINE, clerk, given, happened, kiosk, later } from '../../helpers/hall.ts';
import { manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const elder = kiosk('issueTicket', { items: ['SC001'], class: 'ELD' });
const legal = zoneCode('legal-person');
const natural = zoneCode('natural-person');

const under = (day: Given, change: Partial<HallConfig>, from: HallConfig = BASE) =>
  planChanges(day.day, planOf({ ...from, ...change, version: 2 }));
const items = (code: string, change: Partial<ServiceItem>) => ({
  items: BASE.items.map((row) => (row.code === code ? { ...row, ...change } : row)),
});
const everywhere: HallConfig = {
  ...BASE,
  windows: BASE.windows.map((row) => (row.no === 1 ? { ...row, zones: 'all' } : row)),
};

describe('the zone', () => {
  test('follows the matter; who is not touched stands in no row', () => {
    const day = given(takes('SC001'), takes('SC002'), takes('SC003'));
    const { changes, rows, waiting } = under(day, items('SC001', { zone: natural }));
    expect(changes).toEqual([
      { ticket: 'A001', zone: 'natural-person', creditMs: 0, orderKey: NINE },
    ]);
    // The others move up in their zone.
    expect(rows.map(({ ticket, before, after }) => [ticket, before.place, after.place])).toEqual([
      ['A001', 1, 1],
      ['A002', 2, 1],
      ['A003', 3, 2],
    ]);
    expect(waiting).toBe(3);
    expect(under(day, {})).toMatchObject({ changes: [], rows: [], stranded: [] });
  });

  test('is that of most minutes of what is due', () => {
    const day = given(everywhere, takes('RS002', 'RS001'));
    expect(day.ticket('B001').zone).toBe('natural-person');
    const longer = everywhere.items.map((row) =>
      row.code === 'RS002' ? { ...row, expectedMinutes: 11 } : row,
    );
    expect(under(day, { items: longer }, everywhere).changes).toMatchObject([
      { ticket: 'B001', zone: 'legal-person' },
    ]);
    const three = given(everywhere, takes('RS001', 'RS002', 'SC002'));
    expect(three.ticket('A001').zone).toBe('legal-person');
    const shorter = everywhere.items.map((row) =>
      row.code === 'RS002' ? { ...row, expectedMinutes: 1 } : row,
    );
    expect(under(three, { items: shorter }, everywhere).changes).toEqual([]);
  });

  test('of a package is its own at the first window, and no longer at the second', () => {
    const moved = { packages: BASE.packages.map((row) => ({ ...row, zone: natural })) };
    const pack = kiosk('issueTicket', { items: [], package: 'PK02' });
    const day = given(pack);
    expect(under(day, moved).changes).toMatchObject([{ ticket: 'F001', zone: 'natural-person' }]);
    const k1 = clerk('K01');
    const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
    day.and(k1('openWindow', { window: 1 }), k1('callNext'), k1('startService'));
    day.and(ends('F001-1'), ends('F001-2'));
    expect(day.ticket('F001')).toMatchObject({ stop: 2, zone: 'legal-person' });
    expect(under(day, moved).changes).toEqual([]);
    expect(under(day, items('TX001', { zone: natural })).changes).toMatchObject([
      { ticket: 'F001', zone: 'natural-person' },
    ]);
  });

  test('that a transfer chose stays', () => {
    const k1 = clerk('K01');
    const to = { kind: 'zone', zone: 'natural-person' };
    const day = given(everywhere, takes('RS002'), k1('openWindow', { window: 1 }), k1('callNext'));
    day.and(k1('startService'), k1('transferTicket', { to, reason: 'lunch' }));
    expect(day.ticket('A001').zone).toBe('natural-person');
    const moved = everywhere.items.map((row) => ({ ...row, zone: zoneCode('collection') }));
    expect(under(day, { items: moved }, everywhere).changes).toEqual([]);
  });
});

describe('the credit', () => {
  const less = {
    priorityClasses: BASE.priorityClasses.map((row) => ({ ...row, creditMinutes: 5 })),
  };

  test('follows its class, and the place with it', () => {
    const day = given(takes('SC001'), later(10 * MINUTE), elder, elder);
    expect(day.queue).toEqual(['A002', 'A003', 'A001']);
    const { changes, rows } = under(day, less);
    const change = { zone: 'legal-person', creditMs: 5 * MINUTE, orderKey: NINE + 5 * MINUTE };
    expect(changes).toEqual([
      { ticket: 'A002', ...change },
      { ticket: 'A003', ...change },
    ]);
    expect(rows.map(({ ticket, after }) => [ticket, after.place])).toEqual([
      ['A002', 2],
      ['A003', 3],
      ['A001', 1],
    ]);
  });

  test('is gone with a class that is switched off, and stays where somebody set another', () => {
    const off = {
      priorityClasses: BASE.priorityClasses.map((row) => ({ ...row, enabled: false })),
    };
    const day = given(elder);
    expect(under(day, off).changes).toMatchObject([{ creditMs: 0, orderKey: NINE }]);
    expect(under(day, { priorityClasses: [] }).changes).toMatchObject([{ creditMs: 0 }]);
    const own = { creditMs: MINUTE, orderKey: NINE - MINUTE };
    const issued = must(day.hall.log.at(-1), 'the ticket').event;
    const other = given(happened({ ...issued, ...own }));
    expect(under(other, off).changes).toEqual([]);
    expect(under(given(takes('SC001')), off).changes).toEqual([]);
  });
});

describe('the windows', () => {
  const windowsOf = (day: Given, change: Partial<HallConfig>) =>
    under(day, change).rows.map(({ ticket, after }) => [ticket, ...after.windows]);
  const place = (no: number, change: object) => ({
    windows: BASE.windows.map((row) => (row.no === no ? { ...row, ...change } : row)),
  });

  test('that stand where they belong move along; who is left without one is named', () => {
    const day = given(takes('SC001'));
    expect(under(day, place(1, { zones: [natural] }))).toMatchObject({
      changes: [],
      rows: [{ ticket: 'A001', before: { windows: [1] }, after: { windows: [] } }],
      stranded: ['A001'],
    });
    expect(under(day, place(1, { retired: true })).stranded).toEqual(['A001']);
    expect(under(day, place(2, { zones: 'all' }))).toMatchObject({ stranded: [] });
    expect(windowsOf(day, place(2, { zones: 'all' }))).toEqual([['A001', 1, 2]]);
  });

  test('that the day has moved stay where they are', () => {
    const day = given(takes('SC001'), manager('assignWindow', { window: 1, zones: 'all' }));
    expect(windowsOf(day, place(1, { zones: [natural] }))).toEqual([]);
  });

  test('that are new take what they are for', () => {
    const first = must(BASE.windows[0], 'a window');
    const more = { windows: [...BASE.windows, { ...first, no: windowNo(9), zones: [legal] }] };
    expect(windowsOf(given(takes('SC001')), more)).toEqual([['A001', 1, 9]]);
  });

  test('whoever had none before is not left without one now', () => {
    const day = given(takes('SC001'), manager('assignWindow', { window: 1, zones: [natural] }));
    const { stranded } = under(day, items('SC001', { zone: natural }));
    expect(stranded).toEqual([]);
    expect(under(day, items('SC001', { popularity: 9 })).stranded).toEqual([]);
  });
});

describe('the promise', () => {
  const promising: HallConfig = { ...BASE, policy: { ...BASE.policy, routing: 'promise' } };
  const { promiseSlackMs } = BASE.policy;

  test('is made to everybody who waits, when the hall begins to promise', () => {
    const day = given(takes('SC001'), later(MINUTE), takes('SC002'));
    const { changes, rows } = under(day, promising);
    const promiseAt = NINE + MINUTE + promiseSlackMs;
    expect(changes).toMatchObject([
      { ticket: 'A001', zone: 'legal-person', promiseAt },
      { ticket: 'A002', zone: 'legal-person', promiseAt },
    ]);
    expect(rows.map(({ before, after }) => [before.promiseAt, after.promiseAt])).toEqual([
      [undefined, promiseAt],
      [undefined, promiseAt],
    ]);
    const late = planChanges(day.day, planOf({ ...promising, version: 2 }), NINE + 9 * MINUTE);
    expect(late.changes).toMatchObject([
      { promiseAt: NINE + 9 * MINUTE + promiseSlackMs },
      { promiseAt: NINE + 9 * MINUTE + promiseSlackMs },
    ]);
  });

  test('that was made holds, and is said no longer where the hall has stopped promising', () => {
    const day = given(promising, takes('SC001'));
    const { promiseAt } = day.ticket('A001');
    expect(promiseAt).toBe(NINE + promiseSlackMs);
    const more = { policy: { ...promising.policy, promiseSlackMs: 2 * promiseSlackMs } };
    expect(under(day, more, promising)).toMatchObject({ changes: [], rows: [] });
    const { changes, rows } = under(day, BASE, promising);
    expect(changes).toEqual([]);
    expect(rows).toMatchObject([{ ticket: 'A001', before: { promiseAt } }]);
    expect(rows[0]?.after).not.toHaveProperty('promiseAt');
  });
});
