/**
 * The days of the halls that this process serves: today's stream, yesterday's for retries and late
 * ratings, and a few earlier ones. Turning the day closes one stream and opens the next in a single
 * transaction, with a command id made of hall and date: done twice, or by two servers, it is done
 * once; a server that was off at midnight does it at its next start.
 */
import { must } from '../../shared/base/assert.ts';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import { businessDateAt } from '../../shared/calendar/business-date.ts';
import { carriedTickets } from '../../shared/hall/carrying-over.ts';
import type { CarriedTicket } from '../../shared/hall/system-commands.ts';
import type { Emergency } from '../../shared/hall/day.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { lateRating } from '../../shared/hall/fold-ratings.ts';
import type { HallClock } from '../clock.ts';
import type { Secrets } from '../secrets.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallLog } from '../storage/hall-log.ts';
import type { LogRow } from '../storage/log-row.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { Commit } from './commit.ts';
import { learnVersions, versionsNamed } from './named-plans.ts';
import { overMidnight } from './over-midnight.ts';
import { skippedDays } from './skipped-days.ts';
import { sliceOf } from './slice.ts';
import { loadStream } from './stream-loading.ts';
import { DayStream } from './stream.ts';

const TURN_ATTEMPTS_MAX = 10;
const PAST_DAYS_MAX = 8;

export interface DaysParts {
  readonly log: HallLog;
  readonly configs: ConfigStore;
  readonly clock: HallClock;
  readonly secrets: Secrets;
  /** A day was opened or taken up: every view of the hall is a new one. */
  readonly onTurn: (stream: DayStream) => void;
  /** The last events of a day that we have just closed: phones of that day are told. */
  readonly onClosed: (commit: Commit) => void;
}

interface HallDays {
  current: DayStream;
  previous: DayStream | null;
}

export class Days {
  readonly #parts: DaysParts;
  readonly #halls = new Map<HallId, HallDays>();
  /** One turn at a time for each hall: two would make two states of one day. */
  readonly #turning = new Map<HallId, Promise<HallDays>>();
  /** Closed earlier days; the one kept longest is let go first. */
  readonly #past = new Map<string, DayStream>();
  readonly #loading = new Map<string, Promise<DayStream | null>>();

  constructor(parts: DaysParts) {
    this.#parts = parts;
  }

