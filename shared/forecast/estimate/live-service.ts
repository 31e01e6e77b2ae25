/** What goes on at a window, and since when: the rest of it is what those behind wait for. */
import type { StaffNo } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import type { HallWindow } from '../../hall/window.ts';
import { ticketAt } from '../../hall/window.ts';
import { timedItems } from './kinds.ts';
import type { Learned } from './learn.ts';
import { lengthOf } from './service-times.ts';
import type { Busy } from './situation.ts';

/** An earlier first call belongs to another service: nobody walks to a window for so long. */
const WALK_MAX_MS = 10 * 60_000;

/** The visitor at the window, called or served; null where there is none. */
export function busyAt(
  day: Day,
  { times }: Learned,
  window: HallWindow,
  clerk: StaffNo,
  at: number,
): Busy | null {
  const id = ticketAt(window);
  const ticket = id === null ? undefined : day.tickets.get(id);
  if (!ticket) return null;
  const length = lengthOf(times, timedItems(day, ticket), clerk);
  const { state, firstCalledAt } = ticket;
  if (state.status === 'called') {
    return { length, elapsedMs: Math.max(0, at - state.calledAt), isCalled: true };
  }
  const startedAt = state.status === 'serving' ? state.startedAt : window.state.sinceAt;
  const calledAt = firstCalledAt ?? startedAt;
  const fromAt = startedAt - calledAt < WALK_MAX_MS ? calledAt : startedAt;
  return { length, elapsedMs: Math.max(0, at - fromAt), isCalled: false };
}
