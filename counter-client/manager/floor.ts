/**
 * The hall's floor, live: areas with their windows, the rail of what needs somebody, the day's sums,
 * and three lists. A window is moved by dragging or by its menu; the tile moves when the server has
 * moved the window, not before. No waiting ticket is touched by anything here.
 */
import { html, nothing } from 'lit';
import '../../shared/client/connection-notice.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import type { Session } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import { answerLine } from '../parts/answer-line.ts';
import { Press } from '../parts/press.ts';
import type { Sendable } from '../parts/press.ts';
import { alertRail } from './alert-rail.ts';
import type { AlertAction } from './alert-rail.ts';
import { alertsOf, newestFirst } from './alerts.ts';
import './audit-list.ts';
import { daySums } from './day-sums.ts';
import { areaKey, areasOf } from './floor-areas.ts';
import { floorBar } from './floor-bar.ts';
import { floorStyles } from './floor-styles.ts';
import type { Tab } from './floor-tabs.ts';
import { auditNames, doneWords } from './floor-words.ts';
import { ratingsTable } from './ratings-table.ts';
import { TileMenu, moveCommand } from './tile-menu.ts';
import { waitingList } from './waiting-list.ts';
import { windowTile } from './window-tile.ts';
import { zoneArea } from './zone-area.ts';
import { zoneStrip } from './zone-strip.ts';

const REDRAW_EVERY_MS = 1_000;
const ANSWER_MS = 6_000;

export class Floor extends YcElement {
  static override properties = {
    session: { attribute: false },
    language: {},
    tab: { state: true },
    search: { state: true },
    lifted: { state: true },
    target: { state: true },
    menuOf: { state: true },
  };
  static override styles = floorStyles;
  declare session: Session;
  declare language: Language;
  declare tab: Tab;
  declare search: string;
  /** The window that is being dragged, and the area that it is over. */
  declare lifted: number | null;
  declare target: string | null;
  declare menuOf: number | null;
  #live: LiveView<'floor'> | null = null;
  readonly #seen = new Map<string, number>();
  readonly #press = new Press({
    hall: () => this.session.hall,
    language: () => this.language,
    shown: () => this.#live,
    lineMs: ANSWER_MS,
    onChange: () => {
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.tab = 'floor';
    this.search = '';
    this.lifted = null;
    this.target = null;
    this.menuOf = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const live = new LiveView<'floor'>({
      topic: topicName({ kind: 'floor', hall: this.session.hall }),
      credentials: { kind: 'cookie' },
      onChange: () => {
        if (live.denied) this.dispatchEvent(new CustomEvent('signed-out'));
        this.#press.viewChanged();
        this.requestUpdate();
      },
    });
    this.#live = live;
    live.start();
    this.keep(() => {
      live.stop();
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
    return html`
      ${floorBar({
        hallName: view.hallName[this.language],
        session: this.session,
        language: this.language,
        now,
        tab: this.tab,
        chooseTab: (tab) => {
          this.tab = tab;
        },
        emit: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail })),
      })}
      <yc-link .live=${live} .tick=${live.link} .language=${this.language}></yc-link>
      ${daySums(view, this.language)}
      ${zoneStrip({
        zones: view.zones,
        language: this.language,
        now,
        goTo: (zone) => void this.#bring(`[data-area="${zone}"]`),
      })}
      <div class="body ${live.link === 'live' ? '' : 'stale'}">
        <main class="main">
          <div class="scroll focusable" tabindex="0" role="tabpanel" aria-labelledby=${this.tab}>
            ${this.#sheet(view, now)}
          </div>
          ${answerLine(this.#press.line)}
        </main>
        ${alertRail({
          alerts: newestFirst(alertsOf(view, now), this.#seen, now),
          language: this.language,
          now,
          act: (action) => {
            void this.#answerAlert(action);
          },
        })}
      </div>
      ${this.#menu(view, now)}
    `;
  }

  #sheet(view: FloorView, now: number) {
    const { language, search } = this;
    switch (this.tab) {
      case 'floor':
        return this.#areas(view, now);
      case 'waiting':
        return waitingList({
          view,
          language,
          now,
          search,
          find: (typed) => {
            this.search = typed;
          },
        });
      case 'ratings':
        return ratingsTable(view, language);
      case 'audit':
        return html`<yc-audit
          .hall=${this.session.hall}
          .language=${language}
          .names=${auditNames(view, this.session, language)}
        ></yc-audit>`;
    }
  }

  #areas(view: FloorView, now: number) {
    return areasOf(view).map((area) =>
      zoneArea({
        area,
        language: this.language,
        now,
        isTarget: this.target === area.key && this.lifted !== null,
        tile: (window) => this.#tile(window, now),
        over: (key, event) => {
          if (this.lifted === null) return;
          event.preventDefault();
          this.target = key;
        },
        drop: (key, event) => {
          event.preventDefault();
          this.#drop(view, key);
        },
      }),
    );
  }

