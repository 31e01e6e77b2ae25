/** What a visitor at home should know of the hall's hours: whether it is open, today, and when next. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { calendarDay, clockTime } from '../../../shared/client/format.ts';
import type { Here } from '../../../shared/protocol/http.ts';
import { bookingText } from '../../../shared/text/booking.ts';
import type { Language } from '../../../shared/text/language.ts';
import type { HoursView } from '../../../shared/views/hours.ts';

export interface OpeningWords {
  /** How it is now, the first thing to know. */
  readonly now: string;
  readonly more: readonly string[];
}

/** The words at an instant of the hall's clock. */
export function openingWords(hours: HoursView, now: number, language: Language): OpeningWords {
  const text = bookingText[language];
  const { alwaysOpen, sessions, holiday, nextOpenAt } = hours;
  if (alwaysOpen) return { now: text.alwaysOpen, more: [] };
  const spans = sessions.map((s) => `${clockTime(s.openAt)}–${clockTime(s.closeAt)}`);
  const today =
    spans.length > 0 ? [text.todayHours(spans.join(language === 'en' ? ', ' : '、'))] : [];
  const session = sessions.find(({ closeAt }) => now < closeAt);
  if (session) {
    const isOpen = now >= session.openAt;
    const told = isOpen
      ? text.openUntil(clockTime(session.closeAt))
      : text.opensToday(clockTime(session.openAt));
    return { now: told, more: today };
  }
  const next =
    nextOpenAt === null
      ? []
      : [text.opensNext(calendarDay(nextOpenAt, language), clockTime(nextOpenAt))];
  const off = holiday ? text.holiday(holiday[language]) : text.dayOff;
  return { now: sessions.length > 0 ? text.closedNow : off, more: [...next, ...today] };
}

/** The card on the first page, as of the moment in which it was opened; nothing before that. */
export function openingCard(
  here: Here | undefined,
  language: Language,
): TemplateResult | typeof nothing {
  if (!here?.hours) return nothing;
  const text = bookingText[language];
  const { now, more } = openingWords(here.hours, here.at, language);
  return html`<div class="card" data-hours>
    <h2>${text.hours}</h2>
    <p><b>${now}</b></p>
    ${more.map((line) => html`<p>${line}</p>`)}
    <p class="soft">${text.takeHere}</p>
  </div>`;
}
