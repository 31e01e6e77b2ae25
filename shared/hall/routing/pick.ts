/**
 * The choosing function itself: one pass over a queue, O(n) a call, no allocation but its answer. It
 * knows neither day nor ticket, so that the live hall and the simulator choose with the same lines:
 * `choose.ts` lends it tickets, the simulator its own lean rows.
 *
 * Strict order: the smallest order key. Zones: the same within the desk's own zones, others only
 * after they waited long. Promise-bounded (承诺叫号): whoever is overdue first, then rights, then the
 * shortest service for the least passing of those who were there before.
 */
import { HOUR_MS, MINUTE_MS } from '../../base/time.ts';

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
  /** No row is expected to take less; it lets the search for the best score end early. */
  readonly leastMs?: number;
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

/** What a score loses for each who is passed and was never passed before. */
const PASS_PRICE = 0.15;
/** Below so many windows that may call it, a pass delays a ticket for longer, and costs more. */
const FEW_WINDOWS = 10;
/** The own zone's windows keep a promise so much sooner, other zones' in the last minute. */
const OWN_ZONE_EARLY_MS = 2 * MINUTE_MS;

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
  let price = 0;
  /** From this price on nothing can score better, however short it is. */
  let priceMax = Infinity;
  const { leastMs = 0 } = desk;
  for (const row of queue) {
    if (!desk.mayCall(row)) continue;
    const isLimit = row.overtaken >= rules.overtakenMax;
    const isDue = isPromiseDue(row, desk, at);
    if (isLimit && (limit === null || isEarlier(row, limit))) limit = row;
    if (isDue && (due === null || row.promiseAt < due.promiseAt)) due = row;
    if (row.slotAt <= at && (booked === null || comesBefore(row, booked))) booked = row;
    if (row.greenAt < Infinity) {
      isGreenDue ||= isLimit || isDue;
      if (green === null || row.greenAt < green.greenAt) green = row;
    }
    if (price >= priceMax) continue;
    const score = scoreOf(row, desk, rules, price);
    if (score > bestScore) {
      best = row;
      bestScore = score;
      priceMax = HOUR_MS / (leastMs * score) - 1;
    }
    price += passPrice(row, desk, rules);
  }
  if (green && isGreenDue) return { row: green, rule: 'green-channel' };
  if (limit) return { row: limit, rule: 'overtaken-limit' };
  if (due) return { row: due, rule: 'promise-due' };
  if (booked) return { row: booked, rule: 'appointment' };
  if (green) return { row: green, rule: 'green-channel' };
  return best && { row: best, rule: 'best-score' };
}

/** Whether the desk keeps the promise now: with a head start for the desks of the row's own zone. */
export function isPromiseDue<Row extends Contender>(
  row: Row,
  desk: Pick<Desk<Row>, 'isOwn'>,
  at: number,
): boolean {
  if (row.promiseAt <= at) return true;
  return row.promiseAt - OWN_ZONE_EARLY_MS <= at && desk.isOwn(row);
}

/**
 * Services an hour, less in another zone and less for `price`, the sum of `passPrice` over those whom
 * the call would pass: all that stand before it in the queue. The head of the queue passes nobody.
 */
export function scoreOf<Row extends Contender>(
  row: Row,
  desk: Desk<Row>,
  { otherZoneFactor }: Pick<PromiseRules, 'otherZoneFactor'>,
  price: number,
): number {
  const worth = desk.isOwn(row) ? 1 : otherZoneFactor;
  return (worth * HOUR_MS) / (desk.expectedMs(row) * (1 + price));
}

/**
 * What passing the row costs a score. It may be passed only so often, so passes are spent where they
 * save most: the fewer are left, the dearer; dearer also where few windows may make up for it.
 */
export function passPrice<Row extends Contender>(
  row: Row,
  desk: Desk<Row>,
  { overtakenMax }: Pick<PromiseRules, 'overtakenMax'>,
): number {
  const left = Math.max(0.5, overtakenMax - row.overtaken);
  const windows = desk.scarcity?.(row) ?? FEW_WINDOWS;
  return (PASS_PRICE * overtakenMax * Math.max(1, FEW_WINDOWS / Math.max(1, windows))) / left;
}

/**
 * Whether a call counts for those who were there before and whom the desk could have called: chosen,
 * not by a right. A credit that brought its promise forward is a right, bounded by its own share; what
 * is called in its stead when that share is used up (`share-limit`) is chosen by the same order.
 */
export function isByChoice(rule: string, creditMs: number): boolean {
  if (rule === 'promise-due') return creditMs === 0;
  return rule === 'best-score' || rule === 'overtaken-limit' || rule === 'share-limit';
}

function comesBefore(left: Contender, right: Contender): boolean {
  if (left.orderKey !== right.orderKey) return left.orderKey < right.orderKey;
  return left.orderSeq < right.orderSeq;
}

function isEarlier(left: Contender, right: Contender): boolean {
  if (left.placeAt !== right.placeAt) return left.placeAt < right.placeAt;
  return left.orderSeq < right.orderSeq;
}
