/**
 * One day of the benchmark, drawn from its seed: who comes when with what, how long each would take,
 * which clerk sits where and how fast. Each purpose has its own stream, so scenarios share as much as
 * they can and all policies meet the same day.
 */
import { HALF_HOUR_MS, MINUTE_MS } from '../../base/time.ts';
import type { Floor, Shift } from './floor.ts';
import { plainFloor } from './floor.ts';
import type { HallModel, Item } from './hall-model.ts';
import { MEAN_SERVICE_MS, ZONES, apportion } from './hall-model.ts';
import { floorKnowing } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { Chance, sigmaOf } from './random.ts';
import type { Scenario } from './scenario.ts';
import {
  CLERK_CV,
  DAY_MS,
  NO_SHOW_MS,
  NO_SHOW_SHARE,
  PRIORITY_SHARE,
  PROFILE,
} from './scenario.ts';
import { drawSkills } from './skills.ts';
import { Visitor } from './visitor.ts';

const SLOT_MS = 15 * MINUTE_MS;
const BEFORE_SLOT_MS = 5 * MINUTE_MS;
/** What a priority class shortens the wait by. */
const CREDIT_MS = 15 * MINUTE_MS;
const ARRIVES_EARLY_MS = 6 * MINUTE_MS;
/** Lunch in halves: the first half of the windows, then the other. */
const LUNCH_FROM_MS = 180 * MINUTE_MS;
const LUNCH_MS = 30 * MINUTE_MS;

/** A shock lasts a morning or an afternoon. */
const SHOCK_MS = DAY_MS / 2;

const STREAM = { day: 1, arrivals: 2, service: 3, traits: 4, clerks: 5, skills: 6, booking: 7 };

/** A kind of the day: one item, or two of one visitor. */
export interface Kind {
  readonly items: readonly Item[];
  readonly zone: number;
  readonly meanMs: number;
}

export interface DrawnDay {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly kinds: readonly Kind[];
  /** Home zone by window. */
  readonly zoneOf: Int32Array;
  /** Speed of each clerk; > 1 is slower. */
  readonly speeds: Float64Array;
  readonly floor: Floor;
  readonly visitors: readonly Visitor[];
}

/** The day of a seed in a scenario; `knowledge` changes what is expected of services alone. */
export function drawDay(
  hall: HallModel,
  scenario: Scenario,
  seed: number,
  knowledge: Knowledge = 'true',
): DrawnDay {
  const kinds: Kind[] = [];
  const visitors = drawVisitors(hall, scenario, seed, kinds);
  const zoneOf = homeZones(hall, scenario.windows);
  const clerks = new Chance(seed, STREAM.clerks);
  const speeds = new Float64Array(scenario.windows);
  const sigma = sigmaOf(CLERK_CV);
  for (let window = 0; window < speeds.length; window += 1)
    speeds[window] = clerks.lognormal(sigma);
  const shifts = drawShifts(scenario, clerks);
  const trueFloor = fillFloor(scenario, kinds, zoneOf, speeds, shifts);
  const floor = floorKnowing(hall, trueFloor, kinds, knowledge);
  if (scenario.hasSkills) {
    drawSkills(new Chance(seed, STREAM.skills), hall, floor, kinds, zoneOf);
  }
  return { seed, scenario, kinds, zoneOf, speeds, floor, visitors };
}

/** Windows of a zone stand together; numbers by the zones' work. */
function homeZones(hall: HallModel, windows: number): Int32Array {
  const counts = apportion(windows, hall.zoneWork);
  return Int32Array.from(counts.flatMap((count, zone) => Array<number>(count).fill(zone)));
}

function fillFloor(
  scenario: Scenario,
  kinds: readonly Kind[],
  zoneOf: Int32Array,
  speeds: Float64Array,
  shifts: readonly (readonly Shift[])[],
): Floor {
  const floor = { ...plainFloor(scenario.windows, kinds.length, NO_SHOW_MS), shifts };
  for (let window = 0; window < scenario.windows; window += 1) {
    for (const [index, kind] of kinds.entries()) {
      const cell = window * kinds.length + index;
      const isOwn = kind.zone === zoneOf[window];
      const factor = (speeds[window] ?? 1) * (isOwn ? 1 : 1 + scenario.penalty);
      floor.own[cell] = isOwn ? 1 : 0;
      floor.factor[cell] = factor;
      floor.expectedMs[cell] = kind.meanMs * factor;
    }
  }
  return floor;
}

function drawShifts({ windows, absence, hasLunch }: Scenario, chance: Chance): Shift[][] {
  return Array.from({ length: windows }, (_, window) => {
    if (absence > 0 && chance.happens(absence)) return [];
    if (!hasLunch) return [[-Infinity, Infinity]];
    const lunchAt = LUNCH_FROM_MS + (window % 2) * LUNCH_MS;
    return [
      [-Infinity, lunchAt],
      [lunchAt + LUNCH_MS, Infinity],
    ];
  });
}

