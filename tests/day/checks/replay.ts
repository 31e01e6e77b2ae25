/**
 * The day folded again by the hall's own core, and looked at before each call: who called in which
 * order, by which right, whether the same choice comes out again, whether the boosted share was
 * kept, whether an arrival ever changed and whether publishing dropped somebody. A log that does not
 * fold is a finding too.
 */
import { isDeepStrictEqual } from 'node:util';
import { businessDate } from '../../../shared/base/ids.ts';
import type { CallRule } from '../../../shared/hall/call-reason.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import type { Day } from '../../../shared/hall/day.ts';
import type { EventOf, StoredEvent } from '../../../shared/hall/events.ts';
import { evolve } from '../../../shared/hall/evolve.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { choose, chooseByHand } from '../../../shared/hall/routing/choose.ts';
import { isEligible } from '../../../shared/hall/routing/eligible.ts';
import type { Ticket } from '../../../shared/hall/ticket.ts';
import type { Findings, History } from '../history.ts';
import { ENDS } from './ended-once.ts';
import { hasRight } from './rights.ts';

type ReplayFault =
  'outOfOrder' | 'callsNotReplayed' | 'shareExceeded' | 'arrivalsChanged' | 'droppedByPublishing';
type Found = Pick<Findings, ReplayFault>;
type Call = EventOf<'TicketCalled'>;

const P90 = 0.9;
/** By these a credit comes sooner; any other rule is a right or a choice of its own. */
const CREDIT_RULES = new Set<CallRule>(['longest-wait', 'zone-overflow', 'promise-due']);

/** Folds the day and looks before each call, and around each publishing. */
export function replayFindings(history: History): Found {
  const found: Found = {
    outOfOrder: [],
    callsNotReplayed: [],
    shareExceeded: [],
    arrivalsChanged: [...history.arrivalsChanged],
    droppedByPublishing: [],
  };
  const plans = history.configs.map(planOf);
  const [first] = plans;
  if (!first) return found;
  const day = emptyDay(first.config.hall, businessDate(history.date), first);
  for (const plan of plans) day.plans.set(plan.config.version, plan);
  const arrivals = new Map<string, number>();
  const boosts = new Map<number, boolean[]>();
  const published = new Set<string>();
  for (const stored of history.events) {
    if (stored.event.type === 'TicketCalled') {
      lookAtCall(found, day, stored, stored.event, boosts);
    }
    if (stored.event.type === 'CallUndone') boosts.get(stored.event.window)?.pop();
    const before = new Set<string>(day.waiting.map(({ id }) => id));
    try {
      evolve(day, stored);
    } catch (error) {
      found.callsNotReplayed.push(`event ${String(stored.seq)} does not fold: ${String(error)}`);
      return found;
    }
    followPublishing(found, day, stored, before, published);
    followArrival(found, day, stored, arrivals);
  }
  found.droppedByPublishing.push(...[...published].map((id) => `${id} was never called after it`));
  return found;
}

/** Whoever waited when a change was published still waits, and is called or gives up later. */
function followPublishing(
  found: Found,
  day: Day,
  { event }: StoredEvent,
  before: ReadonlySet<string>,
  published: Set<string>,
): void {
  if (event.type === 'ConfigPublished') {
    for (const id of before) {
      published.add(id);
      const isWaiting = day.waiting.some((ticket) => ticket.id === id);
      if (!isWaiting) found.droppedByPublishing.push(`${id} no longer waits`);
    }
  } else if ('ticket' in event && (event.type === 'TicketCalled' || ENDS.has(event.type))) {
    published.delete(event.ticket);
  }
}

/** An arrival is set at the kiosk, or at the check-in of an appointment, and never again. */
function followArrival(
  found: Found,
  day: Day,
  { event, at }: StoredEvent,
  arrivals: Map<string, number>,
): void {
  if (!('ticket' in event)) return;
  const { ticket } = event;
  if (event.type === 'TicketIssued' || event.type === 'AppointmentCheckedIn') {
    arrivals.set(ticket, at);
  }
  if (event.type === 'TicketBroughtOver') arrivals.set(ticket, event.arrivedAt);
  const now = day.tickets.get(ticket)?.arrivedAt;
  const kept = arrivals.get(ticket);
  if (kept === undefined || now === undefined || now === kept) return;
  found.arrivalsChanged.push(`${ticket}: the arrival changed with ${event.type}`);
  arrivals.set(ticket, now);
}

function lookAtCall(
  found: Found,
  day: Day,
  { at, by, seq }: StoredEvent,
  call: Call,
  boosts: Map<number, boolean[]>,
): void {
  const window = day.windows.get(call.window);
  const ticket = day.tickets.get(call.ticket);
  const name = `${call.ticket} at ${String(seq)}`;
  if (!window || !ticket) {
    found.callsNotReplayed.push(`${name}: window or ticket is unknown`);
    return;
  }
  const { rule, reason = '' } = call.why;
  const again =
    rule === 'by-hand'
      ? chooseByHand(day, window, call.clerk, ticket, reason, at)
      : choose(day, window, call.clerk, at);
  if (again?.ticket !== ticket || !isDeepStrictEqual(again.why, call.why)) {
    found.callsNotReplayed.push(`${name} would not be called again by ${rule}`);
  }
  const eligible = day.waiting.filter((row) => isEligible(day, row, window, call.clerk, at));
  const earlier = eligible.filter((row) => row !== ticket && row.orderKey < ticket.orderKey);
  if (earlier.length > 0 && !hasRight({ day, window, call, ticket, at, by })) {
    found.outOfOrder.push(`${name} passed ${earlier.map(({ id }) => id).join(', ')} by ${rule}`);
  }
  lookAtShare(found, { day, eligible, ticket, call, at }, boosts);
}

interface Looked {
  readonly day: Day;
  readonly eligible: readonly Ticket[];
  readonly ticket: Ticket;
  readonly call: Call;
  readonly at: number;
}

/** A credit that lets somebody pass, once more than the share while others wait long. */
function lookAtShare(
  found: Found,
  { day, eligible, ticket, call, at }: Looked,
  boosts: Map<number, boolean[]>,
): void {
  const { priorityShareMax, priorityShareAboveWaitMs } = day.plan.config.policy;
  const placeOf = (row: Ticket) => row.orderKey + row.creditMs;
  const passes = eligible.some((row) => placeOf(row) < placeOf(ticket));
  const isCredit = CREDIT_RULES.has(call.why.rule);
  const isBoosted = isCredit && ticket.creditMs > 0 && passes;
  const last = boosts.get(call.window) ?? [];
  boosts.set(call.window, [...last, isBoosted]);
  if (!isBoosted) return;
  const normal = eligible.filter((row) => row.creditMs === 0).map((row) => at - placeOf(row));
  normal.sort((left, right) => left - right);
  const p90 = normal[Math.ceil(normal.length * P90) - 1] ?? 0;
  if (p90 <= priorityShareAboveWaitMs || priorityShareMax <= 0) return;
  const of = Math.round(1 / priorityShareMax);
  if (last.slice(1 - of).includes(true)) {
    found.shareExceeded.push(`${call.ticket}: more than 1 of ${String(of)} calls was boosted`);
  }
}
