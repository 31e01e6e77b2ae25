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
import { tokens } from '../../shared/client/tokens.ts';
import { windowNo } from '../../shared/base/ids.ts';
import type { CaseOutcome } from '../../shared/hall/commands.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Catalogue, Session } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import { answerLineStyles } from '../parts/answer-line.ts';
import { frameBar, frameBarStyles } from '../parts/frame-bar.ts';
import { languageSwitchStyles } from '../parts/language-switch.ts';
import { Press } from '../parts/press.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { statusChipStyles } from '../parts/status-chip.ts';
import { actionDock, actionDockStyles } from './action-dock.ts';
import './add-case-panel.ts';
import { caseList, caseListStyles } from './case-list.ts';
import { deskKey } from './desk-keys.ts';
import { currentCase, otherCase, otherOffers, primaryOffer, usualOutcome } from './desk-offers.ts';
import type { Offer } from './desk-offers.ts';
import { deskStyles } from './desk-styles.ts';
import { keysPanel } from './keys-panel.ts';
import './pause-panel.ts';
import type { PauseWish } from './pause-panel.ts';
import { queueSide, queueSideStyles } from './queue-side.ts';
import { visitorPanel, visitorPanelStyles } from './visitor-panel.ts';

const REDRAW_EVERY_MS = 500;
const PRESS_GAP_MS = 400;
const MINUTE_MS = 60_000;

type Panel = 'add' | 'pause' | 'keys' | null;

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
  static override styles = [
    tokens,
    staffStyles,
    statusChipStyles,
    answerLineStyles,
    frameBarStyles,
    languageSwitchStyles,
    visitorPanelStyles,
    caseListStyles,
    actionDockStyles,
    queueSideStyles,
    deskStyles,
  ];
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
  readonly #press = new Press({
    hall: () => this.session.hall,
    language: () => this.language,
    shown: () => this.#live,
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
      return html`<main class="waiting" role="status">
        ${live?.denied === true ? this.#deniedNotice() : signInText[this.language].loading}
      </main>`;
    }
    const now = live.hallNow();
    const isStale = live.link !== 'live';
    return html`
      ${this.#bar(view, now)}
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
            ${this.#cases(view)} ${this.#panelNow()}
          </div>
          ${this.#dock(view, now, isStale)}
        </div>
        ${queueSide({
          view,
          language: this.language,
          now,
          isBlocked: isStale || this.#press.inFlight !== null,
          requeue: (ticket) => {
            void this.#send({ type: 'reactivateTicket', ticket }, ticket);
          },
        })}
      </main>
    `;
  }

  #bar(view: DeskView, now: number) {
    const text = clerkText[this.language];
    const scope = view.zoneNames?.map((zone) => zone[this.language]) ?? [text.allZones];
    return frameBar({
      title: signInText[this.language].clerkTitle,
      hallName: view.hallName[this.language],
      session: this.session,
      language: this.language,
      now,
      middle: html`<span class="window">${text.windowName(this.window)}</span>
        <span class="scope">${view.name[this.language]} · ${scope.join(' · ')}</span>`,
      chooseLanguage: (detail) => {
        this.dispatchEvent(new CustomEvent('language', { detail }));
      },
      signOut: () => {
        this.dispatchEvent(new CustomEvent('sign-out'));
      },
      signOutBlock: signInText[this.language].signOutLater,
    });
  }

  #deniedNotice() {
    return html`<button
      class="plain"
      type="button"
      @click=${() => {
        this.dispatchEvent(new CustomEvent('signed-out'));
      }}
    >
      ${signInText[this.language].signIn}
    </button>`;
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

  #panelNow() {
    switch (this.panel) {
      case 'add':
        return html`<yc-add-case
          .catalogue=${this.catalogue}
          .language=${this.language}
          .busy=${this.#press.inFlight !== null}
          @add=${({ detail }: CustomEvent<ServiceItem>) => this.#addCase(detail)}
          @shut=${this.#shut}
        ></yc-add-case>`;
      case 'pause':
        return html`<yc-pause-panel
          .language=${this.language}
          @pause=${({ detail }: CustomEvent<PauseWish>) => this.#pause(detail)}
          @shut=${this.#shut}
        ></yc-pause-panel>`;
      case 'keys':
        return keysPanel(this.language);
      case null:
        return nothing;
    }
  }

  #dock(view: DeskView, now: number, isStale: boolean) {
    return actionDock({
      view,
      language: this.language,
      primary: primaryOffer(view),
      others: otherOffers(view, now),
      current: currentCase(view, this.chosenCase),
      outcome: this.#outcome(view),
      inFlight: this.#press.inFlight,
      isStale,
      line: this.#press.line,
      press: (offer, event) => {
        if (event.detail <= 1) this.#take(offer);
      },
      chooseOutcome: (outcome) => {
        this.chosenOutcome = outcome;
      },
    });
  }

  #outcome(view: DeskView): CaseOutcome {
    const current = currentCase(view, this.chosenCase);
    return this.chosenOutcome ?? usualOutcome(current?.kind ?? 'instant');
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
        void this.#send({ type: offer.command }, view.ticket?.id ?? '');
    }
  }

  async #send(command: { readonly type: string; readonly ticket?: string }, ticket: string) {
    this.#shut();
    const window = command.type === 'reactivateTicket' ? {} : { window: this.window };
    await this.#press.send({ ...command, ...window }, (answer) => {
      const done = clerkText[this.language].done[command.type as 'callNext' | 'closeWindow'];
      return typeof done === 'string' ? done : done(answer.ticket ?? ticket);
    });
  }

  async #finish(view: DeskView): Promise<void> {
    const current = currentCase(view, this.chosenCase);
    if (!current) return;
    const outcome = this.#outcome(view);
    const text = clerkText[this.language];
    const words = `${current.name[this.language]} · ${text.outcome[outcome]}`;
    await this.#press.send({ type: 'finishCase', case: current.case, outcome }, () =>
      text.done.finishCase(words),
    );
  }

  async #addCase(item: ServiceItem): Promise<void> {
    const words = clerkText[this.language].done.addCase(item.name[this.language]);
    const command = { type: 'addCase', window: this.window, item: item.code };
    if (await this.#press.send(command, () => words)) this.#shut();
  }

  async #pause({ reason, returnMinutes }: PauseWish): Promise<void> {
    const now = Math.round(this.#live?.hallNow() ?? Date.now());
    const returnAt = returnMinutes === null ? {} : { returnAt: now + returnMinutes * MINUTE_MS };
    const command = { type: 'pauseWindow', window: this.window, reason, ...returnAt };
    const text = clerkText[this.language];
    const isLater = this.#live?.view?.ticket !== null;
    const words = isLater ? text.pauseComing(text.pauseReason[reason]) : text.done.pauseWindow;
    if (await this.#press.send(command, () => words)) this.#shut();
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
        if (isServing && this.panel !== 'pause') this.chosenOutcome = meant.outcome;
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
      const isOurs = view.clerk?.staffNo === this.session.staffNo;
      if (!isOurs && live.link === 'live' && this.#press.inFlight !== 'openWindow') {
        const detail = view.clerk === null ? 'closed' : 'lost';
        this.dispatchEvent(new CustomEvent('left', { detail }));
      }
      this.#forgetChoices(view);
    }
    this.#press.viewChanged();
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
