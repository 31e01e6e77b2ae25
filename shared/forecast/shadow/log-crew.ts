/**
 * The windows of a foreign hall as its past days and today show them: what each may serve and how
 * fast (the engine's tables), and when each will work in a rollout, as one past day suggests.
 */
import type { ItemCode, StaffNo, WindowNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import { startOfDay } from '../../calendar/business-date.ts';
import type { Learned } from '../estimate/learn.ts';
import { spansAfter } from '../estimate/rosters.ts';
import type { Span } from '../estimate/rosters.ts';
import { lengthOf, meanMs } from '../estimate/service-times.ts';
import type { Length } from '../estimate/service-times.ts';
import type { ObservedDay, ObservedItem } from '../observed/observed-day.ts';
import { serviceMs } from '../observed/observed-day.ts';
import type { Floor, Shift } from '../simulation/floor.ts';
import { plainFloor } from '../simulation/floor.ts';
import { skillsSeen } from './abilities.ts';
import { presenceAt } from './log-moment.ts';

/** Whoever has left when called costs nobody any time. */
const GONE_MS = 1_000;
/** An absence of which nothing is known. */
const AWAY_MS = 10 * MINUTE_MS;

interface Server {
  readonly window: WindowNo;
  readonly clerk: StaffNo;
}

export class Crew {
  readonly servers: readonly Server[];
  readonly floor: Omit<Floor, 'shifts'>;
  readonly sds: Float64Array;
  readonly #kinds: ReadonlyMap<ItemCode, number>;
  readonly #items: readonly ObservedItem[];
  readonly #learned: Learned;
  readonly #meanServiceMs: number;

  constructor(past: readonly ObservedDay[], today: ObservedDay, learned: Learned) {
    this.#learned = learned;
    const lengths = past.flatMap(({ services }) => services.map((row) => serviceMs(row) ?? 0));
    this.#meanServiceMs = lengths.reduce((sum, ms) => sum + ms, 0) / Math.max(1, lengths.length);
    const servers = new Map<string, Server>();
    const items = new Map<ItemCode, ObservedItem>();
    for (const day of [...past, today]) {
      for (const { window, clerk } of day.sessions) {
        servers.set(`${String(window)} ${clerk}`, { window, clerk });
      }
      for (const ticket of day.tickets) for (const row of ticket.items) items.set(row.item, row);
    }
    this.servers = [...servers.values()];
    this.#items = [...items.values()];
    this.#kinds = new Map(this.#items.map(({ item }, index) => [item, index]));
    const { times } = learned;
    this.sds = Float64Array.from(this.#items, (row) => lengthOf(times, [row], null).sd);
    this.floor = this.#tables([...past, today]);
  }

  /** Of what was served on past days. */
  get meanServiceMs(): number {
    return this.#meanServiceMs;
  }

  kindOf(items: readonly ObservedItem[]): number {
    return this.#kinds.get(items[0]?.item ?? ('' as ItemCode)) ?? 0;
  }

  lengthOf(items: readonly ObservedItem[], clerk: StaffNo): Length {
    return lengthOf(this.#learned.times, items, clerk);
  }

  /** The shifts from `at` on; `rollout` chooses the past day. */
  shifts(today: ObservedDay, at: number, rollout: number): (readonly Shift[])[] {
    const { rosters } = this.#learned;
    const roster = rosters[rollout % Math.max(1, rosters.length)];
    const nowMs = at - startOfDay(today.date);
    const instant = ([fromMs, untilMs]: Span): Shift => [at + fromMs - nowMs, at + untilMs - nowMs];
    return this.servers.map(({ window, clerk }): readonly Shift[] => {
      const own = today.sessions.filter((one) => one.window === window && one.clerk === clerk);
      const seen = new Set(own.map((session) => presenceAt(session, at)));
      const pattern = (spansAfter(roster?.byClerk.get(clerk), nowMs) ?? []).map(instant);
      if (seen.has('open')) {
        const [first, ...rest] = pattern;
        return first ? [[at, first[1]], ...rest] : [[at, Infinity]];
      }
      const later = pattern.filter(([fromAt]) => fromAt > at);
      if (seen.has('away')) return later.length > 0 ? later : [[at + AWAY_MS, Infinity]];
      return seen.has('gone') ? [] : later;
    });
  }

  #tables(days: readonly ObservedDay[]): Omit<Floor, 'shifts'> {
    const { skills, zones } = skillsSeen(days);
    const kinds = this.#items.length;
    const floor = plainFloor(this.servers.length, kinds, GONE_MS);
    this.servers.forEach(({ window, clerk }, index) => {
      const zone = zones.get(window);
      this.#items.forEach((row, kind) => {
        const cell = index * kinds + kind;
        const length = this.lengthOf([row], clerk);
        floor.may[cell] = Number(skills.get(window)?.has(row.item) ?? false);
        floor.own[cell] = Number(zone !== undefined);
        floor.expectedMs[cell] = meanMs(this.#learned.times, length);
        floor.factor[cell] = Math.exp(length.logMs);
      });
      const own = floor.may.subarray(index * kinds, (index + 1) * kinds);
      floor.skills[index] = own.reduce((sum, value) => sum + value, 0);
    });
    return floor;
  }
}
