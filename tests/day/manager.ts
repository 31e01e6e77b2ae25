/**
 * The hall manager: watches the floor, and when a ticket is stranded (nobody present may take it)
 * opens, moves or re-staffs windows until somebody may. Moved windows go home when it is over.
 * Also the keeper of who sits where, for clerks change places here alone.
 */
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Staff, ZoneScope } from '../../shared/hall/config.ts';
import { itemsDue } from '../../shared/hall/routing/eligible.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { Auth, CommandBody } from './api.ts';
import { Breaks } from './breaks.ts';
import type { Session } from './breaks.ts';
import { Clerk } from './clerk.ts';
import type { HallDay } from './day.ts';
import { topicOf } from './day.ts';
import { Errands } from './errands.ts';
import { mostMissed } from './late-clerk.ts';
import { Live } from './live.ts';
import { timeMs } from './profile.ts';
import { reliefFor } from './relief.ts';
import type { Relief } from './relief.ts';
import type { Seat } from './roster.ts';
import type { Wish } from './skills.ts';
import { Watched } from './watched.ts';

const PASSWORD = 'yichuang';
const LATE_MS = timeMs('08:50');
const LOOK_EVERY_WALL_MS = 1_000;
/** A ticket is helped when it has waited so long, and the helper stays so long at least. */
const STRANDED_MS = 6 * 60_000;
const DWELL_MS = 15 * 60_000;

export class Manager {
  readonly floor = new Watched<'floor'>();
  readonly auth: Auth;
  readonly #day: HallDay;
  readonly #person: Staff;
  readonly #sessions: readonly Session[];
  readonly #live: Live;
  readonly #clerks = new Map<number, Clerk>();
  readonly #auths = new Map<string, Auth>();
  readonly #moved = new Map<number, { readonly ticket: string; readonly home: ZoneScope }>();
  readonly #strandedSince = new Map<string, number>();
  readonly #errands: Errands;
  #notBefore = 0;
  reliefs = 0;

