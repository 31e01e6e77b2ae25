/** Lists about the hours of a day: sessions, when screens wake, last tickets, bookable times. Pure. */
import { zoneCode } from '../../shared/base/ids.ts';
import type { Cutoff, HallConfig, SlotPlan } from '../../shared/hall/config.ts';
import { ITEM_KINDS, cell, itemsOf, numberOf, several, timeOf } from './rule-cells.ts';
import type { Cells } from './rule-cells.ts';
import type { RuleList } from './rule-lists.ts';

const numbered = (list: string) => (_: Cells, place: number) => `${list}.${String(place + 1)}`;
const timesOf = (cells: Cells, key: string) => several(cells, key).map(timeOf);

const sessions: RuleList = {
  columns: [
    { key: 'open', kind: 'time' },
    { key: 'close', kind: 'time' },
  ],
  rowsMin: 1,
  rowsMax: 6,
  rows: (config) => config.sessions.map(({ open, close }) => ({ open, close })),
  edit: (rows) => ({
    sessions: rows.map(({ cells }) => ({
      open: timeOf(cell(cells, 'open')),
      close: timeOf(cell(cells, 'close')),
    })),
  }),
  at: numbered('sessions'),
};

const kioskOnAt: RuleList = {
  columns: [{ key: 'time', kind: 'time' }],
  isSingle: true,
  rowsMax: 1,
  rows: (config) => [{ time: config.kioskOnAt }],
  edit: ([row]) => (row ? { kioskOnAt: timeOf(cell(row.cells, 'time')) } : {}),
  at: () => 'kioskOnAt',
};

const cutoffs: RuleList = {
  columns: [
    { key: 'zone', kind: 'zone', optional: true },
    { key: 'kinds', kind: 'kinds', optional: true },
    { key: 'packages', kind: 'flag' },
    { key: 'flash', kind: 'flag' },
    { key: 'minExpectedMinutes', kind: 'number', optional: true, min: 1, max: 480 },
    { key: 'items', kind: 'items', optional: true },
    { key: 'at', kind: 'times' },
  ],
  isOrdered: true,
  rowsMax: 100,
  rows: ({ cutoffs: rows }) => rows.map(cutoffCells),
  edit: (rows) => ({ cutoffs: rows.map(({ cells }) => cutoffOf(cells)) }),
  at: numbered('cutoffs'),
};

function cutoffCells(row: Cutoff): Cells {
  return {
    zone: row.zone ?? '',
    kinds: row.kinds?.join(' ') ?? '',
    packages: row.packages ? 'true' : '',
    flash: row.flash ? 'true' : '',
    minExpectedMinutes: row.minExpectedMinutes === undefined ? '' : String(row.minExpectedMinutes),
    items: row.items?.join(' ') ?? '',
    at: row.at.join(' '),
  };
}

function cutoffOf(cells: Cells): Cutoff {
  const kinds = several(cells, 'kinds');
  const items = itemsOf(cells, 'items');
  const minutes = numberOf(cells, 'minExpectedMinutes');
  const zone = cell(cells, 'zone');
  return {
    ...(items.length > 0 && { items }),
    ...(zone !== '' && { zone: zoneCode(zone) }),
    ...(kinds.length > 0 && { kinds: ITEM_KINDS.filter((kind) => kinds.includes(kind)) }),
    ...(cell(cells, 'packages') === 'true' && { packages: true as const }),
    ...(cell(cells, 'flash') === 'true' && { flash: true as const }),
    ...(!Number.isNaN(minutes) && { minExpectedMinutes: minutes }),
    at: timesOf(cells, 'at'),
  };
}

const slots: RuleList = {
  columns: [
    { key: 'zone', kind: 'zone' },
    { key: 'items', kind: 'items', optional: true },
    { key: 'times', kind: 'times' },
    { key: 'minutes', kind: 'number', min: 1, max: 480 },
    { key: 'capacity', kind: 'number', min: 0, max: 1_000 },
  ],
  rowsMax: 200,
  rows: ({ slots: rows }) =>
    rows.map((row) => ({
      zone: row.zone,
      items: row.items?.join(' ') ?? '',
      times: row.times.join(' '),
      minutes: String(row.minutes),
      capacity: String(row.capacity),
    })),
  edit: (rows, config) => ({ slots: rows.map(({ cells }) => slotsOf(cells, config)) }),
  at: numbered('slots'),
};

function slotsOf(cells: Cells, { zones }: HallConfig): SlotPlan {
  const items = itemsOf(cells, 'items');
  return {
    zone: zoneCode(cell(cells, 'zone') || (zones[0]?.code ?? '')),
    ...(items.length > 0 && { items }),
    times: timesOf(cells, 'times'),
    minutes: numberOf(cells, 'minutes'),
    capacity: numberOf(cells, 'capacity'),
  };
}

export const HOUR_LISTS = { sessions, kioskOnAt, cutoffs, slots };
