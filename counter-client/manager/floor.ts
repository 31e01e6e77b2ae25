/**
 * The manager's page, live: the head, tabs with addresses of their own, where it burns, the floor first,
 * and the rail of what needs somebody. Parts ask with `act`; the answer stands in one line below. What
 * is shown follows the address, so a reload shows the same.
 */
import { html, nothing } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import '../../shared/client/connection-notice.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import type { Catalogue, Session } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import { guideText } from '../../shared/text/guide.ts';
import type { Language } from '../../shared/text/language.ts';
import { alertText } from '../../shared/text/manager-alerts.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { answerLine } from '../parts/answer-line.ts';
import { Press } from '../parts/press.ts';
import type { Sendable } from '../parts/press.ts';
import type { AlertAction } from './alert-cards.ts';
import { alertRail } from './alert-rail.ts';
import { alertsOf, inOrder } from './alerts.ts';
import './emergency-panel.ts';
import { floorBar } from './floor-bar.ts';
import { FloorMap } from './floor-map.ts';
import { floorStyles } from './floor-styles.ts';
import { floorTabs } from './floor-tabs.ts';
import { doneWords } from './floor-words.ts';
import { go } from './intents.ts';
import { hasRail, parseRoute, routeFor, routeHash, tabsFor } from './routes.ts';
import type { Route } from './routes.ts';
import { sheetOf } from './sheets.ts';
import { zoneStrip } from './zone-strip.ts';

const REDRAW_EVERY_MS = 1_000;
const ANSWER_MS = 6_000;

export class Floor extends YcElement {
  static override properties = {
    session: { attribute: false },
    language: {},
    route: { state: true },
    catalogue: { state: true },
    isEmergencyOpen: { state: true },
  };
  static override styles = floorStyles;
  declare session: Session;
  declare language: Language;
  declare route: Route;
  declare catalogue: Catalogue | null;
  declare isEmergencyOpen: boolean;
  #live: LiveView<'floor'> | null = null;
  #askedVersion = 0;
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
    this.route = parseRoute(globalThis.location.hash);
    this.catalogue = null;
    this.isEmergencyOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const live = new LiveView<'floor'>({
      topic: topicName({ kind: 'floor', hall: this.session.hall }),
      credentials: { kind: 'cookie' },
      onChange: () => {
        if (live.denied) this.dispatchEvent(new CustomEvent('signed-out'));
        this.#press.viewChanged();
        if (live.view) void this.#readCatalogue(live.view.configVersion);
        this.requestUpdate();
      },
    });
    this.#live = live;
    live.start();
    const follow = () => {
      this.route = parseRoute(globalThis.location.hash);
    };
    globalThis.addEventListener('hashchange', follow);
    this.keep(() => {
      live.stop();
      globalThis.removeEventListener('hashchange', follow);
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
    const { language, session, catalogue } = this;
    const isGuide = session.kind === 'guide';
    const route = routeFor(session.kind, this.route);
    const now = live.hallNow();
    const alerts = inOrder(alertsOf(view, now), this.#seen, now);
    const isBeside = hasRail(route);
    const reds = isBeside ? 0 : alerts.filter(({ level }) => level === 'red').length;
    return html`
      ${floorBar({
        view,
        session,
        language,
        now,
        emit: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail })),
      })}
      <yc-link .live=${live} .tick=${live.link} .language=${language}></yc-link>
      ${floorTabs({
        ...{ tabs: tabsFor(session.kind), chosen: route.tab, language, reds },
        end: isGuide ? nothing : this.#emergencyButton(view),
      })}
      <div class="emergency" @act=${this.#onAct}>${this.#emergency(view)}</div>
      ${this.#strip(view, now)}
      <div class="body ${live.link === 'live' ? '' : 'stale'} ${isBeside ? 'beside' : ''}">
        <main
          class="main"
          @act=${this.#onAct}
          @show-window=${({ detail }: CustomEvent<number>) => {
            void this.#map().then((map) => map?.showWindow(detail));
          }}
        >
          <div class="scroll focusable" tabindex="0" role="tabpanel" aria-labelledby=${route.tab}>
            ${sheetOf({
              ...{ view, language, now, route, session, catalogue },
              inFlight: this.#press.inFlight,
            })}
          </div>
          ${this.#press.line ? answerLine(this.#press.line) : nothing}
        </main>
        ${
          isBeside
            ? alertRail({
                ...{ view, alerts, language, now, catalogue, isGuide },
                act: (action) => {
                  void this.#answerAlert(action);
                },
              })
            : nothing
        }
      </div>
    `;
  }

  #strip(view: FloorView, now: number) {
    if (!hasRail(routeFor(this.session.kind, this.route))) return html`<span></span>`;
    return zoneStrip({
      ...{ zones: view.zones, limits: view.limits },
      language: this.language,
      now,
      goTo: (zone) => void this.#map().then((map) => map?.showZone(zone)),
    });
  }

  #emergencyButton({ emergency }: FloorView) {
    if (emergency) return nothing;
    return html`<button
      class="plain emergency-open"
      type="button"
      aria-expanded=${this.isEmergencyOpen}
      @click=${() => {
        this.isEmergencyOpen = !this.isEmergencyOpen;
      }}
    >
      ${alertText[this.language].emergency.button}
    </button>`;
  }

