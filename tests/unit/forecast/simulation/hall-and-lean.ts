/**
 * The same day twice: once through the hall's own commands, press by press, and once in the lean
 * engine. What a visitor brings (arrival, item, service time) is drawn before and the same for both.
 */
import { must } from '../../../../shared/base/assert.ts';
import { seededRandom } from '../../../../shared/base/seeded-random.ts';
import { itemCode, staffNo, windowNo, zoneCode } from '../../../../shared/base/ids.ts';
import type { StaffNo } from '../../../../shared/base/ids.ts';
import { Engine } from '../../../../shared/forecast/simulation/engine.ts';
import { plainFloor } from '../../../../shared/forecast/simulation/floor.ts';
import type { Floor } from '../../../../shared/forecast/simulation/floor.ts';
import { byRules } from '../../../../shared/forecast/simulation/policies.ts';
import { Visitor } from '../../../../shared/forecast/simulation/visitor.ts';
import type { HallConfig } from '../../../../shared/hall/config.ts';
import { expectedMs } from '../../../../shared/hall/expectations.ts';
import type { Policy } from '../../../../shared/hall/policy.ts';
import { orderRules } from '../../../../shared/hall/routing/contenders.ts';
import { canServe, isOwnZone } from '../../../../shared/hall/routing/eligible.ts';
import { between } from '../../../day/chance.ts';
import { MINUTE, NINE, clerk, kiosk, openHall, system, take } from '../../../helpers/hall.ts';
import type { TestHall } from '../../../helpers/hall.ts';
import { smallHall } from '../../../helpers/small-hall.ts';

const ITEMS = ['SC001', 'SC002', 'RS001', 'RS002', 'GA001', 'GA002', 'GA003'];
/** Who sits where; each may do something else. */
const CREW = ['K01', 'K02', 'K03', 'K06'];
const VISITORS = 36;

interface Comes {
  readonly arrivesAt: number;
  readonly kind: number;
  readonly serviceMs: number;
  readonly hasCredit: boolean;
}

/** Called: when, at which place of the crew, who (by order of arrival). */
export type Call = readonly [at: number, window: number, visitor: number];

/** A busy day of the seed; instants differ from each other. */
export function busyDay(seed: number): Comes[] {
  const random = seededRandom(seed);
  let at = NINE;
  return Array.from({ length: VISITORS }, () => {
    at += 1 + Math.round(between(random, 0.1, 2.4) * MINUTE);
    return {
      arrivesAt: at,
      kind: Math.floor(random() * ITEMS.length),
      serviceMs: 1_000 + Math.round(between(random, 1, 14) * MINUTE) + Math.floor(random() * 997),
      hasCredit: random() < 0.15,
    };
  });
}

function hallOf(routing: Policy['routing']): HallConfig {
  const config = smallHall({ routing, priorityShareMax: 1, promiseSlackMs: 6 * MINUTE });
  const [legal, natural] = ['legal-person', 'natural-person'].map(zoneCode);
  const zones = [legal, natural, natural, legal].map((zone) => [must(zone, 'zone')]);
  return {
    ...config,
    windows: zones.map((zone, place) => ({
      ...must(config.windows[0], 'a window'),
      ...{ no: windowNo(place + 1), zones: routing === 'strict' ? 'all' : zone },
      ...{ kind: 'undifferentiated', accessible: false },
    })),
  };
}

function opened(routing: Policy['routing']): TestHall {
  const hall = openHall(hallOf(routing));
  const itemMs = Object.fromEntries(ITEMS.map((item, place) => [item, (2 + 2.3 * place) * MINUTE]));
  const clerkFactor = { K01: 0.93, K02: 1.11, K03: 1, K06: 1.07 };
  const expectations = { days: 9, itemMs, clerkFactor, otherFactor: 1.1 };
  take(hall, system('setExpectations', { expectations }));
  for (const [place, no] of CREW.entries())
    take(hall, clerk(no)('openWindow', { window: place + 1 }));
  return hall;
}

