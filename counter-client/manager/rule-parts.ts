/** Which lists of rules stand in which part of the rules' tab, and their editors. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import { ruleTableText } from '../../shared/text/manager-rule-tables.ts';
import type { CellFaults, RuleTables } from './rule-draft.ts';
import { rowsOf, tableFaults, timesOutside, withRows } from './rule-draft.ts';
import type { RuleListName, RuleRow } from './rule-lists.ts';
import './rule-table.ts';

const LISTS: Readonly<Record<string, readonly RuleListName[]>> = {
  hours: ['sessions', 'kioskOnAt', 'cutoffs'],
  calendar: ['calendar', 'holidays', 'makeUpDays'],
  slots: ['slots'],
  classes: ['priorityClasses'],
  quotas: ['itemRules'],
  agents: ['agents'],
  terminals: ['terminals'],
};

const NONE: CellFaults = new Map();

export interface RuleParts {
  readonly part: string;
  readonly config: HallConfig;
  readonly tables: RuleTables;
  readonly language: Language;
  readonly change: (tables: RuleTables) => void;
}

/** Whether a part of the tab is made of lists. */
export function isRuleLists(part: string): boolean {
  return Object.hasOwn(LISTS, part);
}

/** The editors of a part; none where the part is no list of rows. */
export function ruleParts({ part, config, tables, language, change }: RuleParts) {
  const faults = tableFaults(tables, config);
  return html`${alwaysOpen(part, config, language)} ${outside(part, tables, config, language)}
  ${repeat(
    LISTS[part] ?? [],
    (list) => list,
    (list) =>
      html`<yc-rule-table
        .list=${list}
        .config=${config}
        .rows=${rowsOf(list, config, tables)}
        .faults=${faults.get(list) ?? NONE}
        .language=${language}
        @rows=${({ detail }: CustomEvent<readonly RuleRow[]>) => {
          change(withRows(tables, list, detail, config));
        }}
      ></yc-rule-table>`,
  )}`;
}

/** A demo hall gives tickets at any hour: its hours are told, and bind nobody. */
function alwaysOpen(part: string, { policy }: HallConfig, language: Language) {
  const isAboutHours = part === 'hours' || part === 'quotas';
  if (!policy.alwaysOpen || !isAboutHours) return nothing;
  return html`<p class="outside">${ruleTableText[language].alwaysOpen}</p>`;
}

/** Hours and bookable times are two lists; what no longer fits is told on both pages. */
function outside(part: string, tables: RuleTables, config: HallConfig, language: Language) {
  if (part !== 'hours' && part !== 'slots') return nothing;
  const times = timesOutside(tables, config);
  if (times.length === 0) return nothing;
  return html`<p class="outside" role="status">
    ⚠ ${ruleTableText[language].outside(times.join(' '))}
  </p>`;
}

/** What a part of the tab holds: something wrong, something changed, or neither. */
export function partMark(part: string, tables: RuleTables, config: HallConfig): string {
  const lists = LISTS[part]?.filter((list) => tables.has(list)) ?? [];
  if (lists.length === 0) return '';
  const faults = tableFaults(tables, config);
  return lists.some((list) => (faults.get(list)?.size ?? 0) > 0) ? '⚠' : '•';
}