  #emergency({ emergency }: FloorView) {
    if (!emergency && !this.isEmergencyOpen) return nothing;
    return html`<yc-emergency-panel
      .language=${this.language}
      .emergency=${emergency}
      @dismiss=${() => {
        this.isEmergencyOpen = false;
      }}
    ></yc-emergency-panel>`;
  }

  async #map(): Promise<FloorMap | null> {
    go(routeHash('floor'));
    this.route = parseRoute(routeHash('floor'));
    await this.updateComplete;
    const map = this.renderRoot.querySelector('yc-floor-map');
    return map instanceof FloorMap ? map : null;
  }

  async #answerAlert(action: AlertAction): Promise<void> {
    switch (action.kind) {
      case 'menu':
        return (await this.#map())?.showWindow(action.window);
      case 'waiting':
        return go(routeHash('waiting', ...(action.ticket === null ? [] : [action.ticket])));
      case 'holes':
      case 'floor':
        return go(routeHash(action.kind));
      case 'acknowledge':
        return this.#act({ type: 'acknowledgeAlert', alert: action.alert });
      case 'answer': {
        const { alert, answer, guide } = action;
        return this.#act({ type: 'answerOverload', alert, answer, ...(guide && { guide }) });
      }
      case 'reprint':
        return this.#act({ type: 'reprintTicket', ticket: action.ticket });
      case 'resume':
        return this.#act({ type: 'resumeWindow', window: action.window });
    }
  }

  #onAct({ detail }: CustomEvent<Sendable>): void {
    this.#act(detail);
  }

  #act(command: Sendable): void {
    const no = Number(command['window'] ?? 0);
    const name = no > 0 ? `window-${String(no)}` : command.type;
    const view = this.#live?.view ?? null;
    const isSent = this.#press.send(
      command,
      ({ ticket = '' }) =>
        command.type === 'issueTicket'
          ? guideText[this.language].done(ticket)
          : doneWords(command, view, this.language),
      name,
    );
    void isSent.then((isDone) => {
      if (isDone && command.type === 'showEmergency') this.isEmergencyOpen = false;
      const map = this.renderRoot.querySelector('yc-floor-map');
      if (no > 0 && map instanceof FloorMap) void map.focusWindow(no);
    });
  }

  /** Names of departments, items and classes, again with each published version. */
  async #readCatalogue(version: number): Promise<void> {
    if (this.#askedVersion === version) return;
    this.#askedVersion = version;
    try {
      this.catalogue = await getJson<Catalogue>(`/api/halls/${this.session.hall}/catalogue`);
    } catch {
      this.#askedVersion = 0;
    }
  }
}

defineElement('yc-floor', Floor);
