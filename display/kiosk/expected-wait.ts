/**
 * `<yc-kiosk-wait>`: before the ticket is taken, where one would wait for what was chosen, and how long,
 * with the class that was chosen. Asks the hall, for only it knows whom a credit passes and to which
 * zone several matters lead; while it has not answered, nothing is told that may be wrong.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { postJson } from '../../shared/client/api.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { newCommandId } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import type { KioskView } from '../../shared/views/kiosk-screen.ts';
import { fresh } from '../../shared/views/outlook.ts';
import { serviceMinutes } from '../../shared/views/printed-words.ts';
import type { TicketQuote } from '../../shared/views/ticket-quote.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import type { Line } from './number-screens.ts';
import type { Scene } from './scene.ts';
import { wishOf } from './ticket-order.ts';
import type { Visit } from './visit.ts';
import { zoneFacts } from './zone-facts.ts';

/** The queue moves while the visitor chooses. */
const ASK_EVERY_MS = 5_000;

export class ExpectedWait extends YcElement {
  static override properties = {
    hall: {},
    credentials: { attribute: false },
    visit: { attribute: false },
    view: { attribute: false },
    zone: { attribute: false },
    service: {},
    hallNow: { attribute: false },
    canAsk: { attribute: false },
    cutOffSinceAt: { attribute: false },
    quote: { state: true },
  };
  static override styles = [tokens];
  declare hall: HallId;
  declare credentials: Credentials;
  declare visit: Visit;
  declare view: KioskView;
  /** Of the first matter: shown until the hall has answered. */
  declare zone: ZoneRow;
  /** How long the matters take, in words; empty for a single one. */
  declare service: string;
  declare hallNow: number;
  declare canAsk: boolean;
  declare cutOffSinceAt: number | null;
  declare quote: { readonly wish: string; readonly told: TicketQuote | null } | null;
  #askedWish = '';

  constructor() {
    super();
    this.quote = null;
    this.service = '';
    this.canAsk = false;
    this.cutOffSinceAt = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keepEvery(ASK_EVERY_MS, () => void this.#ask());
  }

  override updated(): void {
    if (this.#wish() !== this.#askedWish) void this.#ask();
  }

  override render(): TemplateResult {
    const { visit, view, hallNow, service, cutOffSinceAt } = this;
    const text = kioskText[visit.language];
    const zone = this.#zone();
    const [waiting = '', ...more] = zoneFacts({ text, view, hallNow, visit, cutOffSinceAt }, zone);
    const told = this.#told();
    // A credit passes some of those who wait.
    const isPassing = visit.priorityClass !== null && cutOffSinceAt === null;
    const who = told && isPassing ? text.ahead(told.ahead) : waiting;
    const facts = [zone.name[visit.language], who, ...more, ...this.#basis(zone)];
    return html`<span data-zone-facts
      >${facts.join(' · ')}${
        service === '' ? nothing : html` · <b data-service-time>${service}</b>`
      }</span
    >`;
  }

  /** A hall without history says what its waits go by, where there is room for it. */
  #basis({ estimate, windows }: ZoneRow): string[] {
    const { isLarge, isLow, language } = this.visit;
    const isTold =
      this.cutOffSinceAt === null && windows.length > 0 && fresh(estimate, this.hallNow) !== null;
    if (!isTold || isLarge || isLow || estimate?.basis !== 'catalogue') return [];
    return [estimateText[language].fromCatalogue];
  }

  /** The quote of this very choice; null for none, undefined while it is not there. */
  #told(): TicketQuote | null | undefined {
    return this.quote?.wish === this.#wish() ? this.quote.told : undefined;
  }

  /** The zone as quoted. Before that a class's wait is not known, and the zone's would be wrong. */
  #zone(): ZoneRow {
    const { view, zone, visit } = this;
    const told = this.#told();
    if (told === undefined)
      return visit.priorityClass === null ? zone : { ...zone, estimate: null };
    if (told === null) return { ...zone, estimate: null };
    const row = view.zones.find(({ code }) => code === told.zone) ?? zone;
    return { ...row, estimate: told.estimate };
  }

  /** The language and what was brought change nothing of the wait. */
  #wish(): string {
    return JSON.stringify(wishOf({ ...this.visit, brought: {}, language: 'zh-Hans' }));
  }

  async #ask(): Promise<void> {
    const wish = this.#wish();
    this.#askedWish = wish;
    if (!this.canAsk) return;
    const { hall, credentials, visit } = this;
    const body = { ...wishOf({ ...visit, brought: {} }), commandId: newCommandId() };
    const asked = postJson<TicketQuote>(`/api/halls/${hall}/kiosk/quotes`, body, { credentials });
    const told = await asked.catch(() => null);
    if (wish === this.#wish()) this.quote = { wish, told };
  }
}

defineElement('yc-kiosk-wait', ExpectedWait);

/** The element for the visit's choice; nothing before the hall's first word. */
export function expectedWait(scene: Scene, line: Line): TemplateResult | typeof nothing {
  const { catalogue, view, visit, hallNow, canIssue, cutOffSinceAt } = scene;
  const items = catalogue.items.filter(({ code }) => visit.basket.items.includes(code));
  const first = catalogue.items.find(({ code }) => code === visit.basket.items[0]);
  const zone = view?.zones.find(({ code }) => code === first?.zone);
  if (!zone || !view || visit.pickup) return nothing;
  const takesLong = visit.agent === null && items.length > 1;
  return html`<p class="where">
    <yc-kiosk-wait
      .hall=${line.hall}
      .credentials=${line.credentials}
      .visit=${visit}
      .view=${view}
      .zone=${zone}
      .service=${takesLong ? ticketText[visit.language].serviceTime(serviceMinutes(items)) : ''}
      .hallNow=${hallNow}
      .canAsk=${canIssue}
      .cutOffSinceAt=${cutOffSinceAt}
    ></yc-kiosk-wait>
  </p>`;
}
