/**
 * The appointments of a day as the hall's managers see them, and cancelling one of a day to come: its
 * number is another one's on every other day, so the day stands in the address.
 */
import { z } from 'zod';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { businessDate, hallId, ticketId } from '../../shared/base/ids.ts';
import { bookableDates } from '../../shared/hall/slots.ts';
import { decodeCommand } from '../../shared/protocol/decode.ts';
import type { BookedDay } from '../../shared/views/booked-day.ts';
import { bookedRows } from '../../shared/views/booked-day.ts';
import type { HallActor } from '../hall/actor.ts';
import type { Identity } from '../people/identity.ts';
import { principalOf } from '../people/identity.ts';
import { isDatabaseAway } from '../storage/database-error.ts';
import { respond } from './answers.ts';
import { problem } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const cancelBody = z.object({ commandId: z.string() });

/** The routes of what is booked. */
export function bookedRoutes(services: Services): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/halls/:hall/appointments',
      access: 'inspect',
      about: 'The appointments of ?date=, today by default, with the days that may be asked for.',
      handle: (c, identity) => booked(services, c, identity),
    },
    {
      method: 'POST',
      path: '/api/halls/:hall/appointments/:date/:ticket/cancel',
      access: 'manager',
      about: 'Cancels an appointment of today or of a day to come; its place is free again.',
      body: cancelBody,
      handle: (c, identity) => cancel(services, c, identity),
    },
  ];
}

async function booked(
  services: Services,
  c: HallContext,
  identity: Identity | null,
): Promise<Response> {
  const hall = hallId(c.req.param('hall') ?? '');
  const open = services.actor(hall);
  if (!open) return problem(c, 'unknown-hall');
  if (identity?.hall !== hall) return problem(c, 'forbidden');
  const { date: today, day } = await open.stream();
  const asked = c.req.query('date') ?? today;
  if (!DATE.test(asked)) return problem(c, 'malformed', 'date');
  const bookable = bookableDates(day.plan, services.clock.now());
  const dates = [today, ...bookable.filter((date) => date !== today)];
  const date = businessDate(asked);
  const actor = await actorOf(services, hall, today, date);
  if (actor) await actor.refresh();
  const rows = actor ? await actor.read((stream) => bookedRows(stream.day)) : [];
  c.header('Cache-Control', 'no-store');
  return c.json<BookedDay>({ date, dates, rows });
}

/** Today's actor or that of a day to come on which something is booked; null for any other day. */
async function actorOf(
  { actor, bookings }: Services,
  hall: HallId,
  today: BusinessDate,
  date: BusinessDate,
): Promise<HallActor | null> {
  if (date === today) return actor(hall) ?? null;
  const isAhead = date > today && (await bookings.isBegun(hall, date));
  return isAhead ? bookings.actor(hall, date) : null;
}

async function cancel(
  services: Services,
  c: HallContext,
  identity: Identity | null,
): Promise<Response> {
  const hall = hallId(c.req.param('hall') ?? '');
  const open = services.actor(hall);
  if (!open) return problem(c, 'unknown-hall');
  const by = identity && principalOf(identity);
  if (!by || identity.hall !== hall) return problem(c, 'forbidden');
  const asked = c.req.param('date') ?? '';
  if (!DATE.test(asked)) return problem(c, 'malformed', 'date');
  const body = cancelBody.safeParse(await c.req.json().catch(() => null));
  if (!body.success) return problem(c, 'malformed', 'commandId');
  const ticket = ticketId(c.req.param('ticket') ?? '');
  const decoded = decodeCommand({ ...body.data, type: 'cancelTicket', ticket });
  if ('fault' in decoded) return problem(c, 'malformed', decoded.fault);
  const { commandId, command } = decoded;
  if (command.type !== 'cancelTicket') return problem(c, 'malformed', 'type');
  try {
    const date = businessDate(asked);
    const { date: today } = await open.stream();
    const actor = await actorOf(services, hall, today, date);
    if (!actor) return problem(c, 'not-found');
    await actor.refresh();
    const found = await actor.read(({ day }) => day.tickets.get(ticket)?.appointment ?? null);
    if (found === null) return problem(c, 'not-found');
    const hash = services.secrets.commandHash(`cancel\n${date}\n${JSON.stringify(command)}`);
    const answer = await actor.submit({ commandId, hash, command, by, onDate: date });
    services.metrics.commands.inc({ type: command.type, outcome: answer.kind });
    return respond(c, answer);
  } catch (error) {
    if (!isDatabaseAway(error)) services.onFault(error, 'cancelTicket');
    return problem(c, 'unavailable');
  }
}
