/**
 * The actor of one hall: a queue of commands, the day's state in memory, one append in flight.
 *
 *   queued ─▶ decided on the state ─▶ one append ─┬─ written ──▶ answered, published
 *                 ▲                               ├─ head moved ─▶ read on, decide again
 *                 └───────────────────────────────┴─ unknown ───▶ fence, read on, decide again
 *
 * Everything that queues up while an append runs goes into the next one. Any server may run an actor
 * for any hall: the head in the database decides who wrote, so two are correct and one is faster.
 * A refusal is given only when the state is known to be the newest.
 */
import type { BusinessDate, CommandId, HallId } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import { must } from '../../shared/base/assert.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { Estimates } from '../../shared/hall/estimates.ts';
import { nameOf } from '../../shared/hall/principal.ts';
import { refused } from '../../shared/hall/refusal.ts';
import type { HallClock } from '../clock.ts';
import type { Secrets } from '../secrets.ts';
import { isDatabaseAway, isUnknownOutcome, sqlStateOf } from '../storage/database-error.ts';
import type { HallLog } from '../storage/hall-log.ts';
import { acceptedAnswer } from './answer.ts';
import type { Commit } from './commit.ts';
import type { Days } from './days.ts';
import type { ActorAnswer, Envelope } from './envelope.ts';
import type { Look, ReaderSource } from './readers.ts';
import { Readers } from './readers.ts';
import { sliceOf } from './slice.ts';
import type { DayStream } from './stream.ts';

const BATCH_MAX = 256;
const QUEUE_MAX = 2_000;
const APPEND_ATTEMPTS_MAX = 40;

interface Waiting {
  readonly envelope: Envelope;
  readonly resolve: (answer: ActorAnswer) => void;
}

/** The stream that the actor writes, and the one before it, where a retry may find its answer. */
export type DaySource = Pick<Days, 'current' | 'previous' | 'learn' | 'readInto'>;

export interface ActorParts {
  readonly hall: HallId;
  readonly log: HallLog;
  readonly days: DaySource;
  readonly clock: HallClock;
  readonly secrets: Secrets;
  readonly onCommit: (commit: Commit) => void;
  readonly onFault: (error: unknown, what: string) => void;
  /** The newest waits that are known, for the record of a ticket; looked at, never waited for. */
  readonly estimates?: (hall: HallId, date: BusinessDate) => Estimates | null;
}

type Verdict =
  | { readonly kind: 'done'; readonly firstSeq: number; readonly lastSeq: number }
  | { readonly kind: 'earlier'; readonly answer: ActorAnswer }
  | { readonly kind: 'answer'; readonly answer: ActorAnswer };

export class HallActor {
  readonly #parts: ActorParts;
  readonly #queue: Waiting[] = [];
  readonly #readers = new Readers();
  readonly #source: ReaderSource;
  #running: Promise<void> | null = null;
  /** An append whose outcome is unknown may still arrive: nothing is decided before the fence. */
  #needsFence = false;

