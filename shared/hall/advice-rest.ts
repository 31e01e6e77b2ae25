/**
 * Advice that people did not want is not said again at once: for a while the same plan rests, unless
 * it would save clearly more by then. And a proposal lives only as long as what it was made for: when
 * nobody waits there any more, or the windows have become others, it ends at the next look.
 */
import type { ZoneCode } from '../base/ids.ts';
import type { Advice, AdviceChange } from './advice.ts';
import { isOutdated } from './advice-changes.ts';
import type { AdviceDraft } from './advice-commands.ts';
import type { Day } from './day.ts';

/** So many times the gain that was turned down is clearly more. */
export const GROWN = 1.5;

/**
 * What a change is about, whatever it is in detail: a window that is to serve a zone alone or besides
 * its own, a clerk who is to open this window or that one for it, a window's break, the order.
 */
export function aimOf(change: AdviceChange, zone: ZoneCode | null): string {
  switch (change.kind) {
    case 'assign':
      return `assign ${String(change.window)} ${zone ?? ''}`;
    case 'open':
      return `open ${change.clerk} ${zone ?? ''}`;
    case 'close':
    case 'pauseLater':
    case 'moveBreak':
    case 'keep':
      return `${change.kind} ${String(change.window)}`;
    case 'order':
      return change.kind;
  }
}

/** What was turned down or left to lapse lately, by aim: the visitor-minutes that were offered. */
export function restingAims(day: Day, at: number): Map<string, number> {
  const resting = new Map<string, number>();
  for (const advice of day.advice.values()) {
    const { source, changes, zone, figures } = advice;
    if (source !== 'adviser' || !isUnwanted(advice)) continue;
    if (at - endedAt(advice) >= day.plan.config.policy.adviceRestMs) continue;
    for (const change of changes) {
      const aim = aimOf(change, zone);
      resting.set(aim, Math.max(resting.get(aim) ?? 0, figures?.gainMinutes ?? 0));
    }
  }
  return resting;
}

/** Dismissed, left without an answer to its end, or taken back by a manager before its time. */
function isUnwanted({ state, expiresAt }: Advice): boolean {
  switch (state.status) {
    case 'dismissed':
      return true;
    case 'expired':
      return state.at >= expiresAt;
    case 'returned':
      return state.by.startsWith('manager:');
    case 'proposed':
    case 'applied':
      return false;
  }
}

function endedAt({ state }: Advice): number {
  return 'at' in state ? state.at : -Infinity;
}

/** Whether all that the draft proposes rests, and it offers no clearly greater gain. */
export function isResting(
  { changes, zone, figures }: AdviceDraft,
  resting: ReadonlyMap<string, number>,
): boolean {
  const offered = changes.map((change) => resting.get(aimOf(change, zone)));
  if (offered.includes(undefined)) return false;
  return figures.gainMinutes < GROWN * Math.max(...offered.map((minutes) => minutes ?? 0));
}

/** Whether a proposal has lost what it was made for. */
export function hasLostBasis(day: Day, { zone, changes }: Advice, at: number): boolean {
  const isQueueGone = zone !== null && !day.waiting.some((ticket) => ticket.zone === zone);
  return isQueueGone || isOutdated(day, changes, at);
}
