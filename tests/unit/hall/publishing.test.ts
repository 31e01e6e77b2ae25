// A new version of the configuration over a day that is going on: who moves, and that nobody is lost.
import { describe, expect, test } from 'vitest';
import { DEMO_HALLS, demoHall } from '../../../drizzle/seed/demo-hall.ts';
import { itemCode, windowNo, zoneCode } from '../../../shared/base/ids.ts';
import type { ConfigEdit } from '../../../shared/hall/config-edit.ts';
import { editedConfig } from '../../../shared/hall/config-edit.ts';
import { replacedLists, rowCounts } from '../../../shared/hall/whole-lists.ts';
import { configFaults } from '../../../shared/hall/config-check.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import { fold } from '../../../shared/hall/evolve.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { planChanges } from '../../../shared/hall/publishing.ts';
import { scaleOf } from '../../../shared/views/evaluator-prompt.ts';
import {
  MINUTE,
  clerk,
  evaluator,
  given,
  kiosk,
  later,
  manager,
  system,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();
const take = (...items: string[]) => kiosk('issueTicket', { items });
const open = (window: number, no: string) => clerk(no)('openWindow', { window });
const publish = (configVersion = 2) => manager('publishConfig', { configVersion });

/** The item lies in another zone from now on. */
function itemMoved(code: string, zone: string): ConfigEdit {
  const items = BASE.items
    .filter((row) => row.code === itemCode(code))
    .map((row) => ({ ...row, zone: zoneCode(zone) }));
  return { items };
}

function withVersion(day: ReturnType<typeof given>, next: HallConfig) {
  day.day.plans.set(next.version, planOf(next));
  return day;
}

describe('publishing a version', () => {
  test('manager 13: a dry run says which waiting tickets change and how, and changes nothing', () => {
    const hall = given(take('GA001'), later(MINUTE), take('RS001'), take('SC001'));
    const before = hall.queue;
    const next = planOf(editedConfig(BASE, itemMoved('GA001', 'legal-person')));
    const { rows, waiting, stranded } = planChanges(hall.day, next);
    expect(rows).toEqual([
      {
        ticket: 'B001',
        before: { zone: 'natural-person', creditMs: 0, place: 1, windows: [2, 3] },
        after: { zone: 'legal-person', creditMs: 0, place: 1, windows: [1] },
      },
      {
        ticket: 'B002',
        before: { zone: 'natural-person', creditMs: 0, place: 2, windows: [2] },
        after: { zone: 'natural-person', creditMs: 0, place: 1, windows: [2] },
      },
      {
        ticket: 'A001',
        before: { zone: 'legal-person', creditMs: 0, place: 1, windows: [1] },
        after: { zone: 'legal-person', creditMs: 0, place: 2, windows: [1] },
      },
    ]);
    expect([waiting, stranded]).toEqual([3, []]);
    expect(hall.queue).toEqual(before);
  });

  test('manager 13: publishing moves the tickets that the dry run named, and no other', () => {
    const hall = given(take('GA001'), take('RS001'));
    const next = editedConfig(BASE, itemMoved('GA001', 'legal-person'));
    const { changes } = planChanges(hall.day, planOf(next));
    withVersion(hall, next)
      .when(publish())
      .then([{ type: 'ConfigPublished', configVersion: 2, changes }]);
    expect(changes.map(({ ticket }) => ticket)).toEqual(['B001']);
    expect(hall.ticket('B001')).toMatchObject({ zone: 'legal-person', orderKey: hall.hall.at });
    expect(hall.queue).toEqual(['B001', 'B002']);
  });

  test('manager 13: turning credits off puts the queue back into the order of arrival', () => {
    const hall = given(
      take('RS001'),
      later(MINUTE),
      kiosk('issueTicket', { items: ['RS001'], class: 'ELD' }),
    );
    expect(hall.queue).toEqual(['B002', 'B001']);
    const next = editedConfig(BASE, { policy: { priorityCredits: false } });
    const { rows } = planChanges(hall.day, planOf(next));
    expect(rows.map(({ ticket, before, after }) => [ticket, before.place, after.place])).toEqual([
      ['B002', 1, 2],
      ['B001', 2, 1],
    ]);
    withVersion(hall, next).and(publish());
    expect(hall.queue).toEqual(['B001', 'B002']);
    expect(hall.ticket('B002')).toMatchObject({ creditMs: 0, class: 'ELD' });
  });

  test('manager 13: nobody is dropped, whatever is waiting, called, served or held', () => {
    const hall = given(
      open(1, 'K01'),
      open(2, 'K03'),
      ...[take('SC001'), take('SC002'), take('RS001'), take('RS002'), take('GA001')],
      clerk('K01')('callNext'),
      clerk('K01')('startService'),
      clerk('K01')('holdTicket', { reason: 'copy' }),
      clerk('K01')('callNext'),
      clerk('K01')('startService'),
      clerk('K03')('callNext'),
    );
    const before = [...hall.day.tickets].map(([id, { state }]) => [id, state.status]);
    expect(new Set(before.map(([, status]) => status))).toEqual(
      new Set(['held', 'serving', 'called', 'waiting']),
    );
    const next = replacedLists(BASE, {
      items: BASE.items.filter((row) => row.code === itemCode('RS002')),
      windows: BASE.windows.filter((row) => row.no === windowNo(1)),
      staff: BASE.staff.filter((row) => row.staffNo.startsWith('M')),
    });
    withVersion(hall, next).and(publish());
    expect([...hall.day.tickets].map(([id, { state }]) => [id, state.status])).toEqual(before);
    hall
      .when(clerk('K01')('finishCase', { case: 'A002-1', outcome: 'closed' }))
      .then([{ type: 'CaseFinished' }, { type: 'PromptOpened' }, { type: 'TicketFinished' }]);
    hall.and(clerk('K03')('startService'));
  });

  test('a window that the day has moved elsewhere stays there; one at home follows the version', () => {
    const hall = given(manager('assignWindow', { window: 2, zones: ['legal-person'] }));
    const everywhere = (no: number) =>
      BASE.windows
        .filter((row) => row.no === windowNo(no))
        .map((row) => ({ ...row, zones: 'all' as const }));
    const next = editedConfig(BASE, { windows: [...everywhere(1), ...everywhere(2)] });
    withVersion(hall, next).and(publish());
    expect(hall.window(1).zones).toBe('all');
    expect(hall.window(2).zones).toEqual(['legal-person']);
  });

  test('a version that is not stored, or is not newer, is refused', () => {
    given().when(publish(7)).then('unknown-version', '7');
    given()
      .when(system('publishConfig', { configVersion: 1 }))
      .then('nothing-due');
  });

  test('a log with a publication in it folds anew once its versions are known', () => {
    const next = editedConfig(BASE, itemMoved('GA001', 'legal-person'));
    const hall = withVersion(given(take('GA001')), next).and(publish());
    const anew = emptyDay(BASE.hall, hall.day.date, planOf(BASE));
    expect(() => fold(anew, hall.hall.log)).toThrow('version 2');
    const again = emptyDay(BASE.hall, hall.day.date, planOf(BASE));
    again.plans.set(2, planOf(next));
    expect(fold(again, hall.hall.log).waiting.map(({ zone }) => zone)).toEqual(['legal-person']);
  });
});

describe('the rating scale', () => {
  const four = editedConfig(BASE, { levels: BASE.levels.filter(({ level }) => level !== 3) });

  test('manager 13: a hall with four levels is offered four, and no tag of the missing one', () => {
    expect(configFaults(four, BASE)).toEqual([]);
    const { levels, tags } = scaleOf(withVersion(given(), four).and(publish()).day);
    expect(levels.map(({ level }) => level)).toEqual([5, 4, 2, 1]);
    expect(tags.map(({ level }) => level)).toEqual([5, 4, 2, 1]);
  });

  test('manager 13: a level that the hall does not use is refused', () => {
    const hall = withVersion(given(), four).and(
      publish(),
      ...[open(1, 'K01'), take('SC001')],
      ...[clerk('K01')('callNext'), clerk('K01')('startService')],
      clerk('K01')('finishCase', { case: 'A001-1', outcome: 'closed' }),
    );
    const rate = (level: number) => evaluator(1)('rateCase', { case: 'A001-1', level });
    hall.when(rate(3)).then('unknown-level', '3');
    hall.when(rate(4)).then([{ type: 'CaseRated', level: 4 }, { type: 'PromptEnded' }]);
  });

  test('three levels are no scale', () => {
    const three = editedConfig(BASE, { levels: BASE.levels.slice(0, 3) });
    expect(configFaults(three)).toEqual([{ at: 'levels', code: 'level-count', value: '3' }]);
  });
});

describe('a version is checked before it is published', () => {
  test.each([
    ['minutes beyond the field', { holdReturnMs: 481 * MINUTE }, 'holdReturnMs', 'out-of-range'],
    ['seconds below the field', { promptMs: 9_999 }, 'promptMs', 'out-of-range'],
    ['half a call', { callsBeforeNoShow: 2.5 }, 'callsBeforeNoShow', 'not-whole'],
    ['a number that is none', { elderAgeYears: Number.NaN }, 'elderAgeYears', 'not-a-number'],
    ['red before yellow', { alertWaitRedMs: 5 * MINUTE }, 'alertWaitRedMs', 'red-before-yellow'],
    [
      'red paper above yellow',
      { alertPaperPercentRed: 60 },
      'alertPaperPercentYellow',
      'red-before-yellow',
    ],
  ])('manager 13: %s is named', (_, policy, key, code) => {
    const faults = configFaults(editedConfig(BASE, { policy }), BASE);
    expect(faults).toMatchObject([{ at: `policy.${key}`, code }]);
  });

  test('the shipped halls have no fault', () => {
    expect(configFaults(BASE)).toEqual([]);
    for (const code of DEMO_HALLS) expect(configFaults(demoHall(code))).toEqual([]);
  });

  test('rows that name what is not there, or are gone, are named', () => {
    const [first] = BASE.items;
    if (!first) throw new Error('no item');
    const next = {
      ...BASE,
      version: 2,
      items: [
        ...BASE.items.slice(1),
        { ...first, code: itemCode('NEW'), zone: zoneCode('nowhere') },
      ],
    };
    expect(configFaults(next, BASE)).toContainEqual({
      at: 'items.NEW.zone',
      code: 'unknown-zone',
      value: 'nowhere',
    });
    expect(configFaults(next, BASE)).toContainEqual({
      at: 'items.SC001',
      code: 'removed',
      value: 'SC001',
    });
  });

  test('a list that leaves rows out retires them, and a later one brings them back', () => {
    const fewer = replacedLists(BASE, { items: BASE.items.slice(1) });
    expect(fewer.items.find(({ code }) => code === itemCode('SC001'))?.retired).toBe(true);
    expect(fewer.packages.map(({ retired }) => retired)).toEqual([true, true]);
    expect(rowCounts(BASE.items, fewer.items, (row) => row.code)).toEqual({
      ...{ new: 0, changed: 0, retired: 1, unchanged: BASE.items.length - 1 },
    });
    const back = replacedLists(fewer, { items: BASE.items });
    expect(back.packages.map(({ retired }) => retired)).toEqual([undefined, undefined]);
    expect(rowCounts(BASE.items, back.items, (row) => row.code).unchanged).toBe(BASE.items.length);
  });
});
