/**
 * A day that is played into a log: commands are decided and folded as the server does it, and each
 * event is kept as a line. Refusals are no lines. Knows which kinds of commands were ever accepted.
 */
import { commandId, deviceId, staffNo, windowNo } from '../../shared/base/ids.ts';
import type { BusinessDate, StaffNo, TicketId, WindowNo } from '../../shared/base/ids.ts';
import type { Random } from '../../shared/base/seeded-random.ts';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Command, CommandType } from '../../shared/hall/commands.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import { nameOf } from '../../shared/hall/principal.ts';
import type { Ticket, TicketStatus } from '../../shared/hall/ticket.ts';

/** Between two commands, as if somebody had to press something. */
const STEP_MS = 137;

export const system: Principal = { kind: 'system' };
export const booker: Principal = { kind: 'booker' };
export const manager: Principal = { kind: 'manager', staffNo: staffNo('JZ18') };
export const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
export const clerk = (no: StaffNo): Principal => ({ kind: 'clerk', staffNo: no });
export const visitor = (ticket: TicketId): Principal => ({ kind: 'visitor', ticket });
export const evaluator = (window: WindowNo): Principal => ({
  ...{ kind: 'evaluator', window: windowNo(window) },
  device: deviceId(`evaluator-${String(window)}`),
});

export class LogDay {
  readonly config: HallConfig;
  readonly day: Day;
  readonly random: Random;
  readonly lines: string[] = [];
  readonly accepted = new Set<CommandType>();
  at = 0;

  constructor(configs: readonly [HallConfig, ...HallConfig[]], date: BusinessDate, seed: number) {
    const [first] = configs;
    this.config = first;
    this.day = emptyDay(first.hall, date, planOf(first));
    for (const config of configs) this.day.plans.set(config.version, planOf(config));
    this.random = seededRandom(seed);
  }

  /** The instant `HH:MM` of the day, or of another one. */
  goTo(time: string, date: string = this.day.date): void {
    this.at = Date.parse(`${date}T${time}:00+08:00`);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** Whether the command was accepted; then its events stand in the log. */
  send(by: Principal, command: Command): boolean {
    this.at += STEP_MS;
    const { day, at } = this;
    const decision = decide(day, command, { at, by });
    if (isRefusal(decision)) return false;
    this.accepted.add(command.type);
    const id = commandId(`day-${String(day.seq)}`);
    for (const event of decision) {
      const stored = { seq: day.seq + 1, at, by: nameOf(by), commandId: id, event };
      evolve(day, stored);
      this.lines.push(JSON.stringify(stored));
    }
    return true;
  }

  /** The tickets in some state, oldest first. */
  tickets(status: TicketStatus): Ticket[] {
    return [...this.day.tickets.values()].filter(({ state }) => state.status === status);
  }
}
