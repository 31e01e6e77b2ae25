/** Calls a chief officer to the window; the visitor stays. Emits `consult` and `shut`. */
import type { StaffNo } from '../../shared/base/ids.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { deskText } from '../../shared/text/desk.ts';
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
        choose: (chief: StaffNo | null) => {
          this.chief = chief;
        },
      }),
    });
  }

  #choices() {
    const { language } = this;
    const { consult } = deskText[language];
    const named = this.chiefs.map(({ staffNo, name, nameLatin, window }, index) => ({
      ...{ value: staffNo, label: language === 'en' ? nameLatin : name, key: index + 2 },
      note: window === null ? consult.away : consult.sitsAt(window),
    }));
    return [{ value: null, label: deskText[language].consult.any, key: 1 }, ...named];
  }
}

defineElement('yc-consult-panel', ConsultPanel);
