/**
 * Who passed whom, and why: every call that was not the next in the order of arrival, with the rule,
 * the reason, the person behind it, the numbers passed, and the candidates as they stood. Calls in
 * order of arrival are not in it, whatever rule made them; a first call alone counts, not its
 * repetitions. Where the hall promises, the candidates come with scores, expected times and promises.
 */
import type { TicketId, WindowNo } from '../base/ids.ts';
import type { Call, Day } from '../hall/day.ts';
import type { CallReason, CallRule } from '../hall/call-reason.ts';
import { isByOrder } from '../hall/call-reason.ts';
import type { CallLimits } from './call-limits.ts';
import { callLimits } from './call-limits.ts';

const NEWEST_MAX = 20;

/** A call that was not the next in order of arrival, and by which right. */
export interface JumpRow {
  readonly callSeq: number;
  readonly at: number;
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly rule: CallRule;
  readonly creditMs: number;
  readonly passedCount: number;
  readonly passed: readonly TicketId[];
  readonly reason: string | null;
  readonly approvedBy: string | null;
  /** Who called. */
  readonly by: string;
  readonly waitedMs: number;
  readonly waiting: number;
  readonly eligible: number;
  readonly best: CallReason['best'];
  readonly digest: string;
  readonly policyVersion: number;
  /** The order that held where it was not the strict one. */
  readonly routing: CallReason['routing'] | null;
  /** Of those passed, how many count as overtaken by choice; the others a right passed. */
  readonly overtookCount: number;
  readonly limits: CallLimits | null;
}

/** The day's jumps: how many, and the newest of them first. */
export function jumps(day: Day): { readonly count: number; readonly newest: readonly JumpRow[] } {
  const rows = jumpReport(day);
  return { count: rows.length, newest: rows.slice(0, NEWEST_MAX) };
}

/** The whole report, newest first. */
export function jumpReport(day: Day): JumpRow[] {
  return day.calls.flatMap((call) => rowOf(day, call)).reverse();
}

function rowOf(day: Day, { callSeq, at, ticket, window, why, by }: Call): JumpRow[] {
  const passedCount = why?.passedCount ?? 0;
  if (!why || (isByOrder(why.rule) && passedCount === 0)) return [];
  const { rule, creditMs, waitedMs, waiting, eligible, best, digest, policyVersion } = why;
  return [
    {
      ...{ callSeq, at, ticket, window, by, rule, creditMs, passedCount },
      passed: why.passed ?? [],
      reason: why.reason ?? null,
      approvedBy: why.approvedBy ?? null,
      ...{ waitedMs, waiting, eligible, best, digest, policyVersion },
      routing: why.routing ?? null,
      overtookCount: why.overtook?.length ?? 0,
      limits: callLimits(day, policyVersion),
    },
  ];
}
