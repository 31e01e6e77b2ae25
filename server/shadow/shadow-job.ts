/**
 * The promise order beside the strict one, for every hall of this process: today every ten minutes
 * while the day runs, and the ten days before once. A report is made from the log alone, so nothing is
 * stored: after a restart it is made again, one day at a time with rests. Nobody waits for it, and two
 * servers come to the same.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import type { ShadowReport } from '../../shared/forecast/shadow/shadow.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { HallClock } from '../clock.ts';
import type { HallActor } from '../hall/actor.ts';
import { versionsNamed } from '../hall/named-plans.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallLog } from '../storage/hall-log.ts';
import { storedEvent } from '../storage/log-row.ts';
import type { ShadowAnswer, ShadowQuestion } from './question.ts';
import { askShadow } from './question.ts';

/** By the hall's clock; a demo's runs faster, so never sooner than a minute of ours. */
const EVERY_MS = 10 * 60_000;
const LOOK_EVERY_MS = 15_000;
const REST_MS = 60_000;
export const SHADOW_DAYS = 10;
const PAGE_EVENTS = 1_000;
const EVENTS_MAX = 60_000;
const VERSIONS_MAX = 20;

export interface ShadowParts {
  readonly actors: () => Iterable<HallActor>;
  readonly log: HallLog;
  readonly configs: ConfigStore;
  readonly clock: HallClock;
  readonly onFault: (error: unknown, what: string) => void;
  readonly ask?: (question: ShadowQuestion) => Promise<ShadowAnswer>;
  readonly lookEveryMs?: number;
}

/** Today first; a day that was called in another order, or has nobody in it, is not there. */
export interface ShadowReports {
  readonly today: ShadowReport | null;
  readonly past: readonly ShadowReport[];
}

interface Known {
  date: BusinessDate | null;
  seq: number;
  atHall: number;
  atOurs: number;
  today: ShadowReport | null;
  /** Past days that were looked at; null where there was nothing to compare. */
  readonly past: Map<BusinessDate, ShadowReport | null>;
}

export class ShadowJob {
  readonly #parts: ShadowParts;
  readonly #halls = new Map<HallId, Known>();
  readonly #timer: NodeJS.Timeout;
  #isWorking = false;
  #isClosed = false;

  constructor(parts: ShadowParts) {
    this.#parts = parts;
    const everyMs = parts.lookEveryMs ?? LOOK_EVERY_MS;
    this.#timer = setInterval(() => void this.#look(), everyMs);
    this.#timer.unref();
  }

  reports(hall: HallId): ShadowReports {
    const known = this.#known(hall);
    const past = [...known.past].sort(([left], [right]) => (left < right ? 1 : -1));
    return {
      today: known.today,
      past: past.flatMap(([, report]) => report ?? []).slice(0, SHADOW_DAYS),
    };
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
  }

  /** One day at a look: what is due today, else a past day that is missing. */
  async #look(): Promise<void> {
    if (this.#isWorking || this.#isClosed) return;
    this.#isWorking = true;
    try {
      for (const actor of this.#parts.actors()) await this.#lookAt(actor);
    } catch (error) {
      this.#parts.onFault(error, 'shadow');
    } finally {
      this.#isWorking = false;
    }
  }

  async #lookAt(actor: HallActor): Promise<void> {
    const { hall } = actor;
    const known = this.#known(hall);
    const now = await actor.read(({ day }) => ({
      date: day.date,
      seq: day.seq,
      isStrict: day.plan.config.policy.routing === 'strict',
      isOpen: day.phase === 'open',
    }));
    if (known.date !== now.date) {
      known.date = now.date;
      known.today = null;
      known.atHall = known.atOurs = -Infinity;
      known.seq = 0;
    }
    const atHall = this.#parts.clock.now();
    const atOurs = performance.now();
    const isDue =
      now.isOpen &&
      now.isStrict &&
      now.seq !== known.seq &&
      atHall - known.atHall >= EVERY_MS &&
      atOurs - known.atOurs >= REST_MS;
    if (!now.isStrict) known.today = null;
    if (isDue) {
      Object.assign(known, { seq: now.seq, atHall, atOurs });
      const report = await this.#reportOf(hall, now.date);
      if (known.date === now.date) known.today = report;
      return;
    }
    const missing = await this.#missing(hall, now.date, known);
    if (missing === null) return;
    // A day that fails is not tried again: it would fail again.
    known.past.set(missing, null);
    known.past.set(missing, await this.#reportOf(hall, missing));
  }

  async #missing(hall: HallId, today: BusinessDate, known: Known): Promise<BusinessDate | null> {
    const newest = await this.#parts.log.newestDates(hall, SHADOW_DAYS + 1);
    const past = newest.filter((date) => date < today).slice(0, SHADOW_DAYS);
    for (const date of known.past.keys()) if (!past.includes(date)) known.past.delete(date);
    return past.find((date) => !known.past.has(date)) ?? null;
  }

  /** Null where the day holds nothing to compare. */
  async #reportOf(hall: HallId, date: BusinessDate): Promise<ShadowReport | null> {
    const { log, configs, ask = askShadow } = this.#parts;
    const events: StoredEvent[] = [];
    const versions = new Set<number>();
    while (events.length < EVENTS_MAX) {
      const rows = await log.readPage(hall, date, events.length, PAGE_EVENTS);
      for (const version of versionsNamed(rows)) versions.add(version);
      events.push(...rows.map(storedEvent));
      if (rows.length < PAGE_EVENTS) break;
    }
    const wanted = [...versions].slice(0, VERSIONS_MAX);
    const [first, ...rest] = await Promise.all(
      wanted.map(async (version) => (await configs.plan(hall, version)).config),
    );
    if (!first || events.length === 0) return null;
    const answer = await ask({ date, configs: [first, ...rest], events });
    return 'report' in answer ? answer.report : null;
  }

  #known(hall: HallId): Known {
    const known = this.#halls.get(hall);
    if (known) return known;
    const made: Known = {
      ...{ date: null, seq: 0, atHall: -Infinity, atOurs: -Infinity, today: null },
      past: new Map(),
    };
    this.#halls.set(hall, made);
    return made;
  }
}
