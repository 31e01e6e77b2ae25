/**
 * `<yc-ticket-paper number="B012" job="…">`: the ticket as the demo's printer printed it. Asks for
 * the newest paper with the number, a few times, since paper and message travel apart.
 */
import { css, html, nothing } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';

const BASE = '/api/printer-simulator/tickets';
const TRIES = 8;
const TRY_MS = 400;

interface Papers {
  readonly tickets: readonly { readonly id: number; readonly number: string | null }[];
}

export class TicketPaper extends YcElement {
  static override properties = { number: {}, job: {}, label: {}, source: { state: true } };
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: hidden;
      }
      img {
        display: block;
        height: 100%;
        width: 100%;
        object-fit: contain;
        object-position: center top;
        filter: drop-shadow(0 3px 6px rgb(22 32 43 / 22%));
        animation: out 1.2s ease-out;
      }
      @keyframes out {
        from {
          transform: translateY(-60%);
          clip-path: inset(60% 0 0 0);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        img {
          animation: none;
        }
      }
    `,
  ];
  declare number: string;
  declare job: string;
  declare label: string;
  declare source: string | null;

  constructor() {
    super();
    this.number = '';
    this.job = '';
    this.label = '';
    this.source = null;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('number') || changed.has('job')) void this.#look(this.job, TRIES);
  }

  override render() {
    if (this.source === null) return nothing;
    return html`<img src=${this.source} alt=${this.label} />`;
  }

  async #look(job: string, triesLeft: number): Promise<void> {
    const papers = await getJson<Papers>(BASE).catch(() => null);
    if (!this.isConnected || job !== this.job) return;
    const paper = papers?.tickets.find(({ number }) => number === this.number);
    if (paper) this.source = `${BASE}/${String(paper.id)}.svg`;
    else if (triesLeft > 1) setTimeout(() => void this.#look(job, triesLeft - 1), TRY_MS);
  }
}

defineElement('yc-ticket-paper', TicketPaper);
