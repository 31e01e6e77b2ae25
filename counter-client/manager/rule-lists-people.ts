/** Lists about who and what: priority classes, limits of single items, agents, terminals. Pure. */
import type { ConfigEdit, RemovedRows } from '../../shared/hall/config-edit.ts';
import { itemCode } from '../../shared/base/ids.ts';
import type { ItemRule, PriorityClass } from '../../shared/hall/config.ts';
import { cell, dateOf, itemsOf, nameCells, namesOf, numberOf, timeOf } from './rule-cells.ts';
import type { Cells } from './rule-cells.ts';
import type { RuleList } from './rule-lists.ts';

const priorityClasses: RuleList = {
  columns: [
    { key: 'code', kind: 'key' },
    { key: 'label', kind: 'names' },
    { key: 'creditMinutes', kind: 'number', min: 0, max: 240, hasParts: true },
    { key: 'evidence', kind: 'names', optional: true },
    { key: 'needsApproval', kind: 'flag' },
    { key: 'enabled', kind: 'flag' },
  ],
  isKept: true,
  rowsMax: 60,
  rows: (config) => config.priorityClasses.map(classCells),
  edit: (rows) => ({ priorityClasses: rows.map(({ cells }) => classOf(cells)) }),
  at: (cells) => `priorityClasses.${cell(cells, 'code')}`,
};

function classCells(row: PriorityClass): Cells {
  return {
    code: row.code,
    ...nameCells('label', row.label),
    creditMinutes: String(row.creditMinutes),
    ...nameCells('evidence', row.evidence),
    needsApproval: row.needsApproval ? 'true' : '',
    enabled: row.enabled ? 'true' : '',
  };
}

function classOf(cells: Cells): PriorityClass {
  const evidence = namesOf(cells, 'evidence');
  return {
    code: cell(cells, 'code'),
    label: namesOf(cells, 'label'),
    creditMinutes: numberOf(cells, 'creditMinutes'),
    needsApproval: cell(cells, 'needsApproval') === 'true',
    enabled: cell(cells, 'enabled') === 'true',
    ...(evidence['zh-Hans'] !== '' && { evidence }),
  };
}

const itemRules: RuleList = {
  columns: [
    { key: 'item', kind: 'item' },
    { key: 'ticketsPerDayMax', kind: 'number', optional: true, min: 0, max: 10_000 },
    { key: 'from', kind: 'time', optional: true },
    { key: 'to', kind: 'time', optional: true },
  ],
  rowsMax: 2_000,
  rows: (config) =>
    config.itemRules.map(({ item, ticketsPerDayMax, from = '', to = '' }) => ({
      ...{ item, from, to },
      ticketsPerDayMax: ticketsPerDayMax === undefined ? '' : String(ticketsPerDayMax),
    })),
  edit: (rows) => ({ itemRules: rows.map(({ cells }) => itemRuleOf(cells)) }),
  at: (cells) => `itemRules.${cell(cells, 'item').toUpperCase()}`,
};

function itemRuleOf(cells: Cells): ItemRule {
  const most = numberOf(cells, 'ticketsPerDayMax');
  const from = timeOf(cell(cells, 'from'));
  const to = timeOf(cell(cells, 'to'));
  return {
    item: itemCode(cell(cells, 'item').toUpperCase()),
    ...(!Number.isNaN(most) && { ticketsPerDayMax: most }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
  };
}

const agents: RuleList = {
  columns: [
    { key: 'agentNo', kind: 'key' },
    { key: 'organisation', kind: 'text' },
    { key: 'validUntil', kind: 'date' },
  ],
  rowsMax: 5_000,
  rows: (config) => config.agents.map((agent) => ({ ...agent })),
  edit: (rows, config, before) => {
    const kept = new Set(rows.map(({ cells }) => cell(cells, 'agentNo')));
    const gone = config.agents.map(({ agentNo }) => agentNo).filter((no) => !kept.has(no));
    return {
      agents: rows.map(({ cells }) => ({
        agentNo: cell(cells, 'agentNo'),
        organisation: cell(cells, 'organisation'),
        validUntil: dateOf(cell(cells, 'validUntil')),
      })),
      ...without(before, { agents: gone }),
    };
  },
  at: (cells) => `agents.${cell(cells, 'agentNo')}`,
};

const terminals: RuleList = {
  columns: [
    { key: 'no', kind: 'key', min: 1, max: 999 },
    { key: 'name', kind: 'names' },
    { key: 'items', kind: 'items' },
    { key: 'floor', kind: 'number', min: -9, max: 99 },
    { key: 'way', kind: 'names' },
    { key: 'expectedMinutes', kind: 'number', min: 0, max: 480, hasParts: true },
  ],
  rowsMax: 200,
  rows: (config) =>
    config.terminals.map((row) => ({
      no: String(row.no),
      ...nameCells('name', row.name),
      items: row.items.join(' '),
      floor: String(row.floor),
      ...nameCells('way', row.way),
      expectedMinutes: String(row.expectedMinutes),
    })),
  edit: (rows, config, before) => {
    const kept = new Set(rows.map(({ cells }) => numberOf(cells, 'no')));
    const gone = config.terminals.map(({ no }) => no).filter((no) => !kept.has(no));
    return {
      terminals: rows.map(({ cells }) => ({
        no: numberOf(cells, 'no'),
        name: namesOf(cells, 'name'),
        items: itemsOf(cells, 'items'),
        floor: numberOf(cells, 'floor'),
        way: namesOf(cells, 'way'),
        expectedMinutes: numberOf(cells, 'expectedMinutes'),
      })),
      ...without(before, { terminals: gone }),
    };
  },
  at: (cells) => `terminals.${cell(cells, 'no')}`,
};

function without({ removed }: ConfigEdit, more: RemovedRows): ConfigEdit {
  const count = (more.agents?.length ?? 0) + (more.terminals?.length ?? 0);
  return count === 0 ? {} : { removed: { ...removed, ...more } };
}

export const PEOPLE_LISTS = { priorityClasses, itemRules, agents, terminals };
