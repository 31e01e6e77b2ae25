/**
 * The clerk's desk at one window. It shows the server's newest view and nothing else: a press is
 * sent, the button says so, and the desk changes when the view does. When the window is closed or
 * taken by somebody else, it leaves (`left`); while another page works here, it only shows.
 */
import { html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import '../../shared/client/connection-notice.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { windowNo } from '../../shared/base/ids.ts';
import type { Catalogue, Session } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import { actionDock } from './action-dock.ts';
import { CaseChoice } from './case-choice.ts';
import { caseList } from './case-list.ts';
import { elsewhereBand, emergencyBand } from './desk-alarms.ts';
import { deskBar } from './desk-bar.ts';
import { DeskHands } from './desk-hands.ts';
import type { Host } from './desk-hands.ts';
import { leftAs, otherOffers, primaryOffer } from './desk-offers.ts';
import type { Block } from './desk-offers.ts';
import { SERVING_PANELS, deskPanel, isForm } from './desk-panels.ts';
import type { Panel } from './desk-panels.ts';
import { deskStyles } from './desk-styles.ts';
import { DeskWork } from './desk-work.ts';
import { outcomeChoice } from './outcome-choice.ts';
import { queueSide } from './queue-side.ts';
import { visitorPanel } from './visitor-panel.ts';

const REDRAW_EVERY_MS = 500;

export class Desk extends YcElement implements Host {
  static override properties = {
    session: { attribute: false },
    catalogue: { attribute: false },
    language: {},
    window: { attribute: false },
    station: { attribute: false },
    panel: { state: true },
  };
  static override styles = deskStyles;
  declare session: Session;
  declare catalogue: Catalogue;
  declare language: Language;
  declare window: number;
  /** The name of this page; another page at the same desk has another one. */
  declare station: string;
  declare panel: Panel;
  live: LiveView<'desk'> | null = null;
  readonly choice = new CaseChoice();
  readonly work = new DeskWork({
    hall: () => this.session.hall,
    window: () => this.window,
    language: () => this.language,
    live: () => this.live,
    onChange: () => {
      this.requestUpdate();
    },
  });
  readonly #hands = new DeskHands(this);
  #hasClaimed = false;
  #shown = '';

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.panel = null;
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
    this.live = live;
    live.start();
    const onKey = (event: KeyboardEvent) => {
      this.#hands.key(event);
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
    const live = this.live;
    const view = live?.view;
    if (!live || !view) {
      return html`<main class="waiting" role="status">${signInText[this.language].loading}</main>`;
    }
    const { language } = this;
    const now = live.hallNow();
    const pageBlock = this.pageBlock(view);
    const isBlocked = pageBlock !== null || this.work.press.inFlight !== null;
    const end = (window: number, approved: boolean) => {
      void this.work.endConsult(window, approved);
    };
    return html`
      ${deskBar({
        ...{ view, session: this.session, language, now },
        emit: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail })),
      })}
      <div>${emergencyBand(view, language)} ${this.#elsewhere(pageBlock)}</div>
      <yc-link .live=${live} .tick=${live.link} .language=${language}></yc-link>
      <main class="desk ${live.link === 'live' ? '' : 'stale'}">
        <div class="work">
          ${visitorPanel({
            ...{ view, catalogue: this.catalogue, language, now, isBlocked },
            endConsult: (approved) => {
              end(this.window, approved);
            },
          })}
          <div
            class="middle focusable"
            tabindex="0"
            role="region"
            aria-label=${clerkText[language].visitCases}
          >
            ${this.#cases(view, pageBlock)} ${this.#panel(view)}
          </div>
          ${this.#dock(view, now, pageBlock)}
        </div>
        ${queueSide({
          ...{ view, language, now, isBlocked, staffNo: this.session.staffNo, endConsult: end },
          requeue: (ticket, wasHeld) => void this.work.reactivate(ticket, wasHeld),
          reprint: (id, ticket) => void this.work.reprintSlip(id, ticket),
        })}
      </main>
    `;
  }

  /** Another case or outcome is at hand: its row stays in sight while the detail takes its room. */
  protected override updated(): void {
    const view = this.live?.view;
    const shown = view
      ? `${this.choice.current(view)?.case ?? ''} ${String(this.choice.outcome(view))}`
      : '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.find('.cases .current')?.scrollIntoView({ block: 'nearest' });
  }

  find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  /** Why nothing can be done here at all. */
  pageBlock(view: DeskView): Block | null {
    if (this.live?.link !== 'live') return { code: 'stale' };
    const isElsewhere = view.station !== null && view.station !== this.station;
    return isElsewhere ? { code: 'elsewhere' } : null;
  }

  #elsewhere(block: Block | null) {
    if (block?.code !== 'elsewhere') return nothing;
    return elsewhereBand(this.language, this.work.press.inFlight !== null, () => {
      void this.work.takeDesk(this.station, true);
    });
  }

  #cases(view: DeskView, pageBlock: Block | null) {
    if (!view.ticket) return nothing;
    const isServing = view.status === 'serving';
    const isBlocked = pageBlock !== null || !isServing;
    return caseList({
      ticket: view.ticket,
      current: isServing ? (this.choice.current(view)?.case ?? null) : null,
      language: this.language,
      isBlocked,
      ticking: this.work.ticking,
      choose: (id) => {
        this.choice.choose(id);
        this.requestUpdate();
      },
      tick: (row, place, has) => {
        this.work.tick(row, place, has);
      },
      recode: () => {
        this.panel = 'recode';
      },
      leave: (row) => void this.work.leaveCase(row),
    });
  }

  #panel(view: DeskView) {
    const current = this.choice.current(view);
    const ticket = view.ticket?.id ?? '';
    const work = this.work;
    return deskPanel({
      ...{ panel: this.panel, view, catalogue: this.catalogue, language: this.language, current },
      pausedTarget: work.pausedTarget,
      add: (item) => void this.#shutWhen(work.addCase(item)),
      recode: (item) => {
        if (current) void this.#shutWhen(work.recode(current, item));
      },
      pause: (wish) => void this.#shutWhen(work.pause(wish)),
      hold: (wish) => void this.#shutWhen(work.hold(ticket, wish)),
      transfer: (wish) => void this.#shutWhen(work.transfer(ticket, wish)),
      consult: (wish) => void this.#shutWhen(work.consult(wish)),
      leave: () => void this.#shutWhen(work.close(true)),
      shut: () => {
        this.panel = null;
      },
    });
  }

  #dock(view: DeskView, now: number, pageBlock: Block | null) {
    const { language } = this;
    const current = this.choice.current(view);
    const outcome = this.choice.outcome(view);
    const { press } = this.work;
    const hasForm = isForm(this.panel);
    return actionDock({
      ...{ view, language, current, outcome, pageBlock, inFlight: press.inFlight },
      primary: primaryOffer(view, hasForm),
      others: otherOffers(view, now),
      line: press.line,
      press: (offer, event) => {
        if (event.detail <= 1) this.#hands.take(offer);
      },
      choices: hasForm
        ? nothing
        : outcomeChoice({
            ...{ view, language, current, outcome, draft: this.choice.draft },
            today: this.live?.date ?? '',
            change: (draft) => {
              this.choice.draft = draft;
              this.#hands.chosen();
            },
          }),
    });
  }

  async #shutWhen(isDone: Promise<boolean>): Promise<void> {
    if (await isDone) this.panel = null;
  }

  /** The view changed: what was chosen for a case that is over no longer counts. */
  #follow(): void {
    const live = this.live;
    if (!live) return;
    const { view } = live;
    if (live.denied) this.dispatchEvent(new CustomEvent('signed-out'));
    if (view) {
      const detail = live.link === 'live' ? leftAs(view, this.session.staffNo) : null;
      if (detail !== null) this.dispatchEvent(new CustomEvent('left', { detail }));
      else this.#claim(view);
      this.choice.follow(view);
      if (view.status !== 'serving' && SERVING_PANELS.includes(this.panel)) this.panel = null;
    }
    this.work.viewChanged();
    this.requestUpdate();
  }

  /** A desk at which no page works yet, opened by the manager, is this page's. */
  #claim(view: DeskView): void {
    if (view.station !== null || this.#hasClaimed || this.live?.link !== 'live') return;
    this.#hasClaimed = true;
    void this.work.takeDesk(this.station, false);
  }
}

defineElement('yc-desk', Desk);
