/**
 * The one editor of all rules that come in rows: add, change, move up, remove. It keeps nothing: every
 * key that is pressed is told to whoever holds the draft, as `rows`. Of a long list the first rows are
 * shown, or those that are searched for.
 */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import { ruleTableText } from '../../shared/text/manager-rule-tables.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { ruleCell } from './rule-cell.ts';
import { cellKey, isTouched } from './rule-draft.ts';
import type { CellFaults } from './rule-draft.ts';
import { ruleList } from './rule-lists.ts';
import type { RuleListName, RuleRow } from './rule-lists.ts';
import { ruleTableStyles } from './rule-table-styles.ts';
import { tableStyles } from './table-styles.ts';

const ROWS_SHOWN = 60;
const NEW = 'new-';

export class RuleTable extends YcElement {
  static override properties = {
    list: {},
    rows: { attribute: false },
    config: { attribute: false },
    faults: { attribute: false },
    language: {},
    search: { state: true },
  };
  static override styles = [tokens, staffStyles, tableStyles, ruleTableStyles];
  declare list: RuleListName;
  declare rows: readonly RuleRow[];
  declare config: HallConfig;
  declare faults: CellFaults;
  declare language: Language;
  declare search: string;
  /** The new row that the next key should go into, once it is drawn. */
  #added: string | null = null;

  constructor() {
    super();
    this.rows = [];
    this.faults = new Map();
    this.language = 'zh-Hans';
    this.search = '';
  }

  protected override render() {
    const { list, language, rows } = this;
    const text = ruleTableText[language];
    const { title, hint } = text.lists[list];
    const { columns, isSingle } = ruleList(list);
    const found = this.#found();
    const hasItems = columns.some(({ kind }) => kind === 'item');
    return html`<section class="sheet" data-list=${list}>
      <h2>${title}</h2>
      ${hint === '' ? nothing : html`<p class="small quiet">${hint}</p>`}
      ${rows.length > ROWS_SHOWN ? this.#finder() : nothing}
      ${rows.length === 0 ? html`<p class="quiet">${text.none}</p>` : this.#table(found)}
      ${found.length > ROWS_SHOWN ? html`<p class="quiet">${text.more(ROWS_SHOWN)}</p>` : nothing}
      ${isSingle ? nothing : this.#under()} ${hasItems ? this.#itemNames() : nothing}
    </section>`;
  }