  /** The open day of the hall, turned first if the hall's midnight has passed. */
  async current(hall: HallId): Promise<DayStream> {
    const today = businessDateAt(this.#parts.clock.now());
    const known = this.#halls.get(hall);
    if (known && known.current.date >= today && known.current.day.phase === 'open') {
      return known.current;
    }
    return (await this.#turn(hall, today)).current;
  }

  /** The day before the open one, if the hall was open then. */
  async previous(hall: HallId): Promise<DayStream | null> {
    return (this.#halls.get(hall) ?? (await this.#turn(hall, this.#today()))).previous;
  }

  /** Any day of the last ones, read once and kept for a while; null when there was none. */
  async past(hall: HallId, date: BusinessDate): Promise<DayStream | null> {
    const open = this.#halls.get(hall);
    if (open?.current.date === date) return open.current;
    if (open?.previous?.date === date) return open.previous;
    const key = `${hall}/${date}`;
    const known = this.#past.get(key);
    if (known) return known;
    const loading = this.#loading.get(key) ?? this.#loadPast(hall, date, key);
    this.#loading.set(key, loading);
    return loading;
  }

  /** Many phones of one day that come back together read its log once. */
  async #loadPast(hall: HallId, date: BusinessDate, key: string): Promise<DayStream | null> {
    try {
      const stream = await this.#load(hall, date);
      // A day that another server has just opened is not past, whatever our clock says.
      if (stream?.day.phase !== 'closed') return stream;
      this.#past.set(key, stream);
      const [oldest] = this.#past.keys();
      if (this.#past.size > PAST_DAYS_MAX && oldest) this.#past.delete(oldest);
      return stream;
    } finally {
      this.#loading.delete(key);
    }
  }

  /** Folds what the log has gained, with the versions of the configuration that it names. */
  async readInto(stream: DayStream, rows: readonly LogRow[]): Promise<readonly StoredEvent[]> {
    await this.learn(stream, versionsNamed(rows));
    return stream.readOn(rows);
  }

  /** Makes versions known to a stream, so that events may name them. */
  learn(stream: DayStream, versions: readonly number[]): Promise<void> {
    return learnVersions(this.#parts.configs, stream, versions);
  }

  /** A late rating belongs to an earlier day's case; the days that now look different. */
  lateRatings({ stream, events }: Commit): DayStream[] {
    const { hall } = stream;
    return events.flatMap(({ event, at }) => {
      if (event.type !== 'CaseRated' || event.date === stream.date) return [];
      const previous = this.#halls.get(hall)?.previous;
      const old =
        previous?.date === event.date ? previous : this.#past.get(`${hall}/${event.date}`);
      if (old) lateRating(old.day, event, at);
      return old ? [old] : [];
    });
  }

  #today(): BusinessDate {
    return businessDateAt(this.#parts.clock.now());
  }

  #turn(hall: HallId, today: BusinessDate): Promise<HallDays> {
    const running = this.#turning.get(hall);
    if (running) return running;
    const turn = this.#turnNow(hall, today).finally(() => this.#turning.delete(hall));
    this.#turning.set(hall, turn);
    return turn;
  }

  async #turnNow(hall: HallId, today: BusinessDate): Promise<HallDays> {
    for (let attempt = 0; attempt < TURN_ATTEMPTS_MAX; attempt += 1) {
      const turned = await this.#turnOnce(hall, today);
      if (turned) {
        this.#halls.set(hall, turned);
        this.#parts.onTurn(turned.current);
        return turned;
      }
    }
    throw new Error(`the day of ${hall} could not be turned to ${today}`);
  }

  /** Null when another server was faster: the next try finds what it did. */
  async #turnOnce(hall: HallId, today: BusinessDate): Promise<HallDays | null> {
    const { log } = this.#parts;
    const [newest, before] = await log.newestDates(hall, 2);
    if (newest === undefined) {
      const current = await this.#open(hall, today, null);
      return current && { current, previous: null };
    }
    const last = must(await this.#load(hall, newest), `the log of ${hall} on ${newest}`);
    // A clock that was set back never reopens an earlier day: the newest one goes on.
    if (newest >= today && last.day.phase === 'open') {
      return { current: last, previous: before ? await this.#load(hall, before) : null };
    }
    const next = newest >= today ? null : await this.#open(hall, today, last);
    if (newest >= today) throw new Error(`the day ${newest} of ${hall} is closed already`);
    return next && { current: next, previous: last };
  }

  /** Opens a day, closing the last one in the same transaction if it is still open. */
  async #open(hall: HallId, date: BusinessDate, last: DayStream | null): Promise<DayStream | null> {
    const { log, configs, secrets, clock } = this.#parts;
    const plan = await configs.newestPlan(hall);
    await log.ensureHead(hall, date);
    // What was booked for the day stands in its stream already.
    const next = (await this.#load(hall, date)) ?? new DayStream(hall, date, plan);
    next.learn(plan);
    const id = commandId(`rollover:${hall}:${date}`);
    const hash = secrets.commandHash(id);
    const between = { after: last?.date ?? date, before: date };
    const slices = await skippedDays(this.#parts, hall, between, id);
    let carried: readonly CarriedTicket[] = [];
    let emergency: Emergency | null = null;
    const by = { kind: 'system' } as const;
    const ending = last?.day.phase === 'open' ? last : null;
    if (ending) {
      const at = Math.max(clock.now(), ending.day.lastAt);
      carried = carriedTickets(ending.day, date);
      emergency = ending.day.emergency;
      const closing = decide(ending.day, { type: 'closeDay', nextDate: date }, { at, by });
      if (isRefusal(closing)) return null;
      ending.draftEvents(closing, { at, by: 'system', commandId: id }, hash);
      slices.push(sliceOf(ending, secrets));
    }
    const at = Math.max(clock.now(), next.day.lastAt);
    const opening = { type: 'openDay', configVersion: plan.config.version } as const;
    const events = decide(next.day, opening, { at, by });
    if (isRefusal(events)) return null;
    next.draftEvents(events, { at, by: 'system', commandId: id }, hash);
    const over = overMidnight(next.day, last?.date ?? date, carried, emergency);
    next.draftEvents(over, { at, by: 'system', commandId: id }, hash);
    slices.push(sliceOf(next, secrets));
    if (!(await log.append(slices))) return null;
    next.commitDraft();
    if (ending) this.#parts.onClosed({ stream: ending, events: ending.commitDraft() });
    return next;
  }

  #load(hall: HallId, date: BusinessDate): Promise<DayStream | null> {
    return loadStream(this.#parts, hall, date);
  }
}
