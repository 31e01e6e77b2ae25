/**
 * `<yc-kiosk-papers>`: the papers of a visitor who showed the ticket's code, and printing them again.
 * Each says what became of it, until it is known that it came out. Draws nothing where there is none.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { newCommandId, sendCommand } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { PrintState } from '../../shared/hall/ticket.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import { slipText } from '../../shared/text/slip.ts';
import type { TicketPapers } from '../../shared/views/ticket-papers.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { numberStyles } from './number-styles.ts';

/** A printer that does not tell is asked no longer than this. */
const LOOKS_MAX = 20;
const LOOK_EVERY_MS = 1_000;

/** The ticket's own paper, or the slip of one of its cases. */
interface Row {
  readonly key: string;
  readonly label: string;
  readonly detail: string | null;
  readonly print: PrintState;
  readonly copiesLeft: number;
  readonly command: { readonly type: string; readonly [field: string]: string };
}

export class OwnPapers extends YcElement {
  static override properties = {
    hall: {},
    token: {},
    language: {},
    credentials: { attribute: false },
    canSend: { attribute: false },
    papers: { state: true },
    busyKey: { state: true },
    refusal: { state: true },
  };
  static override styles = [
    tokens,
    kioskStyles,
    numberStyles,
    css`
      :host {
        flex: none;
        max-height: 560px;
        overflow-y: auto;
      }
      .rows button {
        grid-template-columns: 1fr auto;
        align-items: center;
        column-gap: 24px;
        min-height: 112px;
      }
      .detail {
        grid-column: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .state {
        grid-area: 1 / 2 / span 2 / auto;
        font-weight: 700;
      }
      .notice {
        margin-bottom: var(--gap);
      }
    `,
  ];
  declare hall: HallId;
  declare token: string;
  declare language: Language;
  declare credentials: Credentials;
  declare canSend: boolean;
  declare papers: TicketPapers | null;
  declare busyKey: string | null;
  declare refusal: string | null;
  /** Asked for at this screen: only these say what became of them. */
  readonly #asked = new Set<string>();
  #looksLeft = 0;

  constructor() {
    super();
    this.papers = null;
    this.busyKey = null;
    this.refusal = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keepEvery(LOOK_EVERY_MS, () => {
      if (this.#looksLeft > 0) void this.#look();
    });
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('token')) void this.#look();
  }

  override render(): TemplateResult | typeof nothing {
    const rows = this.#rows();
    if (rows.length === 0) return nothing;
    return html`${
        this.refusal === null
          ? nothing
          : html`<div class="notice" role="alert">${this.refusal}</div>`
      }
      <div class="rows">${rows.map((row) => this.#row(row))}</div>`;
  }

  #row(row: Row): TemplateResult {
    const more = kioskDayText[this.language];
    const isUsedUp = row.copiesLeft === 0;
    const isWaiting = this.busyKey === row.key || row.print.status === 'waiting';
    const state = this.#stateOf(row) ?? (isUsedUp ? more.copiesUsedUp : null);
    return html`<button
      data-paper=${row.key}
      ?disabled=${!this.canSend || isUsedUp || isWaiting || this.busyKey !== null}
      @click=${() => void this.#print(row)}
    >
      <b>${row.label}</b>
      ${row.detail === null ? nothing : html`<span class="soft detail">${row.detail}</span>`}
      ${state === null ? nothing : html`<span class="state" role="status">${state}</span>`}
    </button>`;
  }

  /** What became of a paper that was asked for here. */
  #stateOf({ key, print }: Row): string | null {
    const more = kioskDayText[this.language];
    if (this.busyKey === key) return more.printingNew;
    if (!this.#asked.has(key)) return null;
    if (print.status === 'printed') return more.printedNew;
    return print.status === 'waiting' && this.#looksLeft > 0 ? more.printingNew : more.notPrinted;
  }

  #rows(): Row[] {
    const { papers, language, token } = this;
    if (papers === null) return [];
    const more = kioskDayText[language];
    const { ticket, own, slips } = papers;
    const command = { type: 'reprintTicket', ticket };
    const first = { key: 'ticket', label: more.printTicketAgain, detail: null, command };
    return [
      ...(own === null ? [] : [{ ...first, ...own }]),
      ...slips.map(({ case: id, kind, item, print, copiesLeft }) => ({
        ...{ key: id, print, copiesLeft, detail: item[language] },
        label: more.printSlipAgain(slipText[language].titles[kind]),
        command: { type: 'reprintSlip', case: id, token },
      })),
    ];
  }

  async #look(): Promise<void> {
    const { hall, token, credentials } = this;
    this.#looksLeft = Math.max(0, this.#looksLeft - 1);
    const path = `/api/halls/${hall}/kiosk/papers/${encodeURIComponent(token)}`;
    const papers = await getJson<TicketPapers>(path, credentials).catch(() => null);
    if (token !== this.token) return;
    if (papers) this.papers = papers;
    const isOut = this.#rows().every(({ print }) => print.status !== 'waiting');
    if (papers && isOut) this.#looksLeft = 0;
    this.requestUpdate();
  }

  async #print({ key, command }: Row): Promise<void> {
    if (this.busyKey !== null || !this.canSend) return;
    this.busyKey = key;
    this.refusal = null;
    const { credentials, language, hall } = this;
    const commandId = newCommandId();
    const answer = await sendCommand(hall, command, { credentials, language, commandId });
    if (answer.outcome === 'refused') {
      this.refusal = answer.message;
    } else {
      this.#asked.add(key);
      this.#looksLeft = LOOKS_MAX;
      await this.#look();
    }
    this.busyKey = null;
  }
}

defineElement('yc-kiosk-papers', OwnPapers);
