/**
 * The rating device of one window (`?n=3`). Idle it shows who sits here; at the end of a visit it
 * asks, case by case, and afterwards it says thank you, whatever was chosen. Nothing is chosen or
 * sent for the visitor: what was tapped but not submitted ends with the rest, by the server, as
 * timed out, and can still be rated by phone. It asks in the visitor's language. Cut off in the
 * middle of a question it says that the phone can be used instead, for the server ends the question.
 * Surprise: time runs by the hall's clock, which may be fast in a demo; waits here are real ones.
 */
import { html } from 'lit';
import '../../shared/client/connection-notice.ts';
import '../../shared/client/emergency-message.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { sendCommand } from '../../shared/client/send-command.ts';
import { evaluatorText } from '../../shared/text/evaluator.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { languageSwitch, languageSwitchStyles } from '../parts/language-switch.ts';
import { clerkCard } from './clerk-card.ts';
import { clerkCardStyles } from './clerk-card-styles.ts';
import { evaluatorStyles } from './evaluator-styles.ts';
import { EvaluatorLink } from './evaluator-link.ts';
import { withLevel, withTag } from './rating-draft.ts';
import type { Draft, Drafts, PromptCase } from './rating-draft.ts';
import { ratingForm } from './rating-form.ts';
import { ratingStyles } from './rating-styles.ts';
import { enrolForm, windowForm } from './setting-up.ts';

const REDRAW_EVERY_MS = 250;
const TOUCH_EVERY_MS = 5_000;
const THANKS_MS = 4_000;
const LANGUAGE_BACK_MS = 60_000;
const PROMPT_USUAL_MS = 60_000;
/** Above a short hiccup of the line, about when the server gives the device up. */
const FAULT_AFTER_MS = 10_000;

