/** The visitor leaves for a while, with a reason and a time of return. Emits `hold` and `shut`. */
import { html } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { HOLD_REASONS } from '../../shared/hall/command-words.ts';
import type { HoldReason } from '../../shared/hall/command-words.ts';
import { deskText } from '../../shared/text/desk.ts';
import { choiceRow } from '../parts/choice-row.ts';
import { FormPanel } from '../parts/form-panel.ts';

const BACK_MINUTES = [15, 30, 60] as const;
const USUAL_MINUTES = 30;

export interface HoldWish {
  readonly reason: HoldReason;
  readonly backMinutes: number;
}

export class HoldPanel extends FormPanel {
  static override properties = {
    ...FormPanel.properties,
    reason: { state: true },
    minutes: { state: true },
  };
  declare reason: HoldReason;
  declare minutes: number;

  constructor() {
    super();
    this.reason = 'pay';
    this.minutes = USUAL_MINUTES;
  }

  protected override digit(place: number): boolean {
    const reason = HOLD_REASONS[place - 1];
    if (reason) this.reason = reason;
    return reason !== undefined;
  }

  protected override confirmed(): CustomEvent<HoldWish> {
    const detail = { reason: this.reason, backMinutes: this.minutes };
    return new CustomEvent('hold', { detail });
  }

  protected override render() {
    const { hold, holdReason } = deskText[this.language];
    return this.frame({
      title: hold.title,
      hint: hold.hint,
      confirm: hold.confirm,
      body: html`${choiceRow({
        name: 'reason',
        legend: hold.reason,
        choices: HOLD_REASONS.map((value, index) => ({
          ...{ value, label: holdReason[value], key: index + 1 },
        })),
        chosen: this.reason,
        choose: (reason) => {
          this.reason = reason;
        },
      })}
      ${choiceRow({
        name: 'back',
        legend: hold.back,
        choices: BACK_MINUTES.map((value) => ({ value, label: hold.minutes(value) })),
        chosen: this.minutes,
        choose: (minutes: number) => {
          this.minutes = minutes;
        },
      })}`,
    });
  }
}

defineElement('yc-hold-panel', HoldPanel);
