/** One cell of a table of rules: what is typed or chosen, and below it in words what is wrong. */
import { html, nothing } from 'lit';
import type { HallConfig } from '../../shared/hall/config.ts';
import { LANGUAGES } from '../../shared/text/language.ts';
import type { Language } from '../../shared/text/language.ts';
import { faultText } from '../../shared/text/configuring.ts';
import { ruleTableText } from '../../shared/text/manager-rule-tables.ts';
import { ITEM_KINDS, several } from './rule-cells.ts';
import type { CellFault, CellKind, Column } from './rule-cells.ts';
import type { RuleRow } from './rule-lists.ts';

const ITEM_NAMES_MAX = 3;
const TEXT_CHARS_MAX = 400;
const LIST_CHARS_MAX = 20_000;

export interface RuleCell {
  readonly column: Column;
  readonly row: RuleRow;
  readonly config: HallConfig;
  readonly language: Language;
  /** The column's words and the row's number, for those who hear the page. */
  readonly label: string;
  readonly fault: CellFault | null;
  readonly type: (key: string, text: string) => void;
}

/** The cell. */
export function ruleCell(cell: RuleCell) {
  const { fault, language, row, column } = cell;
  const id = `${row.id}-${column.key}-fault`;
  return html`${control(cell, fault ? id : null)}${hint(cell)}
  ${fault ? html`<span class="fault" id=${id}>${faultText(fault, language)}</span>` : nothing}`;
}

function control(cell: RuleCell, fault: string | null) {
  const { column, row } = cell;
  switch (column.kind) {
    case 'flag':
      return tick(cell, cell.label, row.cells[column.key] === 'true', (isOn) => {
        cell.type(column.key, isOn ? 'true' : '');
      });
    case 'kinds':
      return kinds(cell);
    case 'zone':
      return zones(cell);
    case 'names':
      return names(cell, fault);
    case 'key':
      return row.source === null
        ? field(cell, column.key, fault)
        : html`<b class="key">${row.cells[column.key]}</b>`;
    case 'times':
    case 'items':
      return lines(cell, fault);
    default:
      return field(cell, column.key, fault);
  }
}

const EXAMPLES: Readonly<Partial<Record<CellKind, string>>> = {
  time: '08:30',
  date: '2027-01-01',
};

function field(cell: RuleCell, key: string, fault: string | null, placeholder = '') {
  const { column, row, label } = cell;
  return html`<input
    class="field ${column.kind}"
    name=${key}
    inputmode=${column.kind === 'number' ? 'decimal' : 'text'}
    maxlength=${TEXT_CHARS_MAX}
    autocomplete="off"
    placeholder=${placeholder || (column.optional ? '' : (EXAMPLES[column.kind] ?? ''))}
    list=${column.kind === 'item' ? 'items' : nothing}
    aria-label=${placeholder === '' ? label : `${label} ${placeholder}`}
    aria-invalid=${fault ? 'true' : 'false'}
    aria-describedby=${fault ?? nothing}
    .value=${row.cells[key] ?? ''}
    @input=${({ target }: Event) => {
      cell.type(key, (target as HTMLInputElement).value);
    }}
  />`;
}

/** Several values, all of them in sight. */
function lines({ column, row, label, type }: RuleCell, fault: string | null) {
  return html`<textarea
    class="field ${column.kind}"
    name=${column.key}
    rows="1"
    maxlength=${LIST_CHARS_MAX}
    spellcheck="false"
    aria-label=${label}
    aria-invalid=${fault ? 'true' : 'false'}
    aria-describedby=${fault ?? nothing}
    .value=${row.cells[column.key] ?? ''}
    @input=${({ target }: Event) => {
      type(column.key, (target as HTMLTextAreaElement).value);
    }}
  ></textarea>`;
}

/** A new name is given in three languages; one that is there is changed in the page's own. */
function names(cell: RuleCell, fault: string | null) {
  const { column, row, language } = cell;
  if (row.source !== null) return field(cell, `${column.key}.${language}`, fault);
  const { languages } = ruleTableText[language];
  return LANGUAGES.map((one) => field(cell, `${column.key}.${one}`, fault, languages[one]));
}

function zones({ column, row, config, language, label, type }: RuleCell) {
  const chosen = row.cells[column.key] ?? '';
  const isOther = chosen !== '' && config.zones.every(({ code }) => code !== chosen);
  return html`<select
    class="field"
    name=${column.key}
    aria-label=${label}
    @change=${({ target }: Event) => {
      type(column.key, (target as HTMLSelectElement).value);
    }}
  >
    ${
      column.optional
        ? html`<option value="" ?selected=${chosen === ''}>${ruleTableText[language].any}</option>`
        : nothing
    }
    ${isOther ? html`<option value=${chosen} selected>${chosen}</option>` : nothing}
    ${config.zones.map(
      ({ code, name }) =>
        html`<option value=${code} ?selected=${code === chosen}>${name[language]}</option>`,
    )}
  </select>`;
}

function kinds(cell: RuleCell) {
  const { column, row, language, type } = cell;
  const chosen = several(row.cells, column.key);
  return ITEM_KINDS.map((kind) =>
    tick(
      cell,
      ruleTableText[language].kinds[kind],
      chosen.includes(kind),
      (isOn) => {
        const next = ITEM_KINDS.filter((one) => (one === kind ? isOn : chosen.includes(one)));
        type(column.key, next.join(' '));
      },
      kind,
    ),
  );
}

function tick(
  { column, label }: RuleCell,
  words: string,
  isOn: boolean,
  set: (isOn: boolean) => void,
  value = '',
) {
  return html`<label class="tick">
    <input
      type="checkbox"
      name=${value === '' ? column.key : `${column.key}-${value}`}
      aria-label=${value === '' ? label : `${label} ${words}`}
      .checked=${isOn}
      @change=${({ target }: Event) => {
        set((target as HTMLInputElement).checked);
      }}
    />
    ${value === '' ? nothing : words}
  </label>`;
}

/** What the codes stand for: the first few names. */
function hint({ column, row, config, language }: RuleCell) {
  if (column.kind !== 'item' && column.kind !== 'items') return nothing;
  const codes = several(row.cells, column.key).map((code) => code.toUpperCase());
  const found = codes.flatMap((code) => {
    return config.items.find((item) => item.code === code)?.name[language] ?? [];
  });
  if (found.length === 0) return nothing;
  const rest = found.length - ITEM_NAMES_MAX;
  const more = rest > 0 ? ` +${String(rest)}` : '';
  return html`<span class="hint"
    >${found.slice(0, ITEM_NAMES_MAX).join(ruleTableText[language].and)}${more}</span
  >`;
}
