/**
 * One clerk at one window from opening to leaving. Always looks at the desk's view first and acts on
 * what stands there, never on what it believes it did: so a lost answer, a killed server or a
 * manager's hand changes nothing in its manners. Every press may be a double click.
 */
import type { Random } from '../../shared/base/seeded-random.ts';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Staff } from '../../shared/hall/config.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskTicket } from '../../shared/views/desk-ticket.ts';
import type { Auth, CommandBody } from './api.ts';
import { between, happens } from './chance.ts';
import { DeskManners } from './desk-manners.ts';
import type { HallDay } from './day.ts';
import { topicOf } from './day.ts';
import { Live } from './live.ts';
import type { Breaks } from './breaks.ts';
import { handleVisit } from './visit.ts';
import { Watched } from './watched.ts';

const LOOK_EVERY_WALL_MS = 1_500;
const SETTLE_WALL_MS = 1_500;
const REFUSED_WAIT_MS = 2_000;
const DOUBLE_CLICK = 0.08;
const TWO_PRESSES = 0.04;

export interface ClerkOptions {
  readonly person: Staff;
  readonly auth: Auth;
  readonly window: number;
  readonly breaks: Breaks;
  /** False where a manager has opened the window for this clerk. */
  readonly opensWindow: boolean;
  /** Asks the manager to have one of these called here by hand; true when that was done. */
  readonly byHand: (window: number, tickets: readonly string[]) => Promise<boolean>;
}

export class Clerk {
  readonly person: Staff;
  readonly auth: Auth;
  readonly window: number;
  readonly day: HallDay;
  readonly desk = new Watched<'desk'>();
  readonly random: Random;
  /** The latest call of each ticket called here, as the answers said. */
  readonly calls = new Map<string, number>();
  /** Resolves when the clerk has closed the window and gone. */
  readonly gone: Promise<void>;
  readonly #live: Live;
  readonly #breaks: Breaks;
  readonly #manners: DeskManners;
  readonly #byHand: ClerkOptions['byHand'];
  /** The latest visit here for which something was looked for that goes awry. */
  #looked = '';
  #leaves = false;
  #opens: boolean;

