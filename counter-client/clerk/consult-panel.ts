/** Calls a chief officer to the window; the visitor stays. Emits `consult` and `shut`. */
import type { StaffNo } from '../../shared/base/ids.ts';
import { clockTime } from '../../shared/client/format.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { ChiefRow } from '../../shared/views/desk-targets.ts';
import { choiceRow } from '../parts/choice-row.ts';
import { FormPanel } from '../parts/form-panel.ts';

export interface ConsultWish {
  /** Null: any of them. */
  readonly chief: StaffNo | null;
  readonly name: string;
}

export class ConsultPanel extends FormPanel {
  static override properties = {
    ...FormPanel.properties,
    chiefs: { attribute: false },
    chief: { state: true },
  };
  declare chiefs: readonly ChiefRow[];
  declare chief: StaffNo | null;

  constructor() {
    super();
    this.chiefs = [];
    this.chief = null;
  }

  protected override digit(place: number): boolean {
    const choice = this.#choices()[place - 1];
    if (choice) this.chief = choice.value;
    return choice !== undefined;
  }

  protected override confirmed(): CustomEvent<ConsultWish> {
    const chosen = this.#choices().find(({ value }) => value === this.chief);
    const named = this.chief === null ? undefined : chosen?.label;
    const name = named ?? deskText[this.language].consult.chief;
    return new CustomEvent('consult', { detail: { chief: this.chief, name } });
  }

  protected override render() {
    const { consult } = deskText[this.language];
    return this.frame({
      title: consult.title,
      hint: consult.hint,
      confirm: consult.confirm,
      body: choiceRow({
        ...{ name: 'chief', legend: '', choices: this.#choices(), chosen: this.chief },
        isWide: true,
        choose: (chief: StaffNo | null) => {
          this.chief = chief;
        },
      }),
    });
  }

  #choices() {
    const { language } = this;
    const { consult } = deskText[language];
    const named = this.chiefs.map((row, index) => {
      const { staffNo, name, nameLatin } = row;
      const label = language === 'en' ? nameLatin : name;
      return { value: staffNo, label, key: index + 2, note: presenceWords(row, language) };
    });
    const present = this.chiefs.filter(({ window }) => window !== null).length;
    const note = present === 0 ? consult.nonePresent : consult.present(present);
    return [{ value: null, label: consult.any, key: 1, note }, ...named];
  }
}

/** Where a chief officer is, as far as the day knows. */
export function presenceWords(row: ChiefRow, language: Language): string {
  const { consult } = deskText[language];
  const { window, status, returnAt, seen } = row;
  if (window === null || status === null) {
    return seen ? consult.seenAt(seen.window, clockTime(seen.at)) : consult.notSeen;
  }
  const until = status === 'paused' && returnAt !== null ? clockTime(returnAt) : null;
  return consult.sitsAt(window, until === null ? consult.state[status] : consult.pausedTo(until));
}

defineElement('yc-consult-panel', ConsultPanel);
