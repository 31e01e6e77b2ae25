/**
 * The base of the desk's inline panels: a form that stands between the work and the actions, never a
 * modal. Digits choose in its first row, Enter confirms, Esc puts it away (`shut`). What it asks for
 * goes out as one event; the desk closes the panel when the server has done it.
 */
import { css, html, nothing } from 'lit';
import type { PropertyDeclarations } from 'lit';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import { choiceRowStyles } from './choice-row-styles.ts';
import { staffStyles } from './staff-styles.ts';

const formStyles = css`
  form {
    display: grid;
    gap: 12px;
    padding: var(--space-2);
    box-shadow: var(--shadow);
  }
  /* A long panel scrolls; what confirms it stays in sight, whole with its ring. */
  .foot {
    position: sticky;
    bottom: -6px;
    display: flex;
    gap: var(--space-2);
    align-items: center;
    justify-content: space-between;
    margin: 0 calc(-1 * var(--space-2)) calc(-1 * var(--space-2));
    padding: 8px var(--space-2) var(--space-2);
    border-radius: 0 0 var(--radius) var(--radius);
    background: var(--panel);
  }
  .problem {
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
  .notice {
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--amber-soft);
  }
`;

export interface PanelFrame {
  readonly title: string;
  readonly body: unknown;
  readonly hint: string;
  readonly confirm: string;
}

export abstract class FormPanel extends YcElement {
  static override properties: PropertyDeclarations = {
    language: {},
    problem: { state: true },
  };
  static override styles = [tokens, staffStyles, choiceRowStyles, formStyles];
  declare language: Language;
  /** What must be chosen first, in words; shown in the place of the hint. */
  declare protected problem: string | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.problem = null;
  }

  /** A digit was pressed, from 1; true when it meant something. */
  protected abstract digit(place: number): boolean;

  /** What is confirmed: an event, or the words for what must be chosen first. */
  protected abstract confirmed(): CustomEvent | string;

  protected override firstUpdated(): void {
    const inputs = this.renderRoot.querySelector<HTMLElement>('input:checked, input:enabled');
    inputs?.focus();
  }

  /** The panel with its title, its rows and its foot. */
  protected frame({ title, body, hint, confirm }: PanelFrame) {
    return html`<form
      class="panel"
      aria-label=${title}
      @submit=${this.#submit}
      @keydown=${this.#key}
    >
      <h2>${title}</h2>
      ${body}
      <div class="foot">
        ${
          this.problem === null
            ? html`<span class="small quiet">${hint}</span>`
            : html`<span class="problem" role="alert">${this.problem}</span>`
        }
        ${confirm === '' ? nothing : html`<button class="strong" type="submit">${confirm}</button>`}
      </div>
    </form>`;
  }

  #key(event: KeyboardEvent): void {
    const isText = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent('shut'));
    } else if (/^[1-9]$/.test(event.key) && !isText && this.digit(Number(event.key))) {
      event.preventDefault();
      event.stopPropagation();
      this.problem = null;
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      this.#submit(event);
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const answer = this.confirmed();
    if (typeof answer === 'string') {
      this.problem = answer;
      return;
    }
    this.problem = null;
    this.dispatchEvent(answer);
  }
}
