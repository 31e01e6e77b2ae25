/**
 * The estimates of the halls that this process serves. Once a second it looks whether anybody could
 * use a batch (people wait, or a screen looks) and sends the worker a snapshot; never two at a time
 * for a hall, and nobody waits for one. When a day opens, past days are read and learned from, and
 * what services take is put into the day's log.
 *
 * A batch that is older than a minute is not given to anybody: not knowing is better than a wrong time.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import type { AdviceAnswer, AdviceQuestion } from '../../shared/forecast/advise/questions.ts';
import type { DayAccuracy } from '../../shared/forecast/estimate/accuracy.ts';
import { snapshotOf } from '../../shared/forecast/estimate/snapshot.ts';
import type { Estimates } from '../../shared/hall/estimates.ts';
import type { Expectations } from '../../shared/hall/expectations.ts';
import type { Outlook } from '../../shared/views/outlook.ts';
import type { HallClock } from '../clock.ts';
import type { HallActor } from '../hall/actor.ts';
import { LEARNED_DAYS_MAX } from '../../shared/forecast/estimate/learn.ts';
import { tellConfig, tellHistory } from './history.ts';
import type { HistoryParts } from './history.ts';
import type { FromWorker } from './messages.ts';
import { Questions } from './questions.ts';
import { sendPages } from './snapshot-pages.ts';
import { WorkerLine } from './worker-line.ts';

const LOOK_EVERY_MS = 1_000;
export const FRESH_FOR_MS = 60_000;
/** While nothing happens a batch is made anew so often: time itself changes what is expected. */
const RENEW_AFTER_MS = 15_000;
const NOT_YET = -1;
/** After a start these are learned from at once; the rest of the history takes longer to read. */
const FIRST_DAYS = 10;
/** Learning that failed is tried again. */
const LEARN_AGAIN_MS = 60_000;

export interface EstimatorParts extends Omit<HistoryParts, 'send'> {
  /** Off: nobody learns and nothing is estimated; the worker is there for other questions. */
  readonly isOn?: boolean;
  readonly actors: () => Iterable<HallActor>;
  readonly clock: HallClock;
  readonly hash: (body: string) => string;
  /** Whether any screen or phone of the hall looks. */
  readonly isLookedAt: (hall: HallId) => boolean;
  /** New estimates: screens of the hall are drawn. */
  readonly onEstimates: (hall: HallId) => void;
  readonly onFault: (error: unknown, what: string) => void;
  readonly script?: URL;
}

interface HallState {
  newest: { readonly date: BusinessDate; readonly estimates: Estimates } | null;
  past: readonly DayAccuracy[];
  /** The seq of the snapshot under way, or of the last one. */
  askedSeq: number;
  askedAt: number;
  isAsked: boolean;
  /** The day that was learned for, or is being. */
  learnedFor: BusinessDate | null;
}

export class Estimator {
  readonly line: WorkerLine;
  readonly #parts: EstimatorParts;
  readonly #halls = new Map<HallId, HallState>();
  /** Days and versions that the present worker knows. */
  readonly #told = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  readonly #questions = new Questions((message) => this.line.send(message));
  #isLooking = false;
  #isLearning = false;

