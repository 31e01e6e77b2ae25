/**
 * Appointments: booked at home through the public route, some days ahead and some today, given back
 * by the token, checked in at the kiosk with the number or the identity card. Whoever finds no free
 * time comes without one. Two people also try for the last place of a slot at the same instant.
 */
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Api, Auth, CommandBody } from './api.ts';
import { between } from './chance.ts';
import type { HallDay } from './day.ts';
import type { Recorder } from './recorder.ts';
import type { Manner } from './traits.ts';
import type { Visitor } from './visitors.ts';

const MINUTE_MS = 60_000;
const NOBODY: Auth = { kind: 'none' };
/** The first slot of the morning stays free: whoever books it today would be late. */
const SLOT_FROM_MS = (8 * 60 + 50) * MINUTE_MS;
/** In the morning such a place can still be given back. */
const RACE_SLOT_FROM_MS = 14 * 60 * MINUTE_MS;

export interface Booking {
  readonly ticket: string;
  readonly token: string;
  readonly slotAt: number;
  /** By the identity card; null where none was shown. */
  readonly identity: string | null;
}
export type Bookings = ReadonlyMap<number, Booking>;

interface Offered {
  readonly time: string;
  readonly slotAt: number;
  readonly rest: number;
}

export interface BookingParts {
  readonly api: Api;
  readonly recorder: Recorder;
  readonly date: string;
  readonly startOfDay: number;
}

/** Books for those visitors who want it now; keyed by the visitor's index. */
export async function bookAll(
  parts: BookingParts,
  visitors: readonly Visitor[],
): Promise<Map<number, Booking>> {
  const bookings = new Map<number, Booking>();
  for (const visitor of visitors) {
    if (visitor.trait?.kind !== 'appointment') continue;
    const booking = await book(parts, visitor, visitor.index % 2 === 0);
    if (booking) bookings.set(visitor.index, booking);
  }
  return bookings;
}

async function book(
  parts: BookingParts,
  visitor: Visitor,
  showsCard: boolean,
): Promise<Booking | null> {
  const wishedAt = parts.startOfDay + visitor.arrivesMs;
  const offered = (await offeredFor(parts, visitor))
    .filter(({ rest, slotAt }) => rest > 0 && slotAt >= parts.startOfDay + SLOT_FROM_MS)
    .sort((one, other) => Math.abs(one.slotAt - wishedAt) - Math.abs(other.slotAt - wishedAt));
  for (const slot of offered.slice(0, 3)) {
    const identity = showsCard ? identityOf(visitor) : null;
    const booking = await bookAt(parts, visitor, slot, identity);
    if (booking) return booking;
  }
  parts.recorder.count('no free slot');
  return null;
}

function offeredFor({ api, date }: BookingParts, visitor: Visitor): Promise<readonly Offered[]> {
  const { items, pack } = wishOf(visitor);
  const wish = pack === null ? `items=${items.join(',')}` : `package=${pack}`;
  const path = `/api/halls/${api.hall}/slots?date=${date}&${wish}`;
  return api.get<{ readonly slots: readonly Offered[] }>(path).then(({ slots }) => slots);
}

async function bookAt(
  { api, date }: BookingParts,
  visitor: Visitor,
  slot: Offered,
  identity: string | null,
): Promise<Booking | null> {
  const { items, pack } = wishOf(visitor);
  const command: CommandBody = {
    type: 'bookAppointment',
    ...{ date, time: slot.time, items, language: visitor.language },
    ...(pack !== null && { package: pack }),
    ...(identity !== null && { identity }),
  };
  const by = `booker:${String(visitor.index)}`;
  const options = { by, habit: visitor.press, route: 'appointments' };
  const answer = await api.press(NOBODY, command, options);
  if (answer?.outcome !== 'accepted' || answer.ticket === undefined) return null;
  return { ticket: answer.ticket, token: answer.token ?? '', slotAt: slot.slotAt, identity };
}

