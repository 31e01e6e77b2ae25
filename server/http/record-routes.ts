/** The record: which days a hall has, and everything that happened to one ticket. */
import { businessDate, hallId, ticketId } from '../../shared/base/ids.ts';
import { timelineOf } from '../../shared/views/timeline.ts';
import type { Timeline } from '../../shared/views/timeline.ts';
import type { DayRow } from '../../shared/protocol/http.ts';
import type { Identity } from '../people/identity.ts';
import { problem } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

const DAYS_MAX = 400;

/** The routes of the record. */
export function recordRoutes(services: Services): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/halls/:hall/days',
      access: 'inspect',
      about: `The days that have a log, newest first, at most ${String(DAYS_MAX)}.`,
      handle: (c, identity) => days(services, c, identity),
    },
    {
      method: 'GET',
      path: '/api/halls/:hall/days/:date/tickets/:ticket/timeline',
      access: 'inspect',
      about: 'Everything that happened to a ticket: who, when, why, by which rule.',
      handle: (c, identity) => timeline(services, c, identity),
    },
  ];
}

async function days(
  { sql }: Services,
  c: HallContext,
  identity: Identity | null,
): Promise<Response> {
  const hall = c.req.param('hall') ?? '';
  if (identity?.hall !== hall) return problem(c, 'forbidden');
  const rows = await sql<DayRow[]>`
    select d.business_date as date, d.seq as events, exists (
      select 1 from events e
      where e.hall_id = d.hall_id and e.business_date = d.business_date and e.seq = d.seq
        and e.type = 'DayClosed') as "isClosed"
    from hall_days d where d.hall_id = ${hall} and d.seq > 0
    order by d.business_date desc limit ${DAYS_MAX}`;
  return c.json<DayRow[]>([...rows]);
}

async function timeline(
  services: Services,
  c: HallContext,
  identity: Identity | null,
): Promise<Response> {
  const hall = hallId(c.req.param('hall') ?? '');
  const date = c.req.param('date') ?? '';
  const ticket = ticketId((c.req.param('ticket') ?? '').toUpperCase());
  if (identity?.hall !== hall) return problem(c, 'forbidden');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    return problem(c, 'malformed', 'date');
  }
  const actor = services.actor(hall);
  if (!actor) return problem(c, 'unknown-hall');
  await actor.refresh();
  // Between two batches, so that nothing is told that is decided and not yet written.
  const today = await actor.read((open) =>
    open.date === date
      ? { found: timelineOf(open.day, open.eventsBetween(1, open.committedSeq), ticket) }
      : null,
  );
  if (today) return answer(c, today.found);
  const stream = await services.days.past(hall, businessDate(date));
  if (!stream) return problem(c, 'not-found');
  const events = stream.eventsBetween(1, stream.committedSeq);
  return answer(c, timelineOf(stream.day, events, ticket));
}

function answer(c: HallContext, found: Timeline): Response {
  return found.rows.length > 0 ? c.json<Timeline>(found) : problem(c, 'not-found');
}
