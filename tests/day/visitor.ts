/**
 * One visitor's way through the hall: the kiosk's button or the check-in, the paper, perhaps the
 * phone, waiting, letting others pass, being missed or sent off and coming back, giving up. What
 * happens at the window is the clerk's side; the two meet at the ticket's number, as in the hall.
 */
import { EVIDENCES } from '../../shared/hall/command-words.ts';
import type { Auth, CommandBody } from './api.ts';
import type { Booking } from './appointments.ts';
import { cancel, checkIn, comesAt } from './appointments.ts';
import type { HallDay } from './day.ts';
import type { Present } from './hall-floor.ts';
import { openPhone } from './phone.ts';
import type { Phone } from './phone.ts';
import { takesTerminal } from './terminals.ts';
import type { Visitor } from './visitors.ts';

const ASKS_MAX = 6;
const ASK_AGAIN_MS = 60_000;
const MINUTE_MS = 60_000;

export interface Kiosk {
  readonly auth: Auth;
  /** What kiosks are told is free; `null` where the hall has none. */
  isFree(terminal: number): boolean;
}

/** Runs one visitor from arrival until the ticket and all that belongs to it is over. */
export async function visit(
  day: HallDay,
  kiosk: Kiosk,
  visitor: Visitor,
  booking: Booking | undefined,
  onArrived: () => void,
): Promise<void> {
  const arriving =
    booking && visitor.trait?.kind === 'appointment'
      ? keepAppointment(day, kiosk, visitor, booking, visitor.trait.manner)
      : walkIn(day, kiosk, visitor);
  const present = await arriving.finally(onArrived);
  if (present) await stayUntilOver(day, present);
}

/** Waits in the hall, with or without a phone, until the ticket is over. */
export async function stayUntilOver(day: HallDay, present: Present): Promise<void> {
  const phone = present.visitor.opensPhone ? openPhone(day, present) : null;
  try {
    await Promise.all([
      abandonsLater(day, present, phone),
      stepsAway(day, present),
      phone?.untilOver(),
    ]);
  } finally {
    present.onPhone = false;
    phone?.close();
  }
}

async function walkIn(day: HallDay, kiosk: Kiosk, visitor: Visitor): Promise<Present | undefined> {
  await day.pace.until(day.startOfDay + visitor.arrivesMs);
  if (day.over.aborted) return undefined;
  if (await takesTerminal(day, kiosk, visitor)) return undefined;
  return takeTicket(day, kiosk, visitor);
}

/** Comes to the slot as the manner has it; one that was missed takes a ticket after all. */
async function keepAppointment(
  day: HallDay,
  kiosk: Kiosk,
  visitor: Visitor,
  booking: Booking,
  manner: Parameters<typeof comesAt>[1],
): Promise<Present | undefined> {
  if (manner === 'cancelled') {
    await day.pace.until(day.startOfDay + 8.6 * 60 * MINUTE_MS);
    if (!(await cancel(day, booking))) {
      day.recorder.trouble(`${booking.ticket} could not be given back`);
    }
    return undefined;
  }
  const at = comesAt(booking, manner, visitor.seed);
  if (at === null) return undefined;
  await day.clock.until(at);
  if (day.over.aborted) return undefined;
  const outcome = await checkIn(day, kiosk.auth, visitor, booking);
  if (outcome === 'here') return entered(day, visitor, booking.ticket, booking.token);
  if (outcome === 'over') return undefined;
  day.recorder.ticketsMore += 1;
  return takeTicket(day, kiosk, visitor);
}

function entered(day: HallDay, visitor: Visitor, ticket: string, token: string): Present {
  const present: Present = {
    visitor,
    ticket,
    token,
    stay: visitor.noShow ? 'gone' : 'waiting',
    isAway: false,
    returned: 0,
    onPhone: visitor.opensPhone,
  };
  day.floor.enter(present);
  return present;
}

/** Presses the kiosk's button until there is a ticket. */
export async function takeTicket(
  day: HallDay,
  kiosk: Kiosk,
  visitor: Visitor,
): Promise<Present | undefined> {
  for (let ask = 1; ask <= ASKS_MAX; ask += 1) {
    const habit = visitor.press;
    const answer = await day.api.press(kiosk.auth, wishOf(visitor), { by: 'kiosk', habit });
    if (answer?.outcome === 'accepted' && answer.ticket !== undefined) {
      return entered(day, visitor, answer.ticket, answer.token ?? '');
    }
    const why = answer?.outcome === 'refused' ? answer.code : 'silence';
    day.recorder.trouble(`visitor ${String(visitor.index)} got no ticket: ${why}`);
    await day.pace.sleep(ASK_AGAIN_MS);
  }
  return undefined;
}

function wishOf(visitor: Visitor): CommandBody {
  const { trait, items } = visitor;
  const evidence = EVIDENCES[visitor.seed % EVIDENCES.length];
  return {
    type: 'issueTicket',
    items: visitor.package === null ? items.map((item) => item.code) : [],
    language: visitor.language,
    ...(visitor.package !== null && { package: visitor.package }),
    ...(visitor.class !== null && { class: visitor.class, evidence }),
    ...(visitor.isAccessible && { accessible: true }),
    ...(trait?.kind === 'agent' && { agent: trait.agentNo }),
    ...(trait?.kind === 'pickup' && { pickup: trait.of === null ? {} : { of: trait.of } }),
    ...(trait === null && { brought: broughtBy(visitor) }),
  };
}

/** Everybody has the first of the materials of each matter with them. */
function broughtBy({ items, package: pack }: Visitor) {
  if (pack !== null) return [];
  return items
    .filter((item) => item.materials.length > 0)
    .map((item) => ({ item: item.code, materials: [0] }));
}

/** Lets a few others pass, once there are some behind. */
async function stepsAway(day: HallDay, present: Present): Promise<void> {
  const { trait } = present.visitor;
  if (trait?.kind !== 'stepAway') return;
  await day.pace.sleep(trait.afterMs * day.timeFactor);
  if (day.over.aborted) return;
  const answer = await day.api.press(
    { kind: 'ticket', token: present.token },
    { type: 'stepAway', ticket: present.ticket, pass: 2 },
    { by: `visitor:${present.ticket}`, habit: 'again' },
  );
  if (answer?.outcome === 'refused') day.deck.giveBack('step-away');
}

/** Gives the ticket up by phone after a while, unless the turn has come by then. */
async function abandonsLater(day: HallDay, present: Present, phone: Phone | null): Promise<void> {
  const { abandonsAfterMs } = present.visitor;
  if (abandonsAfterMs === null || !phone) return;
  await day.pace.sleep(abandonsAfterMs * day.timeFactor);
  if (day.over.aborted || !phone.canCancel()) return;
  const answer = await day.api.press(
    { kind: 'ticket', token: present.token },
    { type: 'cancelTicket', ticket: present.ticket },
    { by: `visitor:${present.ticket}`, habit: 'again' },
  );
  if (answer?.outcome === 'accepted') present.stay = 'gone';
}
