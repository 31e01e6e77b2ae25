/**
 * Which certificate would save most waiting, a week: asked once when the sheet is opened, for it is
 * worked out from past days alone. Says so where these are too few.
 */
import { html, nothing } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import { trainingText } from '../../shared/text/manager-training.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { TrainingView } from '../../shared/views/training-view.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { personName } from './names.ts';
import { tableStyles } from './table-styles.ts';

export class TrainingNote extends YcElement {
  static override properties = {
    hall: {},
    language: {},
    people: { attribute: false },
    training: { state: true },
    hasFailed: { state: true },
  };
  static override styles = [tokens, staffStyles, tableStyles];
  declare hall: string;
  declare language: Language;
  declare people: FloorView['people'];
  declare training: TrainingView | null;
  declare hasFailed: boolean;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.training = null;
    this.hasFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  protected override render() {
    const text = trainingText[this.language];
    const { training, hasFailed } = this;
    return html`<section class="sheet training">
      <h2>${text.title}</h2>
      ${hasFailed ? html`<p class="quiet">${text.failed}</p>` : nothing}
      ${training ? this.#found(training) : nothing}
      <p class="quiet small">${text.note}</p>
    </section>`;
  }

  #found({ days, isEnough, gains }: TrainingView) {
    const text = trainingText[this.language];
    if (!isEnough) return html`<p class="quiet">${text.tooFew(days)}</p>`;
    if (gains.length === 0) return html`<p>${text.none(days)}</p>`;
    return html`<ul>
      ${gains.map(({ clerk, department, items, minutesAWeek, daysBetter }) => {
        const name = personName(this.people, clerk, this.language);
        return html`<li>
          ${text.gain(name, department[this.language], items)}
          <strong>${text.saves(minutesAWeek)}</strong>
          <span class="quiet small">${text.better(daysBetter, days)}</span>
        </li>`;
      })}
    </ul>`;
  }

  async #ask(): Promise<void> {
    try {
      this.training = await getJson<TrainingView>(`/api/halls/${this.hall}/training`);
    } catch {
      this.hasFailed = true;
    }
  }
}

defineElement('yc-training', TrainingNote);
