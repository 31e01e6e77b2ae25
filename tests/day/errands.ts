/**
 * What the manager does besides finding people: takes up alerts, approves green channels, classes
 * and batches, has somebody called by hand, grants a certificate for a hole, keeps a lane for short
 * matters, holds a drill, and publishes a change of the rules in the middle of the morning.
 */
import { pick, seededRandom } from '../../shared/base/seeded-random.ts';
import type { Random } from '../../shared/base/seeded-random.ts';
import { BY_HAND_REASONS, GREEN_REASONS } from '../../shared/hall/command-words.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import type { Auth, CommandBody } from './api.ts';
import type { HallDay } from './day.ts';
import { timeMs } from './profile.ts';
import { publishChange } from './publishing.ts';
import { holds, placeTakes } from './skills.ts';

const GRANT_ITEMS = 3;

/** The part of the manager that presses. */
export interface ManagerHand {
  readonly auth: Auth;
  press(command: CommandBody): Promise<Answer | null>;
}

interface Errand {
  readonly fromMs: number;
  readonly run: (view: FloorView) => Promise<boolean>;
}

export class Errands {
  readonly #day: HallDay;
  readonly #manager: ManagerHand;
  readonly #random: Random;
  /** Tickets and alerts that were looked at already: each is one occasion. */
  readonly #seen = new Set<string>();
  #plan: readonly Errand[];

  constructor(day: HallDay, manager: ManagerHand) {
    this.#day = day;
    this.#manager = manager;
    this.#random = seededRandom(day.seed * 53 + 5);
    this.#plan = [
      { fromMs: timeMs('08:35'), run: (view) => this.#grantForHole(view) },
      { fromMs: timeMs('08:31'), run: (view) => this.#lane(view, 'flash') },
      { fromMs: timeMs('10:40'), run: (view) => this.#publish(view) },
      { fromMs: timeMs('15:00'), run: () => this.#do({ type: 'showEmergency', kind: 'drill' }) },
      { fromMs: timeMs('15:04'), run: () => this.#do({ type: 'clearEmergency' }) },
      { fromMs: timeMs('16:30'), run: (view) => this.#lane(view, 'any') },
    ];
  }

  /** Does what is due by the clock, and what the floor asks for. */
  async look(view: FloorView): Promise<void> {
    const nowMs = this.#day.pace.now() - this.#day.startOfDay;
    for (const errand of this.#plan.filter(({ fromMs }) => fromMs <= nowMs)) {
      if (await errand.run(view)) this.#plan = this.#plan.filter((row) => row !== errand);
    }
    for (const { alert, level, raisedAt } of view.alerts) {
      if (!this.#isNew(`${alert}/${level}/${String(raisedAt)}`)) continue;
      if (!this.#day.deck.due('acknowledge')) continue;
      const isDone = await this.#do({ type: 'acknowledgeAlert', alert });
      if (!isDone) this.#day.deck.giveBack('acknowledge');
    }
    for (const row of view.waiting) {
      if (this.#isNew(row.ticket)) await this.#favour(row);
      const isBatch = row.batches > 1 && this.#isNew(`${row.ticket}/batch`);
      if (isBatch && this.#day.deck.due('grant-batch')) {
        const { ticket } = row;
        const isDone = await this.#do({ type: 'grantBatch', ticket });
        if (!isDone) this.#day.deck.giveBack('grant-batch');
      }
    }
  }

  /** A green channel or a class for somebody who waits. */
  async #favour({ ticket, slotAt }: FloorView['waiting'][number]): Promise<void> {
    const { deck } = this.#day;
    if (slotAt !== null) return;
    if (deck.due('green')) {
      const reason = pick(this.#random, GREEN_REASONS);
      const note = 'a lorry with medicine waits outside';
      const isDone = await this.#do({ type: 'grantGreenChannel', ticket, reason, note });
      if (!isDone) deck.giveBack('green');
      return;
    }
    if (!deck.due('set-class')) return;
    const classes = this.#day.hall.priorityClasses.filter((row) => row.enabled);
    const wanted = classes.find((row) => row.needsApproval) ?? classes[0];
    const evidence = 'shown-to-guide';
    const command = { type: 'setClass', ticket, class: wanted?.code ?? null, evidence };
    if (!wanted || !(await this.#do(command))) deck.giveBack('set-class');
  }

  /** Has one of these called at the window; true when it was done. */
  byHand(window: number, tickets: readonly string[]): Promise<boolean> {
    const ticket = pick(this.#random, tickets);
    const reason = pick(this.#random, BY_HAND_REASONS);
    return this.#do({ type: 'callTicket', window, ticket, reason });
  }

  /** Items of whoever is late, certified by nobody here: somebody present gets the first of them. */
  async #grantForHole({ holes, windows }: FloorView): Promise<boolean> {
    const hole = holes.find(({ why }) => why === 'nobody');
    const clerk = windows.find((row) => row.clerk !== null && row.kind !== 'collection')?.clerk;
    if (!hole || !clerk) return false;
    const items = hole.items.slice(0, GRANT_ITEMS);
    const reason = 'colleague-absent';
    return this.#do({ type: 'grantCertificate', clerk: clerk.staffNo, items, reason });
  }

  /** One window takes short matters first: the one that can take most of them. */
  #lane({ windows }: FloorView, lane: 'flash' | 'any'): Promise<boolean> {
    const open = windows.filter((row) => row.status !== 'closed' && row.kind !== 'collection');
    const shortAt = (row: FloorWindow) => shortMatters(this.#day.hall, row);
    const [best] = open.sort((one, other) => shortAt(other) - shortAt(one));
    const row = windows.find((one) => one.lane === 'flash') ?? best;
    if (!row) return Promise.resolve(lane === 'any');
    return this.#do({ type: 'assignWindow', window: row.no, zones: row.zones, lane });
  }

  /** Once somebody waits: a dry run first, then the very change. */
  async #publish({ totals }: FloorView): Promise<boolean> {
    if (totals.waiting === 0) return false;
    return publishChange(this.#day, this.#manager.auth);
  }

  #isNew(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  async #do(command: CommandBody): Promise<boolean> {
    const answer = await this.#manager.press(command);
    return answer?.outcome === 'accepted';
  }
}

/** How much is wanted of what is short and can be taken at the window by who sits there. */
function shortMatters(hall: HallConfig, row: FloorWindow): number {
  const place = hall.windows.find(({ no }) => no === row.no);
  const clerk = hall.staff.find(({ staffNo }) => staffNo === row.clerk?.staffNo);
  if (!place || !clerk) return 0;
  return hall.items
    .filter((item) => item.flash && holds(clerk, item))
    .filter((item) => placeTakes(place, { items: [item], packageZone: null }, row.zones))
    .reduce((sum, item) => sum + item.popularity, 0);
}
