// The way through the windows in its corners: which stop comes when, what joins which, whose turn ends.
import { describe, expect, test } from 'vitest';
import { caseId, itemCode } from '../../../shared/base/ids.ts';
import { leftToLater } from '../../../shared/hall/itinerary.ts';
import type { Given } from '../../helpers/hall.ts';
import { MINUTE, NINE, clerk, given, happened, kiosk, later } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();
const k1 = clerk('K01');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const comesFor = (...items: string[]) => kiosk('issueTicket', { items, agent: 'D01' });
const served = [k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')];
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const leaves = (...cases: string[]) => k1('planStop', { cases });
const planned = (id: string, stop: number) =>
  happened({ type: 'StopPlanned', ticket: 'A001', cases: [id], stop });
const stopsOf = (day: Given, id: string) => day.ticket(id).cases.map(({ stop }) => stop);
/** Without the people who may do nearly everything. */
const without = (...numbers: string[]) => ({
  ...BASE,
  staff: BASE.staff.map((row) =>
    numbers.includes(row.staffNo) ? { ...row, retired: true as const } : row,
  ),
});

describe('the stops of a visit', () => {
  test('after the first one the longest comes next, whatever was chosen before it', () => {
    const day = given(takes('SC001', 'TX001', 'RS001', 'GA001'));
    expect(stopsOf(day, 'A001')).toEqual([1, 3, 2, 2]);
  });

  test('even ones come in the order of the windows', () => {
    expect(stopsOf(given(takes('SC001', 'TX001', 'GA001')), 'A001')).toEqual([1, 2, 3]);
  });

  test('what a package does not hold is done after it, even where it was chosen first', () => {
    for (const items of [
      ['SC001', 'RS001', 'GA001'],
      ['GA001', 'SC001', 'RS001'],
    ]) {
      const day = given(kiosk('issueTicket', { package: 'PK01', items }));
      const stops = new Map(day.ticket('F001').cases.map(({ item, stop }) => [item, stop]));
      expect(stops.get(itemCode('GA001'))).toBe(2);
      expect([stops.get(itemCode('SC001')), stops.get(itemCode('RS001'))]).toEqual([1, 1]);
    }
  });

  test('an agent’s turns are counted through, with no stop left out', () => {
    const day = given(comesFor(...Array.from({ length: 6 }, () => 'SC001'), 'TX001'));
    expect(stopsOf(day, 'A001')).toEqual([1, 1, 1, 1, 1, 2, 3]);
  });
});

describe('cases that are left to later', () => {
  test('go behind the last stop where no later one fits', () => {
    given(kiosk('issueTicket', { package: 'PK02' }), ...served)
      .when(leaves('F001-2'))
      .then([{ type: 'StopPlanned', cases: ['F001-2'], stop: 3 }]);
  });

  test('join the next stop that fits, not the one that was planned first', () => {
    const four = takes('SC001', 'SC002', 'SC003', 'SC004');
    given(four, ...served, planned('A001-2', 3), planned('A001-3', 2))
      .when(leaves('A001-4'))
      .then([{ type: 'StopPlanned', cases: ['A001-4'], stop: 2 }]);
  });

  test('pass a stop whose own cases do not go with them', () => {
    given(takes('SC001', 'SC002', 'SC003', 'TX001'), ...served, planned('A001-3', 3))
      .when(leaves('A001-2'))
      .then([{ type: 'StopPlanned', cases: ['A001-2'], stop: 3 }]);
  });

  test('of an agent never join another turn', () => {
    given(comesFor(...Array.from({ length: 6 }, () => 'SC001')), ...served)
      .when(leaves('A001-5'))
      .then([{ type: 'StopPlanned', cases: ['A001-5'], stop: 3 }]);
  });

  const rows = (...items: string[]) =>
    items.map((item, place) => ({
      id: caseId(`A001-${String(place + 1)}`),
      item: itemCode(item),
    }));

  test('that need two more windows make two more stops', () => {
    const day = given(takes('SC001', 'SC002'));
    expect(leftToLater(day.day, day.ticket('A001'), rows('TX001', 'RS001'))).toMatchObject([
      { cases: ['A001-1'], stop: 2 },
      { cases: ['A001-2'], stop: 3 },
    ]);
  });

  test('that do not go together do not both join the same stop', () => {
    // GA001 goes with RS001 for K02 and with GA003 for K04, all three for nobody.
    const day = given(without('K03', 'K06'), takes('SC001', 'GA001'));
    expect(stopsOf(day, 'A001')).toEqual([1, 2]);
    expect(leftToLater(day.day, day.ticket('A001'), rows('RS001', 'GA003'))).toMatchObject([
      { cases: ['A001-1'], stop: 2 },
      { cases: ['A001-2'], stop: 3 },
    ]);
  });

  test('are refused where nobody in the hall could take them', () => {
    given(without('K07'), takes('SC001', 'SC002'), ...served)
      .when(k1('recodeCase', { case: 'A001-2', item: 'TX001' }))
      .then('no-window-for-items', 'TX001');
  });
});

describe('after a stop', () => {
  test('the next one comes, in whatever order they were planned', () => {
    const three = takes('SC001', 'SC002', 'SC003');
    given(three, ...served, planned('A001-2', 3), planned('A001-3', 2))
      .when(ends('A001-1'))
      .then([
        { type: 'CaseFinished' },
        { type: 'PromptOpened' },
        { type: 'TicketMovedOn', stop: 2 },
      ]);
  });

  test('the visitor waits in the zone of the next stop, whatever is still to come', () => {
    const four = takes('SC001', 'TX001', 'GA001', 'GA002');
    const turned = [planned('A001-2', 2), planned('A001-3', 3), planned('A001-4', 3)];
    given(four, ...served, ...turned)
      .when(ends('A001-1'))
      .then([
        { type: 'CaseFinished' },
        { type: 'PromptOpened' },
        { type: 'TicketMovedOn', stop: 2, zone: 'legal-person' },
      ]);
    given(takes('SC001', 'GA001'), ...served)
      .when(ends('A001-1'))
      .then([
        { type: 'CaseFinished' },
        { type: 'PromptOpened' },
        { type: 'TicketMovedOn', stop: 2, zone: 'natural-person' },
      ]);
  });

  test('an agent whose turn was short keeps the place, however much is still to come', () => {
    const mixed = comesFor('SC001', ...Array.from({ length: 6 }, () => 'TX001'));
    const others = [later(MINUTE), takes('TX001')];
    const day = given(mixed, ...others, ...served, ends('A001-1'));
    const moved = day.hall.log.at(-1)?.event;
    expect(moved).toMatchObject({ type: 'TicketMovedOn', stop: 2, orderKey: NINE });
    expect(moved).not.toHaveProperty('isBatch');
    expect(day.queue).toEqual(['A001', 'A002']);
  });

  test('who comes for himself keeps the place, however many cases that were', () => {
    const hall = smallHall({ agentCasesPerTurn: 1 });
    const others = [later(MINUTE), takes('TX001')];
    const day = given(hall, takes('SC001', 'TX001'), ...others, ...served, ends('A001-1'));
    const moved = day.hall.log.at(-1)?.event;
    expect(moved).toMatchObject({ type: 'TicketMovedOn', orderKey: NINE });
    expect(moved).not.toHaveProperty('isBatch');
  });
});