function drawVisitors(hall: HallModel, scenario: Scenario, seed: number, kinds: Kind[]): Visitor[] {
  const day = new Chance(seed, STREAM.day);
  const level = levelOfDay(day, scenario);
  const shocked = day.happens(scenario.shockDays) ? day.index(ZONES) : -1;
  const shockFromAt = day.index(DAY_MS / SHOCK_MS) * SHOCK_MS;
  const isShock = (at: number) => at >= shockFromAt && at < shockFromAt + SHOCK_MS;
  const weight = (item: Item) => item.share * (item.zone === shocked ? scenario.shockFactor : 1);
  const steps = new Float64Array(hall.items.length);
  let total = 0;
  for (const [index, item] of hall.items.entries()) steps[index] = total += weight(item);
  const streams = {
    arrivals: new Chance(seed, STREAM.arrivals),
    service: new Chance(seed, STREAM.service),
    traits: new Chance(seed, STREAM.traits),
    booking: new Chance(seed, STREAM.booking),
  };
  const perMs = perMsOf(hall, scenario, level, total);
  const visitors: Visitor[] = [];
  const kindOf = new Map<number, number>();
  const sigma = sigmaOf(scenario.serviceCv);
  for (const at of arrivalInstants(streams.arrivals, perMs)) {
    const { arrivals, traits, service } = streams;
    const first = search(steps, arrivals.next() * total);
    const isKept = arrivals.next() * scenario.shockFactor < 1 || isShock(at);
    if (hall.items[first]?.zone === shocked && !isKept) continue;
    const second = traits.happens(scenario.double) ? search(steps, traits.next() * total) : -1;
    const kind = kindIndex(hall, kinds, kindOf, first, second);
    const draw =
      scenario.service === 'gamma' ? service.gamma(scenario.serviceCv) : service.lognormal(sigma);
    const workMs = (kinds[kind]?.meanMs ?? MEAN_SERVICE_MS) * draw;
    visitors.push(person(kind, at, workMs, streams, scenario));
  }
  if (scenario.booked > 0) visitors.sort((left, right) => left.arrivesAt - right.arrivesAt);
  for (const [index, visitor] of visitors.entries()) visitor.orderSeq = index;
  return visitors;
}

/** Visitors per ms that the day of that seed was drawn with, before profile and shock. */
export function arrivalsPerMs(hall: HallModel, scenario: Scenario, seed: number): number {
  return perMsOf(hall, scenario, levelOfDay(new Chance(seed, STREAM.day), scenario), 1);
}

function levelOfDay(day: Chance, { dayCv }: Scenario): number {
  return day.lognormal(sigmaOf(dayCv));
}

function perMsOf(hall: HallModel, scenario: Scenario, level: number, total: number): number {
  const differing = 1 - hall.departmentShares.reduce((sum, share) => sum + share * share, 0);
  const serviceMs = MEAN_SERVICE_MS * (1 + scenario.double * differing);
  const meanMs = (1 - NO_SHOW_SHARE) * serviceMs + NO_SHOW_SHARE * NO_SHOW_MS;
  return (level * total * scenario.rho * scenario.windows) / meanMs;
}

function person(
  kind: number,
  at: number,
  workMs: number,
  { traits, booking }: { readonly traits: Chance; readonly booking: Chance },
  { booked }: Scenario,
): Visitor {
  const isBooked = booked > 0 && booking.happens(booked);
  const slotAt = Math.floor(at / SLOT_MS) * SLOT_MS;
  const errorMs = isBooked ? (booking.normal() - 1) * ARRIVES_EARLY_MS : 0;
  const visitor = new Visitor(kind, isBooked ? Math.max(0, slotAt + errorMs) : at, workMs, 0);
  visitor.shows = !traits.happens(NO_SHOW_SHARE);
  const hasPriority = traits.happens(PRIORITY_SHARE);
  if (isBooked) {
    visitor.slotAt = slotAt;
    visitor.callableAt = slotAt - BEFORE_SLOT_MS;
    visitor.placeAt = slotAt;
    visitor.orderKey = slotAt;
  } else if (hasPriority) {
    visitor.creditMs = CREDIT_MS;
    visitor.orderKey = visitor.placeAt - CREDIT_MS;
  }
  return visitor;
}

/** Instants of a Poisson process with the profile's rate, in order. */
function arrivalInstants(chance: Chance, perMs: number): number[] {
  const instants: number[] = [];
  let halfHour = 0;
  let at = 0;
  for (;;) {
    let due = chance.exponential() / perMs;
    for (;;) {
      const rate = PROFILE[halfHour];
      if (rate === undefined) return instants;
      const endsAt = (halfHour + 1) * HALF_HOUR_MS;
      if (at + due / rate < endsAt) {
        at += due / rate;
        break;
      }
      due -= (endsAt - at) * rate;
      at = endsAt;
      halfHour += 1;
      if (at >= DAY_MS) return instants;
    }
    instants.push(Math.round(at));
  }
}

function search(steps: Float64Array, drawn: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? 0) <= drawn) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The kind of one item, or of two where the second is of another department. */
function kindIndex(
  hall: HallModel,
  kinds: Kind[],
  known: Map<number, number>,
  first: number,
  second: number,
): number {
  const one = hall.items[first];
  const two = hall.items[second];
  const isDouble = one && two && one.department !== two.department;
  const key = isDouble ? first + (second + 1) * hall.items.length : first;
  const found = known.get(key);
  if (found !== undefined) return found;
  const items = isDouble ? [one, two] : one ? [one] : [];
  const meanMs = items.reduce((sum, item) => sum + item.meanMs, 0);
  kinds.push({ items, zone: one?.zone ?? 0, meanMs });
  known.set(key, kinds.length - 1);
  return kinds.length - 1;
}
