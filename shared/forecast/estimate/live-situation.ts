/**
 * A hall's day as a situation for rollouts. Who may call whom is asked of the hall's own rules, once
 * for each kind of visit and window; how long it takes is what was learned. Windows that are closed
 * are in it as far as past days make their opening likely.
 */
import type { StaffNo } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import { hoursOn } from '../../hall/opening.ts';
import { lent, orderRules } from '../../hall/routing/contenders.ts';
import { CALLABLE_BEFORE_SLOT_MS } from '../../hall/routing/eligible.ts';
import type { Ticket } from '../../hall/ticket.ts';
import type { HallWindow } from '../../hall/window.ts';
import { clerkAt } from '../../hall/window.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { Shift } from '../simulation/floor.ts';
import type { Learned } from './learn.ts';
import { KindTable } from './kinds.ts';
import { likelyOpenings, shiftsOf } from './live-shifts.ts';
import { busyAt } from './live-service.ts';
import { STREAM_KINDS, newcomerKinds, streamsOf } from './live-arrivals.ts';
import { isPlainWish, newcomerGroups } from './newcomer-groups.ts';
import type { NewcomerGroup } from './newcomer-groups.ts';
import type { Situation, WaitingPerson } from './situation.ts';

/** What a day does not tell by itself, for it holds those alone who are still here. */
export interface LiveFacts {
  readonly at: number;
  readonly lastHour: ReadonlyMap<string, number>;
}

/** A window as rollouts know it, with who sits there or is expected to. */
export interface LiveWindow {
  readonly window: HallWindow;
  readonly clerk: StaffNo;
}

/** The situation with the tickets of its `waiting`, in their order, and the zones of `newcomers`. */
export interface LiveSituation {
  readonly situation: Situation;
  readonly tickets: readonly Ticket[];
  /** Newcomers more closely than by zone. */
  readonly groups: readonly NewcomerGroup[];
}

/** Null while no window is open or expected to open: then nothing can be said. */
export function liveSituation(day: Day, learned: Learned, facts: LiveFacts): LiveSituation | null {
  const { at } = facts;
  const openings = likelyOpenings(day, learned.rosters, at);
  const windows = liveWindows(day, openings);
  if (windows.length === 0) return null;
  const kinds = new KindTable(day, learned, windows, at);
  const tickets = day.waiting;
  const waiting = tickets.map((ticket) => person(day, ticket, kinds.of(ticket), at));
  const booked = [...day.tickets.values()]
    .filter(({ state }) => state.status === 'booked')
    .map((ticket) => bookedPerson(ticket, kinds.of(ticket)));
  const { zones, policy } = day.plan.config;
  const newcomers = zones.map(({ code }) => newcomerKinds(day, learned.arrivals, code, kinds));
  const wished = zones.flatMap(({ code }) =>
    newcomerKinds(day, learned.arrivals, code, kinds, STREAM_KINDS).map((kind) => {
      return { zone: code, kind };
    }),
  );
  const waitedFor = tickets.filter(isPlainWish).map((ticket) => {
    return { zone: ticket.zone, kind: kinds.of(ticket) };
  });
  const closesAt = hoursOn(day.plan, day.date).sessions.at(-1)?.closeAt ?? Infinity;
  const coming = streamsOf(
    day,
    learned.arrivals,
    facts,
    kinds,
    policy.alwaysOpen ? Infinity : closesAt,
  );
  const midnightAt = startOfDay(day.date);
  const shiftTable: (readonly (readonly Shift[])[])[] = [];
  return {
    tickets,
    groups: newcomerGroups(day, [...wished, ...waitedFor], kinds),
    situation: {
      at,
      floor: { ...kinds.tables(), noShowMs: learned.noShowMs },
      sds: Float64Array.from(kinds.sds),
      spread: learned.times.spread,
      rules: orderRules(policy),
      promiseSlackMs: policy.promiseSlackMs,
      noShowShare: learned.noShowShare,
      byHandShare: learned.byHandShare,
      waiting,
      booked,
      busy: windows.map(({ window, clerk }) => busyAt(day, learned, window, clerk, at)),
      newcomers,
      coming,
      shiftsOf(rollout) {
        const count = Math.max(1, learned.rosters.length);
        const index = rollout % count;
        shiftTable[index] ??= shiftsOf(windows, learned.rosters, openings, {
          at,
          midnightAt,
          rollout: index,
        });
        return shiftTable[index];
      },
    },
  };
}

function liveWindows(day: Day, openings: ReadonlyMap<number, StaffNo>): LiveWindow[] {
  return [...day.windows.values()].flatMap((window): LiveWindow[] => {
    const clerk = clerkAt(window) ?? openings.get(window.no);
    return clerk === undefined ? [] : [{ window, clerk }];
  });
}

function person(day: Day, ticket: Ticket, kind: number, at: number): WaitingPerson {
  const { placeAt, orderKey, orderSeq, promiseAt, overtaken, slotAt, greenAt } = lent(
    day,
    ticket,
    at,
  );
  return {
    ...{ kind, placeAt, orderKey, orderSeq, promiseAt, overtaken, slotAt, greenAt },
    arrivesAt: Math.min(ticket.arrivedAt, at),
    callableAt: slotAt === Infinity ? -Infinity : slotAt - CALLABLE_BEFORE_SLOT_MS,
    creditMs: ticket.creditMs,
  };
}

/** Comes at the slot, and is called by its right. */
function bookedPerson({ appointment, orderSeq }: Ticket, kind: number): WaitingPerson {
  const slotAt = appointment?.slotAt ?? Infinity;
  return {
    ...{ kind, orderSeq, slotAt, arrivesAt: slotAt, placeAt: slotAt, orderKey: slotAt },
    ...{ promiseAt: Infinity, overtaken: 0, greenAt: Infinity, creditMs: 0 },
    callableAt: slotAt,
  };
}
