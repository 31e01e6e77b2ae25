/** How times, waits and numbers are written on every surface. Instants are epoch ms, hall time. */
import { MINUTE_MS } from '../base/time.ts';
import { hallTime } from '../calendar/business-date.ts';
import type { Language } from '../text/language.ts';

const HALL_OFFSET_MS = 8 * 3_600_000;

/** `08:05` in the hall. */
export function clockTime(at: number): string {
  return hallTime(at);
}

/** `08:05:09` in the hall. */
export function clockSeconds(at: number): string {
  return new Date(at + HALL_OFFSET_MS).toISOString().slice(11, 19);
}

/** Whole minutes from one instant to another, never below 0: a clock may be a little behind. */
export function minutesBetween(fromAt: number, toAt: number): number {
  return Math.max(0, Math.floor((toAt - fromAt) / MINUTE_MS));
}

/**
 * The parts of a ticket's number, `B012` → `B` and `012`; anything else is left whole. A number that
 * came over midnight, `B012~1121`, is the same number, `carried` from the day `11-21`.
 */
export function ticketParts(ticket: string): {
  readonly letter: string;
  readonly digits: string;
  readonly carried: string | null;
} {
  const match = /^([A-Z])(\d+)(?:~(\d\d)(\d\d))?$/.exec(ticket);
  const [, letter = '', digits = ticket, month, day] = match ?? [];
  return { letter, digits, carried: month && day ? `${month}-${day}` : null };
}

/** The number as it is printed and called: without the day that it came from. */
export function ticketNumber(ticket: string): string {
  const { letter, digits } = ticketParts(ticket);
  return `${letter}${digits}`;
}

/** The day as a language writes it, month and day, then weekday (English: the other way). */
export function calendarDay(at: number, language: Language): string {
  const locale = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' }[language];
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Asia/Shanghai' }).format(at);
  const day = say({ month: 'long', day: 'numeric' });
  const weekday = say({ weekday: 'long' });
  return language === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`;
}
