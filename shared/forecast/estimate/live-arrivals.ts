/** Who may come to a live hall: newcomers to be asked about now, and the streams of those to come. */
import type { ZoneCode } from '../../base/ids.ts';
import { caseId, ticketId } from '../../base/ids.ts';
import { HALF_HOUR_MS, HOUR_MS } from '../../base/time.ts';
import type { Day } from '../../hall/day.ts';
import { freshCases, freshTicket } from '../../hall/fold-tickets.ts';
import type { Plan } from '../../hall/plan.ts';
import type { Ticket } from '../../hall/ticket.ts';
import type { ArrivalProfile, VisitSample } from './arrivals.ts';
import { expectedBetween, levelOf } from './arrivals.ts';
import type { KindTable } from './kinds.ts';
import type { LiveFacts } from './live-situation.ts';
import type { Stream } from './situation.ts';

const AHEAD_MS = 3 * HOUR_MS;
/** So many different wishes stand for all newcomers of a zone. */
const NEWCOMERS = 8;
export const STREAM_KINDS = 24;

/** So many of what newcomers of a zone may want and somebody can serve, each as likely as the next. */
export function newcomerKinds(
  day: Day,
  profile: ArrivalProfile,
  zone: ZoneCode,
  kinds: KindTable,
  count = NEWCOMERS,
): number[] {
  const wishes = wishesOf(day, profile, zone, false);
  return evenly(wishes, count)
    .map((sample) => kinds.of(ticketOf(day, sample)))
    .filter((kind) => kinds.isServed(kind));
}

/** The streams of all zones, with and without a priority, until the hall closes. */
export function streamsOf(
  day: Day,
  profile: ArrivalProfile,
  { at, lastHour }: LiveFacts,
  kinds: KindTable,
  closesAt: number,
): Stream[] {
  return day.plan.config.zones.flatMap(({ code }) => {
    const seen = lastHour.get(code) ?? 0;
    const samples = profile.samples.filter(({ zone }) => zone === code);
    const credited = samples.filter(({ creditMs }) => creditMs > 0);
    const share = credited.length / Math.max(1, samples.length);
    const level = levelOf(profile, code, seen, at);
    const hasHistory = profile.means.has(code);
    const parts = halfHours(at, Math.min(at + AHEAD_MS, closesAt)).map(([fromAt, untilAt]) => ({
      ...{ fromAt, untilAt },
      perMs: hasHistory
        ? (level * expectedBetween(profile, code, fromAt, untilAt)) / (untilAt - fromAt)
        : seen / HOUR_MS,
    }));
    const times = (factor: number) =>
      parts.map((part) => ({ ...part, perMs: part.perMs * factor }));
    const kindsOf = (rows: readonly VisitSample[]) =>
      evenly(rows, STREAM_KINDS).map((sample) => kinds.of(ticketOf(day, sample)));
    const plain = kindsOf(wishesOf(day, profile, code, false));
    const creditMs = credited[0]?.creditMs ?? 0;
    return [
      { parts: times(1 - share), kinds: plain, creditMs: 0 },
      ...(share > 0 ? [{ parts: times(share), kinds: kindsOf(credited), creditMs }] : []),
    ];
  });
}

function halfHours(fromAt: number, untilAt: number): [number, number][] {
  const parts: [number, number][] = [];
  for (let at = fromAt; at < untilAt; at += HALF_HOUR_MS) {
    parts.push([at, Math.min(untilAt, at + HALF_HOUR_MS)]);
  }
  return parts;
}

/** They change with the configuration and with what was learned, and are asked for every second. */
const known = new WeakMap<ArrivalProfile, WeakMap<Plan, Map<string, readonly VisitSample[]>>>();

/** Past visits of the zone in the order of what they wanted; without any, the catalogue's items. */
function wishesOf(
  { plan }: Day,
  profile: ArrivalProfile,
  zone: ZoneCode,
  hasCredit: boolean,
): readonly VisitSample[] {
  const plans = known.get(profile) ?? new WeakMap<Plan, Map<string, readonly VisitSample[]>>();
  const wishes = plans.get(plan) ?? new Map<string, readonly VisitSample[]>();
  known.set(profile, plans.set(plan, wishes));
  const key = `${zone} ${String(hasCredit)}`;
  const found = wishes.get(key) ?? wishesIn(plan, profile, zone, hasCredit);
  wishes.set(key, found);
  return found;
}

function wishesIn(
  plan: Plan,
  { samples }: ArrivalProfile,
  zone: ZoneCode,
  hasCredit: boolean,
): VisitSample[] {
  const seen = samples.filter((row) => row.zone === zone && row.creditMs > 0 === hasCredit);
  const key = ({ items }: VisitSample) => items.map(({ item }) => item).join(' ');
  const valid = seen.filter(({ items }) => items.every(({ item }) => plan.items.has(item)));
  if (valid.length > 0) return valid.sort((left, right) => (key(left) < key(right) ? -1 : 1));
  const offered = plan.config.items.filter((item) => item.zone === zone && !item.retired);
  return offered
    .sort((left, right) => right.popularity - left.popularity)
    .slice(0, NEWCOMERS)
    .map(({ code, department }) => ({
      ...{ zone, package: null, creditMs: 0 },
      items: [{ item: code, department, stop: 1 }],
    }));
}

/** Every n-th of a list, so that what is frequent in it is frequent in the choice. */
function evenly<T>(rows: readonly T[], count: number): T[] {
  if (rows.length <= count) return [...rows];
  return Array.from({ length: count }, (_, index) => {
    const row = rows[Math.floor(((index + 0.5) / count) * rows.length)];
    return row === undefined ? [] : [row];
  }).flat();
}

/** The ticket that such a visitor would hold. */
function ticketOf({ plan }: Day, { zone, items, package: pack }: VisitSample): Ticket {
  return freshTicket({
    id: ticketId('newcomer'),
    series: plan.zones.get(zone)?.series ?? 'B',
    ...{ number: 0, zone, package: pack, language: 'zh-Hans' },
    ...{ arrivedAt: 0, orderKey: 0, orderSeq: 0 },
    cases: freshCases(items.map(({ item }) => ({ case: caseId('newcomer-1'), item }))),
  });
}
