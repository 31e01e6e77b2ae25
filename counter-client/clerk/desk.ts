/**
 * The clerk's desk at one window. It shows the server's newest view and nothing else: a press is
 * sent, the button says so, and the desk changes when the view does. When the window is closed or
 * taken by somebody else, it leaves (`left`).
 * Surprise: a second press within `PRESS_GAP_MS` is one nervous press, not a second command; so a
 * double click on "next" does not start the service of the visitor whom it has just called.
 */
import { html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import '../../shared/client/connection-notice.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { windowNo } from '../../shared/base/ids.ts';
import type { CaseOutcome } from '../../shared/hall/commands.ts';
import type { Catalogue, Session } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import { actionDock } from './action-dock.ts';
import { caseList } from './case-list.ts';
import { deskBar } from './desk-bar.ts';
import { deskKey } from './desk-keys.ts';
import { currentCase, leftAs, otherCase, otherOffers } from './desk-offers.ts';
import { primaryOffer, usualOutcome } from './desk-offers.ts';
import type { Offer } from './desk-offers.ts';
import { deskPanel } from './desk-panels.ts';
import type { Panel } from './desk-panels.ts';
import { deskStyles } from './desk-styles.ts';
import { DeskWork } from './desk-work.ts';
import { queueSide } from './queue-side.ts';
import { visitorPanel } from './visitor-panel.ts';

const REDRAW_EVERY_MS = 500;
const PRESS_GAP_MS = 400;

export class Desk extends YcElement {
  static override properties = {
    session: { attribute: false },
    catalogue: { attribute: false },
    language: {},
    window: { attribute: false },
    panel: { state: true },
    chosenCase: { state: true },
    chosenOutcome: { state: true },
  };
  static override styles = deskStyles;
  declare session: Session;
  declare catalogue: Catalogue;
  declare language: Language;
  declare window: number;
  declare panel: Panel;
  declare chosenCase: string | null;
  /** Null while the case's usual outcome holds. */
  declare chosenOutcome: CaseOutcome | null;
  #live: LiveView<'desk'> | null = null;
  #pressedAt = -Infinity;
  readonly #work = new DeskWork({
    hall: () => this.session.hall,
    window: () => this.window,
    language: () => this.language,
    live: () => this.#live,
    onChange: () => {
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.panel = null;
    this.chosenCase = null;
    this.chosenOutcome = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { hall } = this.session;
    const live = new LiveView<'desk'>({
      topic: topicName({ kind: 'desk', hall, window: windowNo(this.window) }),
      credentials: { kind: 'cookie' },
      onChange: () => {
        this.#follow();
      },
    });
    this.#live = live;
    live.start();
    const onKey = (event: KeyboardEvent) => {
      this.#key(event);
    };
    globalThis.addEventListener('keydown', onKey);
    this.keep(() => {
      live.stop();
      globalThis.removeEventListener('keydown', onKey);
    });
    this.keepEvery(REDRAW_EVERY_MS, () => {
      this.requestUpdate();
    });
  }

  protected override render() {
    const live = this.#live;
    const view = live?.view;
    if (!live || !view) {
      return html`<main class="waiting" role="status">${signInText[this.language].loading}</main>`;
    }
    const now = live.hallNow();
    const isStale = live.link !== 'live';
    return html`
      ${deskBar({
        view,
        session: this.session,
        language: this.language,
        now,
        emit: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail })),
      })}
      <yc-link .live=${live} .tick=${live.link} .language=${this.language}></yc-link>
      <main class="desk ${isStale ? 'stale' : ''}">
        <div class="work">
          ${visitorPanel({ view, catalogue: this.catalogue, language: this.language, now })}
          <div
            class="middle focusable"
            tabindex="0"
            role="region"
            aria-label=${clerkText[this.language].visitCases}
          >
            ${this.#cases(view)} ${this.#panel()}
          </div>
          ${this.#dock(view, now, isStale)}
        </div>
        ${queueSide({
          view,
          language: this.language,
          now,
          isBlocked: isStale || this.#work.press.inFlight !== null,
          requeue: (ticket) => {
            void this.#work.reactivate(ticket);
          },
        })}
      </main>
    `;
  }

  #cases(view: DeskView) {
    if (!view.ticket) return nothing;
    const isServing = view.status === 'serving';
    return caseList({
      ticket: view.ticket,
      current: isServing ? (currentCase(view, this.chosenCase)?.case ?? null) : null,
      language: this.language,
      choose: (id) => {
        this.#chooseCase(id);
      },
    });
  }

  #panel() {
    return deskPanel({
      panel: this.panel,
      catalogue: this.catalogue,
      language: this.language,
      isInFlight: this.#work.press.inFlight !== null,
      add: (item) => void this.#shutWhen(this.#work.addCase(item)),
      pause: (wish) => void this.#shutWhen(this.#work.pause(wish)),
      shut: () => {
        this.#shut();
      },
    });
  }

  #dock(view: DeskView, now: number, isStale: boolean) {
    return actionDock({
      view,
      language: this.language,
      primary: primaryOffer(view),
      others: otherOffers(view, now),
      current: currentCase(view, this.chosenCase),
      outcome: this.#outcome(view),
      inFlight: this.#work.press.inFlight,
      isStale,
      line: this.#work.press.line,
      press: (offer, event) => {
        if (event.detail <= 1) this.#take(offer);
      },
      chooseOutcome: (outcome) => {
        this.#choose(outcome);
      },
    });
  }

  #choose(outcome: CaseOutcome): void {
    this.chosenOutcome = outcome;
    if (this.#work.press.line?.tone === 'refused') this.#work.press.say(null);
  }

  /** Null when the clerk must choose one. */
  #outcome(view: DeskView): CaseOutcome | null {
    const current = currentCase(view, this.chosenCase);
    return this.chosenOutcome ?? (current === null ? null : usualOutcome(current.kind));
  }

  /** Does what was pressed, if it can be done now. */
  #take(offer: Offer): void {
    const view = this.#live?.view;
    if (!view || this.#live?.link !== 'live' || offer.block !== null) return;
    if (performance.now() - this.#pressedAt < PRESS_GAP_MS) return;
    this.#pressedAt = performance.now();
    switch (offer.command) {
      case 'addCase':
        this.panel = this.panel === 'add' ? null : 'add';
        return;
      case 'pauseWindow':
        this.panel = this.panel === 'pause' ? null : 'pause';
        return;
      case 'finishCase':
        void this.#finish(view);
        return;
      default:
        this.#shut();
        void this.#work.send(offer.command, view.ticket?.id ?? '');
    }
  }

  async #finish(view: DeskView): Promise<void> {
    const current = currentCase(view, this.chosenCase);
    if (current) await this.#work.finish(current, this.#outcome(view));
  }

  async #shutWhen(isDone: Promise<boolean>): Promise<void> {
    if (await isDone) this.#shut();
  }

  #shut(): void {
    this.panel = null;
  }

  #chooseCase(id: string | null): void {
    this.chosenCase = id;
    this.chosenOutcome = null;
  }

  #key(event: KeyboardEvent): void {
    const meant = deskKey(event);
    const view = this.#live?.view;
    if (!meant || !view) return;
    const isServing = view.status === 'serving';
    switch (meant.kind) {
      case 'offer': {
        event.preventDefault();
        const now = this.#live?.hallNow() ?? Date.now();
        const offers = [primaryOffer(view), ...otherOffers(view, now)];
        const offer = offers.find((one) => one.key === meant.key);
        if (offer && !event.repeat) this.#take(offer);
        return;
      }
      case 'outcome':
        if (isServing && this.panel !== 'pause') this.#choose(meant.outcome);
        return;
      case 'case': {
        if (!isServing || this.panel !== null) return;
        event.preventDefault();
        const from = currentCase(view, this.chosenCase)?.case ?? null;
        this.#chooseCase(otherCase(view, from, meant.step));
        return;
      }
      case 'help':
        this.panel = this.panel === 'keys' ? null : 'keys';
        return;
      case 'shut':
        this.#shut();
    }
  }

  /** The view changed: what was chosen for a case that is over no longer counts. */
  #follow(): void {
    const live = this.#live;
    if (!live) return;
    const { view } = live;
    if (live.denied) this.dispatchEvent(new CustomEvent('signed-out'));
    if (view) {
      const detail = live.link === 'live' ? leftAs(view, this.session.staffNo) : null;
      if (detail !== null) this.dispatchEvent(new CustomEvent('left', { detail }));
      this.#forgetChoices(view);
    }
    this.#work.press.viewChanged();
    this.requestUpdate();
  }

  #shownCase: string | null = null;
  #forgetChoices(view: DeskView): void {
    const current = currentCase(view, this.chosenCase)?.case ?? null;
    if (current !== this.#shownCase) this.chosenOutcome = null;
    this.#shownCase = current;
    if (view.status !== 'serving' && this.panel === 'add') this.panel = null;
  }
}

defineElement('yc-desk', Desk);