  #tile(window: FloorWindow, now: number) {
    return windowTile({
      window,
      language: this.language,
      now,
      isInFlight: this.#press.inFlight === `window-${String(window.no)}`,
      isMenuOpen: this.menuOf === window.no,
      openMenu: (no, anchor) => {
        void this.#openMenu(no, anchor);
      },
      lift: (no, event) => {
        event.dataTransfer?.setData('text/plain', String(no));
        this.lifted = no;
      },
      drop: () => {
        this.lifted = null;
        this.target = null;
      },
    });
  }

  #menu(view: FloorView, now: number) {
    const window = view.windows.find((one) => one.no === this.menuOf);
    if (!window) return nothing;
    return html`<yc-tile-menu
      popover
      .view=${view}
      .window=${window}
      .language=${this.language}
      .now=${now}
      @act=${({ detail }: CustomEvent<Sendable>) => {
        this.#act(detail);
      }}
      @toggle=${(event: ToggleEvent) => {
        if (event.newState !== 'closed') return;
        this.menuOf = null;
        void this.#focusBack(window.no);
      }}
    ></yc-tile-menu>`;
  }

  /** Brings a part of the floor into sight, whichever list is shown. */
  async #bring(selector: string): Promise<Element | null> {
    this.tab = 'floor';
    await this.updateComplete;
    const found = this.renderRoot.querySelector(selector);
    found?.scrollIntoView({ block: 'nearest' });
    return found;
  }

  async #openMenu(no: number, anchor: Element): Promise<void> {
    this.menuOf = no;
    await this.updateComplete;
    const menu = this.renderRoot.querySelector('yc-tile-menu');
    if (!(menu instanceof TileMenu)) return;
    await menu.updateComplete;
    menu.show(anchor);
  }

  /** The keyboard goes on at the window's tile, wherever that now stands. */
  async #focusBack(no: number): Promise<void> {
    await this.updateComplete;
    if (this.shadowRoot?.activeElement) return;
    const button = `.tile[data-window="${String(no)}"] .menu`;
    this.renderRoot.querySelector<HTMLElement>(button)?.focus();
  }

  #drop(view: FloorView, key: string): void {
    const window = view.windows.find((one) => one.no === this.lifted);
    this.lifted = null;
    this.target = null;
    if (window && areaKey(window) !== key) this.#act(moveCommand(window.no, key));
  }

  async #answerAlert(action: AlertAction): Promise<void> {
    switch (action.kind) {
      case 'menu': {
        const tile = await this.#bring(`.tile[data-window="${String(action.window)}"]`);
        if (tile) await this.#openMenu(action.window, tile);
        return;
      }
      case 'waiting':
        this.tab = 'waiting';
        return;
      case 'reprint':
        this.#act({ type: 'reprintTicket', ticket: action.ticket });
        return;
      case 'resume':
        this.#act({ type: 'resumeWindow', window: action.window });
    }
  }

  #act(command: Sendable): void {
    const no = Number(command['window'] ?? 0);
    const name = no > 0 ? `window-${String(no)}` : command.type;
    const isSent = this.#press.send(
      command,
      () => doneWords(command, this.#live?.view ?? null, this.language),
      name,
    );
    if (no > 0) void isSent.then(() => this.#focusBack(no));
  }
}

defineElement('yc-floor', Floor);
