/**
 * `<yc-more-below>`: stands after a list that scrolls, and says while rows of it lie below the edge how
 * many; a touch brings them up. A list that merely ends at the edge looks as if it were whole.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { icon } from './icons.ts';

/** A border's width below the edge is no row. */
const EDGE_PX = 8;

export class MoreBelow extends YcElement {
  static override properties = { words: { attribute: false }, below: { state: true } };
  static override styles = [
    tokens,
    css`
      :host {
        position: absolute;
        right: 0;
        bottom: 0;
        left: 0;
      }
      button {
        width: 100%;
        min-height: 96px;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 16px;
        border: 2px solid var(--ink);
        border-radius: var(--radius);
        background: var(--panel);
        color: var(--ink);
        font-weight: 700;
      }
      .icon {
        width: 1.1em;
        height: 1.1em;
        transform: rotate(90deg);
      }
    `,
  ];
  declare words: (count: number) => string;
  declare below: number;
  #list: Element | null = null;

  constructor() {
    super();
    this.below = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const list = this.previousElementSibling;
    this.#list = list;
    if (!list) return;
    const look = () => {
      this.#look();
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
    const rows = new MutationObserver(look);
    rows.observe(list, { childList: true, subtree: true, characterData: true });
    list.addEventListener('scroll', look, { passive: true });
    this.keep(() => {
      sizes.disconnect();
      rows.disconnect();
      list.removeEventListener('scroll', look);
    });
  }

  override render(): TemplateResult | typeof nothing {
    if (this.below === 0) return nothing;
    return html`<button data-go="below" @click=${() => this.#bringUp()}>
      ${icon('next')}<span>${this.words(this.below)}</span>
    </button>`;
  }

  /** Rows that are cut by the edge or lie below it. */
  #look(): void {
    const list = this.#list;
    if (!list) return;
    const edge = list.getBoundingClientRect().bottom + EDGE_PX;
    this.below = [...list.children].filter(
      (row) => row.getBoundingClientRect().bottom > edge,
    ).length;
  }

  /** The last row in sight comes first: nothing is passed over. */
  #bringUp(): void {
    const list = this.#list;
    if (list) list.scrollBy({ top: Math.max(EDGE_PX, list.clientHeight - 2 * this.offsetHeight) });
  }
}

defineElement('yc-more-below', MoreBelow);
