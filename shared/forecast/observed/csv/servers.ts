/**
 * The windows of a foreign log. Where it names them (or the clerks) these are taken; else as many as
 * were busy at a time, each service at the window that fell free last. Whether unnamed windows serve
 * all queues or one each is read off the order of calls: a shared queue is called in the order of
 * arrival across queues too.
 */
import type { Assumption } from '../observed-day.ts';
import type { Stop } from './completed.ts';

export interface Served extends Stop {
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Servers {
  /** The window of each service, from 0. */
  readonly windowOf: ReadonlyMap<Served, number>;
  readonly names: readonly string[];
  /** The queues that each window serves. */
  readonly skills: readonly ReadonlySet<string>[];
  readonly assumed: readonly Assumption[];
}

/** Fewer services than this of one queue, and a smaller share, are a slip of the log. */
const SKILL_SERVICES_MIN = 3;
const SKILL_SHARE_MIN = 0.02;
/** So much more disorder across queues than within says that queues have windows of their own. */
const DISORDER_FACTOR = 2;
const DISORDER_MORE = 0.1;

/** Assigns every service; `days` holds each day's services, sorted by start. */
export function serversOf(days: readonly (readonly Served[])[]): Servers {
  const isNamed = days.some((day) => day.some(({ server }) => server !== ''));
  const byQueue = !isNamed && haveOwnWindows(days);
  const names: string[] = [];
  const places = new Map<string, number>();
  const windowOf = new Map<Served, number>();
  const placeOf = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };
  for (const day of days) {
    const pools = new Map<string, { name: string; freeAt: number }[]>();
    for (const stop of day) {
      if (stop.server !== '') {
        windowOf.set(stop, placeOf(stop.server));
        continue;
      }
      const pool = byQueue ? `${stop.queue} ` : '';
      const windows = pools.get(pool) ?? [];
      pools.set(pool, windows);
      windowOf.set(stop, placeOf(freedLast(windows, stop, pool)));
    }
  }
  const assumed: Assumption[] = [];
  const unnamed = names.filter((name) => name.includes('#')).length;
  if (unnamed > 0) assumed.push({ what: 'windows-from-concurrency', count: unnamed });
  if (byQueue) assumed.push({ what: 'windows-by-queue', count: unnamed });
  return { windowOf, names, skills: skillsOf(windowOf, names.length), assumed };
}

/** The free window that was busy last; a new one where none is free. */
function freedLast(windows: { name: string; freeAt: number }[], stop: Served, pool: string) {
  let best: { name: string; freeAt: number } | undefined;
  for (const window of windows) {
    if (window.freeAt <= stop.startedAt && window.freeAt > (best?.freeAt ?? -Infinity)) {
      best = window;
    }
  }
  if (!best) {
    best = { name: `${pool}#${String(windows.length + 1)}`, freeAt: 0 };
    windows.push(best);
  }
  best.freeAt = stop.endedAt;
  return best.name;
}

/** Compares how often a call passes an earlier arrival of its own queue, and of another. */
function haveOwnWindows(days: readonly (readonly Served[])[]): boolean {
  const within = { out: 0, all: 0 };
  const across = { out: 0, all: 0 };
  for (const day of days) {
    for (let index = 1; index < day.length; index += 1) {
      const [before, after] = [day[index - 1], day[index]];
      if (!before || !after) continue;
      // Only two who waited together tell: both were there when the first was called.
      if (after.arrivedAt >= before.startedAt || before.arrivedAt === before.startedAt) continue;
      const sum = before.queue === after.queue ? within : across;
      sum.all += 1;
      if (after.arrivedAt < before.arrivedAt) sum.out += 1;
    }
  }
  if (across.all < 20) return false;
  const [inside, outside] = [within.out / Math.max(1, within.all), across.out / across.all];
  return outside > inside * DISORDER_FACTOR && outside > inside + DISORDER_MORE;
}

function skillsOf(windowOf: ReadonlyMap<Served, number>, windows: number): Set<string>[] {
  const counts = Array.from({ length: windows }, () => new Map<string, number>());
  for (const [{ queue }, window] of windowOf) {
    const own = counts[window];
    own?.set(queue, (own.get(queue) ?? 0) + 1);
  }
  return counts.map((own) => {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    const most = Math.max(...own.values());
    const isSkill = (count: number) =>
      count >= SKILL_SERVICES_MIN || count >= all * SKILL_SHARE_MIN || count === most;
    return new Set([...own].filter(([, count]) => isSkill(count)).map(([queue]) => queue));
  });
}
