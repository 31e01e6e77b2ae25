/**
 * The choosing function itself: one pass over a queue, O(n) a call, no allocation but its answer. It
 * knows neither day nor ticket, so that the live hall and the simulator choose with the same lines:
 * `choose.ts` lends it tickets, the simulator its own lean rows.
 *
 * Strict order: the smallest order key. Zones: the same within the desk's own zones, others only
 * after they waited long. Promise-bounded (承诺叫号): whoever is overdue first, then rights, then the
 * best ratio of waited to expected service time.
 */

/** One who waits, as the order sees it; instants in ms. */
export interface Contender {
  /** From when its place counts, its credit left out. */
  readonly placeAt: number;
  /** `placeAt` less the credit of its priority class. */
  readonly orderKey: number;
  /** Ties of `orderKey`. */
  readonly orderSeq: number;
  /** The promise made at arrival; Infinity where none was. */
  readonly promiseAt: number;
  /** How often a desk that could have called it called a later one by choice. */
  readonly overtaken: number;
  /** An appointment with its right: its slot; Infinity for everybody else. */
  readonly slotAt: number;
  /** A green channel that holds: when it was granted; Infinity for everybody else. */
  readonly greenAt: number;
}

/** The window that asks, with its clerk. */
export interface Desk<Row extends Contender> {
  mayCall(row: Row): boolean;
  /** Expected service time of the row with this clerk, ms, > 0. */
  expectedMs(row: Row): number;
  /** Whether the row belongs to the desk's own zones. */
  isOwn(row: Row): boolean;
  /** How many desks that are open may call the row, this one too; asked by promise alone. */
  scarcity?(row: Row): number;
}

export type OrderRules =
  | { readonly kind: 'strict' }
  | { readonly kind: 'zones'; readonly overflowAfterMs: number }
  | {
      readonly kind: 'promise';
      readonly overtakenMax: number;
      /** What a score keeps of its worth in another zone, 0 to 1. */
      readonly otherZoneFactor: number;
    };

export type PickRule =
  | 'longest-wait'
  | 'overtaken-limit'
  | 'promise-due'
  | 'appointment'
  | 'green-channel'
  | 'best-score';

export interface Picked<Row> {
  readonly row: Row;
  readonly rule: PickRule;
}

/** Added to every wait, so that whoever has just come is not worth nothing. */
export const HEAD_START_MS = 2 * 60_000;

/** Whom the desk calls at the instant `at`; null where it may call nobody. */
export function pick<Row extends Contender>(
  queue: readonly Row[],
  desk: Desk<Row>,
  rules: OrderRules,
  at: number,
): Picked<Row> | null {
  return rules.kind === 'promise'
    ? byPromise(queue, desk, rules, at)
    : byPlace(queue, desk, rules.kind === 'zones' ? rules.overflowAfterMs : Infinity, at);
}

/** Rights, then the smallest key; another zone's after so long a wait where zones overflow. */
function byPlace<Row extends Contender>(
  queue: readonly Row[],
  desk: Desk<Row>,
  overflowAfterMs: number,
  at: number,
): Picked<Row> | null {
  let booked: Row | null = null;
  let green: Row | null = null;
  let first: Row | null = null;
  for (const row of queue) {
    if (!desk.mayCall(row)) continue;
    const isLent = overflowAfterMs < Infinity && !desk.isOwn(row);
    if (isLent && at - row.placeAt < overflowAfterMs) continue;
    if (row.slotAt <= at && (booked === null || comesBefore(row, booked))) booked = row;
    if (row.greenAt < (green?.greenAt ?? Infinity)) green = row;
    if (first === null || comesBefore(row, first)) first = row;
  }
  if (booked) return { row: booked, rule: 'appointment' };
  if (green) return { row: green, rule: 'green-channel' };
  return first && { row: first, rule: 'longest-wait' };
}

type PromiseRules = Extract<OrderRules, { kind: 'promise' }>;

/**
 * Overdue ones first. Of those at the limit of overtaking the earliest, so that nobody is passed once
 * more than the limit says; else the smallest promise; a green channel before them all.
 */
function byPromise<Row extends Contender>(
  queue: readonly Row[],
  desk: Desk<Row>,
  rules: PromiseRules,
  at: number,
): Picked<Row> | null {
  let limit: Row | null = null;
  let due: Row | null = null;
  let booked: Row | null = null;
  let green: Row | null = null;
  let isGreenDue = false;
  let best: Row | null = null;
  let bestScore = -Infinity;
  for (const row of queue) {
    if (!desk.mayCall(row)) continue;
    const isLimit = row.overtaken >= rules.overtakenMax;
    const isDue = row.promiseAt <= at;
    if (isLimit && (limit === null || isEarlier(row, limit))) limit = row;
    if (isDue && (due === null || row.promiseAt < due.promiseAt)) due = row;
    if (row.slotAt <= at && (booked === null || comesBefore(row, booked))) booked = row;
    if (row.greenAt < Infinity) {
      isGreenDue ||= isLimit || isDue;
      if (green === null || row.greenAt < green.greenAt) green = row;
    }
    const score = scoreOf(row, desk, rules, at);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  if (green && isGreenDue) return { row: green, rule: 'green-channel' };
  if (limit) return { row: limit, rule: 'overtaken-limit' };
  if (due) return { row: due, rule: 'promise-due' };
  if (booked) return { row: booked, rule: 'appointment' };
  if (green) return { row: green, rule: 'green-channel' };
  return best && { row: best, rule: 'best-score' };
}

/** Waited for each expected minute of service; less in another zone. */
export function scoreOf<Row extends Contender>(
  row: Row,
  desk: Desk<Row>,
  { otherZoneFactor }: Pick<PromiseRules, 'otherZoneFactor'>,
  at: number,
): number {
  const worth = desk.isOwn(row) ? 1 : otherZoneFactor;
  return (worth * (at - row.placeAt + HEAD_START_MS)) / desk.expectedMs(row);
}

/**
 * Whether a call counts for those who were there before and whom the desk could have called: chosen,
 * not by a right. A credit that brought its promise forward is a right, bounded by its own share.
 */
export function isByChoice(rule: string, creditMs: number): boolean {
  if (rule === 'promise-due') return creditMs === 0;
  return rule === 'best-score' || rule === 'overtaken-limit';
}

function comesBefore(left: Contender, right: Contender): boolean {
  if (left.orderKey !== right.orderKey) return left.orderKey < right.orderKey;
  return left.orderSeq < right.orderSeq;
}

function isEarlier(left: Contender, right: Contender): boolean {
  if (left.placeAt !== right.placeAt) return left.placeAt < right.placeAt;
  return left.orderSeq < right.orderSeq;
}
