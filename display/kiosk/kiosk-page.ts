/**
 * `<yc-kiosk>`: the whole kiosk. Holds one visit, the line to the hall and the order of a ticket, and
 * draws the screen of the visit's place. Everything drawn is a function of these; a touch makes the
 * next visit. Back at rest it forgets the visitor: choices, language and comfort.
 */
import { html } from 'lit';
import type { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { YcElement } from '../../shared/client/element.ts';
import { ItemFinder } from '../../shared/client/item-finder.ts';
import { tellDocument } from '../../shared/client/page-language.ts';
import type { ItemCode } from '../../shared/base/ids.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import { asleepScreen } from './closed-screen.ts';
import { emergencyScreen } from './emergency-screen.ts';
import { enrolScreen, waitScreen } from './enrol-screen.ts';
import { HallLink } from './hall-link.ts';
import type { HallState } from './hall-state.ts';
import { idleLimitMs } from './idle-limit.ts';
import { IdleTimer } from './idle-timer.ts';
import { KeyListener } from './key-listener.ts';
import { PageSenses } from './page-senses.ts';
import type { Panel, PrinterState } from './panels.ts';
import { panelSheet } from './panels.ts';
import { demoState, kioskFoot, kioskHead, panelWords } from './page-frame.ts';
import { placeScreen } from './place-screen.ts';
import { readPrinter, setPrinter } from './printer-control.ts';
import type { Scene } from './scene.ts';
import { screenStyles } from './screen-styles.ts';
import { fitStage, listenToGlass } from './stage-scale.ts';
import { TicketOrder } from './ticket-order.ts';
import { addressOf, ticketScreen } from './ticket-screen.ts';
import type { Visit } from './visit.ts';
import { FRESH_VISIT, goTo, showTicket } from './visit.ts';

const COUNTDOWN_MS = 10_000;
const REDRAW_MS = 5_000;
/** So long a dark glass stays lit after a touch. */
const AWAKE_MS = 60_000;

export class KioskPage extends YcElement {
  static override properties = {
    visit: { state: true },
    panel: { state: true },
    idleSeconds: { state: true },
    printerState: { state: true },
  };
  static override styles = [...screenStyles];
  declare visit: Visit;
  declare panel: Panel | null;
  declare idleSeconds: number | null;
  declare printerState: PrinterState | null;

  readonly #link = new HallLink(() => {
    this.requestUpdate();
  });
  readonly #order = new TicketOrder();
  readonly #idle = new IdleTimer(
    () => this.#idleLimitMs(),
    (leftMs) => this.#onIdle(leftMs),
  );
  readonly #finder = new ItemFinder();
  readonly #senses = new PageSenses({
    root: () => this.renderRoot,
    scene: () => (this.#link.catalogue ? this.#scene(this.#link.catalogue) : null),
    ask: (panel) => (this.panel = panel),
    redraw: () => {
      this.requestUpdate();
    },
  });
  #touchedAt = -Infinity;
  #lastTicket: string | null = null;

  constructor() {
    super();
    this.visit = FRESH_VISIT;
    this.panel = null;
    this.idleSeconds = null;
    this.printerState = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const quiet = listenToGlass(
      () => this.#onTouch(),
      () => this.#fit(),
    );
    const keys = new KeyListener(this.#senses);
    keys.start();
    this.keep(() => {
      quiet();
      keys.stop();
      this.#link.stop();
      this.#idle.stop();
    });
    this.keepEvery(REDRAW_MS, () => {
      this.requestUpdate();
    });
    this.#link.start();
    this.#idle.start();
  }

  override updated(): void {
    const { language } = this.visit;
    tellDocument(language);
    document.title = kioskDayText[language].pageTitle;
    document.documentElement.dataset['theme'] = this.#isAsleep() ? 'dark' : 'light';
    this.#fit();
    if (this.#link.here?.printerSimulator && this.printerState === null) this.#askPrinter();
  }

  override render(): TemplateResult {
    const { isLarge, isLow, language } = this.visit;
    return html`<div class="stage ${isLarge ? 'large' : ''} ${isLow ? 'low' : ''}" lang=${language}>
      ${this.#whole()}
    </div>`;
  }

  /** The hall's message before all else; a dark glass; else screen, foot and sheet. */
  #whole(): TemplateResult {
    const { catalogue, live } = this.#link;
    const emergency = live?.view?.emergency;
    if (emergency) return emergencyScreen(emergency, this.visit.language);
    const state = this.#link.state;
    if (catalogue && state.is !== 'open' && this.#isAsleep()) {
      return asleepScreen(this.#scene(catalogue), state);
    }
    return html`${this.#screen(state)} ${this.#foot()} ${this.#panel()}`;
  }

  #screen(state: HallState): TemplateResult {
    const text = kioskText[this.visit.language];
    const { catalogue, credentials, here, live, canIssue, isNotEnrolled } = this.#link;
    if (isNotEnrolled) {
      return enrolScreen(text, (key) => {
        this.#link.enrol(key);
      });
    }
    if (!catalogue || !credentials || !here) return waitScreen(text);
    const scene = this.#scene(catalogue);
    const { place } = this.visit;
    const isLive = live?.link === 'live';
    if (place.at === 'ticket') {
      const { idleSeconds } = this;
      const { hall, printerSimulator: showsPaper } = here;
      const onFinish = () => this.#move(FRESH_VISIT);
      const parts = { hall, credentials, isLive, showsPaper, idleSeconds, onFinish };
      return ticketScreen(scene, place.taken, parts);
    }
    const line = { hall: here.hall, credentials, canSend: canIssue, hallNow: scene.now };
    const screen = placeScreen(scene, state, {
      line: { ...line, scanned: this.#senses.takePending() },
      find: (query) => this.#finder.find(catalogue, query),
    });
    return html`${this.#head(scene, state)}${screen}`;
  }

  #head(scene: Scene, state: HallState): TemplateResult {
    const { idleSeconds, printerState } = this;
    return kioskHead(scene, state, {
      ...{ idleSeconds, printerState },
      link: this.#link,
      said: this.#senses.notice(),
      onChip: (panel) => {
        this.#askPrinter();
        this.#open(panel);
      },
    });
  }

  #foot(): TemplateResult {
    const move = (next: Visit) => this.#move(next);
    return kioskFoot(this.visit, this.panel, move, (panel) => this.#open(panel));
  }

  #panel(): TemplateResult | typeof nothing {
    const { visit } = this;
    return panelSheet({
      panel: this.panel,
      ...panelWords(visit, this.#link),
      printerState: this.printerState,
      onElder: (isWanted) => this.#move(isWanted ? this.#senses.asElder(visit) : visit),
      demo: {
        ...demoState(this.#link),
        lastTicket: this.#lastTicket,
        onLine: (line) => {
          this.panel = null;
          this.#senses.onLine(line);
        },
        onTerminal: (no, status) => void this.#link.reportTerminal(no, status),
      },
      onLanguage: (language) => {
        this.#move({ ...visit, language });
      },
      onPrinter: (state) => {
        void setPrinter(state).then((now) => (this.printerState = now));
        this.panel = null;
      },
      onClose: () => {
        this.panel = null;
      },
    });
  }

  #scene(catalogue: Catalogue): Scene {
    const { live } = this.#link;
    const now = () => live?.hallNow() ?? Date.now();
    return {
      text: kioskText[this.visit.language],
      more: kioskDayText[this.visit.language],
      visit: this.visit,
      catalogue,
      view: live?.view ?? null,
      hallNow: now(),
      now,
      cutOffSinceAt: this.#link.cutOffSinceAt,
      canIssue: this.#link.canIssue && this.#link.state.is === 'open',
      order: this.#order,
      move: (next) => {
        this.#move(next);
      },
      issue: () => void this.#issue(),
      divert: (terminal, item) => void this.#divert(terminal, item),
    };
  }

  #isAsleep(): boolean {
    const state = this.#link.state;
    const isLit = Date.now() - this.#touchedAt < AWAKE_MS;
    return state.is !== 'open' && state.asleep && !isLit && this.visit.place.at === 'zones';
  }

  #move(next: Visit): void {
    if (this.#order.isBusy) return;
    const isSameWish =
      next.basket === this.visit.basket && next.priorityClass === this.visit.priorityClass;
    if (!isSameWish || next.place.at !== this.visit.place.at) this.#order.reset();
    this.visit = next;
    this.panel = null;
    this.#senses.forget();
    if (next.place.at === 'ticket') this.#lastTicket = addressOf(next.place.taken.token);
  }

  #open(panel: Panel): void {
    this.panel = this.panel === panel ? null : panel;
  }

  async #issue(): Promise<void> {
    const { here, credentials } = this.#link;
    if (!here || !credentials) return;
    const asked = this.#order.send(here.hall, this.visit, credentials);
    this.requestUpdate();
    const taken = await asked;
    if (taken) this.#move(showTicket(this.visit, taken));
    this.#idle.touch();
    this.requestUpdate();
  }

  async #divert(terminal: number, item: ItemCode): Promise<void> {
    const { here, credentials } = this.#link;
    if (!here || !credentials) return;
    const { language } = this.visit;
    const asked = this.#order.divert(here.hall, { terminal, item }, { credentials, language });
    this.requestUpdate();
    if (await asked) this.#move(goTo(this.visit, { at: 'diverted', terminal }));
    this.requestUpdate();
  }

  #onTouch(): void {
    this.#idle.touch();
    this.#touchedAt = Date.now();
    this.idleSeconds = null;
    this.requestUpdate();
  }

  #idleLimitMs(): number | null {
    if (this.#order.isBusy) return null;
    return idleLimitMs(this.visit, this.#link.live?.view ?? null, this.panel !== null);
  }

  #onIdle(leftMs: number | null): void {
    const isNear = leftMs !== null && leftMs <= COUNTDOWN_MS;
    this.idleSeconds = isNear ? Math.ceil(leftMs / 1_000) : null;
    if (leftMs !== 0) return;
    this.#move(FRESH_VISIT);
    this.idleSeconds = null;
  }

  #fit(): void {
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage');
    if (stage) fitStage(stage);
  }

  #askPrinter(): void {
    void readPrinter().then((state) => (this.printerState = state));
  }
}
