/**
 * Where the visitor is sent: a zone, a window, or a clerk wherever that clerk sits. Who cannot take
 * the visitor is dimmed. Where the server says that nobody works just now, the clerk is told until
 * when, and asked: nobody else calls who waits there. Emits `transfer` and `shut`.
 */
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { TRANSFER_REASONS } from '../../shared/hall/command-words.ts';
import type { TransferReason, TransferTarget } from '../../shared/hall/command-words.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { TargetRow } from '../../shared/views/desk-targets.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { choiceRow } from '../parts/choice-row.ts';
import type { Choice } from '../parts/choice-row.ts';
import { FormPanel } from '../parts/form-panel.ts';
import { askedPause } from './paused-target.ts';

type Kind = TransferTarget['kind'];
const KINDS: readonly Kind[] = ['zone', 'window', 'clerk'];
/** A second press so soon is one nervous press, and no answer to the question. */
const QUESTION_MS = 400;

export interface TransferWish {
  readonly to: TransferTarget;
  /** The target in the page's language. */
  readonly name: string;
  readonly reason: TransferReason;
  /** The clerk knows that nobody calls there just now. */
  readonly waitForReturn: boolean;
}

export class TransferPanel extends FormPanel {
  static override properties = {
    ...FormPanel.properties,
    targets: { attribute: false },
    zones: { attribute: false },
    pausedTarget: { attribute: false },
    kind: { state: true },
    target: { state: true },
    reason: { state: true },
  };
  declare targets: readonly TargetRow[];
  declare zones: readonly ZoneRow[];
  /** The target of the last transfer, when it was refused for a pause. */
  declare pausedTarget: TransferTarget | null;
  declare kind: Kind;
  /** A zone's code, a window's or a staff number; undefined until one is chosen. */
  declare target: string | undefined;
  declare reason: TransferReason;
  #askedAt = -Infinity;

  constructor() {
    super();
    this.targets = [];
    this.zones = [];
    this.pausedTarget = null;
    this.kind = 'zone';
    this.target = undefined;
    this.reason = 'wrong-item';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('pausedTarget')) this.#askedAt = performance.now();
  }

  protected override digit(place: number): boolean {
    const kind = KINDS[place - 1];
    if (kind) this.#chooseKind(kind);
    return kind !== undefined;
  }

  protected override confirmed(): CustomEvent<TransferWish> | string {
    const to = this.#to();
    if (to === null) return deskText[this.language].transfer.choose;
    const question = this.#question();
    if (question !== null && performance.now() - this.#askedAt < QUESTION_MS) return '';
    const waitForReturn = question !== null;
    const detail = { to, name: this.#nameOfTarget(), reason: this.reason, waitForReturn };
    return new CustomEvent('transfer', { detail });
  }

  protected override render() {
    const { transfer, transferReason } = deskText[this.language];
    const choices = this.#choices();
    const question = this.#question();
    return this.frame({
      title: transfer.title,
      hint: transfer.hint,
      confirm: question === null ? transfer.confirm : transfer.sendAnyway,
      body: html`${choiceRow({
        name: 'kind',
        legend: '',
        choices: KINDS.map((value, index) => ({ value, label: transfer[value], key: index + 1 })),
        chosen: this.kind,
        choose: (kind) => {
          this.#chooseKind(kind);
        },
      })}
      ${
        choices.length === 0
          ? html`<p class="quiet">${transfer.nobody}</p>`
          : choiceRow({
              ...{ name: 'target', legend: transfer[this.kind], choices, isWide: true },
              chosen: this.target,
              choose: (target: string) => {
                this.target = target;
                this.problem = null;
              },
            })
      }
      ${choiceRow({
        name: 'reason',
        legend: transfer.reason,
        choices: TRANSFER_REASONS.map((value) => ({ value, label: transferReason[value] })),
        chosen: this.reason,
        choose: (reason) => {
          this.reason = reason;
        },
      })}
      ${question === null ? nothing : html`<p class="notice" role="alert">${question}</p>`}`,
    });
  }

  #chooseKind(kind: Kind): void {
    this.kind = kind;
    this.target = undefined;
  }

  #choices(): Choice<string>[] {
    const { language } = this;
    if (this.kind === 'zone') {
      return this.zones.map(({ code, name }) => ({ value: code, label: name[language] }));
    }
    const { cannot } = deskText[language].transfer;
    const { windowName, status: words } = clerkText[language];
    return this.targets.map(({ window, clerk, status, canTake }) => {
      const person = language === 'en' ? clerk.nameLatin : clerk.name;
      const isClerk = this.kind === 'clerk';
      const state = canTake ? words[status] : cannot;
      return {
        value: isClerk ? clerk.staffNo : String(window),
        label: isClerk ? person : windowName(window),
        note: `${isClerk ? windowName(window) : person} · ${state}`,
        isDisabled: !canTake,
      };
    });
  }

  #nameOfTarget(): string {
    return this.#choices().find(({ value }) => value === this.target)?.label ?? '';
  }

  /** What the clerk is asked before the visitor waits where nobody works; null when nothing. */
  #question(): string | null {
    const pause = askedPause(this.targets, this.#to(), this.pausedTarget);
    if (pause === null) return null;
    const { isPaused, isPausedOpen } = deskText[this.language].transfer;
    const name = this.#nameOfTarget();
    const { returnAt } = pause;
    return returnAt === null ? isPausedOpen(name) : isPaused(name, clockTime(returnAt));
  }

  #to(): TransferTarget | null {
    const { target } = this;
    const zone = this.zones.find(({ code }) => code === target);
    const row = this.targets.find(({ window, clerk }) =>
      this.kind === 'clerk' ? clerk.staffNo === target : String(window) === target,
    );
    switch (this.kind) {
      case 'zone':
        return zone ? { kind: 'zone', zone: zone.code } : null;
      case 'window':
        return row ? { kind: 'window', window: row.window } : null;
      case 'clerk':
        return row ? { kind: 'clerk', clerk: row.clerk.staffNo } : null;
    }
  }
}

defineElement('yc-transfer-panel', TransferPanel);
