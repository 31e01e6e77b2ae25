/**
 * What a rule of alerts answers: something that may burn, with its measure and the two lines above
 * which it is yellow or red. Rules look at the state and the instant alone; raising, keeping and
 * clearing is done for all of them alike in alerting.ts.
 */
import { MINUTE_MS } from '../../base/time.ts';
import type { AlertAbout, AlertKind } from '../alerts.ts';
import type { HallFacts } from '../system-commands.ts';
import type { Day } from '../day.ts';
import type { Ticket } from '../ticket.ts';

export interface Burning {
  readonly alert: string;
  readonly kind: AlertKind;
  readonly about: AlertAbout;
  /** Burns yellow above `yellow`, red above `red`; all three in one unit. */
  readonly measure: number;
  readonly yellow: number;
  readonly red: number;
}

export interface LookedAt {
  readonly day: Day;
  readonly at: number;
  readonly facts: HallFacts;
}

export type AlertRule = (look: LookedAt) => Burning[];

/** Whole minutes of a duration, as an alert tells them. */
export function minutes(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}

/**
 * Since when a ticket has waited for its next call: its arrival; after a hold the return; after an
 * earlier window the last case finished there. A night between does not count.
 */
export function waitingSince(day: Day, ticket: Ticket, openedAt: number): number {
  const { affinity, cases, arrivedAt, carriedFrom, appointment } = ticket;
  const finished = cases.map(({ state }) => (state.status === 'finished' ? state.finishedAt : 0));
  const returnedAt = affinity ? affinity.untilAt - day.plan.config.policy.holdAffinityMs : 0;
  const slotAt = appointment?.right === 'slot' ? appointment.slotAt : 0;
  const broughtAt = carriedFrom === null ? 0 : openedAt;
  return Math.max(arrivedAt, returnedAt, slotAt, broughtAt, ...finished);
}
