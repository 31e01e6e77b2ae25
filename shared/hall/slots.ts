/**
 * Bookable times: which there are on a date, and how many places are left. A slot belongs to a zone,
 * or to some items alone, which then have a capacity of their own. A place is one appointment; they
 * are counted in the day's own stream, so that none is sold twice.
 */
import type { BusinessDate, ItemCode, ZoneCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import { businessDateAt, daysBefore, nextDate } from '../calendar/business-date.ts';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.ts';
import type { SlotPlan } from './config.ts';
import type { Day } from './day.ts';
import { instantOn } from './opening.ts';
import type { Plan } from './plan.ts';
import { quotaLeft } from './quotas.ts';

/** However far a hall lets people book: no list is longer. */
const DATES_MAX = 100;

export interface Slot {
  /** Plan and time, as events name it: `natural-person/10:00`. */
  readonly key: string;
  readonly time: string;
  readonly slotAt: number;
  readonly slotEndAt: number;
  readonly capacity: number;
}

/** A slot with the places that are left; none once its time has come. */
export interface OfferedSlot extends Slot {
  readonly rest: number;
}

/** The slots of a plan on a date; none on a day off. */
export function slotsOf(plan: Plan, date: BusinessDate, of: SlotPlan): Slot[] {
  if (!isWorkingDay(plan.config.calendar, date)) return [];
  const home = of.items ? `${of.zone}:${of.items.join('+')}` : of.zone;
  return of.times.map((time) => {
    const slotAt = instantOn(date, time);
    return {
      key: `${home}/${time}`,
      time,
      slotAt,
      slotEndAt: slotAt + of.minutes * MINUTE_MS,
      capacity: of.capacity,
    };
  });
}

/** Where these items are booked: in a plan of their own if there is one, else in their zone's. */
export function slotPlanFor(
  { config }: Plan,
  zone: ZoneCode,
  items: readonly ItemCode[],
): SlotPlan | undefined {
  return (
    config.slots.find((row) => row.items && items.every((item) => row.items?.includes(item))) ??
    config.slots.find((row) => row.zone === zone && row.items === undefined)
  );
}

/** What may be booked in this day's stream for these items, in the order of time; quotas bind. */
export function offeredSlots(
  day: Day,
  zone: ZoneCode,
  items: readonly ItemCode[],
  at: number,
): OfferedSlot[] {
  const of = slotPlanFor(day.plan, zone, items);
  const slots = of ? slotsOf(day.plan, day.date, of) : [];
  const taken = of ? takenPlaces(day, of) : new Map<number, number>();
  const quotas = items.map((item) => quotaLeft(day, item) ?? Infinity);
  return slots.map((slot) => {
    const free = slot.capacity - (taken.get(slot.slotAt) ?? 0);
    const rest = Math.min(free, ...quotas);
    return { ...slot, rest: slot.slotAt > at ? Math.max(0, rest) : 0 };
  });
}

/**
 * Booked places of a plan, by the instant of their slot; what was given back or lapsed is free again.
 * Counted by what was booked, not by the slot's name: where a hall changes the items of a plan, each
 * booking takes its place in the plan that holds for its items now.
 */
export function takenPlaces(day: Day, of: SlotPlan): Map<number, number> {
  const taken = new Map<number, number>();
  for (const { appointment, state } of day.tickets.values()) {
    if (!appointment || (appointment.right === null && state.status !== 'booked')) continue;
    const { slotAt, zone, items } = appointment;
    if (slotPlanFor(day.plan, zone, items) === of) taken.set(slotAt, (taken.get(slotAt) ?? 0) + 1);
  }
  return taken;
}

/** Whether a date may be booked: a working day, neither too near nor too far ahead. */
export function bookingOf(
  plan: Plan,
  date: BusinessDate,
  at: number,
): 'yes' | 'day-off' | 'past' | 'too-far' {
  const { calendar, policy } = plan.config;
  const today = businessDateAt(at);
  if (date < today || daysBefore(date, policy.bookDaysAheadMin) < today) return 'past';
  if (date > lastBookable(plan, at)) return 'too-far';
  return isWorkingDay(calendar, date) ? 'yes' : 'day-off';
}

/** The last date that may be booked now. */
export function lastBookable({ config }: Plan, at: number): BusinessDate {
  const { calendar, policy } = config;
  return addWorkingDays(calendar, businessDateAt(at), policy.bookWorkingDaysAheadMax);
}

/** The dates that may be booked now, soonest first. */
export function bookableDates(plan: Plan, at: number): BusinessDate[] {
  const dates: BusinessDate[] = [];
  const last = lastBookable(plan, at);
  for (let day = businessDateAt(at); day <= last && dates.length < DATES_MAX;) {
    if (bookingOf(plan, day, at) === 'yes') dates.push(day);
    day = nextDate(day);
  }
  return dates;
}
