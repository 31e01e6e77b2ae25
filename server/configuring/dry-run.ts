/**
 * What publishing would do to those who wait: who moves where, whose promise ends, and who would be
 * called sooner or later. The day is read in one go; waits are predicted by the worker afterwards,
 * within a deadline, so that neither a press nor the manager waits for a busy one.
 */
import type { OtherRules, WaitUnder } from '../../shared/forecast/advise/orders.ts';
import type { AdviceAnswer } from '../../shared/forecast/advise/questions.ts';
import { snapshotOf } from '../../shared/forecast/estimate/snapshot.ts';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import { lostBookings } from '../../shared/hall/lost-bookings.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import type { Policy } from '../../shared/hall/policy.ts';
import { planChanges } from '../../shared/hall/publishing.ts';
import type { DryRun, WaitShifts } from '../../shared/protocol/configuring.ts';
import { CHANGE_ROWS_MAX } from '../../shared/protocol/configuring.ts';
import { promisedAt } from '../../shared/views/passed-by.ts';
import type { HallClock } from '../clock.ts';
import type { HallActor } from '../hall/actor.ts';

export type AskOrders = (
  question: { readonly kind: 'orders' } & OtherRules,
) => Promise<AdviceAnswer | null>;

export interface DryRunParts {
  readonly clock: HallClock;
  readonly askOrders?: AskOrders;
  readonly predictWithinMs?: number;
  /** Days to come that have bookings already; without it the open day alone is looked at. */
  readonly comingDays?: (hall: HallId, after: BusinessDate) => Promise<readonly HallActor[]>;
}

type Effect = Omit<DryRun, 'baseVersion' | 'isMoved' | 'faults'>;

const PREDICT_WITHIN_MS = 8_000;
/** Less is no difference. */
const SHIFT_MIN_MS = MINUTE_MS;
/** What decides in which order those who wait are called. */
const ORDER_KEYS: readonly (keyof Policy)[] = [
  'routing',
  'promiseSlackMs',
  'overtakenMax',
  'otherZoneFactor',
  'zoneOverflowMs',
];

/** Nobody is there, or nothing can be published. */
export const NO_EFFECT: Effect = {
  ...{ waiting: 0, changedTickets: 0, rows: [], stranded: [], order: null, waits: null },
  ...{ promises: { ended: 0, made: 0 }, bookings: [] },
};

/** The effect on the open day; nothing is changed. */
export async function effectOf(
  parts: DryRunParts,
  actor: HallActor,
  base: HallConfig,
  next: HallConfig,
): Promise<Effect> {
  const { clock } = parts;
  const plan = planOf(next);
  const { snapshot, changes, ...effect } = await actor.read(({ day }) => {
    const at = Math.max(clock.now(), day.lastAt);
    const { changes, rows, waiting, stranded } = planChanges(day, plan, at);
    const [from, to] = [day.plan.config.policy.routing, next.policy.routing];
    const isFelt =
      rows.length > 0 || ORDER_KEYS.some((key) => base.policy[key] !== next.policy[key]);
    return {
      ...{ changes, waiting, stranded, changedTickets: rows.length },
      rows: rows.slice(0, CHANGE_ROWS_MAX),
      order: from === to ? null : { from, to },
      promises: promisesIn(day, plan),
      snapshot: isFelt && waiting > 0 ? snapshotOf(day, at) : null,
    };
  });
  const bookings = await bookingsLost(parts, actor, plan);
  const waits = snapshot && (await shifts(parts, { snapshot, next, changes, seed: snapshot.seq }));
  return { ...effect, bookings, waits };
}

/** Today's bookings and those of the days to come: whose time would not be offered any more. */
async function bookingsLost(
  { comingDays }: DryRunParts,
  actor: HallActor,
  next: Plan,
): Promise<Effect['bookings']> {
  const { date } = await actor.stream();
  const coming = (await comingDays?.(next.config.hall, date)) ?? [];
  const lost: { date: BusinessDate; tickets: number }[] = [];
  for (const one of [actor, ...coming]) {
    // Another server may have taken a booking of a day to come.
    await one.refresh();
    lost.push(
      await one.read(({ day }) => ({ date: day.date, tickets: lostBookings(day, next).length })),
    );
  }
  return lost.filter(({ tickets }) => tickets > 0);
}

/** Promises that were told, on the ticket or its page. */
function promisesIn(day: Day, next: Plan): Effect['promises'] {
  const [isNow, isThen] = [day.plan, next].map(({ config }) => config.policy.routing === 'promise');
  if (isNow === isThen) return { ended: 0, made: 0 };
  if (isThen) return { ended: 0, made: day.waiting.length };
  const told = day.waiting.filter((ticket) => promisedAt(day, ticket) !== null);
  return { ended: told.length, made: 0 };
}

async function shifts(
  { askOrders, predictWithinMs = PREDICT_WITHIN_MS }: DryRunParts,
  rules: OtherRules,
): Promise<WaitShifts | null> {
  if (!askOrders) return null;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), predictWithinMs);
  });
  const answer = await Promise.race([askOrders({ kind: 'orders', ...rules }), late]);
  clearTimeout(timer);
  return answer?.kind === 'orders' && answer.waits ? shiftsOf(answer.waits) : null;
}

/** Sorted into sooner and later; who is called about when they would be is in neither. */
export function shiftsOf(waits: readonly WaitUnder[]): WaitShifts {
  const by = ({ beforeMs, afterMs }: WaitUnder) => afterMs - beforeMs;
  const sum = (rows: readonly WaitUnder[]) => ({
    count: rows.length,
    mostMs: rows.reduce((most, row) => Math.max(most, Math.abs(by(row))), 0),
  });
  const rows = waits.filter((row) => Math.abs(by(row)) >= SHIFT_MIN_MS);
  return {
    tickets: waits.length,
    sooner: sum(rows.filter((row) => by(row) < 0)),
    later: sum(rows.filter((row) => by(row) > 0)),
    rows: rows.slice(0, CHANGE_ROWS_MAX),
    same: waits
      .filter((row) => Math.abs(by(row)) < SHIFT_MIN_MS)
      .slice(0, CHANGE_ROWS_MAX)
      .map(({ ticket }) => ticket),
  };
}