  constructor(parts: ActorParts) {
    this.#parts = parts;
    this.#source = {
      readOn: () => this.#readOnQuietly(),
      current: () => this.stream(),
      previous: () => parts.days.previous(parts.hall),
    };
  }

  get hall(): HallId {
    return this.#parts.hall;
  }

  /** Decides and appends a command, together with whatever else is queued. Never throws. */
  submit(envelope: Envelope): Promise<ActorAnswer> {
    if (this.#queue.length >= QUEUE_MAX) return Promise.resolve({ kind: 'unavailable' });
    return new Promise((resolve) => {
      this.#queue.push({ envelope, resolve });
      this.#wake();
    });
  }

  /** Reads what others have written; for the hint of another server, and before a refusal. */
  refresh(): Promise<void> {
    return this.#ask(() => undefined, true);
  }

  /**
   * Reads the committed state: `use` is called between two batches, when no draft stands, for what
   * is decided ahead of the log may come to nothing. It must not wait for anything.
   */
  read<T>(use: (stream: DayStream) => T): Promise<T> {
    return this.#ask(use, false);
  }

  /** The answer that a command was given earlier, or null; read anew from the log. */
  answered(id: CommandId, hash: string): Promise<ActorAnswer | null> {
    return this.#ask((stream, previous) => {
      const known = stream.findCommand(id) ?? previous?.findCommand(id);
      if (!known) return null;
      if (known.hash !== hash) return { kind: 'reused' };
      const home = stream.findCommand(id) ? stream : must(previous, 'the day before');
      return this.#accepted(home, known);
    }, true);
  }

  /** The open day's stream, for its date, its configuration and its log; its state may be a draft. */
  stream(): Promise<DayStream> {
    return this.#parts.days.current(this.hall);
  }

  #ask<T>(use: Look<T>, isFresh: boolean): Promise<T> {
    const asked = this.#readers.ask(use, isFresh);
    this.#wake();
    return asked;
  }

  #wake(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#queue.length + this.#readers.size > 0) this.#wake();
    });
  }

  /** Readers come between batches: a queue that never empties does not keep them waiting. */
  async #run(): Promise<void> {
    while (this.#queue.length + this.#readers.size > 0) {
      await this.#readers.serve(this.#source);
      if (this.#queue.length > 0) await this.#process(this.#queue.splice(0, BATCH_MAX));
    }
  }

  async #process(batch: readonly Waiting[]): Promise<void> {
    try {
      for (let attempt = 0; attempt < APPEND_ATTEMPTS_MAX; attempt += 1) {
        if (await this.#tryOnce(batch)) return;
      }
      this.#parts.onFault(new Error('append lost every race'), 'append');
    } catch (error) {
      await this.#forget(error);
      if (!isDatabaseAway(error) && !isTooSlow(error) && batch.length > 1) {
        for (const one of batch) await this.#process([one]);
        return;
      }
      this.#parts.onFault(error, batch.map(({ envelope }) => envelope.command.type).join(' '));
    }
    for (const { resolve } of batch) resolve({ kind: 'unavailable' });
  }

  /** One round: false when the head had moved. */
  async #tryOnce(batch: readonly Waiting[]): Promise<boolean> {
    const { days, log } = this.#parts;
    if (this.#needsFence) await this.#fence();
    const stream = await days.current(this.hall);
    const previous = await days.previous(this.hall);
    await this.#learnPublished(batch, stream);
    const verdicts = batch.map(({ envelope }) => this.#decideOne(envelope, stream, previous));
    const expected = stream.committedSeq;
    if (stream.draft.rows.length > 0) {
      if (!(await this.#append(stream))) {
        await this.#readOn(stream);
        return false;
      }
      const events = stream.commitDraft();
      this.#answer(batch, verdicts, stream);
      this.#parts.onCommit({ stream, events });
      return true;
    }
    const isEarlier = verdicts.every((verdict) => verdict.kind === 'earlier');
    if (!isEarlier && (await log.headOf(this.hall, stream.date)) !== expected) {
      await this.#readOn(stream);
      return false;
    }
    this.#answer(batch, verdicts, stream);
    return true;
  }

  /** The versions that the batch wants published; one that is not stored is refused by `decide`. */
  async #learnPublished(batch: readonly Waiting[], stream: DayStream): Promise<void> {
    const versions = batch.flatMap(({ envelope: { command } }) =>
      command.type === 'publishConfig' ? [command.configVersion] : [],
    );
    if (versions.length > 0) await this.#parts.days.learn(stream, versions);
  }

  #decideOne(envelope: Envelope, stream: DayStream, previous: DayStream | null): Verdict {
    const { clock } = this.#parts;
    const { commandId: id, hash, command, by } = envelope;
    const known = stream.findCommand(id);
    if (known) {
      if (known.hash !== hash) return { kind: 'answer', answer: { kind: 'reused' } };
      return { kind: 'done', firstSeq: known.firstSeq, lastSeq: known.lastSeq };
    }
    const before = previous?.findCommand(id);
    if (previous && before) {
      if (before.hash !== hash) return { kind: 'earlier', answer: { kind: 'reused' } };
      return { kind: 'earlier', answer: this.#accepted(previous, before) };
    }
    const at = Math.max(clock.now(), stream.day.lastAt);
    const estimates = this.#parts.estimates?.(this.hall, stream.date) ?? null;
    const isOver = envelope.onDate !== undefined && envelope.onDate !== stream.date;
    const decision = isOver
      ? refused('ticket-over')
      : decide(stream.day, command, { at, by, estimates });
    if (isRefusal(decision)) {
      return { kind: 'answer', answer: { kind: 'refused', refusal: decision } };
    }
    const firstSeq = stream.day.seq + 1;
    stream.draftEvents(decision, { at, by: nameOf(by), commandId: id }, hash);
    return { kind: 'done', firstSeq, lastSeq: stream.day.seq };
  }

  #answer(batch: readonly Waiting[], verdicts: readonly Verdict[], stream: DayStream): void {
    batch.forEach(({ resolve }, index) => {
      const verdict = verdicts[index];
      if (!verdict) return;
      resolve(verdict.kind === 'done' ? this.#accepted(stream, verdict) : verdict.answer);
    });
  }

  #accepted(stream: DayStream, place: { firstSeq: number; lastSeq: number }): ActorAnswer {
    const events = stream.eventsBetween(place.firstSeq, place.lastSeq);
    const answer = acceptedAnswer(stream.date, events, (ticket) =>
      this.#parts.secrets.tokenOf(stream.hall, stream.date, ticket),
    );
    return { kind: 'accepted', answer };
  }

  #append(stream: DayStream): Promise<boolean> {
    return this.#parts.log.append([sliceOf(stream, this.#parts.secrets)]);
  }

  async #readOn(stream: DayStream): Promise<void> {
    const { log } = this.#parts;
    stream.dropDraft();
    const rows = await log.readAfter(stream.hall, stream.date, stream.committedSeq);
    const events = await this.#parts.days.readInto(stream, rows);
    if (events.length > 0) this.#parts.onCommit({ stream, events });
  }

  async #readOnQuietly(): Promise<void> {
    try {
      await this.#readOn(await this.#parts.days.current(this.hall));
    } catch (error) {
      this.#parts.onFault(error, 'reading on');
    }
  }

  /** After a failed append: what was decided ahead is not the truth. */
  async #forget(error: unknown): Promise<void> {
    if (isUnknownOutcome(error)) this.#needsFence = true;
    const stream = await this.#parts.days.current(this.hall).catch(() => null);
    stream?.dropDraft();
  }

  /**
   * Advances the head by an event of its own. After that an append that was lost on its way can
   * only have been before the fence, where it has been read, or fails on its expected head.
   */
  async #fence(): Promise<void> {
    const { days, secrets, clock } = this.#parts;
    const stream = await days.current(this.hall);
    const id = fenceId(stream.date, clock.now());
    for (let attempt = 0; attempt < APPEND_ATTEMPTS_MAX; attempt += 1) {
      await this.#readOn(stream);
      const at = Math.max(clock.now(), stream.day.lastAt);
      const about = { at, by: 'system', commandId: id };
      stream.draftEvents([{ type: 'Fenced' }], about, secrets.commandHash(id));
      if (!(await this.#append(stream))) continue;
      this.#parts.onCommit({ stream, events: stream.commitDraft() });
      this.#needsFence = false;
      return;
    }
    throw new Error('the fence lost every race');
  }
}

function fenceId(date: BusinessDate, at: number): CommandId {
  return commandId(`fence:${date}:${String(at)}`);
}

/** The database gave up on a lock or a statement: no single command is to blame. */
function isTooSlow(error: unknown): boolean {
  return ['55P03', '57014'].includes(sqlStateOf(error) ?? '');
}
