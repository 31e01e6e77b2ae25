/**
 * What a manager may do with one waiting ticket: have it called at a window, open the green channel,
 * set or take away its class, grant an agent's whole batch, cancel it. Everything carries its reason;
 * the server decides and the record keeps it.
 */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { BY_HAND_REASONS, EVIDENCES, GREEN_REASONS } from '../../shared/hall/command-words.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { Sendable } from '../parts/press.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { act, go } from './intents.ts';
import { cardName } from './names.ts';
import { routeHash } from './routes.ts';
import { ticketActionStyles } from './ticket-action-styles.ts';
import type { WaitingRow } from './waiting-rows.ts';

const NOTE_MAX = 200;
const UNTIL_MINUTES = [30, 60, 120, 240] as const;
/** The field without which an action is not sent; none of them is chosen beforehand. */
const REASON_OF: Readonly<Record<string, string>> = {
  callTicket: 'handReason',
  grantGreenChannel: 'greenReason',
  setClass: 'evidence',
};

export class TicketActions extends YcElement {
  static override properties = {
    view: { attribute: false },
    language: {},
    now: { attribute: false },
    catalogue: { attribute: false },
    ticket: { attribute: false },
    isGuide: { attribute: false },
    isSure: { state: true },
    missing: { state: true },
  };
  static override styles = [tokens, staffStyles, ticketActionStyles];
  declare view: FloorView;
  declare language: Language;
  declare now: number;
  declare catalogue: Catalogue | null;
  declare ticket: string | null;
  /** A guide sets the class, with what was shown, and no more. */
  declare isGuide: boolean;
  declare isSure: boolean;
  /** The reason that was asked for by an action and not chosen. */
  declare missing: string | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.now = 0;
    this.catalogue = null;
    this.ticket = null;
    this.isGuide = false;
    this.isSure = false;
    this.missing = null;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('ticket')) return;
    this.isSure = false;
    this.missing = null;
  }

  /** What was chosen for one visitor is not said of the next. */
  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('ticket') || changed.get('ticket') === undefined) return;
    for (const field of this.renderRoot.querySelectorAll('select')) {
      const fixed = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
      field.selectedIndex = Math.max(0, fixed);
    }
    for (const field of this.renderRoot.querySelectorAll('input')) field.value = '';
  }

  protected override render() {
    const text = ticketWords[this.language];
    const { ticket } = this;
    if (ticket === null) return html`<p class="panel card quiet">${text.choose}</p>`;
    const row = this.view.waiting.find((one) => one.ticket === ticket);
    return html`<section class="panel card" aria-label=${text.actions(ticket)}>
      <h2>${text.actions(ticket)}</h2>
      ${row ? this.#actions(row) : html`<p class="quiet">${text.gone(ticket)}</p>`}
      ${this.isGuide ? nothing : this.#timeline(ticket)}
    </section>`;
  }

  #timeline(ticket: string) {
    return html`<button
      class="plain"
      type="button"
      @click=${() => {
        go(routeHash('ticket', this.view.date, ticket));
      }}
    >
      ${ticketWords[this.language].timeline}
    </button>`;
  }

  #actions(row: WaitingRow) {
    if (this.isGuide) return this.#class(row);
    return html`${this.#byHand(row)} ${this.#green(row)} ${this.#class(row)}
    ${row.batches > 1 ? this.#batch(row) : nothing} ${this.#cancel(row)}`;
  }

  #byHand({ ticket }: WaitingRow) {
    const text = ticketWords[this.language];
    const idle = this.view.windows.filter(({ status }) => status === 'idle');
    if (idle.length === 0) {
      return html`<fieldset>
        <legend>${text.byHand}</legend>
        <p class="quiet wide">${text.byHandNone}</p>
      </fieldset>`;
    }
    return html`<fieldset>
      <legend>${text.byHand}</legend>
      <p class="quiet small wide">${text.byHandHint}</p>
      <select class="field" name="window" aria-label=${text.byHandWindow}>
        ${idle.map(
          ({ no, clerk }) =>
            html`<option value=${no}>
              ${clerkText[this.language].windowName(no)}
              ${clerk === null ? '' : cardName(clerk, this.language)}
            </option>`,
        )}
      </select>
      ${this.#reasons('handReason', BY_HAND_REASONS, text.byHandReasons)}
      ${this.#do('callTicket', text.byHandDo, () => ({
        type: 'callTicket',
        ticket,
        window: Number(this.#value('window')),
        reason: this.#value('handReason'),
      }))}
    </fieldset>`;
  }

  #green({ ticket, isGreen }: WaitingRow) {
    const text = ticketWords[this.language];
    return html`<fieldset>
      <legend>${text.green} ${isGreen ? '✓' : ''}</legend>
      ${this.#reasons('greenReason', GREEN_REASONS, text.greenReasons)}
      <select class="field" name="until" aria-label=${text.greenUntil}>
        <option value="">${text.greenUntil} · ${text.greenDefault}</option>
        ${UNTIL_MINUTES.map(
          (minutes) =>
            html`<option value=${minutes}>${managerText[this.language].returnIn(minutes)}</option>`,
        )}
      </select>
      <input
        class="field wide"
        name="note"
        maxlength=${NOTE_MAX}
        aria-label=${text.greenNote}
        placeholder=${text.greenNote}
      />
      ${this.#do('grantGreenChannel', text.greenDo, () => {
        const minutes = Number(this.#value('until'));
        const note = this.#value('note').trim();
        return {
          type: 'grantGreenChannel',
          ticket,
          reason: this.#value('greenReason'),
          ...(minutes > 0 && { untilAt: Math.round(this.now + minutes * MINUTE_MS) }),
          ...(note !== '' && { note }),
        };
      })}
    </fieldset>`;
  }

  #class({ ticket, class: current }: WaitingRow) {
    const text = ticketWords[this.language];
    const classes = this.catalogue?.priorityClasses ?? [];
    if (classes.length === 0) return nothing;
    return html`<fieldset>
      <legend>${text.class}</legend>
      <select class="field" name="class" aria-label=${text.class}>
        <option value="" ?selected=${current === null}>${text.classNone}</option>
        ${classes.map(
          ({ code, label }) =>
            html`<option value=${code} ?selected=${code === current}>
              ${label[this.language]}
            </option>`,
        )}
      </select>
      ${this.#reasons('evidence', EVIDENCES.toReversed(), text.evidence)}
      ${this.#do('setClass', text.classDo, () => {
        const chosen = this.#value('class');
        const evidence = this.#value('evidence');
        return chosen === ''
          ? { type: 'setClass', ticket, class: null }
          : { type: 'setClass', ticket, class: chosen, evidence };
      })}
    </fieldset>`;
  }

  #batch({ ticket, batches }: WaitingRow) {
    const text = ticketWords[this.language];
    return html`<fieldset>
      <legend>${text.batch}</legend>
      <p class="quiet small wide">${text.batchHint(batches)}</p>
      ${this.#do('grantBatch', text.batchDo, () => ({ type: 'grantBatch', ticket }))}
    </fieldset>`;
  }

  #cancel({ ticket }: WaitingRow) {
    const text = ticketWords[this.language];
    return html`<fieldset>
      <legend>${text.cancel}</legend>
      <button
        class="plain wide"
        type="button"
        data-act="cancelTicket"
        @click=${() => {
          if (this.isSure) act(this, { type: 'cancelTicket', ticket });
          this.isSure = !this.isSure;
        }}
      >
        ${this.isSure ? text.cancelConfirm : text.cancelDo}
      </button>
    </fieldset>`;
  }

  #reasons<Key extends string>(
    name: string,
    keys: readonly Key[],
    words: Readonly<Record<Key, string>>,
  ) {
    const { reason: label, reasonChoose } = ticketWords[this.language];
    return html`<select
      class="field ${this.missing === name ? 'missing' : ''}"
      name=${name}
      aria-label=${label}
      aria-invalid=${this.missing === name}
      @change=${() => {
        if (this.missing === name) this.missing = null;
      }}
    >
      <option value="">${reasonChoose}</option>
      ${keys.map((key) => html`<option value=${key}>${words[key]}</option>`)}
    </select>`;
  }

  /** The button of an action; one that needs a reason asks for it before anything is sent. */
  #do(name: string, words: string, command: () => Sendable) {
    return html`<button
        class="plain wide"
        type="button"
        data-act=${name}
        @click=${() => {
          const wish = command();
          const isTaken = wish.type === 'setClass' && wish['class'] === null;
          const reason = isTaken ? undefined : REASON_OF[name];
          this.missing = reason !== undefined && this.#value(reason) === '' ? reason : null;
          if (this.missing === null) act(this, wish);
          else this.#field(this.missing)?.focus();
        }}
      >
        ${words}
      </button>
      ${
        this.missing !== null && this.missing === REASON_OF[name]
          ? html`<p class="problem wide" role="alert">${ticketWords[this.language].reasonFirst}</p>`
          : nothing
      }`;
  }

  #value(name: string): string {
    return this.#field(name)?.value ?? '';
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.renderRoot.querySelector(`[name=${name}]`);
  }
}

defineElement('yc-ticket-actions', TicketActions);