  constructor(parts: EstimatorParts) {
    this.#parts = parts;
    this.line = new WorkerLine({
      onMessage: (message) => this.#heard(message),
      onFresh: () => this.#forget(),
      onFault: parts.onFault,
      ...(parts.script && { script: parts.script }),
    });
    if (parts.isOn === false) return;
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** The newest batch of this day, or null when it is too old to be told. */
  estimates(hall: HallId, date: BusinessDate): Estimates | null {
    const { clock } = this.#parts;
    const newest = this.#halls.get(hall)?.newest;
    // Yesterday's B001 is somebody else.
    if (newest?.date !== date) return null;
    const { estimates } = newest;
    return clock.now() - estimates.madeAt <= FRESH_FOR_MS * this.#pace ? estimates : null;
  }

  /** What screens of this day may show besides it. */
  outlook(hall: HallId, date: BusinessDate): Outlook {
    const past = this.#halls.get(hall)?.past ?? [];
    return { estimates: this.estimates(hall, date), freshForMs: FRESH_FOR_MS * this.#pace, past };
  }

  /** Asks the worker about advice; null where it does not answer in time. Waits for nobody. */
  async ask(question: AdviceQuestion): Promise<AdviceAnswer | null> {
    const { hall, configVersion } = question.snapshot;
    const parts = { ...this.#parts, send: this.#send };
    await tellConfig(parts, hall, configVersion, this.#told);
    const sent = await sendPages(question.snapshot, this.#sendToThisWorker());
    return sent && this.#questions.ask({ ...question, snapshot: sent.snapshot }, sent.before);
  }

  async close(): Promise<void> {
    this.#questions.giveUp();
    if (this.#timer) clearInterval(this.#timer);
    await this.line.close();
  }

  /** A demo's clock runs faster than batches can be made. */
  get #pace(): number {
    return Math.max(1, this.#parts.clock.speed);
  }

  /** A new worker knows nothing: everything is told again. */
  #forget(): void {
    this.#told.clear();
    this.#questions.giveUp();
    for (const state of this.#halls.values()) {
      state.isAsked = false;
      state.askedSeq = NOT_YET;
      state.learnedFor = null;
    }
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      for (const actor of this.#parts.actors()) await this.#lookAt(actor);
    } catch (error) {
      this.#parts.onFault(error, 'estimates');
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookAt(actor: HallActor): Promise<void> {
    const { clock, isLookedAt } = this.#parts;
    const { hall } = actor;
    const state = this.#state(hall);
    const { date, isWanted, version } = await actor.read(({ day }) => ({
      date: day.date,
      version: day.plan.config.version,
      isWanted:
        day.phase === 'open' &&
        (day.waiting.length > 0 || isLookedAt(hall)) &&
        (day.seq !== state.askedSeq || clock.now() - state.askedAt > RENEW_AFTER_MS * this.#pace),
    }));
    if (state.learnedFor !== date) this.#learn(hall, date, version, state);
    if (!isWanted || state.isAsked) return;
    await tellConfig({ ...this.#parts, send: this.#send }, hall, version, this.#told);
    const snapshot = await actor.read(({ day }) =>
      snapshotOf(day, Math.max(clock.now(), day.lastAt)),
    );
    if (snapshot.configVersion !== version) return;
    const send = this.#sendToThisWorker();
    const sent = await sendPages(snapshot, send);
    if (!sent || !send({ kind: 'estimate', ...sent })) return;
    state.askedSeq = snapshot.seq;
    state.askedAt = snapshot.at;
    state.isAsked = true;
  }

  /** What one worker heard half is not gone on with to the next one. */
  #sendToThisWorker(): HistoryParts['send'] {
    const { worker } = this.line;
    return (message) => this.line.worker === worker && this.line.send(message);
  }

  readonly #send: HistoryParts['send'] = (message) => this.line.send(message);

  /** One hall at a time; the others' turn comes with the next looks. */
  #learn(hall: HallId, date: BusinessDate, configVersion: number, state: HallState): void {
    if (this.#isLearning) return;
    this.#isLearning = true;
    state.learnedFor = date;
    const send = this.#sendToThisWorker();
    const parts = { ...this.#parts, send };
    const learning = async () => {
      for (const daysMax of [FIRST_DAYS, LEARNED_DAYS_MAX]) {
        const dates = await tellHistory(parts, hall, date, this.#told, daysMax);
        if (dates === null) return;
        await tellConfig(parts, hall, configVersion, this.#told);
        const isAll = daysMax === LEARNED_DAYS_MAX;
        if (!isAll && dates.length < daysMax) continue;
        send({ kind: 'learn', hall, date, dates, configVersion, isAll });
      }
    };
    learning()
      .catch((error: unknown) => {
        this.#parts.onFault(error, 'learning');
        setTimeout(() => (state.learnedFor = null), LEARN_AGAIN_MS).unref();
      })
      .finally(() => (this.#isLearning = false));
  }

  #heard(message: FromWorker): void {
    switch (message.kind) {
      case 'estimates': {
        const state = this.#state(message.hall);
        state.isAsked = false;
        state.newest = { date: message.date, estimates: message.estimates };
        return this.#parts.onEstimates(message.hall);
      }
      case 'advice':
        return this.#questions.answered(message.id, message.answer);
      case 'learned':
        this.#state(message.hall).past = message.past;
        // The next look asks anew, with what is known now.
        this.#state(message.hall).askedSeq = NOT_YET;
        if (message.expectations) {
          void this.#setExpectations(message.hall, message.date, message.expectations);
        }
        return;
      case 'fault':
        if (message.hall !== null) this.#state(message.hall).isAsked = false;
        for (const state of this.#halls.values()) state.isAsked = false;
        return this.#parts.onFault(new Error(message.message), 'estimates');
    }
  }

  /** Two servers that learned the same say the same once. */
  async #setExpectations(
    hall: HallId,
    date: BusinessDate,
    expectations: Expectations,
  ): Promise<void> {
    const actor = [...this.#parts.actors()].find((one) => one.hall === hall);
    const id = commandId(`expectations:${hall}:${date}`);
    await actor?.submit({
      commandId: id,
      hash: this.#parts.hash(id),
      command: { type: 'setExpectations', expectations },
      by: { kind: 'system' },
      onDate: date,
    });
  }

  #state(hall: HallId): HallState {
    const known = this.#halls.get(hall);
    if (known) return known;
    const made: HallState = {
      ...{ newest: null, past: [], askedSeq: NOT_YET, askedAt: 0, isAsked: false },
      learnedFor: null,
    };
    this.#halls.set(hall, made);
    return made;
  }
}