export class EvaluatorPage extends YcElement {
  static override properties = {
    language: { state: true },
    drafts: { state: true },
    wanted: { state: true },
    say: { state: true },
    isSending: { state: true },
  };
  static override styles = [
    tokens,
    languageSwitchStyles,
    evaluatorStyles,
    clerkCardStyles,
    ratingStyles,
  ];
  declare language: Language;
  declare drafts: Drafts;
  declare wanted: string | null;
  declare say: string | null;
  declare isSending: boolean;
  readonly #window = windowOfPage();
  #link: EvaluatorLink | null = null;
  #ticket: string | null = null;
  #deadlineAt = 0;
  #totalMs = PROMPT_USUAL_MS;
  #hasAnswered = false;
  #thanksUntilAt = -Infinity;
  #touchedAt = -Infinity;
  #touchSentAt = -Infinity;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.drafts = new Map();
    this.wanted = null;
    this.say = null;
    this.isSending = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#window !== null) {
      const link = new EvaluatorLink(this.#window, () => {
        this.#follow();
      });
      this.#link = link;
      link.start();
      this.keep(() => {
        link.stop();
      });
    }
    this.keepEvery(REDRAW_EVERY_MS, () => {
      this.#timePasses();
    });
    const touch = () => {
      this.#touch();
    };
    this.addEventListener('pointerdown', touch);
    this.addEventListener('keydown', touch);
  }

  protected override render() {
    const text = evaluatorText[this.language];
    document.title = [text.title, this.#link?.here?.hallName[this.language]]
      .filter(Boolean)
      .join(' · ');
    document.documentElement.lang = this.language;
    if (this.#window === null) return windowForm(this.language);
    const link = this.#link;
    const live = link?.live;
    if (link?.isNotEnrolled === true || live?.denied === true) {
      return enrolForm(this.language, (key) => link?.enrol(key));
    }
    const emergency = live?.view?.emergency ?? null;
    if (emergency) return html`<yc-emergency .emergency=${emergency}></yc-emergency>`;
    return html`
      <header>
        <span class="where">${text.window(this.#window)}</span>
        <span class="hall">${link?.here?.hallName[this.language] ?? ''}</span>
        <span class="space"></span>
        <yc-link
          .live=${live?.view ? live : null}
          .tick=${live?.link}
          .language=${this.language}
          .advice=${text.stale}
        ></yc-link>
        ${languageSwitch(this.language, signInText[this.language].language, (language) => {
          this.language = language;
        })}
      </header>
      ${this.#body()}
    `;
  }

  #body() {
    const text = evaluatorText[this.language];
    const live = this.#link?.live;
    const view = live?.view;
    if (!live || !view) return html`<main class="middle" role="status">${text.connecting}</main>`;
    const isLastOnItsWay = this.isSending && !view.prompt;
    if (isLastOnItsWay || performance.now() < this.#thanksUntilAt) {
      return html`<main class="middle thanks" role="status">${text.thanks}</main>`;
    }
    if (!view.prompt) return html`<main class="idle">${clerkCard(view, this.language)}</main>`;
    if (this.#isFault) {
      return html`<main class="middle fault" role="alert">
        <div>
          <h1>${text.fault}</h1>
          <p>${text.faultHelp}</p>
        </div>
      </main>`;
    }
    return ratingForm({
      prompt: view.prompt,
      drafts: this.drafts,
      wanted: this.wanted,
      language: this.language,
      leftMs: view.prompt.deadlineAt - live.hallNow(),
      totalMs: this.#totalMs,
      isSending: this.isSending,
      say: this.say,
      goTo: (id) => {
        this.wanted = id;
      },
      choose: (id, level) => {
        this.drafts = withLevel(this.drafts, id, level);
      },
      tag: (id, code) => {
        this.drafts = withTag(this.drafts, id, code);
      },
      submit: (rows, draft) => void this.#answer(rows.map((row) => rating(row, draft))),
      decline: (rows) => void this.#answer(rows.map(declining)),
    });
  }

  /** Cut off while it asks, for so long that the server no longer counts on this device. */
  get #isFault(): boolean {
    const live = this.#link?.live;
    if (!live || live.link === 'live' || live.lastHeardAt === null) return false;
    return Date.now() - live.lastHeardAt > FAULT_AFTER_MS;
  }

  /** Sends one command for each case; the view tells what became of them. */
  async #answer(commands: readonly Sending[]): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.say = null;
    for (const command of commands) {
      const answer = await this.#send(command);
      if (answer?.outcome === 'accepted') this.#hasAnswered = true;
      else if (answer) this.say = answer.message;
    }
    this.wanted = null;
    this.isSending = false;
    this.#follow();
  }

  async #send(command: Sending): Promise<Answer | null> {
    const { here, credentials } = this.#link ?? {};
    if (!here || !credentials) return null;
    return sendCommand(here.hall, command, { credentials, language: this.language });
  }

  /** A new view: another visit begins without anything of the one before. */
  #follow(): void {
    const live = this.#link?.live;
    const prompt = live?.view?.prompt ?? null;
    const ticket = prompt?.ticket ?? null;
    if (ticket !== this.#ticket && !this.isSending) {
      if (this.#ticket !== null) this.#thank();
      this.#ticket = ticket;
      this.drafts = new Map();
      this.wanted = null;
      this.say = null;
      this.#hasAnswered = false;
      if (prompt !== null) {
        this.#thanksUntilAt = -Infinity;
        this.language = prompt.language;
      }
    }
    if (prompt && live && prompt.deadlineAt !== this.#deadlineAt) {
      this.#deadlineAt = prompt.deadlineAt;
      this.#totalMs = Math.max(PROMPT_USUAL_MS, prompt.deadlineAt - live.hallNow());
    }
    this.requestUpdate();
  }

  #thank(): void {
    if (this.#hasAnswered) this.#thanksUntilAt = performance.now() + THANKS_MS;
  }

  #timePasses(): void {
    const isAsking = (this.#link?.live?.view?.prompt ?? null) !== null;
    const now = performance.now();
    const isLeft = now - this.#touchedAt > LANGUAGE_BACK_MS;
    if (!isAsking && isLeft && now >= this.#thanksUntilAt) this.language = 'zh-Hans';
    this.requestUpdate();
  }

  /** Tells the server that somebody is there, at most every five seconds of the hall. */
  #touch(): void {
    const now = performance.now();
    this.#touchedAt = now;
    const live = this.#link?.live;
    if (!live?.view?.prompt || this.#window === null) return;
    if (now - this.#touchSentAt < TOUCH_EVERY_MS / live.clockSpeed) return;
    this.#touchSentAt = now;
    void this.#send({ type: 'touchPrompt', window: this.#window });
  }
}

type Sending = { readonly type: string } & Readonly<Record<string, unknown>>;

function rating({ case: id, nonce }: PromptCase, { level, tags }: Draft): Sending {
  return { type: 'rateCase', case: id, nonce, level, tags };
}

function declining({ case: id, nonce }: PromptCase): Sending {
  return { type: 'declineRating', case: id, nonce };
}

function windowOfPage(): number | null {
  const text = new URLSearchParams(globalThis.location.search).get('n') ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
