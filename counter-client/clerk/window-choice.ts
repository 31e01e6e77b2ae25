/**
 * Which window to open: the hall's windows by zone with their kinds, as they stand. Open ones are
 * marked from the lobby's view where the clerk may see it; the server has the last word and says who
 * sits there. A clerk who still sits elsewhere is asked before the other window closes.
 */
import { html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { WindowPlace } from '../../shared/hall/config.ts';
import type { Catalogue, Session } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { answerLine, answerLineStyles } from '../parts/answer-line.ts';
import { frameBar } from '../parts/frame-bar.ts';
import { frameBarStyles } from '../parts/frame-bar-styles.ts';
import { languageSwitchStyles } from '../parts/language-switch.ts';
import { Press } from '../parts/press.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { statusChip, statusChipStyles } from '../parts/status-chip.ts';
import { chiefCallStyles, chiefCalls } from './chief-calls.ts';
import { deskAlarmStyles } from './desk-alarms.ts';
import { windowChoiceStyles } from './window-choice-styles.ts';

const REDRAW_EVERY_MS = 1_000;

export class WindowChoice extends YcElement {
  static override properties = {
    session: { attribute: false },
    catalogue: { attribute: false },
    language: {},
    notice: {},
    station: { attribute: false },
    asked: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    statusChipStyles,
    answerLineStyles,
    frameBarStyles,
    languageSwitchStyles,
    deskAlarmStyles,
    chiefCallStyles,
    windowChoiceStyles,
  ];
  declare session: Session;
  declare catalogue: Catalogue;
  declare language: Language;
  declare notice: string | null;
  declare station: string;
  /** The window that would be opened once the clerk's other one is closed. */
  declare asked: number | null;
  #lobby: LiveView<'lobby'> | null = null;
  /** Any desk knows which windows ask for a chief officer; only a chief looks. */
  #desk: LiveView<'desk'> | null = null;
  readonly #press = new Press({
    hall: () => this.session.hall,
    language: () => this.language,
    shown: () => null,
    onChange: () => {
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    this.asked = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const lobby = new LiveView<'lobby'>({
      topic: topicName({ kind: 'lobby', hall: this.session.hall }),
      credentials: { kind: 'cookie' },
      onChange: () => {
        this.requestUpdate();
      },
    });
    lobby.start();
    this.#lobby = lobby;
    this.#listenToDesk(lobby);
    this.keep(() => {
      lobby.stop();
      this.#desk?.stop();
    });
  }

  #listenToDesk({ socket }: LiveView<'lobby'>): void {
    const [place] = this.catalogue.windows;
    if (this.session.role !== 'chief' || !place) return;
    const { hall } = this.session;
    this.#desk = new LiveView<'desk'>({
      topic: topicName({ kind: 'desk', hall, window: place.no }),
      socket,
      onChange: () => {
        this.requestUpdate();
      },
    });
    this.#desk.start();
    this.keepEvery(REDRAW_EVERY_MS, () => {
      this.requestUpdate();
    });
  }

  protected override render() {
    const text = clerkText[this.language];
    const { line } = this.#press;
    const notice = this.notice === null ? null : { tone: 'done' as const, words: this.notice };
    return html`
      ${frameBar({
        title: signInText[this.language].clerkTitle,
        hallName: this.catalogue.name[this.language],
        session: this.session,
        language: this.language,
        now: this.#lobby?.link === 'live' ? this.#lobby.hallNow() : null,
        chooseLanguage: (language) => {
          this.dispatchEvent(new CustomEvent('language', { detail: language }));
        },
        signOut: () => {
          this.dispatchEvent(new CustomEvent('sign-out'));
        },
      })}
      <main>
        <div>
          <h2>${text.chooseWindow}</h2>
          <p class="quiet">${text.chooseWindowHint}</p>
          ${answerLine(line ?? notice)} ${this.#question()}
        </div>
        ${this.#chiefCalls()}
        ${this.#groups().map(
          ({ title, windows }) =>
            html`<section>
              <h3>${title}</h3>
              <ul>
                ${windows.map((window) => html`<li>${this.#tile(window)}</li>`)}
              </ul>
            </section>`,
        )}
      </main>
    `;
  }

  #chiefCalls() {
    const desk = this.#desk;
    if (!desk?.view) return nothing;
    return chiefCalls({
      ...{ consults: desk.view.consults, own: null, now: desk.hallNow(), hasKeys: false },
      ...{ staffNo: this.session.staffNo, language: this.language },
      isBlocked: desk.link !== 'live' || this.#press.inFlight !== null,
      end: (window, approved) => {
        const { endedYes, endedNo } = deskText[this.language].consult;
        const words = approved ? endedYes : endedNo;
        void this.#press.send({ type: 'endConsult', window, approved }, () => words);
      },
    });
  }

  #groups() {
    const text = clerkText[this.language];
    const { zones, windows } = this.catalogue;
    const inOne = zones.map((zone) => ({
      title: zone.name[this.language],
      windows: windows.filter((one) => one.zones !== 'all' && one.zones[0] === zone.code),
    }));
    const inAll = { title: text.allZones, windows: windows.filter((one) => one.zones === 'all') };
    return [...inOne, inAll].filter((group) => group.windows.length > 0);
  }

  #tile(window: WindowPlace) {
    const text = clerkText[this.language];
    const isOpen = this.#openNumbers().has(window.no);
    const isOpening = this.#press.inFlight === `open-${String(window.no)}`;
    return html`<button
      class="window"
      type="button"
      data-window=${window.no}
      aria-disabled=${this.#press.inFlight !== null}
      @click=${() => this.#open(window.no)}
    >
      <span class="no">${isOpening ? text.inFlight : window.no}</span>
      <span>
        <span class="name">${window.name[this.language]}</span>
        <span class="state">
          <span class="small quiet">${deskText[this.language].kind[window.kind]}</span>
          ${statusChip(isOpen ? 'serving' : 'idle', isOpen ? text.windowOpen : text.windowFree)}
        </span>
      </span>
    </button>`;
  }

  #openNumbers(): ReadonlySet<number> {
    const zones = this.#lobby?.view?.zones ?? [];
    return new Set(zones.flatMap((zone) => zone.windows));
  }

  #question() {
    const { asked } = this;
    if (asked === null) return nothing;
    const { takeOver } = deskText[this.language];
    return html`<p class="question">
      <button class="strong" type="button" data-take-over @click=${() => this.#open(asked, true)}>
        ${takeOver.yes(asked)}
      </button>
      <button
        class="plain"
        type="button"
        @click=${() => {
          this.asked = null;
          this.#press.say(null);
        }}
      >
        ${takeOver.no}
      </button>
    </p>`;
  }

  async #open(window: number, takeOver = false): Promise<void> {
    this.notice = null;
    this.asked = null;
    const isOpen = await this.#press.send(
      { type: 'openWindow', window, station: this.station, ...(takeOver && { takeOver }) },
      () => clerkText[this.language].done.openWindow,
      `open-${String(window)}`,
    );
    if (isOpen) {
      this.dispatchEvent(new CustomEvent('opened', { detail: window }));
      return;
    }
    const asks = ['clerk-at-other-window', 'used-elsewhere'];
    if (!asks.includes(this.#press.line?.code ?? '')) return;
    this.asked = window;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-take-over]')?.focus();
  }
}

defineElement('yc-window-choice', WindowChoice);