  constructor(day: HallDay, options: ClerkOptions) {
    this.day = day;
    this.person = options.person;
    this.auth = options.auth;
    this.window = options.window;
    this.#breaks = options.breaks;
    this.#byHand = options.byHand;
    this.#manners = new DeskManners(this);
    this.#opens = options.opensWindow;
    this.random = seededRandom(day.seed * 131 + options.window * 7 + 3);
    this.#live = new Live(
      day.api,
      {
        topics: [topicOf(day, `desk/${String(options.window)}`)],
        auth: options.auth,
        onView: (message) => this.desk.take(message),
        onRefused: (row) =>
          day.recorder.topicsRefused.push(`${this.name}: ${row.topic} ${row.refused}`),
      },
      day.seed + 900 + options.window,
    );
    this.gone = this.#work().finally(() => this.#live.close());
  }

  get name(): string {
    return `clerk:${this.person.staffNo}`;
  }

  /** Finishes with the visitor who is there, closes the window and goes. */
  leave(): Promise<void> {
    this.#leaves = true;
    this.desk.wake();
    return this.gone;
  }

  /** Presses a button of the desk and waits until the desk shows what came of it. */
  async press(
    type: string,
    rest: Readonly<Record<string, unknown>> = {},
    habit?: 'once' | 'concurrent' | 'again',
  ): Promise<Answer | null> {
    const command: CommandBody = { type, window: this.window, ...rest };
    const answer = await this.day.api.press(this.auth, command, {
      by: this.name,
      window: this.window,
      habit: habit ?? this.#habit(),
    });
    if (answer?.outcome === 'accepted') {
      const { ticket, callSeq } = answer;
      if (ticket !== undefined && callSeq !== undefined) this.calls.set(ticket, callSeq);
      await this.desk.reach(answer.seq, SETTLE_WALL_MS);
    } else await this.day.pace.sleep(REFUSED_WAIT_MS);
    return answer;
  }

  /** True once for each time that the visitor sits down here. */
  isFresh({ id, startedAt }: DeskTicket): boolean {
    const visit = `${id}/${String(startedAt)}`;
    const isFresh = this.#looked !== visit;
    this.#looked = visit;
    return isFresh;
  }

  #habit(): 'once' | 'concurrent' | 'again' {
    if (happens(this.random, DOUBLE_CLICK)) return 'concurrent';
    return happens(this.random, DOUBLE_CLICK / 2) ? 'again' : 'once';
  }

  async #work(): Promise<void> {
    while (!this.day.over.aborted) {
      const view = this.desk.view;
      if (!view) await this.#look();
      else if (await this.#turn(view)) return;
    }
  }

  #look(): Promise<void> {
    return this.desk.change(LOOK_EVERY_WALL_MS);
  }

  /** One glance at the desk and what follows from it; true when the clerk has gone. */
  async #turn(view: DeskView): Promise<boolean> {
    if (view.status === 'closed') return this.#atClosed();
    if (view.clerk?.staffNo !== this.person.staffNo) {
      if (this.#leaves) return true;
      await this.#look();
      return false;
    }
    this.#opens = false;
    switch (view.status) {
      case 'calling':
      case 'serving':
        await handleVisit(this, view);
        return false;
      case 'paused':
        await this.#atPaused();
        return false;
      case 'idle':
        await this.#atIdle(view);
        return false;
    }
  }

  async #atClosed(): Promise<boolean> {
    if (this.#leaves) return true;
    if (!this.#opens && !this.#manners.isOut) {
      await this.#look();
      return false;
    }
    await this.#manners.open();
    return false;
  }

  async #atPaused(): Promise<void> {
    if (this.#leaves) await this.#manners.close();
    else if (this.#breaks.isOver(this.day.pace.now())) await this.press('resumeWindow');
    else await this.#look();
  }

  async #atIdle(view: DeskView): Promise<void> {
    if (this.#leaves) {
      await this.#manners.close();
      return;
    }
    if (view.pause) {
      // Before the pause come those who wait for this window alone.
      await this.#callNext();
      return;
    }
    const pause = this.#breaks.due(this.day.pace.now(), this.#manners.putsOffLunch(view));
    if (pause) {
      await this.press('pauseWindow', {
        reason: pause.reason,
        returnAt: this.#onHallClock(pause.untilAt),
        ...(view.eligible > 0 && { onlyHereFirst: true }),
      });
      return;
    }
    if (view.eligible === 0) {
      await this.#look();
      return;
    }
    await this.#untilRated();
    if (this.#isLeaving() || (await this.#manners.stepsOut())) return;
    const isByHand = await this.#calledByHand();
    if (!isByHand) await this.#callNext();
  }

  /** Now and then the manager has somebody else called than the first. */
  async #calledByHand(): Promise<boolean> {
    const others = this.desk.view?.next.slice(1).map(({ ticket }) => ticket) ?? [];
    if (others.length === 0 || !this.day.deck.due('by-hand')) return false;
    const isDone = await this.#byHand(this.window, others);
    if (!isDone) this.day.deck.giveBack('by-hand');
    return isDone;
  }

  /** Asked anew after every wait: a manager may have come by. */
  #isLeaving(): boolean {
    return this.#leaves;
  }

  /** The hall's clock may run slower than the day's pace; a return lies ahead on both. */
  #onHallClock(paceAt: number): number {
    const aheadMs = Math.max(60_000, paceAt - this.day.pace.now());
    return Math.round(this.day.clock.now() + aheadMs);
  }

  /** Gives the last visitor a moment at the evaluator; not every clerk is as patient. */
  async #untilRated(): Promise<void> {
    const { pace, timeFactor } = this.day;
    const untilAt = pace.now() + between(this.random, 3_000, 40_000) * timeFactor;
    while ((this.desk.view?.openPrompts ?? 0) > 0 && pace.now() < untilAt) {
      await this.desk.change((untilAt - pace.now()) / pace.speed);
    }
  }

  async #callNext(): Promise<void> {
    if (!happens(this.random, TWO_PRESSES)) {
      await this.press('callNext');
      return;
    }
    // Two presses with ids of their own: the second must not call a second ticket.
    const both = await Promise.all([
      this.press('callNext', {}, 'once'),
      this.press('callNext', {}, 'once'),
    ]);
    const tickets = both.flatMap((answer) =>
      answer?.outcome === 'accepted' ? [answer.ticket] : [],
    );
    if (new Set(tickets).size > 1) {
      this.day.recorder.trouble(`${this.name}: two presses called ${tickets.join(' and ')}`);
    }
  }
}
