/**
 * One day's stream in memory: the log as it stands in the database, the state folded from it, and an
 * index of the commands that made it. A draft decides ahead of the log; it becomes the log when the
 * append succeeds, and is thrown away (the state folded anew) when it does not.
 */
import { must } from '../../shared/base/assert.ts';
import type { BusinessDate, CommandId, HallId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import type { HallEvent, StoredEvent } from '../../shared/hall/events.ts';
import { evolve, fold } from '../../shared/hall/evolve.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import type { LogRow } from '../storage/log-row.ts';
import { CHAIN_START, logRow, storedEvent } from '../storage/log-row.ts';

/** Where an accepted command stands in the stream. */
export interface CommandPlace {
  readonly hash: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export interface Draft {
  readonly rows: LogRow[];
  readonly events: StoredEvent[];
}

export class DayStream {
  readonly hall: HallId;
  readonly date: BusinessDate;
  /** The version that the stream began with comes first; folding asks for the others by number. */
  readonly #plans: Plan[];
  #rows: LogRow[] = [];
  #commands = new Map<string, CommandPlace>();
  #day: Day;
  #draft: Draft = { rows: [], events: [] };

  constructor(hall: HallId, date: BusinessDate, plan: Plan) {
    this.hall = hall;
    this.date = date;
    this.#plans = [plan];
    this.#day = emptyDay(hall, date, plan);
  }

  /** A version of the configuration that an event names, or is about to name. */
  learn(plan: Plan): void {
    if (this.knows(plan.config.version)) return;
    this.#plans.push(plan);
    this.#day.plans.set(plan.config.version, plan);
  }

  /** Whether events that name the version can be folded. */
  knows(version: number): boolean {
    return this.#day.plans.has(version);
  }

  /** The state with the draft folded in; equal to the log's own while there is no draft. */
  get day(): Day {
    return this.#day;
  }

  /** The seq that the database is known to have reached. */
  get committedSeq(): number {
    return this.#rows.length;
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** The committed command with that id, or the drafted one. */
  findCommand(id: CommandId): CommandPlace | undefined {
    return this.#commands.get(id);
  }

  /** The events of a command, once committed. */
  eventsBetween(firstSeq: number, lastSeq: number): StoredEvent[] {
    return this.#rows.slice(firstSeq - 1, lastSeq).map(storedEvent);
  }

  /** Folds a decision ahead of the log. */
  draftEvents(
    events: readonly HallEvent[],
    about: { readonly at: number; readonly by: string; readonly commandId: CommandId },
    commandHash: string,
  ): void {
    const before = this.#draft.rows.at(-1) ?? this.#rows.at(-1);
    let hash = before?.hash ?? CHAIN_START;
    for (const event of events) {
      const stored: StoredEvent = { seq: this.#day.seq + 1, ...about, event };
      const row = logRow(this, stored, commandHash, hash);
      hash = row.hash;
      evolve(this.#day, stored);
      this.#draft.rows.push(row);
      this.#draft.events.push(stored);
      this.#index(row);
    }
  }

  /** The draft is in the database: it is the log now. Returns what came. */
  commitDraft(): readonly StoredEvent[] {
    const { rows, events } = this.#draft;
    this.#rows.push(...rows);
    this.#draft = { rows: [], events: [] };
    return events;
  }

  /** The draft is not in the database: the state is folded anew from the log. */
  dropDraft(): void {
    if (this.#draft.rows.length === 0) return;
    this.#draft = { rows: [], events: [] };
    this.#refold();
  }

  /**
   * Events that another server, or an append of unknown outcome, has put into the log. The versions
   * that they name must have been learnt.
   */
  readOn(rows: readonly LogRow[]): readonly StoredEvent[] {
    this.dropDraft();
    const events = rows.map(storedEvent);
    fold(this.#day, events);
    for (const row of rows) {
      this.#rows.push(row);
      this.#index(row);
    }
    return events;
  }

  #refold(): void {
    const [first, ...later] = this.#plans;
    this.#day = emptyDay(this.hall, this.date, must(first, 'the first plan'));
    for (const plan of later) this.#day.plans.set(plan.config.version, plan);
    this.#commands = new Map();
    fold(this.#day, this.#rows.map(storedEvent));
    for (const row of this.#rows) this.#index(row);
  }

  #index(row: LogRow): void {
    const known = this.#commands.get(row.command_id);
    this.#commands.set(row.command_id, {
      hash: row.command_hash,
      firstSeq: known?.firstSeq ?? row.seq,
      lastSeq: row.seq,
    });
  }
}
