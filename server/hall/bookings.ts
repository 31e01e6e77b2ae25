/**
 * Days to come, where appointments are booked: one actor for each, with a stream of its own, opened
 * by the first booking. The same compare-and-append as today's: two servers that book at once sell no
 * place twice. When the day comes, the hall's own actor opens that very stream; a booking that is
 * still on its way here finds the head moved, reads on, and is decided on the open day.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { ActorParts, DaySource } from './actor.ts';
import { HallActor } from './actor.ts';
import type { Days } from './days.ts';
import { sliceOf } from './slice.ts';
import { loadStream } from './stream-loading.ts';
import { DayStream } from './stream.ts';

const OPEN_ATTEMPTS_MAX = 10;
/** Halls times days that may be booked; the one asked for longest ago is let go first. */
const ACTORS_MAX = 400;

export interface BookingsParts extends Omit<ActorParts, 'hall' | 'days'> {
  readonly configs: ConfigStore;
  readonly days: Days;
}

export class Bookings {
  readonly #parts: BookingsParts;
  readonly #actors = new Map<string, HallActor>();

  constructor(parts: BookingsParts) {
    this.#parts = parts;
  }

  /** The actor of a day that is still to come; its stream is opened when it is first needed. */
  actor(hall: HallId, date: BusinessDate): HallActor {
    const key = `${hall}/${date}`;
    const actor = this.#actors.get(key) ?? this.#made(hall, date);
    this.#actors.delete(key);
    this.#actors.set(key, actor);
    const [oldest] = this.#actors.keys();
    if (this.#actors.size > ACTORS_MAX && oldest !== undefined) this.#actors.delete(oldest);
    return actor;
  }

  /** Whether anything was booked for the day; looking opens no stream. */
  async isBegun(hall: HallId, date: BusinessDate): Promise<boolean> {
    return ((await this.#parts.log.headOf(hall, date)) ?? 0) > 0;
  }

  #made(hall: HallId, date: BusinessDate): HallActor {
    let opening: Promise<DayStream> | null = null;
    const current = () => {
      opening ??= this.#stream(hall, date).catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    };
    const { days } = this.#parts;
    const source: DaySource = {
      current,
      previous: () => Promise.resolve(null),
      learn: (stream, versions) => days.learn(stream, versions),
      readInto: (stream, rows) => days.readInto(stream, rows),
    };
    return new HallActor({ ...this.#parts, hall, days: source });
  }

  async #stream(hall: HallId, date: BusinessDate): Promise<DayStream> {
    for (let attempt = 0; attempt < OPEN_ATTEMPTS_MAX; attempt += 1) {
      const stream = (await loadStream(this.#parts, hall, date)) ?? (await this.#open(hall, date));
      if (stream) return stream;
    }
    throw new Error(`bookings of ${hall} for ${date} could not be opened`);
  }

  /** Null when another server was faster. */
  async #open(hall: HallId, date: BusinessDate): Promise<DayStream | null> {
    const { log, configs, clock, secrets } = this.#parts;
    const plan = await configs.newestPlan(hall);
    await log.ensureHead(hall, date);
    const stream = new DayStream(hall, date, plan);
    const id = commandId(`bookings:${hall}:${date}`);
    const command = { type: 'openBookings', configVersion: plan.config.version } as const;
    const at = clock.now();
    const events = decide(stream.day, command, { at, by: { kind: 'system' } });
    if (isRefusal(events)) return null;
    stream.draftEvents(events, { at, by: 'system', commandId: id }, secrets.commandHash(id));
    if (!(await log.append([sliceOf(stream, secrets)]))) return null;
    stream.commitDraft();
    return stream;
  }
}
