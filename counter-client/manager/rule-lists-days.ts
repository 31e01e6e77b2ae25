/** Lists about the days: whether weekends are worked, holidays, days that make up for them. Pure. */
import type { WorkCalendar } from '../../shared/calendar/working-days.ts';
import type { ConfigEdit } from '../../shared/hall/config-edit.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import { cell, dateOf, nameCells, namesOf } from './rule-cells.ts';
import type { RuleList } from './rule-lists.ts';

/** Three lists change one calendar. */
function withCalendar(
  config: HallConfig,
  before: ConfigEdit,
  change: Partial<WorkCalendar>,
): ConfigEdit {
  return { calendar: { ...(before.calendar ?? config.calendar), ...change } };
}

const calendar: RuleList = {
  columns: [
    { key: 'everyDay', kind: 'flag' },
    { key: 'coveredUntil', kind: 'date', optional: true },
  ],
  isSingle: true,
  rowsMax: 1,
  rows: (config) => [
    {
      everyDay: config.calendar.everyDay ? 'true' : '',
      coveredUntil: config.calendar.coveredUntil ?? '',
    },
  ],
  edit: ([row], config, before) =>
    withCalendar(config, before, {
      everyDay: cell(row?.cells ?? {}, 'everyDay') === 'true',
      coveredUntil: dateOf(cell(row?.cells ?? {}, 'coveredUntil')) || null,
    }),
  at: () => 'calendar',
};

const holidays: RuleList = {
  columns: [
    { key: 'name', kind: 'names' },
    { key: 'from', kind: 'date' },
    { key: 'to', kind: 'date' },
  ],
  rowsMax: 200,
  rows: (config) =>
    config.calendar.holidays.map(({ name, from, to }) => ({
      ...nameCells('name', name),
      ...{ from, to },
    })),
  edit: (rows, config, before) =>
    withCalendar(config, before, {
      holidays: rows.map(({ cells }) => ({
        name: namesOf(cells, 'name'),
        from: dateOf(cell(cells, 'from')),
        to: dateOf(cell(cells, 'to')),
      })),
    }),
  at: (_, place) => `calendar.holidays.${String(place + 1)}`,
};

const makeUpDays: RuleList = {
  columns: [{ key: 'day', kind: 'date' }],
  rowsMax: 200,
  rows: (config) => config.calendar.makeUpDays.map((day) => ({ day })),
  edit: (rows, config, before) =>
    withCalendar(config, before, {
      makeUpDays: rows.map(({ cells }) => dateOf(cell(cells, 'day'))),
    }),
  at: (_, place) => `calendar.makeUpDays.${String(place + 1)}`,
};

export const DAY_LISTS = { calendar, holidays, makeUpDays };