  constructor(day: HallDay, person: Staff, auth: Auth, sessions: readonly Session[]) {
    this.#day = day;
    this.#person = person;
    this.auth = auth;
    this.#auths.set(person.staffNo, auth);
    this.#sessions = sessions;
    this.#errands = new Errands(day, this);
    this.#live = new Live(day.api, {
      topics: [topicOf(day, 'floor')],
      auth,
      onView: (message) => this.floor.take(message),
      onRefused: (row) => day.recorder.topicsRefused.push(`manager: ${row.topic} ${row.refused}`),
    });
  }

  /** The session of whoever sits at the window. */
  authAt(window: number): Auth | null {
    return this.#clerks.get(window)?.auth ?? null;
  }

  /** Everybody signs in and sits down, but for who is late. */
  async openHall(seats: readonly Seat[]): Promise<void> {
    const { deck, hall } = this.#day;
    const late = deck.due('clerk-late') ? mostMissed(hall, seats) : null;
    for (const seat of seats) {
      if (seat !== late) await this.#seat(seat.place.no, seat.clerk, true);
    }
    if (late) void this.#comeLate(late);
  }

  /** Where the manager has fetched the clerk or filled the seat by then, it stays so. */
  async #comeLate({ place, clerk }: Seat): Promise<void> {
    const { pace, startOfDay, over, recorder } = this.#day;
    await pace.until(startOfDay + LATE_MS);
    const isSeated = [...this.#clerks.values()].some(({ person }) => person === clerk);
    if (over.aborted || isSeated || this.#clerks.has(place.no)) return;
    await this.#seat(place.no, clerk, true).catch((error: unknown) =>
      recorder.trouble(`the late clerk ${clerk.staffNo}: ${String(error)}`),
    );
  }

  /** Watches until the day is over. */
  async watch(): Promise<void> {
    while (!this.#day.over.aborted) {
      const view = this.floor.view;
      if (view) {
        await this.#bringHome(view);
        await this.#relieve(view);
        await this.#errands.look(view);
      }
      await this.floor.change(LOOK_EVERY_WALL_MS);
    }
  }

  /** All windows are closed, each after its last visitor. */
  async closeHall(): Promise<void> {
    await Promise.all([...this.#clerks.values()].map((clerk) => clerk.leave()));
  }

  close(): void {
    this.#live.close();
  }

  async #seat(window: number, person: Staff, opensWindow: boolean): Promise<void> {
    const auth = this.#auths.get(person.staffNo) ?? (await this.#signIn(person));
    const breaks = new Breaks(this.#sessions, seededRandom(this.#day.seed * 17 + window));
    const byHand = (no: number, tickets: readonly string[]) => this.#errands.byHand(no, tickets);
    const options = { person, auth, window, breaks, opensWindow, byHand };
    const clerk = new Clerk(this.#day, options);
    this.#clerks.set(window, clerk);
    void clerk.gone.then(() => {
      if (this.#clerks.get(window) === clerk) this.#clerks.delete(window);
    });
  }

  async #signIn(person: Staff): Promise<Auth> {
    const auth = await this.#day.api.signIn(person.staffNo, PASSWORD);
    this.#auths.set(person.staffNo, auth);
    return auth;
  }

  async #relieve(view: FloorView): Promise<void> {
    const { pace } = this.#day;
    if (pace.now() < this.#notBefore) return;
    const stranded = view.waiting.find(
      (row) => row.stranded && this.#waitsSince(row.ticket) > this.#patienceMs(),
    );
    const wish = stranded && (await this.#wishOf(stranded.ticket));
    if (!stranded || !wish) return;
    const relief = reliefFor(this.#day.hall, this.#day.date, view, wish);
    if (!relief) {
      this.#day.recorder.trouble(`nobody can be found for ${stranded.ticket}`);
      this.#notBefore = pace.now() + DWELL_MS;
      return;
    }
    this.reliefs += 1;
    await this.#perform(relief, stranded.ticket);
    this.#notBefore = pace.now() + (this.#isBusy(view) ? DWELL_MS : 60_000) * this.#day.timeFactor;
  }

  #patienceMs(): number {
    return (STRANDED_MS * this.#day.clock.speed) / this.#day.pace.speed;
  }

  /** Others wait too: who was just moved stays a while. */
  #isBusy(view: FloorView): boolean {
    return view.totals.waiting > view.strandedCount;
  }

  /** How long the ticket has been seen stranded; one that was just transferred has time. */
  #waitsSince(ticket: string): number {
    const now = this.#day.clock.now();
    const since = this.#strandedSince.get(ticket) ?? now;
    this.#strandedSince.set(ticket, since);
    return now - since;
  }

  /** What is left of the visit at the window that is due, as the log has it. */
  async #wishOf(id: string): Promise<Wish | undefined> {
    const log = await this.#day.log.latest();
    const ticket = [...(log?.waiting ?? [])].find((row) => row.id === id);
    if (!ticket || ticket.series === 'L') return undefined;
    const due = new Set<string>(itemsDue(ticket));
    const items = this.#day.hall.items.filter(({ code }) => due.has(code));
    const isPackage = ticket.package !== null && ticket.stop === 1;
    return { items, packageZone: isPackage ? ticket.zone : null };
  }

  async #perform(relief: Relief, ticket: string): Promise<void> {
    switch (relief.kind) {
      case 'open':
        return this.#openFor(relief.window, relief.clerk);
      case 'assign':
        return this.#assign(relief.window, relief.zones, ticket);
      case 'replace':
        await this.#clerks.get(relief.window)?.leave();
        return this.#openFor(relief.window, relief.clerk);
      case 'swap': {
        const other = this.#clerks.get(relief.window)?.person;
        const leaving = [relief.window, relief.from].flatMap((no) => this.#clerks.get(no) ?? []);
        await Promise.all(leaving.map((clerk) => clerk.leave()));
        await this.#openFor(relief.window, relief.clerk);
        if (other) await this.#openFor(relief.from, other);
      }
    }
  }

  /** The manager opens the window for the clerk, who then sits down there. */
  async #openFor(window: number, person: Staff): Promise<void> {
    // Who is out for a moment comes back without being fetched.
    if ([...this.#clerks.values()].some((clerk) => clerk.person === person)) return;
    const answer = await this.#press({ type: 'openWindow', window, clerk: person.staffNo });
    if (answer) await this.#seat(window, person, false);
  }

  async #assign(window: number, zones: readonly string[], ticket: string): Promise<void> {
    const place = this.#day.hall.windows.find((row) => row.no === window);
    const done = await this.#press({ type: 'assignWindow', window, zones });
    if (done && place) this.#moved.set(window, { ticket, home: place.zones });
  }

  /** A moved window goes home once the ticket is no longer waiting. */
  async #bringHome(view: FloorView): Promise<void> {
    for (const [window, { ticket, home }] of this.#moved) {
      if (view.waiting.some((row) => row.ticket === ticket)) continue;
      if (await this.#press({ type: 'assignWindow', window, zones: home })) {
        this.#moved.delete(window);
      }
    }
  }

  async #press(command: CommandBody): Promise<boolean> {
    const answer = await this.press(command);
    if (answer?.outcome === 'refused') {
      const by = `manager:${this.#person.staffNo}`;
      this.#day.recorder.trouble(`${by} ${command.type}: ${answer.code}`);
    }
    return answer?.outcome === 'accepted';
  }

  /** Presses a button of the manager's page; a window's, where it names one. */
  press(command: CommandBody): Promise<Answer | null> {
    const by = `manager:${this.#person.staffNo}`;
    return this.#day.api.press(this.auth, command, { by });
  }
}
