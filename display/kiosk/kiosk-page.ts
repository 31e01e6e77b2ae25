/**
 * `<yc-kiosk>`: the whole kiosk. Holds one visit, the line to the hall and the order of a ticket, and
 * draws the screen of the visit's place. Everything drawn is a function of these; a touch makes the
 * next visit. Back at rest it forgets the visitor: choices, language and comfort.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { YcElement } from '../../shared/client/element.ts';
import { tellDocument } from '../../shared/client/page-language.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { confirmScreen } from './confirm-screen.ts';
import { enrolScreen, waitScreen } from './enrol-screen.ts';
import { footBar } from './foot-bar.ts';
import { HallLink } from './hall-link.ts';
import { headBar } from './head-bar.ts';
import { hallNotice } from './hall-notice.ts';
import { idleLimitMs } from './idle-limit.ts';
import { IdleTimer } from './idle-timer.ts';
import { ItemFinder } from '../../shared/client/item-finder.ts';
import { matterChoice } from './matter-choice.ts';
import type { Panel, PrinterState } from './panels.ts';
import { panelSheet, printerChip } from './panels.ts';
import { readPrinter, setPrinter } from './printer-control.ts';
import './return-screen.ts';
import type { Scene } from './scene.ts';
import { screenStyles } from './screen-styles.ts';
import { screenWords } from './screen-words.ts';
import { searchScreen } from './search-screen.ts';
import { fitStage } from './stage-scale.ts';
import { TicketOrder } from './ticket-order.ts';
import './ticket-screen.ts';
import type { TakenTicket, Visit } from './visit.ts';
import { FRESH_VISIT, goBack, showTicket, startOver, stayAt } from './visit.ts';
import { zoneChoice, zonesOf } from './zone-choice.ts';

const COUNTDOWN_MS = 10_000;
const REDRAW_MS = 5_000;

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
    (leftMs) => {
      this.#onIdle(leftMs);
    },
  );
  readonly #finder = new ItemFinder();

  constructor() {
    super();
    this.visit = FRESH_VISIT;
    this.panel = null;
    this.idleSeconds = null;
    this.printerState = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const touch = () => {
      this.#idle.touch();
      this.idleSeconds = null;
    };
    const fit = () => {
      this.#fit();
    };
    window.addEventListener('pointerdown', touch);
    window.addEventListener('keydown', touch);
    window.addEventListener('resize', fit);
    this.keep(() => {
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
      window.removeEventListener('resize', fit);
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
    tellDocument(this.visit.language);
    this.#fit();
    if (this.#link.here?.printerSimulator && this.printerState === null) this.#askPrinter();
  }

  override render(): TemplateResult {
    const { isLarge, isLow, language } = this.visit;
    return html`<div class="stage ${isLarge ? 'large' : ''} ${isLow ? 'low' : ''}" lang=${language}>
      ${this.#screen()} ${this.#foot()} ${this.#panel()}
    </div>`;
  }

  #screen(): TemplateResult {
    const text = kioskText[this.visit.language];
    const { catalogue, credentials, here, isNotEnrolled } = this.#link;
    if (isNotEnrolled) {
      return enrolScreen(text, (key) => {
        this.#link.enrol(key);
      });
    }
    if (!catalogue || !credentials || !here) return waitScreen(text);
    const scene = this.#scene(catalogue);
    const { place } = this.visit;
    if (place.at === 'ticket') return this.#ticket(place.taken, scene);
    return html`${this.#head(scene)}${this.#body(scene)}`;
  }

  #body(scene: Scene): TemplateResult {
    const { visit } = this;
    const { place } = visit;
    switch (place.at) {
      case 'zones':
        return zoneChoice(scene);
      case 'matters':
        return matterChoice(scene, place);
      case 'search':
        return searchScreen(scene, place, (query) => this.#finder.find(scene.catalogue, query));
      case 'confirm':
        return confirmScreen(scene, place);
      case 'return':
        return html`<yc-kiosk-return
          ?data-low=${visit.isLow}
          .hall=${this.#link.here?.hall}
          .language=${visit.language}
          .credentials=${this.#link.credentials}
          .zones=${zonesOf(scene)}
          .canSend=${this.#link.canIssue}
          .onDone=${() => {
            this.#move(stayAt(this.visit, { at: 'return', isDone: true }));
          }}
          .onFinish=${() => this.#move(startOver(visit))}
        ></yc-kiosk-return>`;
      case 'ticket':
        return html``;
    }
  }

  #ticket(taken: TakenTicket, { catalogue }: Scene): TemplateResult {
    const { here, credentials, live } = this.#link;
    const { language, isLow, isLarge } = this.visit;
    const found = live?.view?.prints.find(({ ticket }) => ticket === taken.ticket);
    return html`<yc-kiosk-ticket
      ?data-low=${isLow}
      ?data-large=${isLarge}
      .taken=${taken}
      .print=${found?.print ?? null}
      .catalogue=${catalogue}
      .credentials=${credentials}
      .hall=${here?.hall}
      .language=${language}
      .isLive=${live?.link === 'live'}
      .showsPaper=${here?.printerSimulator ?? false}
      .idleSeconds=${this.idleSeconds}
      .onFinish=${() => this.#move(FRESH_VISIT)}
    ></yc-kiosk-ticket>`;
  }

  #head(scene: Scene): TemplateResult {
    const { text, catalogue, hallNow } = scene;
    const { language } = this.visit;
    const hasPrinter = this.#link.here?.printerSimulator ?? false;
    return headBar({
      ...screenWords(scene),
      text,
      hallNow,
      hallName: catalogue.name[language],
      idleSeconds: this.idleSeconds,
      notice: hallNotice(scene, this.#link.live),
      corner: hasPrinter
        ? printerChip(text, this.printerState, () => {
            this.#askPrinter();
            this.#open('printer');
          })
        : nothing,
    });
  }

  #foot(): TemplateResult {
    const { visit } = this;
    const text = kioskText[visit.language];
    const { isLarge, isLow } = visit;
    return footBar({
      text,
      visit,
      openPanel: this.panel,
      onBack: () => this.#move(goBack(visit)),
      onLarge: () => this.#move({ ...visit, isLarge: !isLarge }),
      onLow: () => this.#move({ ...visit, isLow: !isLow }),
      onPanel: (panel) => this.#open(panel),
    });
  }

  #panel(): TemplateResult | typeof nothing {
    const { visit } = this;
    return panelSheet({
      panel: this.panel,
      text: kioskText[visit.language],
      language: visit.language,
      printerState: this.printerState,
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
    return {
      text: kioskText[this.visit.language],
      visit: this.visit,
      catalogue,
      view: live?.view ?? null,
      hallNow: live?.hallNow() ?? Date.now(),
      canIssue: this.#link.canIssue,
      order: this.#order,
      move: (next) => {
        this.#move(next);
      },
      issue: () => {
        void this.#issue();
      },
    };
  }

  #move(next: Visit): void {
    if (this.#order.isBusy) return;
    const isSameWish =
      next.basket === this.visit.basket && next.priorityClass === this.visit.priorityClass;
    if (!isSameWish) this.#order.reset();
    this.visit = next;
    this.panel = null;
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
    if (taken) this.visit = showTicket(this.visit, taken);
    this.#idle.touch();
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
    this.#order.reset();
    this.visit = FRESH_VISIT;
    this.panel = null;
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
