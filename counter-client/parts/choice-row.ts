/** A row of choices that exclude each other, as large chips; by touch, arrows or a digit. */
import { html, nothing } from 'lit';

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  /** A second line, e.g. why it cannot be chosen. */
  readonly note?: string;
  readonly key?: number;
  readonly isDisabled?: boolean;
}

export interface ChoiceRow<Value> {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  /** Undefined while nothing is chosen. */
  readonly chosen: Value | undefined;
  readonly choose: (value: Value) => void;
  readonly isWide?: boolean;
}

/** The row. */
export function choiceRow<Value>({
  name,
  legend,
  choices,
  chosen,
  choose,
  isWide,
}: ChoiceRow<Value>) {
  return html`<fieldset class="choices ${isWide ? 'wide' : ''}" data-choices=${name}>
    <legend>${legend}</legend>
    ${choices.map(
      ({ value, label, note, key, isDisabled = false }) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            .checked=${value === chosen}
            ?disabled=${isDisabled}
            @change=${() => {
              choose(value);
            }}
          />
          <span>
            ${label} ${note === undefined ? nothing : html`<span class="note">${note}</span>`}
          </span>
          ${key === undefined ? nothing : html`<kbd>${key}</kbd>`}
        </label>`,
    )}
  </fieldset>`;
}
