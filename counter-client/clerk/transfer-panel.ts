/**
 * Where the visitor is sent: a zone, a window, or a clerk wherever that clerk sits. Who cannot take
 * the visitor is dimmed. Emits `transfer` and `shut`.
 */
import { html } from 'lit';
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

type Kind = TransferTarget['kind'];
const KINDS: readonly Kind[] = ['zone', 'window', 'clerk'];

export interface TransferWish {
  readonly to: TransferTarget;
  /** The target in the page's language. */
  readonly name: string;
  readonly reason: TransferReason;
}

export class TransferPanel extends FormPanel {
  static override properties = {
    ...FormPanel.properties,
    targets: { attribute: false },
    zones: { attribute: false },
    kind: { state: true },
    target: { state: true },
    reason: { state: true },
  };
  declare targets: readonly TargetRow[];
  declare zones: readonly ZoneRow[];
  declare kind: Kind;
  /** A zone's code, a window's or a staff number; undefined until one is chosen. */
  declare target: string | undefined;
  declare reason: TransferReason;

  constructor() {
    super();
    this.targets = [];
    this.zones = [];
    this.kind = 'zone';
    this.target = undefined;
    this.reason = 'wrong-item';
  }

  protected override digit(place: number): boolean {
    const kind = KINDS[place - 1];
    if (kind) this.#chooseKind(kind);
    return kind !== undefined;
  }

  protected override confirmed(): CustomEvent<TransferWish> | string {
    const to = this.#to();
    if (to === null) return deskText[this.language].transfer.choose;
    const chosen = this.#choices().find(({ value }) => value === this.target);
    const detail = { to, name: chosen?.label ?? '', reason: this.reason };
    return new CustomEvent('transfer', { detail });
  }

  protected override render() {
    const { transfer, transferReason } = deskText[this.language];
    const choices = this.#choices();
    return this.frame({
      title: transfer.title,
      hint: transfer.hint,
      confirm: transfer.confirm,
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
      })}`,
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
