/**
 * What a ticket would be told if it were taken now: the very decision of taking it, looked at and not
 * done. So a kiosk tells before the press what the paper tells after it, for the matters and the
 * class that were chosen.
 */
import type { ZoneCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { HallEvent } from '../hall/events.ts';
import type { NewcomerView, Outlook } from './outlook.ts';

export interface TicketQuote {
  /** Where the visitor would wait. */
  readonly zone: ZoneCode;
  /** Who would come first. */
  readonly ahead: number;
  /** The wait of this place; null where nobody knows. */
  readonly estimate: NewcomerView | null;
}

/** The quote of a decision of issuing; null where it issues nothing. */
export function ticketQuote(
  events: readonly HallEvent[],
  { estimates, freshForMs }: Outlook,
): TicketQuote | null {
  const issued = events.find((event) => event.type === 'TicketIssued');
  if (!issued) return null;
  const { zone, ahead, forecast } = issued;
  if (!forecast || !estimates) return { zone, ahead, estimate: null };
  const p50Minutes = Math.round(forecast.p50Ms / MINUTE_MS);
  const p90Minutes = Math.max(p50Minutes, Math.ceil(forecast.p90Ms / MINUTE_MS));
  const freshUntilAt = estimates.madeAt + freshForMs;
  const estimate = { p50Minutes, p90Minutes, freshUntilAt, basis: forecast.basis };
  return { zone, ahead, estimate };
}
