/**
 * `<yc-ticket-actions>`: what the visitor can do about the ticket now: come back, let others pass,
 * give it up. One thing at a time; what cannot be undone asks once, in its own place. A refusal is
 * said in the server's words and stays until the next try.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { calendarDay, clockTime } from '../../shared/client/format.ts';
import { sendCommand } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { Language } from '../../shared/text/language.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { phoneDayText } from '../../shared/text/phone-day.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';
import { phoneStyles } from './phone-styles.ts';
import { stepAwayCard, stepAwayStyles } from './step-away.ts';

const USUAL_STEP = 3;

export class TicketActions extends YcElement {
  static override properties = {
    view: { attribute: false },
    hall: {},
    language: {},
    credentials: { attribute: false },
    isCutOff: { attribute: false },
    now: { attribute: false },
    asking: { state: true },
    count: { state: true },
    isBusy: { state: true },
    refusal: { state: true },
  };
  static override styles = [
    tokens,
    phoneStyles,
    stepAwayStyles,
    css`
      :host {
        margin-top: auto;
      }
      .actions {
        display: grid;
        gap: 12px;
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
        margin-top: 16px;
      }
      .ask {
        padding: 20px;
      }
      .large {
        min-height: 64px;
        font-size: 20px;
      }
      .limit {
        text-align: center;
      }
    `,
  ];
  declare view: TicketView;
  declare hall: HallId;
  declare language: Language;
  declare credentials: Credentials;
  declare isCutOff: boolean;
  /** The hall's clock. */
  declare now: number;
  declare asking: 'cancel' | 'step' | null;
  declare count: number;
  declare isBusy: boolean;
  declare refusal: string | null;

  constructor() {
    super();
    this.isCutOff = false;
    this.now = 0;
    this.asking = null;
    this.count = USUAL_STEP;
    this.isBusy = false;
    this.refusal = null;
  }

  protected override render(): TemplateResult {
    const text = phoneText[this.language];
    return html`<div class="actions">
      ${
        this.refusal === null
          ? nothing
          : html`<p class="notice" role="alert"><strong>${text.refused}</strong>${this.refusal}</p>`
      }
      ${this.#comeBack()} ${this.#stepAway()} ${this.#cancel()}
    </div>`;
  }

  #comeBack(): TemplateResult | typeof nothing {
    const { view, language } = this;
    if (!view.canReturn) return nothing;
    const text = phoneText[language];
    const words = view.status === 'held' ? phoneDayText[language].comeBackHeld : text.comeBack;
    return html`<button
      class="primary large"
      data-go="return"
      ?disabled=${this.isBusy || this.isCutOff}
      @click=${() => void this.#send('reactivateTicket')}
    >
      ${this.isBusy ? text.busy : words}
    </button>`;
  }

  #stepAway(): TemplateResult | typeof nothing {
    const { view, language } = this;
    const max = view.stepAwayMax;
    if (max < 1 || this.asking === 'cancel') return nothing;
    if (this.asking !== 'step') {
      return html`<button
        data-go="step"
        ?disabled=${this.isBusy || this.isCutOff}
        @click=${() => (this.asking = 'step')}
      >
        ${phoneDayText[language].stepAway}
      </button>`;
    }
    const count = Math.min(this.count, max);
    const choice = {
      ...{ count, max, isBusy: this.isBusy || this.isCutOff },
      change: (wanted: number) => (this.count = wanted),
      send: () => void this.#send('stepAway', { pass: count }),
      leave: () => (this.asking = null),
    };
    return stepAwayCard(choice, language);
  }

  #cancel(): TemplateResult | typeof nothing {
    const { view, language, asking } = this;
    if (!view.canCancel || asking === 'step') return nothing;
    const text = phoneText[language];
    const day = phoneDayText[language];
    const isBooked = view.status === 'booked';
    const until = isBooked ? (view.appointment?.cancelUntilAt ?? null) : null;
    const limit =
      until === null
        ? nothing
        : html`<p class="soft limit">
            ${day.cancelUntil(`${calendarDay(until, language)} ${clockTime(until)}`)}
          </p>`;
    if (until !== null && this.now > until) return html`${limit}`;
    if (asking !== 'cancel') {
      return html`<button
          data-go="cancel"
          ?disabled=${this.isBusy || this.isCutOff}
          @click=${() => (this.asking = 'cancel')}
        >
          ${isBooked ? day.cancelBooking : text.cancel}</button
        >${limit}`;
    }
    return html`<section class="card ask">
      <p>${isBooked ? day.cancelBookingAsk : text.cancelAsk}</p>
      <div class="pair">
        <button data-go="cancel-yes" @click=${() => void this.#send('cancelTicket')}>
          ${text.cancelYes}
        </button>
        <button class="primary" data-go="cancel-no" @click=${() => (this.asking = null)}>
          ${isBooked ? day.keepBooking : text.cancelNo}
        </button>
      </div>
    </section>`;
  }

  async #send(
    type: 'cancelTicket' | 'reactivateTicket' | 'stepAway',
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.asking = null;
    this.refusal = null;
    const { credentials, language } = this;
    const command = { type, ticket: this.view.ticket, ...more };
    const answer = await sendCommand(this.hall, command, { credentials, language });
    this.isBusy = false;
    if (answer.outcome === 'refused') this.refusal = answer.message;
  }
}

defineElement('yc-ticket-actions', TicketActions);
