/**
 * What booking asks of the server: the hall and its catalogue, the free times of a day, and one place.
 * One wish has one commandId, so that an answer that was lost on the way books nothing twice.
 */
import { ApiProblem, getJson, postJson } from '../../../shared/client/api.ts';
import type { Catalogue, Here } from '../../../shared/protocol/http.ts';
import type { Accepted } from '../../../shared/protocol/messages.ts';
import type { ServiceItem } from '../../../shared/hall/config.ts';
import type { Language } from '../../../shared/text/language.ts';

export interface Hall {
  readonly here: Here;
  readonly catalogue: Catalogue;
}

/** A bookable time with the places that are left. */
export interface FreeTime {
  readonly time: string;
  readonly slotAt: number;
  readonly slotEndAt: number;
  readonly rest: number;
}

export interface FreeTimes {
  readonly date: string;
  /** Every date that may be booked now, soonest first. */
  readonly dates: readonly string[];
  readonly slots: readonly FreeTime[];
}

export interface Wish {
  readonly commandId: string;
  readonly date: string;
  readonly time: string;
  readonly items: readonly string[];
  readonly language: Language;
  readonly identity?: string;
}

/** `again`: what is to be chosen or filled in anew: the time is gone, or a document is asked for. */
export type BookingAnswer =
  | { readonly is: 'booked'; readonly token: string }
  | {
      readonly is: 'refused';
      readonly message: string;
      readonly again: 'time' | 'identity' | null;
    };

const TIME_IS_GONE = new Set(['slot-full', 'slot-past', 'unknown-slot', 'too-early-to-book']);
const ATTEMPTS_MAX = 3;

/** Where this page is, and what can be done there. */
export async function findHall(): Promise<Hall> {
  const here = await getJson<Here>('/api/here');
  const path = `/api/halls/${encodeURIComponent(here.hall)}/catalogue`;
  return { here, catalogue: await getJson<Catalogue>(path) };
}

/** Items that have bookable times of their own, or stand in a zone that has. */
export function bookableItems({ items, slots }: Catalogue): ServiceItem[] {
  const own = new Set(slots.flatMap((plan) => plan.items ?? []));
  const zones = new Set(slots.filter((plan) => plan.items === undefined).map(({ zone }) => zone));
  return items.filter(
    ({ code, zone, retired }) => retired !== true && (own.has(code) || zones.has(zone)),
  );
}

/** The free times of a date, or of the first one that may be booked. */
export async function freeTimes(
  hall: string,
  item: string,
  date: string | null,
  language: Language,
): Promise<FreeTimes> {
  const query = new URLSearchParams({ items: item, ...(date !== null && { date }) });
  const path = `/api/halls/${encodeURIComponent(hall)}/slots?${query.toString()}`;
  return getJson<FreeTimes>(path, undefined, { language });
}

/** Books; what got lost on the way is asked again under the same id. Never throws. */
export async function book(hall: string, wish: Wish): Promise<BookingAnswer> {
  const path = `/api/halls/${encodeURIComponent(hall)}/appointments`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { token } = await postJson<Accepted>(path, wish, { language: wish.language });
      return token === undefined ? refusal() : { is: 'booked', token };
    } catch (error) {
      if (!(error instanceof ApiProblem)) return refusal();
      const isLost = error.status === 0 || error.status >= 502;
      if (isLost && attempt < ATTEMPTS_MAX) continue;
      if (isLost || error.code === 'unknown') return refusal();
      return { is: 'refused', message: error.message, again: againOf(error.code) };
    }
  }
}

function againOf(code: string): 'time' | 'identity' | null {
  if (code === 'identity-needed') return 'identity';
  return TIME_IS_GONE.has(code) ? 'time' : null;
}

/** No answer: the page says in its own words that the hall cannot be reached. */
function refusal(): BookingAnswer {
  return { is: 'refused', message: '', again: null };
}
