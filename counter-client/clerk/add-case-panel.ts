/**
 * Finds a matter: to add it to the visit, or to put it in the place of a wrong one. Search, arrows,
 * Enter. Where the clerk may not handle what is found, it says beforehand what then happens. Emits
 * `choose` with the item, and `shut`.
 */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { ItemFinder } from '../../shared/client/item-finder.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { mayHandle } from '../../shared/views/desk-facts.ts';
import type { Handles } from '../../shared/views/desk-facts.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import { staffStyles } from '../parts/staff-styles.ts';

/** The panel stands inline, so it shows a few; more letters make fewer. */
const ITEMS_SHOWN_MAX = 5;

const panelStyles = css`
  section {
    display: grid;
    gap: var(--space-1);
    padding: var(--space-2);
    box-shadow: var(--shadow);
  }
  .top {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
  }
  [role='option'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 12px;
    padding: 5px 12px;
    border-radius: 8px;
    cursor: pointer;
  }
  [role='option'][aria-selected='true'] {
    background: var(--jade-soft);
    box-shadow: inset 3px 0 0 var(--jade-deep);
  }
  .then {
    grid-column: 1 / -1;
    font-size: 14px;
  }
  .then.away {
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
`;

export class AddCasePanel extends YcElement {
  static override properties = {
    catalogue: { attribute: false },
    language: {},
    handles: { attribute: false },
    wrong: { attribute: false },
    typed: { state: true },
    place: { state: true },
  };
  static override styles = [tokens, staffStyles, panelStyles];
  declare catalogue: Catalogue;
  declare language: Language;
  declare handles: Handles;
  /** The case that gets another item; null where one is added. */
  declare wrong: CaseRow | null;
  declare typed: string;
  declare place: number;
  readonly #finder = new ItemFinder();

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.handles = { departments: [], items: [] };
    this.wrong = null;
    this.typed = '';
    this.place = 0;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render() {
    const text = clerkText[this.language];
    const { recode } = deskText[this.language];
    const found = this.#found();
    const title = this.wrong ? recode.title(this.wrong.name[this.language]) : text.addTitle;
    const hint = this.wrong ? recode.hint : text.addHint;
    return html`<section class="panel" aria-label=${title}>
      <div class="top">
        <h2>${title}</h2>
        <span class="small quiet">
          ${this.typed !== '' && found.length === 0 ? text.addEmpty : hint}
        </span>
      </div>
      <input
        class="field"
        role="combobox"
        aria-expanded=${found.length > 0}
        aria-controls="found"
        aria-activedescendant=${found.length > 0 ? `found-${String(this.place)}` : nothing}
        aria-label=${title}
        placeholder=${text.addPlaceholder}
        autocomplete="off"
        spellcheck="false"
        @input=${({ target }: Event) => {
          this.typed = (target as HTMLInputElement).value;
          this.place = 0;
        }}
        @keydown=${this.#key}
      />
      <div id="found" role="listbox" aria-label=${title}>
        ${found.map((item, index) => this.#option(item, index))}
      </div>
    </section>`;
  }

  #option(item: ServiceItem, index: number) {
    const department = this.catalogue.departments.find((one) => one.code === item.department);
    return html`<div
      role="option"
      id=${`found-${String(index)}`}
      aria-selected=${index === this.place}
      @click=${() => {
        this.#choose(item);
      }}
    >
      <span>${item.name[this.language]}</span>
      <span class="quiet">${department?.name[this.language] ?? ''}</span>
      ${this.wrong === null ? nothing : this.#whatThen(item)}
    </div>`;
  }

  #whatThen(item: ServiceItem) {
    const { recode } = deskText[this.language];
    return mayHandle(this.handles, item)
      ? html`<span class="then quiet">${recode.here}</span>`
      : html`<span class="then away">${recode.away}</span>`;
  }

  #found(): ServiceItem[] {
    return this.#finder
      .find(this.catalogue, this.typed)
      .filter(({ code, retired }) => code !== this.wrong?.item && !retired)
      .slice(0, ITEMS_SHOWN_MAX);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const found = this.#found();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step !== 0) {
      event.preventDefault();
      event.stopPropagation();
      this.place = Math.max(0, Math.min(found.length - 1, this.place + step));
    } else if (event.key === 'Enter') {
      const item = found[this.place];
      if (item) this.#choose(item);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent('shut'));
    }
  }

  #choose(item: ServiceItem): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: item }));
  }
}

defineElement('yc-add-case', AddCasePanel);