/** The calls of the hall itself: everybody presses at once, whoever arrives is taken by the engine's rule. */
export function callsOfHall(routing: Policy['routing'], day: readonly Comes[]): Call[] {
  const hall = opened(routing);
  const floor = floorOf(hall);
  const calls: Call[] = [];
  const endAt = CREW.map(() => Infinity);
  const idleSince = CREW.map(() => -Infinity);
  const numbers = new Map<string, number>();
  const press = (place: number) => {
    const by = clerk(must(CREW[place], 'clerk'));
    const before = hall.day.callSeq;
    try {
      take(hall, by('callNext'));
    } catch (error) {
      if (!String(error).includes('nobody-waiting')) throw error;
    }
    const { state } = must(hall.day.windows.get(windowNo(place + 1)), 'window');
    if (hall.day.callSeq === before || !('ticket' in state)) return;
    const visitor = must(numbers.get(state.ticket), 'visitor');
    take(hall, by('startService'));
    calls.push([hall.at, place, visitor]);
    endAt[place] = hall.at + serviceMs(day, visitor);
    idleSince[place] = Infinity;
  };
  let next = 0;
  while (next < day.length || endAt.some((at) => at < Infinity)) {
    const comes = day[next];
    const place = endAt.indexOf(Math.min(...endAt));
    const ends = endAt[place] ?? Infinity;
    hall.at = Math.min(ends, comes?.arrivesAt ?? Infinity);
    if (comes && comes.arrivesAt < ends) {
      const fields = { items: [ITEMS[comes.kind]], ...(comes.hasCredit && { class: 'ELD' }) };
      const known = new Set(hall.day.tickets.keys());
      take(hall, kiosk('issueTicket', fields));
      const id = [...hall.day.tickets.keys()].find((one) => !known.has(one));
      numbers.set(must(id, 'ticket'), next);
      const free = idleFor(floor, comes.kind, idleSince);
      if (free >= 0) press(free);
      next += 1;
      continue;
    }
    const { state } = must(hall.day.windows.get(windowNo(place + 1)), 'window');
    const ticket = 'ticket' in state ? state.ticket : '';
    endAt[place] = Infinity;
    const done = { case: `${ticket}-1`, outcome: 'closed' };
    take(hall, clerk(must(CREW[place], 'clerk'))('finishCase', done));
    idleSince[place] = hall.at;
    press(place);
  }
  return calls;
}

/** The calls of the lean engine. */
export function callsOfEngine(routing: Policy['routing'], day: readonly Comes[]): Call[] {
  const hall = opened(routing);
  const { policy } = hall.day.plan.config;
  const visitors = day.map(({ kind, arrivesAt, serviceMs: workMs, hasCredit }, index) => {
    const visitor = new Visitor(kind, arrivesAt, workMs, index);
    if (hasCredit) visitor.creditMs = 15 * MINUTE;
    visitor.orderKey -= visitor.creditMs;
    return visitor;
  });
  const engine = new Engine(floorOf(hall), {
    choose: byRules(orderRules(policy)),
    promiseSlackMs: routing === 'promise' ? policy.promiseSlackMs : null,
    overflowAfterMs: 0,
  });
  engine.run(visitors, NINE);
  return visitors
    .map(({ calledAt, window }, visitor): Call => [calledAt, window, visitor])
    .sort(([left], [right]) => left - right);
}

function serviceMs(day: readonly Comes[], visitor: number): number {
  return must(day[visitor], 'visitor').serviceMs;
}

/** The hall's certificates, zones and expected times as the engine's tables. */
function floorOf({ day }: TestHall): Floor {
  const floor = plainFloor(CREW.length, ITEMS.length, 0);
  for (const [place, no] of CREW.entries()) {
    const window = must(day.windows.get(windowNo(place + 1)), 'window');
    const who: StaffNo = staffNo(no);
    let skills = 0;
    for (const [kind, item] of ITEMS.entries()) {
      const cell = place * ITEMS.length + kind;
      const seeker = { series: 'A', package: null, cases: [{ item: itemCode(item) }] } as const;
      const may = canServe(day, seeker, window, who);
      floor.may[cell] = may ? 1 : 0;
      if (may) skills += 1;
      floor.own[cell] = isOwnZone(day, seeker, window) ? 1 : 0;
      floor.expectedMs[cell] = expectedMs(day, seeker, who);
    }
    floor.skills[place] = skills;
  }
  return floor;
}

/** The smallest expected time, the fewest skills, idle longest; −1 where no idle window may. */
function idleFor(floor: Floor, kind: number, idleSince: readonly number[]): number {
  const places = CREW.map((_, place) => place).filter(
    (place) =>
      (idleSince[place] ?? Infinity) < Infinity && floor.may[place * ITEMS.length + kind] === 1,
  );
  const keys = (place: number) => [
    floor.expectedMs[place * ITEMS.length + kind] ?? 0,
    floor.skills[place] ?? 0,
    idleSince[place] ?? 0,
    place,
  ];
  places.sort((left, right) => {
    const [one, other] = [keys(left), keys(right)];
    const differing = one.findIndex((key, index) => key !== other[index]);
    return (one[differing] ?? 0) < (other[differing] ?? 0) ? -1 : 1;
  });
  return places[0] ?? -1;
}
