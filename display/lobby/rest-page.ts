/**
 * `<yc-rest>`: the lobby's screen while the hall is closed: a calendar leaf, why it is closed, and when
 * it opens again. In the depth of night only a dim clock is left, which moves a little each minute so
 * that no panel keeps its shadow.
 */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { calendarDay, clockTime } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language, Names } from '../../shared/text/language.ts';
import { lobbyText } from '../../shared/text/lobby.ts';
import type { HoursView } from '../../shared/views/hours.ts';
import { nextOpenAt } from '../parts/hours.ts';
import type { Rest } from './rest.ts';
import { restStyles } from './rest-styles.ts';

const PLACES = 9;

export class RestPage extends YcElement {
  static override properties = {
    name: { attribute: false },
    hours: { attribute: false },
    rest: {},
    language: {},
    now: { attribute: false },
  };
  static override styles = [tokens, restStyles];
  declare name: Names | null;
  declare hours: HoursView | null;
  declare rest: Exclude<Rest, 'awake'>;
  declare language: Language;
  /** The hall's clock. */
  declare now: number;

  constructor() {
    super();
    this.name = null;
    this.hours = null;
    this.rest = 'closed';
    this.language = 'zh-Hans';
    this.now = 0;
  }

  protected override render() {
    if (this.rest === 'dark') {
      const place = Math.floor(this.now / MINUTE_MS) % PLACES;
      return html`<section class="dark place-${place}">
        <time>${clockTime(this.now)}</time>
      </section>`;
    }
    const { language, now } = this;
    const words = lobbyText[language];
    return html`<section class="rest">
      <header>
        <p class="hall">${this.name?.[language] ?? ''}</p>
        <time>${clockTime(now)}</time>
      </header>
      <div class="leaf" aria-hidden="true">
        <p class="month">${monthOf(now, language)}</p>
        <p class="day">${dayOf(now)}</p>
        <p class="why">${weekdayOf(now, language)}</p>
      </div>
      <div class="words">
        <p class="today">${calendarDay(now, language)}</p>
        <h1>${words.restTitle[this.rest]}</h1>
        ${this.#holiday()} ${this.#next()}
      </div>
    </section>`;
  }

  #holiday() {
    if (this.rest !== 'dayOff') return nothing;
    const name = this.hours?.holiday?.[this.language] ?? lobbyText[this.language].restPlain;
    return html`<p class="holiday">${name}</p>`;
  }

  #next() {
    const words = lobbyText[this.language];
    const at = this.hours === null ? null : nextOpenAt(this.hours, this.now);
    if (at === null) return html`<p class="next">${words.nextUnknown}</p>`;
    return html`<div class="next">
      <p>${words.nextOpen}</p>
      <p class="at">${calendarDay(at, this.language)} <b>${clockTime(at)}</b></p>
    </div>`;
  }
}

const LOCALES = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' } as const;

function say(at: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const zone = { ...options, timeZone: 'Asia/Shanghai' };
  return new Intl.DateTimeFormat(LOCALES[language], zone).format(at);
}

function monthOf(at: number, language: Language): string {
  return say(at, language, { month: 'long' });
}

function weekdayOf(at: number, language: Language): string {
  return say(at, language, { weekday: 'long' });
}

function dayOf(at: number): string {
  return say(at, 'en', { day: 'numeric' });
}

defineElement('yc-rest', RestPage);