function wishOf({ items, package: pack }: Visitor) {
  return { items: pack === null ? items.map((item) => item.code) : [], pack };
}

/** A number that belongs to nobody; it must never be seen again. */
function identityOf({ index }: Visitor): string {
  return `99000019500101${String(index).padStart(4, '0')}`;
}

/**
 * Two people press for the last place of a slot at the same time: one gets it, and all these places
 * are given back. Takes a slot late enough for that.
 */
export async function raceForAPlace(parts: BookingParts, visitor: Visitor): Promise<void> {
  const { recorder, startOfDay } = parts;
  const offered = await offeredFor(parts, visitor);
  const slot = offered
    .filter(({ rest, slotAt }) => rest > 0 && slotAt >= startOfDay + RACE_SLOT_FROM_MS)
    .sort((one, other) => one.rest - other.rest)[0];
  if (!slot) return;
  const booked: (Booking | null)[] = [];
  for (let rest = slot.rest; rest > 1; rest -= 1) {
    booked.push(await bookAt(parts, { ...visitor, press: 'once' }, slot, null));
  }
  const both = await Promise.all([1, 2].map(() => bookAt(parts, visitor, slot, null)));
  const won = both.filter((booking) => booking !== null).length;
  if (won === 1) recorder.count('two after one place');
  else recorder.trouble(`${String(won)} of two got the last place at ${slot.time}`);
  for (const booking of [...booked, ...both]) {
    if (!booking) continue;
    recorder.ticketsMore += 1;
    await cancel(parts, booking);
  }
}

/** Gives a booking back by its token. */
export async function cancel(
  { api }: Pick<BookingParts, 'api'>,
  booking: Booking,
): Promise<boolean> {
  const answer = await api.press(
    { kind: 'ticket', token: booking.token },
    { type: 'cancelTicket', ticket: booking.ticket },
    { by: `visitor:${booking.ticket}`, habit: 'again' },
  );
  return answer?.outcome === 'accepted';
}

/** When the visitor comes for the slot; null: never. */
export function comesAt({ slotAt }: Booking, manner: Manner, seed: number): number | null {
  const random = seededRandom(seed);
  const minutes = (from: number, to: number) => slotAt + between(random, from, to) * MINUTE_MS;
  switch (manner) {
    case 'onTime':
      return minutes(-12, 8);
    case 'early':
      return minutes(-50, -20);
    case 'late':
      return minutes(13, 45);
    case 'missed':
      return random() < 0.5 ? minutes(65, 75) : null;
    case 'cancelled':
      return null;
  }
}

/** Shows the number or the card at the kiosk; the early ones wait, or rather come as walk-ins. */
export async function checkIn(
  day: HallDay,
  kiosk: Auth,
  visitor: Visitor,
  booking: Booking,
): Promise<'here' | 'missed' | 'over'> {
  const { identity, ticket } = booking;
  const who = identity === null ? { ticket } : { identity };
  const press = (rest: object) =>
    day.api.press(
      kiosk,
      { type: 'checkIn', ...who, ...rest },
      { by: 'kiosk', habit: visitor.press },
    );
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await press({});
    if (answer?.outcome === 'accepted') return 'here';
    if (answer?.code === 'appointment-missed') return 'missed';
    if (answer?.code !== 'too-early-for-slot') break;
    day.recorder.count('told early');
    if (visitor.seed % 2 === 0) {
      const walkIn = await press({ asWalkIn: true });
      if (walkIn?.outcome === 'accepted') return 'here';
    }
    const tooEarlyMs = booking.slotAt - 14 * MINUTE_MS - day.clock.now();
    await day.clock.sleep(Math.max(MINUTE_MS, tooEarlyMs));
    if (day.over.aborted) return 'over';
  }
  day.recorder.trouble(`the appointment ${ticket} could not check in`);
  return 'over';
}
