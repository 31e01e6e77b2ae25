/**
 * A live hall for timing and for proof: the demonstration's, driven by commands alone, all its windows
 * open that clerks can open. What was refused changes nothing, as in a hall.
 */
import { must } from '../../../shared/base/assert.ts';
import type { WindowNo } from '../../../shared/base/ids.ts';
import { businessDate, commandId, deviceId } from '../../../shared/base/ids.ts';
import type { Command } from '../../../shared/hall/commands.ts';
import type { HallConfig } from '../../../shared/hall/config.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { emptyDay } from '../../../shared/hall/day.ts';
import { decide } from '../../../shared/hall/decide.ts';
import { isRefusal } from '../../../shared/hall/decision.ts';
import type { StoredEvent } from '../../../shared/hall/events.ts';
import { evolve } from '../../../shared/hall/evolve.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import type { Policy } from '../../../shared/hall/policy.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import { nameOf } from '../../../shared/hall/principal.ts';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';

const DATE = businessDate('2026-11-23');
const OPENS_AT = Date.parse('2026-11-23T09:00:00+08:00');
const GAP_MS = 12_000;
const TRIES_MAX = 2_000;
const KIOSK: Principal = { kind: 'kiosk', device: deviceId('kiosk') };

/** A day of the demonstration hall that takes commands and keeps its log. */
export class DrivenHall {
  readonly config: HallConfig;
  readonly day: Day;
  readonly log: StoredEvent[] = [];
  /** Windows with the clerk who opened them. */
  readonly clerks = new Map<WindowNo, Principal>();
  at = OPENS_AT;

  constructor(routing: Policy['routing']) {
    const demo = demoHall('jingzhou');
    this.config = { ...demo, policy: { ...demo.policy, routing, alwaysOpen: true } };
    this.day = this.empty();
    this.send({ kind: 'system' }, { type: 'openDay', configVersion: this.config.version });
    for (const { staffNo } of this.config.staff) {
      const by: Principal = { kind: 'clerk', staffNo };
      const own = this.config.windows.find(({ no }) =>
        this.send(by, { type: 'openWindow', window: no }),
      );
      if (own) this.clerks.set(own.no, by);
    }
  }

  /** The day before its first event, for a fold of the log. */
  empty(): Day {
    return emptyDay(this.config.hall, DATE, planOf(this.config));
  }

  /** Whether the command was taken. */
  send(by: Principal, command: Command): boolean {
    const decision = decide(this.day, command, { at: this.at, by });
    if (isRefusal(decision)) return false;
    for (const event of decision) {
      const seq = this.day.seq + 1;
      const id = commandId(`driven-${String(seq)}`);
      const stored: StoredEvent = { seq, at: this.at, by: nameOf(by), commandId: id, event };
      evolve(this.day, stored);
      this.log.push(stored);
    }
    return true;
  }

  /** The n-th visitor takes a ticket; some classes and items, always the same for the same n. */
  arrive(n: number): void {
    const item = must(this.config.items[(n * 7_919) % this.config.items.length], 'an item');
    const row = n % 9 === 0 ? this.config.priorityClasses.find(isFree) : undefined;
    const priority = row ? { class: row.code } : {};
    this.send(KIOSK, { type: 'issueTicket', items: [item.code], ...priority });
  }
}

function isFree(row: HallConfig['priorityClasses'][number]): boolean {
  return row.enabled && !row.needsApproval;
}

/** A morning after which so many wait, and its instant. */
export function liveHall(routing: Policy['routing'], waiting: number): { day: Day; at: number } {
  const hall = new DrivenHall(routing);
  for (let tried = 0; hall.day.waiting.length < waiting && tried < TRIES_MAX; tried += 1) {
    hall.arrive(tried);
    hall.at += GAP_MS;
  }
  if (hall.day.waiting.length < waiting) throw new Error('too few wait');
  return hall;
}
