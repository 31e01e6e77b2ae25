/**
 * What to know of the number just taken: where to wait, which windows, when, how many come first, what
 * for, and what holds after a missed call. From the visitor's own view as soon as it is there.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import { namesWithCounts, serviceMinutes, windowsText } from '../../shared/views/printed-words.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';
import { promiseWords, waitWords } from '../parts/wait-words.ts';
import type { TakenTicket } from './visit.ts';

const ITEMS_SHOWN = 2;

export interface TicketFacts {
  readonly taken: TakenTicket;
  /** Null until it has come. */
  readonly view: TicketView | null;
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** The hall's instant; 0 before its first word. */
  readonly now: number;
}

/** The facts in their order of use. */
export function ticketFacts(facts: TicketFacts): TemplateResult {
  const { taken, view, language, catalogue } = facts;
  const wait = waitWith(facts);
  const text = kioskText[language];
  const zone = view ?? zoneBefore(facts);
  const ahead = view?.ahead ?? taken.ahead;
  const where = zone === null ? null : ('zoneName' in zone ? zone.zoneName : zone.name)[language];
  const { reactivatedBehindTickets, missesBeforeVoid } = catalogue.rules;
  return html`<section class="facts">
    ${fact(text.whereTo, where, zone && `${text.floor(zone.floor)} · ${zone.way[language]}`)}
    ${fact(text.windows, view ? windowsText(view.windows, language) : null, null)}
    ${ahead === null ? nothing : html`<div class="ahead">${text.ahead(ahead)}</div>`}
    ${wait === null ? nothing : html`<div class="wait">${wait}</div>`} ${when(facts)}
    <div class="items">
      <p class="label">${text.items}${packageTime(facts)}</p>
      <p class="value">${itemNames(facts)}</p>
    </div>
    <p class="rule soft">
      ${ticketText[language].missRule(reactivatedBehindTickets, missesBeforeVoid)}
    </p>
  </section>`;
}

/** The promise, as on the paper; the estimate where the hall promises nothing. */
function waitWith({ view, language, now }: TicketFacts): string | null {
  const promise = view && promiseWords(view, language);
  return promise ?? waitWords(view, language, now);
}

/** The booked time with its right, when a result is ready, the day of a carried number. */
function when({ view, language }: TicketFacts): TemplateResult | typeof nothing {
  const more = kioskDayText[language];
  if (view?.appointment) {
    const { slotAt, right } = view.appointment;
    const words = right === 'walkIn' ? more.inOrder : more.inTime;
    return html`<div class="when" data-right=${right ?? 'none'}>
      <b>${more.bookedFor(clockTime(slotAt))}</b><span>${words}</span>
    </div>`;
  }
  if (view?.pickupExpectedAt) {
    return html`<div class="when">
      <b>${more.pickupReady(clockTime(view.pickupExpectedAt))}</b>
    </div>`;
  }
  if (view?.carriedFrom) {
    return html`<div class="when"><b>${more.carried(view.carriedFrom.slice(5))}</b></div>`;
  }
  return nothing;
}

/** The zone by the number's letter, until the ticket's own view tells. */
function zoneBefore({ taken, catalogue }: TicketFacts): Catalogue['zones'][number] | null {
  const letter = taken.ticket.slice(0, 1);
  return catalogue.zones.find(({ series }) => series === letter) ?? null;
}

function itemNames({ taken, view, catalogue, language }: TicketFacts): string {
  const known = view
    ? view.cases.map(({ name }) => name[language])
    : taken.basket.items.flatMap(
        (code) => catalogue.items.find((item) => item.code === code)?.name[language] ?? [],
      );
  const names = namesWithCounts(known);
  const more = names.length > ITEMS_SHOWN ? [kioskText[language].moreItems(known.length)] : [];
  return [...names.slice(0, ITEMS_SHOWN), ...more].join(' · ');
}

/** Of a package: how long its matters take at the windows. */
function packageTime({ taken, catalogue, language }: TicketFacts): string {
  if (taken.basket.package === null) return '';
  const items = catalogue.items.filter(({ code }) => taken.basket.items.includes(code));
  return ` · ${ticketText[language].serviceTime(serviceMinutes(items))}`;
}

function fact(label: string, value: string | null, more: string | null): TemplateResult {
  return html`<div>
    <p class="label">${label}</p>
    <p class="value">${value ?? '…'}${more ? html`<span class="soft">${more}</span>` : nothing}</p>
  </div>`;
}
