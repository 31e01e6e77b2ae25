/**
 * Pausing with a reason and a time of return. With people waiting whom this window alone may call it
 * asks first what becomes of them. Emits `pause` and `shut`.
 */
import { html, nothing } from 'lit';
import type { TicketId } from '../../shared/base/ids.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { PAUSE_REASONS } from '../../shared/hall/command-words.ts';
import type { PauseReason } from '../../shared/hall/command-words.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { choiceRow } from '../parts/choice-row.ts';
import type { Choice } from '../parts/choice-row.ts';
import { FormPanel } from '../parts/form-panel.ts';

const RETURN_MINUTES = [10, 15, 30, 60, 90] as const;
const NAMED_MAX = 8;
/** What such a pause usually takes; null: nobody can know. */
const USUAL_MINUTES: Readonly<Record<PauseReason, number | null>> = {
  lunch: 60,
  break: 10,
  meeting: 30,
  training: 60,
  equipment: null,
  other: null,
};

/** Serve those first, let a colleague open the window, or pause at once. */
export type QueueWish = 'first' | 'hand' | 'now';

export interface PauseWish {
  readonly reason: PauseReason;
  /** Null for an open end. */
  readonly returnMinutes: number | null;
  readonly queue: QueueWish;
}

export class PausePanel extends FormPanel {
  static override properties = {
    ...FormPanel.properties,
    waiting: { attribute: false },
    onlyHere: { attribute: false },
    hasVisitor: { attribute: false },
    reason: { state: true },
    minutes: { state: true },
    queue: { state: true },
  };
  declare waiting: number;
  declare onlyHere: readonly TicketId[];
  declare hasVisitor: boolean;
  declare reason: PauseReason;
  /** Undefined while the reason's usual time holds. */
  declare minutes: number | null | undefined;
  declare queue: QueueWish | undefined;

  constructor() {
    super();
    this.waiting = 0;
    this.onlyHere = [];
    this.hasVisitor = false;
    this.reason = 'break';
    this.minutes = undefined;
    this.queue = undefined;
  }

  protected override digit(place: number): boolean {
    const reason = PAUSE_REASONS[place - 1];
    if (reason) this.reason = reason;
    return reason !== undefined;
  }

  protected override confirmed(): CustomEvent<PauseWish> | string {
    if (this.onlyHere.length > 0 && this.queue === undefined) {
      return deskText[this.language].queue.chooseFirst;
    }
    const detail = {
      reason: this.reason,
      returnMinutes: this.#minutes(),
      queue: this.queue ?? 'now',
    };
    return new CustomEvent('pause', { detail });
  }

  protected override render() {
    const text = clerkText[this.language];
    const { handOver } = deskText[this.language].queue;
    return this.frame({
      title: text.pauseTitle,
      hint: text.pauseHint,
      confirm: this.queue === 'hand' ? handOver : text.pauseConfirm,
      body: html`${this.onlyHere.length > 0 ? this.#queueRow() : nothing}
      ${choiceRow({
        name: 'reason',
        legend: text.pauseReasonLabel,
        choices: PAUSE_REASONS.map((value, index) => ({
          ...{ value, label: text.pauseReason[value], key: index + 1 },
        })),
        chosen: this.reason,
        choose: (reason) => {
          this.reason = reason;
        },
      })}
      ${choiceRow({
        name: 'return',
        legend: text.pauseReturnLabel,
        choices: [null, ...RETURN_MINUTES].map((value) => ({
          ...{ value, label: value === null ? text.pauseNoReturn : text.pauseMinutes(value) },
        })),
        chosen: this.#minutes(),
        choose: (minutes) => {
          this.minutes = minutes;
        },
      })}`,
    });
  }

  #minutes(): number | null {
    return this.minutes === undefined ? USUAL_MINUTES[this.reason] : this.minutes;
  }

  #queueRow() {
    const { queue } = deskText[this.language];
    const count = this.onlyHere.length;
    const names = this.onlyHere.slice(0, NAMED_MAX).join(signInText[this.language].listSeparator);
    const choices: readonly Choice<QueueWish>[] = [
      { value: 'first', label: queue.finishFirst(count), note: queue.finishNote },
      {
        ...{ value: 'hand', label: queue.handOver, isDisabled: this.hasVisitor },
        note: this.hasVisitor ? clerkText[this.language].why.busy : queue.handNote,
      },
      { value: 'now', label: queue.goNow, note: queue.goNote },
    ];
    return html`<p class="notice">
        ${queue.waiting(Math.max(this.waiting, count), count)}<strong>${names}</strong>
      </p>
      ${choiceRow({
        ...{ name: 'queue', legend: '', choices, chosen: this.queue, isWide: true },
        choose: (wish) => {
          this.queue = wish;
          this.problem = null;
        },
      })}`;
  }
}

defineElement('yc-pause-panel', PausePanel);
