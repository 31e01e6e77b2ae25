/**
 * A batch of estimates is a moment old: whoever took a ticket since is not in it, and comes first all
 * the same. What they add is laid out as for a promise, over the windows that are open. Of two in
 * a zone's queue the later one is told no sooner time than the one before.
 */
import type { Day } from './day.ts';
import type { Estimates, Forecast } from './estimates.ts';
import { delayBy } from './routing/promise.ts';
import type { Placed } from './routing/promise.ts';
import type { Ticket } from './ticket.ts';

/** The forecast of a place with what those add who are before it and came since the batch. */
export function sinceBatch(
  day: Day,
  forecast: Forecast,
  placed: Placed & Pick<Ticket, 'zone'>,
  { estimates, at }: { readonly estimates: Estimates; readonly at: number },
): Forecast {
  const since = day.waiting.filter((ticket) => isSince(ticket, estimates));
  if (since.length === 0) return forecast;
  const addedMs = Math.round(delayBy(day, placed, new Set(since.map(({ id }) => id)), at));
  const before = since.filter((row) => row.zone === placed.zone && row.orderKey <= placed.orderKey);
  const p50Ms = Math.max(
    forecast.p50Ms + addedMs,
    latestOf(before, at, ({ p50Ms: ms }) => ms),
  );
  const p90Ms = Math.max(
    forecast.p90Ms + addedMs,
    latestOf(before, at, ({ p90Ms: ms }) => ms),
  );
  const { rawP90Ms } = forecast;
  return {
    ...forecast,
    ...{ p50Ms, p90Ms: Math.max(p50Ms, p90Ms) },
    ...(rawP90Ms !== undefined && { rawP90Ms: rawP90Ms + p90Ms - forecast.p90Ms }),
  };
}

function isSince({ id, orderSeq }: Ticket, { seq, tickets }: Estimates): boolean {
  return orderSeq > seq && !tickets.has(id);
}

/** From now to the latest of the times that these were told; 0 where they were told none. */
function latestOf(
  tickets: readonly Ticket[],
  at: number,
  waitMs: (forecast: Forecast) => number,
): number {
  const told = tickets.flatMap(({ forecast, arrivedAt }) =>
    forecast === null ? [] : [arrivedAt + waitMs(forecast) - at],
  );
  return Math.max(0, ...told);
}
