/**
 * Today's opening hours as screens show them, and when the hall opens next; instants, so that a screen
 * that is cut off still knows when to sleep, to wake and to say 营业至.
 */
import type { Day } from '../hall/day.ts';
import type { DayHours } from '../hall/opening.ts';
import { hoursOn } from '../hall/opening.ts';

export interface HoursView extends DayHours {
  /** The demo hall takes tickets at any hour: nothing below closes it. */
  readonly alwaysOpen: boolean;
}

/** The hours of the day's own date. */
export function hoursView(day: Day): HoursView {
  return { ...hoursOn(day.plan, day.date), alwaysOpen: day.plan.config.policy.alwaysOpen };
}
