/**
 * What an adviser may know of a simulated hall at an instant: who waits and since when, what goes on,
 * learned means, the roster, the profile of an ordinary day and the last hour. Neither who comes nor
 * how long a service will take nor whether today is a special day. The clairvoyant reference knows the
 * first two as they are.
 */
import { HALF_HOUR_MS, HOUR_MS, MINUTE_MS } from '../../../base/time.ts';
import type { Length } from '../../estimate/service-times.ts';
import { LOGNORMAL } from '../../estimate/spread.ts';
import type { Busy, Situation, Stream, WaitingPerson } from '../../estimate/situation.ts';
import type { DrawnDay } from '../../simulation/day-draw.ts';
import type { Engine } from '../../simulation/engine.ts';
import type { HallModel } from '../../simulation/hall-model.ts';
import { MEAN_SERVICE_MS, ZONES } from '../../simulation/hall-model.ts';
import { sigmaOf } from '../../simulation/random.ts';
import { DAY_MS, NO_SHOW_MS, NO_SHOW_SHARE, PROFILE } from '../../simulation/scenario.ts';
import { Visitor } from '../../simulation/visitor.ts';
import type { Future, Remaining } from '../futures.ts';
import type { Scene } from '../scene.ts';

/** Caution in the level of the last hour, as so many expected visitors. */
const LEVEL_PRIOR = 10;
/** A call of less than this may still turn out unanswered. */
const CALLED_MS = NO_SHOW_MS;
/** Spread of services within an item, as a hall would have learned it. */
const SERVICE_CV = 0.7;

/** The scene at the instant, with `may` and `own` as the walls stand. */
export function knownScene(hall: HallModel, day: DrawnDay, engine: Engine, at: number): Scene {
  const { floor, kinds } = day;
  const sd = sigmaOf(SERVICE_CV);
  const logShift = sd ** 2 / 2;
  const { may, own } = engine.floor;
  const zoneOfKind = kinds.map(({ zone }) => zone);
  const situation: Situation = {
    at,
    floor: {
      ...floor,
      ...{ may, own },
      factor: floor.expectedMs.map((ms) => ms * Math.exp(-logShift)),
    },
    sds: new Float64Array(floor.kinds).fill(sd),
    spread: LOGNORMAL,
    rules: { kind: 'strict' },
    promiseSlackMs: 0,
    noShowShare: NO_SHOW_SHARE,
    waiting: engine.queue.map(personOf),
    busy: busyWindows(day, engine, at).map((visitor, window): Busy | null => {
      if (!visitor) return null;
      const meanMs = floor.expectedMs[window * floor.kinds + visitor.kind] ?? MEAN_SERVICE_MS;
      const length: Length = { logMs: Math.log(meanMs) - logShift, sd };
      const elapsedMs = at - visitor.calledAt;
      return { length, elapsedMs, isCalled: elapsedMs < CALLED_MS };
    }),
    shiftsOf: () => floor.shifts,
    newcomers: [],
    coming: Array.from({ length: ZONES }, (_, zone) => stream(hall, day, zone, at)),
    booked: [],
  };
  return { situation, zoneOfKind, zones: ZONES, windowNos: floor.shifts.map((_, index) => index) };
}

function personOf(visitor: Visitor): WaitingPerson {
  const { kind, arrivesAt, placeAt, orderKey, orderSeq, promiseAt, overtaken } = visitor;
  const { slotAt, greenAt, callableAt, creditMs } = visitor;
  return {
    ...{ kind, arrivesAt, placeAt, orderKey, orderSeq, promiseAt, overtaken },
    ...{ slotAt, greenAt, callableAt, creditMs },
  };
}

/** Who stands at each window; null where nobody does. */
function busyWindows({ visitors, floor }: DrawnDay, engine: Engine, at: number) {
  const there: (Visitor | null)[] = floor.shifts.map(() => null);
  for (const visitor of visitors) {
    if (visitor.arrivesAt > at) break;
    const { window, calledAt } = visitor;
    if (window < 0 || (engine.windows.endAt[window] ?? Infinity) === Infinity) continue;
    if (calledAt > (there[window]?.calledAt ?? -1)) there[window] = visitor;
  }
  return there;
}

/** The ordinary day's profile for the zone times the level of its last hour. */
function stream(hall: HallModel, day: DrawnDay, zone: number, at: number): Stream {
  const { scenario, kinds, visitors } = day;
  const meanMs = (1 - NO_SHOW_SHARE) * MEAN_SERVICE_MS + NO_SHOW_SHARE * NO_SHOW_MS;
  const perMs = ((hall.zoneShares[zone] ?? 0) * scenario.rho * scenario.windows) / meanMs;
  const rateAt = (instant: number) => perMs * (PROFILE[Math.floor(instant / HALF_HOUR_MS)] ?? 0);
  let expected = 0;
  for (let minute = Math.max(0, at - HOUR_MS); minute < at; minute += MINUTE_MS) {
    expected += rateAt(minute) * MINUTE_MS;
  }
  const came = visitors.filter(
    ({ arrivesAt, kind }) =>
      arrivesAt > at - HOUR_MS && arrivesAt <= at && kinds[kind]?.zone === zone,
  ).length;
  const level = (came + LEVEL_PRIOR) / (expected + LEVEL_PRIOR);
  const parts: Stream['parts'][number][] = [];
  for (let from = at; from < Math.min(DAY_MS, at + 3 * HOUR_MS);) {
    const untilAt = (Math.floor(from / HALF_HOUR_MS) + 1) * HALF_HOUR_MS;
    parts.push({ fromAt: from, untilAt, perMs: level * rateAt(from) });
    from = untilAt;
  }
  return { parts, kinds: kindsSeen(day, zone, at), creditMs: 0 };
}

/** What visitors of the zone wanted so far; before anybody came, any kind of it. */
function kindsSeen({ visitors, kinds }: DrawnDay, zone: number, at: number): number[] {
  const isOwn = (kind: number) => kinds[kind]?.zone === zone;
  const seen = visitors.filter(({ arrivesAt }) => arrivesAt <= at).map(({ kind }) => kind);
  const own = seen.filter(isOwn);
  return own.length > 0 ? own : kinds.flatMap((_, kind) => (isOwn(kind) ? [kind] : []));
}

/** The scene and the one future as they really are. */
export function trueScene(
  scene: Scene,
  day: DrawnDay,
  engine: Engine,
  untilAt: number,
): { readonly scene: Scene; readonly future: Future } {
  const { at } = scene.situation;
  const remaining = new Map<number, Remaining>();
  busyWindows(day, engine, at).forEach((visitor, window) => {
    const ms = (engine.windows.endAt[window] ?? at) - at;
    if (visitor && ms > 0 && ms < Infinity) remaining.set(window, { ms, expectedMs: ms });
  });
  const { factor } = day.floor;
  return {
    scene: {
      ...scene,
      situation: { ...scene.situation, floor: { ...scene.situation.floor, factor } },
    },
    future: {
      remaining,
      waiting: engine.queue.map(copyOf),
      as: scene.situation.waiting,
      arrivals: day.visitors
        .filter(({ arrivesAt }) => arrivesAt > at && arrivesAt < untilAt)
        .map(copyOf),
      rollout: 0,
    },
  };
}

function copyOf(visitor: Visitor): Visitor {
  const { kind, arrivesAt, workMs, orderSeq } = visitor;
  return Object.assign(new Visitor(kind, arrivesAt, workMs, orderSeq), visitor);
}
