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
  let limit: Row | null = null;
  let due: Row | null = null;
  let booked: Row | null = null;
  let green: Row | null = null;
  let best: Row | null = null;
  let bestScore = -1;
  let first: Row | null = null;
  for (const row of queue) {
    if (!desk.mayCall(row)) continue;
    if (row.slotAt <= at && (booked === null || row.slotAt < booked.slotAt)) booked = row;
    if (row.greenAt < (green?.greenAt ?? Infinity)) green = row;
    if (rules.kind !== 'promise') {
      const isLent = rules.kind === 'zones' && !desk.isOwn(row);
      if (isLent && at - row.placeAt < rules.overflowAfterMs) continue;
      if (first === null || comesBefore(row, first)) first = row;
      continue;
    }
    if (row.overtaken >= rules.overtakenMax && (limit === null || row.placeAt < limit.placeAt)) {
      limit = row;
    }
    if (row.promiseAt <= at && (due === null || row.promiseAt < due.promiseAt)) due = row;
    const worth = desk.isOwn(row) ? 1 : rules.otherZoneFactor;
    const score = (worth * (at - row.placeAt + HEAD_START_MS)) / desk.expectedMs(row);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  if (rules.kind === 'promise') {
    if (limit) return { row: limit, rule: 'overtaken-limit' };
    if (due) return { row: due, rule: 'promise-due' };
  }
  if (booked) return { row: booked, rule: 'appointment' };
  if (green) return { row: green, rule: 'green-channel' };
  if (best) return { row: best, rule: 'best-score' };
  return first && { row: first, rule: 'longest-wait' };
}

function comesBefore(left: Contender, right: Contender): boolean {
  if (left.orderKey !== right.orderKey) return left.orderKey < right.orderKey;
  return left.orderSeq < right.orderSeq;
}
