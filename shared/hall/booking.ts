/**
 * Appointments are tickets: booked in the stream of their own day, with the next number of series Y,
 * so that a place is never sold twice and nobody queues a second time. What one person may book on
 * the day is exact here; what other days tell comes with the command.
 */
import type { ItemCode } from '../base/ids.ts';
import { caseId, ticketId } from '../base/ids.ts';
import type { BookAppointment } from './hall-commands.ts';
import type { OpenBookings } from './system-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { usedUpQuota } from './quotas.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import type { OfferedSlot } from './slots.ts';
import { bookingOf, lastBookable, offeredSlots } from './slots.ts';
import { planVisit } from './visit-plan.ts';
import type { PlannedVisit } from './visit-plan.ts';

const SERIES = 'Y';
const SERIES_DIGITS = 3;

/** The first booking of a day to come opens its stream; the day itself opens it again. */
export function openBookings(day: Day, command: OpenBookings): Decision {
  if (day.phase !== 'unopened') return refused('day-already-open');
  return [{ type: 'BookingsOpened', configVersion: command.configVersion }];
}

/** Books one place of a slot for one or several items. */
export function bookAppointment(
  day: Day,
  command: BookAppointment,
  { at, by }: CommandContext,
): Decision {
  const visit = planVisit(day, command);
  if (isRefusal(visit)) return visit;
  const { bookNeedsIdentity } = day.plan.config.policy;
  // A manager books for somebody on the telephone, and answers for it.
  if (bookNeedsIdentity && command.person === undefined && by.kind === 'booker') {
    return refused('identity-needed');
  }
  // Results are handed out without an appointment: a window for them calls its own series alone.
  if (visit.series === 'L') return refused('no-window-for-items', visit.cases[0]?.item);
  const usedUp = usedUpQuota(day, itemsOf(visit));
  if (usedUp) return usedUp;
  const slot = slotOf(day, command, visit, at);
  if (isRefusal(slot)) return slot;
  const limit = limitOf(day, command);
  if (limit) return limit;
  const number = (day.lastNumber.get(SERIES) ?? 0) + 1;
  const ticket = ticketId(`${SERIES}${String(number).padStart(SERIES_DIGITS, '0')}`);
  return [
    {
      type: 'AppointmentBooked',
      ticket,
      series: SERIES,
      number,
      zone: visit.zone,
      cases: visit.cases.map(({ item, stop }, index) => ({
        case: caseId(`${ticket}-${String(index + 1)}`),
        item,
        ...(stop > 1 && { stop }),
      })),
      ...(command.package && { package: command.package }),
      language: command.language ?? 'zh-Hans',
      slot: slot.key,
      slotAt: slot.slotAt,
      slotEndAt: slot.slotEndAt,
      ...(command.person !== undefined && { person: command.person }),
    },
  ];
}

function slotOf(
  day: Day,
  command: BookAppointment,
  visit: PlannedVisit,
  at: number,
): OfferedSlot | Refusal {
  if (command.date !== day.date) return refused('unknown-slot');
  const bookable = bookingOf(day.plan, day.date, at);
  if (bookable === 'past') return refused('slot-past');
  if (bookable === 'too-far') return refused('too-early-to-book', lastBookable(day.plan, at));
  const slots = bookable === 'yes' ? offeredSlots(day, visit.zone, itemsOf(visit), at) : [];
  const slot = slots.find((row) => row.time === command.time);
  if (!slot) return refused('unknown-slot');
  if (slot.slotAt <= at) return refused('slot-past');
  return slot.rest > 0 ? slot : refused('slot-full');
}

function itemsOf({ cases }: PlannedVisit): ItemCode[] {
  return cases.map(({ item }) => item);
}

/** How often one person may book; without a person there is nothing to count. */
function limitOf(day: Day, { person, history }: BookAppointment): Refusal | null {
  if (person === undefined) return null;
  const { policy } = day.plan.config;
  const own = [...day.tickets.values()].filter(
    ({ appointment, state }) => appointment?.person === person && state.status !== 'abandoned',
  ).length;
  const { inWeek = 0, inMonth = 0, noShows = 0 } = history ?? {};
  if (noShows >= policy.bookNoShowsBeforeBlock) return refused('booking-blocked');
  const limits = [
    [own, policy.bookPerPersonPerDayMax],
    [own + inWeek, policy.bookPerPersonPerWeekMax],
    [own + inMonth, policy.bookPerPersonPerMonthMax],
  ] as const;
  const reached = limits.find(([count, max]) => count >= max);
  return reached ? refused('booking-limit', String(reached[1])) : null;
}
