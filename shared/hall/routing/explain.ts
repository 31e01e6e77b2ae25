/**
 * The reason stored with a call: the rule, who was passed, the best candidates, and a digest over
 * everything that decided, so that a replay of the log must come to the same.
 */
import type { StaffNo } from '../../base/ids.ts';
import type { Day } from '../day.ts';
import type { CallReason, CallRule, Candidate } from '../call-reason.ts';
import type { Ticket } from '../ticket.ts';
import type { HallWindow } from '../window.ts';
import { deskOf, lent, orderRules } from './contenders.ts';
import type { Lent } from './contenders.ts';
import { isByChoice, passPrice, scoreOf } from './pick.ts';
import type { Desk, OrderRules } from './pick.ts';
import { placeAt } from './place.ts';

const EXPLAINED_MAX = 5;
const PASSED_MAX = 20;
/** Scores are kept with four digits. */
const SCORE_DIGITS = 10_000;

export interface Explained {
  readonly day: Day;
  readonly window: HallWindow;
  readonly clerk: StaffNo;
  /** All candidates in the order of the queue. */
  readonly eligible: readonly Ticket[];
  readonly chosen: Ticket;
  readonly rule: CallRule;
  readonly at: number;
  readonly reason?: string;
}

/** The reason of a call, complete. */
export function reasonOf(call: Explained): CallReason {
  const { day, eligible, chosen, rule, at } = call;
  const { version, policy } = day.plan.config;
  const others = eligible.filter((ticket) => ticket !== chosen);
  const passed = passedBy(chosen, others);
  const green = rule === 'green-channel' ? chosen.green : null;
  const reason = green?.reason ?? call.reason;
  const ids = passed.map((ticket) => ticket.id);
  return {
    rule,
    policyVersion: version,
    ...(policy.routing !== 'strict' && { routing: policy.routing }),
    waiting: day.waiting.length,
    eligible: eligible.length,
    waitedMs: at - chosen.arrivedAt,
    creditMs: chosen.creditMs,
    ...comparison(call, others),
    passedCount: passed.length,
    passed: ids.slice(0, PASSED_MAX),
    ...(policy.routing === 'promise' && isByChoice(rule, chosen.creditMs) && { overtook: ids }),
    ...(reason !== undefined && { reason }),
    ...(green && { approvedBy: green.approvedBy }),
  };
}

/** The candidates that came closest, and the digest over all of them. */
function comparison(
  call: Explained,
  others: readonly Ticket[],
): Pick<CallReason, 'best' | 'digest'> {
  const { day, window, clerk, eligible, chosen, rule, at } = call;
  const rules = orderRules(day.plan.config.policy);
  const digest = digestOf(eligible, window, rule);
  if (rules.kind === 'strict') {
    const best = [chosen, ...others].slice(0, EXPLAINED_MAX);
    return { best: best.map((ticket) => waitOf(ticket, at)), digest };
  }
  const desk = deskOf(day, window, clerk, at);
  let price = 0;
  const rows = eligible.map((ticket) => {
    const row = weighed(lent(day, ticket, at), desk, rules, at, price);
    price += row.price;
    return row;
  });
  const isChosen = ({ ticket }: Weighed) => Number(ticket === chosen);
  const best = [...rows]
    .sort((left, right) => isChosen(right) - isChosen(left) || right.score - left.score)
    .slice(0, EXPLAINED_MAX)
    .map((row) => candidate(row, rules, at));
  return { best, digest: fnv(`${digest};${weightsOf(rows, rules)}`) };
}

interface Weighed extends Lent {
  readonly isOwn: boolean;
  readonly expectedMs: number;
  readonly score: number;
  /** What it costs others to pass it. */
  readonly price: number;
}

/** The score that the order goes by; where zones overflow the effective wait. */
function weighed(
  row: Lent,
  desk: Desk<Lent>,
  rules: OrderRules,
  at: number,
  passed: number,
): Weighed {
  const isPromise = rules.kind === 'promise';
  return {
    ...row,
    isOwn: desk.isOwn(row),
    expectedMs: Math.round(desk.expectedMs(row)),
    score: isPromise ? scoreOf(row, desk, rules, passed) : at - row.orderKey,
    price: isPromise ? passPrice(row, desk, rules) : 0,
  };
}

function waitOf(ticket: Ticket, at: number): Candidate {
  return { ticket: ticket.id, effectiveWaitMs: at - ticket.orderKey };
}

function candidate(row: Weighed, { kind }: OrderRules, at: number): Candidate {
  const { isOwn, expectedMs, promiseAt, overtaken } = row;
  const wait = { ...waitOf(row.ticket, at), isOwn };
  if (kind !== 'promise') return wait;
  return { ...wait, score: rounded(row.score), expectedMs, promiseAt, overtaken };
}

function rounded(score: number): number {
  return Math.round(score * SCORE_DIGITS) / SCORE_DIGITS;
}

/** Beyond places and rights: promises, expected times, zones, and the numbers of the order. */
function weightsOf(rows: readonly Weighed[], rules: OrderRules): string {
  const one = ({ promiseAt, overtaken, expectedMs, isOwn, price }: Weighed) =>
    [promiseAt, overtaken, expectedMs, isOwn ? 1 : 0, rounded(price)].join(',');
  return `${Object.values(rules).join(',')};${rows.map(one).join(';')}`;
}

/** Those whose place counts from an earlier instant, credits left out. */
export function passedBy(chosen: Ticket, others: readonly Ticket[]): Ticket[] {
  return others.filter((ticket) => placeAt(ticket) < placeAt(chosen));
}

/** FNV-1a over what decides: small, stable for ever, and enough to notice any difference. */
function digestOf(tickets: readonly Ticket[], window: HallWindow, rule: CallRule): string {
  const parts = tickets.map(
    (ticket) => `${ticket.id}:${String(ticket.orderKey)}${rightsOf(ticket)};`,
  );
  if (rule !== 'longest-wait') parts.push(`${rule};`);
  if (window.lane !== 'any') parts.push(`${window.lane};`);
  if (window.boosts.includes(true)) parts.push(window.boosts.map(Number).join(''));
  return fnv(parts.join(''));
}

function fnv(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** What a ticket may claim besides its place; nothing for most. */
function rightsOf(ticket: Ticket): string {
  const { creditMs, appointment, green, target, affinity } = ticket;
  const parts = [
    creditMs > 0 && `c${String(creditMs)}`,
    appointment?.right === 'slot' && `s${String(appointment.slotAt)}`,
    green && `g${String(green.grantedAt)}-${String(green.untilAt)}`,
    target && `t${String(target.kind === 'window' ? target.window : target.clerk)}`,
    affinity && `a${affinity.clerk}-${String(affinity.untilAt)}`,
  ];
  return parts.filter((part) => typeof part === 'string').join(',');
}
