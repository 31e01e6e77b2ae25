/**
 * Alerts of single windows: idle though somebody waits whom it may call, a number that was called
 * and is neither begun nor given up, a service far over what the
 * catalogue expects, a flash matter (闪办) over its limit, a pause without a reason or past its return.
 */
import type { StaffNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import type { Day } from '../day.ts';
import { isEligible } from '../routing/eligible.ts';
import type { Case, Ticket } from '../ticket.ts';
import type { HallWindow } from '../window.ts';
import type { Burning, LookedAt } from './burning.ts';
import { minutes } from './burning.ts';

/** Red at so many times the limit, where the policy has one limit alone. */
const RED_FACTOR = 2;
const FLASH_RED_FACTOR = 1.5;

/**
 * Idle since all of it is true: the window is free and where it is, and somebody waits for whom it is
 * right. What was before, a visitor was away or the window elsewhere, is no clerk's idleness.
 */
export function idleWithQueue({ day, at }: LookedAt): Burning[] {
  const { alertIdleYellowMs: yellow, alertIdleRedMs: red } = day.plan.config.policy;
  return [...day.windows.values()].flatMap((window): Burning[] => {
    const { state } = window;
    if (state.status !== 'idle') return [];
    const { clerk } = state.session;
    const since = day.waiting
      .filter((ticket) => isEligible(day, ticket, window, clerk, at))
      .map((ticket) => callableSince(ticket, clerk));
    if (since.length === 0) return [];
    const sinceAt = Math.max(state.sinceAt, window.zonesSinceAt, Math.min(...since));
    const measure = at - sinceAt;
    const about = { window: window.no, clerk, count: minutes(measure), sinceAt };
    return [{ alert: `idle:${no(window)}`, kind: 'idle-with-queue', about, measure, yellow, red }];
  });
}

/** The last coming into the queue, the slot, or the end of another clerk's right after a hold. */
function callableSince({ queuedAt, appointment, affinity }: Ticket, clerk: StaffNo): number {
  const slotAt = appointment?.right === 'slot' ? appointment.slotAt : 0;
  const othersUntilAt = affinity && affinity.clerk !== clerk ? affinity.untilAt : 0;
  return Math.max(queuedAt, slotAt, othersUntilAt);
}

/** Called, and since the last call neither begun nor given up: who waits behind it stands still. */
export function callUnanswered({ day, at }: LookedAt): Burning[] {
  const { alertCalledYellowMs: yellow, alertCalledRedMs: red } = day.plan.config.policy;
  return [...day.windows.values()].flatMap((window): Burning[] => {
    const id = window.state.status === 'calling' ? window.state.ticket : null;
    const ticket = id === null ? undefined : day.tickets.get(id);
    if (ticket?.state.status !== 'called') return [];
    const { clerk, lastCallAt: sinceAt } = ticket.state;
    const measure = at - sinceAt;
    const about = { window: window.no, ticket: ticket.id, clerk, count: minutes(measure), sinceAt };
    return [{ alert: `called:${ticket.id}`, kind: 'call-unanswered', about, measure, yellow, red }];
  });
}

/** Measured against the expected minutes of the cases of this service. */
export function longService({ day, at }: LookedAt): Burning[] {
  const { alertServiceFactorYellow: yellow, alertServiceFactorRed: red } = day.plan.config.policy;
  return servings(day).map(({ ticket, cases, about, startedAt }) => {
    const measure = (at - startedAt) / Math.max(MINUTE_MS, expectedMs(day, cases));
    return {
      alert: `service:${ticket.id}`,
      kind: 'long-service',
      about: { ...about, count: minutes(at - startedAt) },
      ...{ measure, yellow, red },
    };
  });
}

/** A service of flash matters alone has its own limit. */
export function flashBreach({ day, at }: LookedAt): Burning[] {
  const { flashServiceMs } = day.plan.config.policy;
  return servings(day)
    .filter(({ cases }) => cases.every(({ item }) => day.plan.items.get(item)?.flash ?? false))
    .map(({ ticket, about, startedAt }) => ({
      alert: `flash:${ticket.id}`,
      kind: 'flash-breach',
      about: { ...about, count: minutes(at - startedAt) },
      measure: at - startedAt,
      yellow: flashServiceMs,
      red: flashServiceMs * FLASH_RED_FACTOR,
    }));
}

/** Paused for no reason that stands on the list, or not back when promised, for too long. */
export function unexplainedPause({ day, at }: LookedAt): Burning[] {
  const { alertPauseMs: yellow } = day.plan.config.policy;
  return [...day.windows.values()].flatMap((window): Burning[] => {
    const { state } = window;
    if (state.status !== 'paused') return [];
    const { reason, sinceAt: pausedAt, returnAt } = state.pause;
    const starts = [...(reason === 'other' ? [pausedAt] : []), ...(returnAt ? [returnAt] : [])];
    if (starts.length === 0) return [];
    const sinceAt = Math.min(...starts);
    const measure = at - sinceAt;
    const { clerk } = state.session;
    return [
      {
        alert: `pause:${no(window)}`,
        kind: 'unexplained-pause',
        about: { window: window.no, clerk, count: minutes(at - pausedAt), sinceAt },
        ...{ measure, yellow, red: yellow * RED_FACTOR },
      },
    ];
  });
}

/** A held visitor who is past the time of return; after the policy's grace it lapses. */
export function holdOverdue({ day, at }: LookedAt): Burning[] {
  const { holdGraceMs } = day.plan.config.policy;
  return [...day.tickets.values()].flatMap(({ id, state }): Burning[] => {
    if (state.status !== 'held') return [];
    const { window, clerk, returnByAt: sinceAt } = state;
    const measure = at - sinceAt;
    return [
      {
        alert: `hold:${id}`,
        kind: 'hold-overdue',
        about: { ticket: id, window, clerk, count: minutes(Math.max(0, measure)), sinceAt },
        ...{ measure, yellow: 0, red: holdGraceMs },
      },
    ];
  });
}

/** The services that run now, each with the cases that it is about. */
function servings(day: Day) {
  return [...day.windows.values()].flatMap((window) => {
    if (window.state.status !== 'serving') return [];
    const ticket = day.tickets.get(window.state.ticket);
    if (ticket?.state.status !== 'serving') return [];
    const { startedAt, clerk } = ticket.state;
    const about = { window: window.no, ticket: ticket.id, clerk, sinceAt: startedAt };
    return [{ ticket, startedAt, about, cases: casesOf(ticket, startedAt) }];
  });
}

function casesOf({ cases, stop }: Ticket, startedAt: number): Case[] {
  return cases.filter(({ stop: at, state }) =>
    state.status === 'finished' ? state.finishedAt >= startedAt : at === stop,
  );
}

function expectedMs(day: Day, cases: readonly Case[]): number {
  const expected = cases.map(({ item }) => day.plan.items.get(item)?.expectedMinutes ?? 0);
  return expected.reduce((sum, one) => sum + one, 0) * MINUTE_MS;
}

function no(window: HallWindow): string {
  return String(window.no);
}