  /** What is searched for; what is new or wrong is always in sight. */
  #found(): readonly RuleRow[] {
    const wanted = this.search.trim().toLowerCase();
    if (wanted === '') return this.rows;
    return this.rows.filter(({ source, cells }) => {
      const isFound = Object.values(cells).some((text) => text.toLowerCase().includes(wanted));
      return source === null || isFound;
    });
  }

  #finder() {
    const { find } = ruleTableText[this.language];
    return html`<input
      class="field find"
      type="search"
      name="find"
      aria-label=${find}
      placeholder=${find}
      .value=${this.search}
      @input=${({ target }: Event) => {
        this.search = (target as HTMLInputElement).value;
      }}
    />`;
  }

  #table(found: readonly RuleRow[]) {
    const words: Readonly<Record<string, string>> = ruleTableText[this.language].columns;
    const { columns, isSingle } = ruleList(this.list);
    const isWrong = (row: RuleRow) => columns.some(({ key }) => this.#fault(row, key));
    const shown = found.filter((row, place) => {
      return place < ROWS_SHOWN || row.source === null || isWrong(row);
    });
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            ${columns.map(({ key }) => html`<th scope="col">${words[key]}</th>`)}
            ${isSingle ? nothing : html`<td></td>`}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            ({ id }) => id,
            (row) => this.#row(row, this.rows.indexOf(row), words),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #row(row: RuleRow, place: number, words: Readonly<Record<string, string>>) {
    const { list, config, language } = this;
    const { columns, isSingle } = ruleList(list);
    const text = ruleTableText[language];
    return html`<tr class=${isTouched(list, row, config) ? 'changed' : ''} data-row=${place + 1}>
      ${columns.map((column) => {
        const label = `${words[column.key] ?? ''} ${text.row(place + 1)}`;
        const fault = this.#fault(row, column.key);
        const type = (key: string, typed: string) => {
          const cells = { ...row.cells, [key]: typed };
          this.#tell(this.rows.map((one) => (one.id === row.id ? { ...one, cells } : one)));
        };
        return html`<td>${ruleCell({ column, row, config, language, label, fault, type })}</td>`;
      })}
      ${isSingle ? nothing : html`<td class="acts">${this.#acts(row, place)}</td>`}
    </tr>`;
  }

  #acts(row: RuleRow, place: number) {
    const { rows, language } = this;
    const text = ruleTableText[language];
    const { isOrdered, isKept, rowsMin = 0 } = ruleList(this.list);
    const mayGo = rows.length > rowsMin;
    return html`${
      isOrdered
        ? html`<button
            class="plain"
            type="button"
            data-act="up"
            aria-label=${`${text.up} ${text.row(place + 1)}`}
            aria-disabled=${place === 0}
            @click=${() => {
              if (place > 0) this.#tell(movedUp(rows, place));
            }}
          >
            ↑
          </button>`
        : nothing
    }
    ${
      isKept && row.source !== null
        ? nothing
        : html`<button
            class="plain"
            type="button"
            data-act="remove"
            aria-label=${`${text.remove} ${text.row(place + 1)}`}
            aria-disabled=${!mayGo}
            @click=${() => {
              if (mayGo) this.#remove(row);
            }}
          >
            ${text.remove}
          </button>`
    }`;
  }

  #under() {
    const text = ruleTableText[this.language];
    const mayAdd = this.rows.length < ruleList(this.list).rowsMax;
    return html`<div class="under">
      <button
        class="plain"
        type="button"
        data-act="add"
        aria-disabled=${!mayAdd}
        @click=${() => {
          if (mayAdd) this.#add();
        }}
      >
        + ${text.lists[this.list].add}
      </button>
    </div>`;
  }

  #itemNames() {
    const offered = this.config.items.filter(({ retired }) => !retired);
    return html`<datalist id="items">
      ${offered.map(({ code, name }) => {
        return html`<option value=${code}>${name[this.language]}</option>`;
      })}
    </datalist>`;
  }

  #fault(row: RuleRow, column: string) {
    return this.faults.get(cellKey(row, column)) ?? null;
  }

  #tell(rows: readonly RuleRow[]): void {
    this.dispatchEvent(new CustomEvent('rows', { detail: rows }));
  }

  protected override updated(): void {
    if (this.#added === null || this.rows.every(({ id }) => id !== this.#added)) return;
    this.#added = null;
    const last = [...this.renderRoot.querySelectorAll('tbody tr')].at(-1);
    last?.querySelector<HTMLElement>('input, select')?.focus();
  }

  #add(): void {
    const numbers = this.rows.map(({ id }) => Number(id.replace(NEW, '')) || 0);
    const id = `${NEW}${String(Math.max(0, ...numbers) + 1)}`;
    const zone = this.config.zones[0]?.code ?? '';
    const first = ruleList(this.list).columns.find(({ kind }) => kind === 'zone');
    const cells = first && !first.optional ? { [first.key]: zone } : {};
    this.#added = id;
    this.#tell([...this.rows, { id, source: null, cells }]);
  }

  #remove(row: RuleRow): void {
    this.#tell(this.rows.filter(({ id }) => id !== row.id));
    this.renderRoot.querySelector<HTMLElement>('[data-act=add]')?.focus();
  }
}

/** The rows with one of them before its neighbour. */
function movedUp(rows: readonly RuleRow[], place: number): RuleRow[] {
  const moving = rows.slice(place, place + 1);
  return [
    ...rows.slice(0, place - 1),
    ...moving,
    ...rows.slice(place - 1, place),
    ...rows.slice(place + 1),
  ];
}

defineElement('yc-rule-table', RuleTable);
