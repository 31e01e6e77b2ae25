/** How a ticket stands, in words: one for the state, one large line, and what to do. Pure. */
import { clockTime } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { PhoneText } from '../../shared/text/phone.ts';
import { phoneDayText } from '../../shared/text/phone-day.ts';
import type { PhoneDayText } from '../../shared/text/phone-day.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import { promiseWords, waitWords } from '../parts/wait-words.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';

export interface StateWords {
  readonly state: string;
  readonly lead: string | null;
  /** By when it is promised, of one who waits where the hall promises. */
  readonly promise?: string | null;
  readonly help: readonly string[];
}

/** The words of the ticket's state at the hall's instant `now`. */
export function stateWords(view: TicketView, language: Language, now: number): StateWords {
  const text = phoneText[language];
  const day = phoneDayText[language];
  const plain = (state: string, ...help: string[]): StateWords => ({ state, lead: null, help });
  switch (view.status) {
    case 'booked':
      return plain(day.booked);
    case 'waiting':
      return waiting(view, language, now);
    case 'called':
      return plain(text.calledNow);
    case 'serving': {
      const { window } = view;
      return { ...plain(text.serving), lead: window === null ? null : text.calledWindow(window) };
    }
    case 'held':
      return held(view, day);
    case 'noShow':
      return plain(text.noShow, ...missed(view, text, day));
    case 'done':
      return plain(text.done, text.doneHelp);
    case 'abandoned':
      return plain(text.abandoned, text.abandonedHelp);
    case 'expired':
      return plain(text.expired, text.expiredHelp);
    case 'voided':
      return plain(text.voided, text.voidedHelp);
    case 'appointmentMissed':
      return plain(day.appointmentMissed, day.appointmentMissedHelp);
    case 'carriedOver':
      return plain(day.carriedOver, day.carriedOverHelp);
  }
}

/**
 * Place and wait; a wait that nobody knows is said to be unknown. Where there is a promise, that is
 * what counts: an estimate beside it says that it is one. A hall without history says what it goes by.
 */
function waiting(view: TicketView, language: Language, now: number): StateWords {
  const { ahead } = view;
  const text = phoneText[language];
  const { unknown, expected, fromCatalogue } = estimateText[language];
  const wait = waitWords(view, language, now);
  const promise = promiseWords(view, language);
  const lead = ahead === null ? null : ahead === 0 ? text.next : text.aheadCount(ahead);
  const known = promise === null ? [wait ?? unknown] : wait === null ? [] : [expected(wait)];
  const isAlone = wait !== null && promise === null;
  const isUntried = isAlone && view.estimate?.basis === 'catalogue';
  const basis = isUntried ? [fromCatalogue] : [];
  return { state: text.waiting, lead, promise, help: [...known, ...basis, text.vibrateHint] };
}

function held({ held: kept }: TicketView, day: PhoneDayText): StateWords {
  if (kept === null) return { state: day.held, lead: null, help: [] };
  return {
    state: day.held,
    lead: day.heldUntil(clockTime(kept.returnByAt)),
    help: [day.heldHelp(kept.clerkWindow)],
  };
}

/** Which rule applies when a missed visitor comes back, before it applies. */
function missed(view: TicketView, text: PhoneText, day: PhoneDayText): string[] {
  if (!view.canReturn) return [text.noShowHelp];
  const rule = view.returnRule === 'tail' ? day.missTail : day.missBehind(view.returnBehind);
  return [rule, ...(view.isLastChance ? [day.lastChance] : [])];
}

/** What else is so: carried, on the way to another window, windows that are paused, a result. */
export function remarks(view: TicketView, language: Language): string[] {
  const day = phoneDayText[language];
  const said: string[] = [];
  if (view.carriedFrom !== null) said.push(day.carriedFrom(view.carriedFrom.slice(5)));
  if (view.status !== 'waiting') return said;
  if (view.appointment?.right === 'slot') said.push(day.slotRight);
  if (view.appointment?.right === 'walkIn') said.push(day.walkIn);
  if (view.transferred) said.push(day.transferred);
  if (view.stops > 1) said.push(day.stop(view.stop, view.stops));
  if (view.pausedUntilAt !== null) said.push(day.pausedUntil(clockTime(view.pausedUntilAt)));
  if (view.pickupExpectedAt !== null) {
    said.push(day.pickupAt(clockTime(view.pickupExpectedAt)));
  }
  return said;
}
