/**
 * Booking for everybody: which times are free, and booking one of them. Whoever books is known by
 * nothing but, if wished, the keyed hash of an identity number; the answer's token is the key to the
 * appointment's own page, where it can be given back. Bounded per address.
 */
import { z } from 'zod';
import type { BusinessDate, HallId, ItemCode, PackageCode } from '../../shared/base/ids.ts';
import { businessDate, hallId, itemCode, packageCode } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { Refusal } from '../../shared/hall/refusal.ts';
import { refused } from '../../shared/hall/refusal.ts';
import type { OfferedSlot } from '../../shared/hall/slots.ts';
import { bookableDates, bookingOf, lastBookable, offeredSlots } from '../../shared/hall/slots.ts';
import { planVisit } from '../../shared/hall/visit-plan.ts';
import { decodeCommand } from '../../shared/protocol/decode.ts';
import type { HallActor } from '../hall/actor.ts';
import { isDatabaseAway } from '../storage/database-error.ts';
import { respond } from './answers.ts';
import { problem, refusal } from './problem.ts';
import { addressOf, rateLimit } from './rate-limit.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';
import { anonymousBooking } from './without-identity.ts';

const ITEMS_MAX = 50;
/** A family books for itself; a script does not empty a day. Behind a proxy all share this. */
const BOOKINGS_AT_ONCE = 60;
const BOOKING_EVERY_MS = 500;
const LOOKS_AT_ONCE = 120;
const LOOK_EVERY_MS = 250;

export interface OfferedSlots {
  readonly date: BusinessDate;
  /** Every date that may be booked now, soonest first. */
  readonly dates: readonly BusinessDate[];
  readonly slots: readonly Omit<OfferedSlot, 'key'>[];
}

const appointmentBody = z.object({
  commandId: z.string(),
  date: z.string(),
  time: z.string(),
  items: z.array(z.string()).optional(),
  package: z.string().optional(),
  language: z.string().optional(),
  identity: z.string().optional(),
});

/** The routes of bookings. */
export function appointmentRoutes(services: Services): Route[] {
  const looks = rateLimit(LOOKS_AT_ONCE, LOOK_EVERY_MS);
  const bookings = rateLimit(BOOKINGS_AT_ONCE, BOOKING_EVERY_MS);
  return [
    {
      method: 'GET',
      path: '/api/halls/:hall/slots',
      access: 'public',
      about: 'Bookable times of ?date= for ?items=A,B or ?package=, with the places left.',
      handle: (c) =>
        looks.admits(addressOf(c)) ? slots(services, c) : problem(c, 'too-many-tries'),
    },
    {
      method: 'POST',
      path: '/api/halls/:hall/appointments',
      access: 'public',
      about: 'Books an appointment; the answer has its number and the key of its page.',
      body: appointmentBody,
      handle: (c) =>
        bookings.admits(addressOf(c)) ? book(services, c) : problem(c, 'too-many-tries'),
    },
  ];
}

/** The actor of the day's stream: the open day's, or that of a day to come which may be booked. */
export async function actorOfBooking(
  { actor, bookings, clock }: Pick<Services, 'actor' | 'bookings' | 'clock'>,
  hall: HallId,
  date: BusinessDate,
): Promise<HallActor | Refusal> {
  const open = actor(hall);
  if (!open) return refused('unknown-slot');
  const stream = await open.stream();
  if (date === stream.date) return open;
  const { plan } = stream.day;
  const at = clock.now();
  switch (date < stream.date ? 'past' : bookingOf(plan, date, at)) {
    case 'past':
      return refused('slot-past');
    case 'day-off':
      return refused('unknown-slot');
    case 'too-far':
      return refused('too-early-to-book', lastBookable(plan, at));
    case 'yes':
      return bookings.actor(hall, date);
  }
}

async function slots(services: Services, c: HallContext): Promise<Response> {
  const hall = hallId(c.req.param('hall') ?? '');
  const open = services.actor(hall);
  if (!open) return problem(c, 'unknown-hall');
  const { day: today } = await open.stream();
  const at = services.clock.now();
  const dates = bookableDates(today.plan, at);
  const asked = c.req.query('date') ?? dates[0] ?? today.date;
  const items = (c.req.query('items') ?? '').split(',').filter((code) => code !== '');
  const pack = c.req.query('package');
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
  if (!isDate) return problem(c, 'malformed', 'date');
  if (items.length > ITEMS_MAX) return problem(c, 'malformed', 'items');
  const date = businessDate(asked);
  const wanted = {
    items: items.map(itemCode),
    ...(pack !== undefined && { package: packageCode(pack) }),
  };
  const offered = dates.includes(date)
    ? await withDay(services, hall, date, (day) => offer(day, wanted, at))
    : [];
  if (isRefusal(offered)) return refusal(c, offered.refused, offered.detail);
  c.header('Cache-Control', 'no-store');
  return c.json<OfferedSlots>({ date, dates, slots: offered.map(withoutKey) });
}

function withoutKey({ key: _, ...slot }: OfferedSlot): Omit<OfferedSlot, 'key'> {
  return slot;
}

interface Wanted {
  readonly items: readonly ItemCode[];
  readonly package?: PackageCode;
}

function offer(day: Day, wanted: Wanted, at: number): OfferedSlot[] | Refusal {
  const visit = planVisit(day, wanted);
  if (isRefusal(visit)) return visit;
  const items = visit.cases.map((row) => row.item);
  return offeredSlots(day, visit.zone, items, at);
}

/** Looks at a day as it is booked now; where nothing is booked yet, looking opens no stream. */
async function withDay<T>(
  { actor, bookings, days }: Services,
  hall: HallId,
  date: BusinessDate,
  use: (day: Day) => T,
): Promise<T> {
  const open = await days.current(hall);
  const isToday = open.date === date;
  if (!isToday && !(await bookings.isBegun(hall, date))) {
    return use(emptyDay(hall, date, open.day.plan));
  }
  const own = isToday ? actor(hall) : bookings.actor(hall, date);
  if (!own) throw new Error(`hall ${hall} has no actor`);
  await own.refresh();
  return own.read(({ day }) => use(day));
}

async function book(services: Services, c: HallContext): Promise<Response> {
  const hall = hallId(c.req.param('hall') ?? '');
  const open = services.actor(hall);
  if (!open) return problem(c, 'unknown-hall');
  const body: unknown = await c.req.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return problem(c, 'malformed');
  const decoded = decodeCommand({ ...body, type: 'bookAppointment' });
  if ('fault' in decoded) return problem(c, 'malformed', decoded.fault);
  const { commandId, command } = decoded;
  if (command.type !== 'bookAppointment') return problem(c, 'malformed', 'type');
  const hash = services.secrets.commandHash(`booker\n${JSON.stringify(command)}`);
  try {
    const actor = await actorOfBooking(services, hall, command.date);
    if ('refused' in actor) return refusal(c, actor.refused, actor.detail);
    const { policy } = (await open.stream()).day.plan.config;
    const answer = await actor.submit({
      commandId,
      hash,
      command: await anonymousBooking(services, hall, policy, command),
      by: { kind: 'booker' },
    });
    const outcome = answer.kind;
    services.metrics.commands.inc({ type: command.type, outcome });
    return respond(c, answer);
  } catch (error) {
    if (!isDatabaseAway(error)) services.onFault(error, 'bookAppointment');
    return problem(c, 'unavailable');
  }
}
