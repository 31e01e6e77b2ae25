/**
 * `<yc-phone-rating>`: one finished case to rate. Five equal levels from best to worst, none chosen
 * beforehand; then the tags of the level and, if wanted, own words. Sent once: a repeated press sends
 * the same rating under the same id. What was sent can neither be seen as a form again nor changed.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { newCommandId, sendCommand } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { RatingLevel, RatingTag } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { RatingScale } from '../../shared/views/evaluator-prompt.ts';
import type { PhoneCase } from '../../shared/views/ticket-page.ts';
import { phoneStyles } from './phone-styles.ts';
import { ratingStyles } from './rating-styles.ts';
import { face } from './rating-face.ts';

const TEXT_MAX = 500;
const TAGS_MAX = 8;

export class RatingForm extends YcElement {
  static override properties = {
    row: { attribute: false },
    scale: { attribute: false },
    place: { attribute: false },
    count: { attribute: false },
    until: {},
    hall: {},
    language: {},
    credentials: { attribute: false },
    level: { state: true },
    tags: { state: true },
    words: { state: true },
    isBusy: { state: true },
    refusal: { state: true },
  };
  static override styles = [tokens, phoneStyles, ratingStyles];
  declare row: PhoneCase;
  declare scale: RatingScale;
  declare place: number;
  declare count: number;
  declare until: string;
  declare hall: HallId;
  declare language: Language;
  declare credentials: Credentials;
  declare level: RatingLevel | null;
  declare tags: readonly string[];
  declare words: string;
  declare isBusy: boolean;
  declare refusal: string | null;
  #commandId = newCommandId();

  constructor() {
    super();
    this.level = null;
    this.tags = [];
    this.words = '';
    this.isBusy = false;
    this.refusal = null;
  }

  override render(): TemplateResult {
    const text = phoneText[this.language];
    return html`<section class="card rating">
      <h2>${text.rate}</h2>
      ${
        this.count > 1
          ? html`<p class="soft">${text.rateCase(this.place, this.count)}</p>`
          : nothing
      }
      <p class="case-name">${this.row.name[this.language]}</p>
      <div class="levels" role="group" aria-label=${text.rate}>${this.#levels()}</div>
      ${this.level === null ? nothing : this.#more()}
      <p class="soft until">${text.rateUntil(this.until)}</p>
    </section>`;
  }

  #levels(): TemplateResult[] {
    const bestFirst = [...this.scale.levels].sort((left, right) => right.level - left.level);
    return bestFirst.map(
      ({ level, text: words }) =>
        html`<button
          class="level"
          data-level=${level}
          aria-pressed=${level === this.level ? 'true' : 'false'}
          ?disabled=${this.isBusy}
          @click=${() => this.#choose(level)}
        >
          ${face(level)}<span>${words[this.language]}</span>
        </button>`,
    );
  }

  #more(): TemplateResult {
    const text = phoneText[this.language];
    const own = this.scale.tags.filter(({ level }) => level === this.level).sort(baseFirst);
    return html`${
        own.length === 0
          ? nothing
          : html`<p class="soft">${text.chooseTags}</p>
              <div class="tags">${own.map((tag) => this.#tag(tag))}</div>`
      }
      <label>
        <span class="soft">${text.ownWords}</span>
        <textarea
          rows="3"
          maxlength=${TEXT_MAX}
          .value=${this.words}
          ?disabled=${this.isBusy}
          @input=${(event: InputEvent) => {
            this.words = (event.target as HTMLTextAreaElement).value;
            this.#commandId = newCommandId();
          }}
        ></textarea>
        <span class="soft left">${text.ownWordsLeft(TEXT_MAX - this.words.length)}</span>
      </label>
      ${
        this.refusal === null
          ? nothing
          : html`<p class="notice" role="alert"><strong>${text.refused}</strong>${this.refusal}</p>`
      }
      <button class="primary send" ?disabled=${this.isBusy} @click=${() => void this.#send()}>
        ${this.isBusy ? text.busy : text.send}
      </button>`;
  }

  #tag({ code, text }: RatingTag): TemplateResult {
    const isOn = this.tags.includes(code);
    return html`<button
      class="tag"
      data-tag=${code}
      aria-pressed=${isOn ? 'true' : 'false'}
      ?disabled=${this.isBusy || (!isOn && this.tags.length >= TAGS_MAX)}
      @click=${() => {
        this.tags = isOn ? this.tags.filter((one) => one !== code) : [...this.tags, code];
        this.#commandId = newCommandId();
      }}
    >
      ${text[this.language]}
    </button>`;
  }

  #choose(level: RatingLevel): void {
    if (level === this.level) return;
    this.level = level;
    this.tags = [];
    this.#commandId = newCommandId();
  }

  async #send(): Promise<void> {
    const { level, tags, row, credentials, language } = this;
    if (this.isBusy || level === null || row.nonce === null) return;
    this.isBusy = true;
    this.refusal = null;
    const words = this.words.trim();
    const command = {
      type: 'rateCase',
      case: row.case,
      nonce: row.nonce,
      level,
      tags,
      ...(words !== '' && { text: words }),
    };
    const options = { credentials, language, commandId: this.#commandId };
    const answer = await sendCommand(this.hall, command, options);
    this.isBusy = false;
    if (answer.outcome === 'refused') this.refusal = answer.message;
    else this.dispatchEvent(new CustomEvent('rated', { detail: row.case }));
  }
}

function baseFirst(left: RatingTag, right: RatingTag): number {
  return Number(right.base) - Number(left.base);
}

defineElement('yc-phone-rating', RatingForm);
