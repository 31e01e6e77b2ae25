/**
 * A day in a hall for tests: `given(…steps).when(step).then(events or refusal)`. A step is a person
 * or device doing something, time passing, or an event put into the log as it stands. Commands from
 * outside go through the very decoder of the server, so a misspelt one fails. The clock is virtual;
 * the hall opens at 09:00 of Monday 2026-11-23. A given step that is refused is a wrong test.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import {
  businessDate,
  commandId,
  deviceId,
  staffNo,
  ticketId,
  windowNo,
} from '../../shared/base/ids.ts';
import { must } from '../../shared/base/assert.ts';
import type { Command, CommandType } from '../../shared/hall/commands.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import { PERMITTED, decide } from '../../shared/hall/decide.ts';
import type { Decision } from '../../shared/hall/decision.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { EventType, HallEvent, StoredEvent } from '../../shared/hall/events.ts';
import { evolve, fold } from '../../shared/hall/evolve.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import { nameOf } from '../../shared/hall/principal.ts';
import type { RefusalCode } from '../../shared/hall/refusal.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import type { HallWindow } from '../../shared/hall/window.ts';
import { decodeCommand } from '../../shared/protocol/decode.ts';
import { smallHall } from './small-hall.ts';

export const TODAY = businessDate('2026-11-23');
export const NINE = Date.parse('2026-11-23T09:00:00+08:00');
export const SECOND = 1_000;
export const MINUTE = 60_000;

/** One hall's day under test: its state, its log and its clock. */
export interface TestHall {
  readonly day: Day;
  readonly log: StoredEvent[];
  at: number;
}

export type Step =
  | { readonly by: Principal; readonly command: Command }
  | { readonly laterMs: number }
  | { readonly event: HallEvent };
type Act = (type: CommandType, fields?: object) => Step;

/** Somebody who does things: `clerk('K01')('callNext')`. */
function actor(by: Principal): Act {
  return (type, fields = {}) => ({ by, command: commandOf(type, fields) });
}

/** A command from plain fields, decoded as the server decodes it if it may come from outside. */
export function commandOf(type: CommandType, fields: object = {}): Command {
  const inside = PERMITTED[type].includes('system') || type === 'ratePastCase';
  if (inside) return { type, ...fields } as unknown as Command;
  const nonce = type === 'rateCase' || type === 'declineRating' ? { nonce: 'proven' } : {};
  const decoded = decodeCommand({ commandId: 'test-command', type, ...nonce, ...fields });
  if ('fault' in decoded) throw new Error(`${type}: ${decoded.fault}`);
  return decoded.command;
}

export const clerk = (no: string): Act => actor({ kind: 'clerk', staffNo: staffNo(no) });
export const manager = actor({ kind: 'manager', staffNo: staffNo('M01') });
export const guide = (no: string): Act => actor({ kind: 'guide', staffNo: staffNo(no) });
export const kiosk = actor({ kind: 'kiosk', device: deviceId('kiosk-1') });
export const booker = actor({ kind: 'booker' });
export const system = actor({ kind: 'system' });
export const visitor = (id: string): Act => actor({ kind: 'visitor', ticket: ticketId(id) });
export const evaluator = (no: number): Act =>
  actor({ kind: 'evaluator', device: deviceId(`evaluator-${String(no)}`), window: windowNo(no) });

/** Time passes. */
export const later = (laterMs: number): Step => ({ laterMs });
/** An event stands in the log, however it came there. */
export const happened = (event: object): Step => ({ event: event as HallEvent });

/** A hall before its first event. */
export function emptyHall(config: HallConfig = smallHall(), date = TODAY): TestHall {
  return { day: emptyDay(config.hall, date, planOf(config)), log: [], at: NINE };
}

/** A hall whose day is open. */
export function openHall(config: HallConfig = smallHall()): TestHall {
  const hall = emptyHall(config);
  take(hall, system('openDay', { configVersion: config.version }));
  return hall;
}

/** Decides a command and folds what it decides, as the actor of the server does. */
export function send(hall: TestHall, by: Principal, command: Command): Decision {
  const at = Math.max(hall.at, hall.day.lastAt);
  const decision = decide(hall.day, command, { at, by });
  if (!isRefusal(decision)) for (const event of decision) record(hall, event, nameOf(by));
  return decision;
}

function record(hall: TestHall, event: HallEvent, by: string): void {
  // What JSON would lose, a field that is there but undefined, is not written in the first place.
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(event)), event)) {
    throw new Error(`${event.type} is not plain`);
  }
  const seq = hall.day.seq + 1;
  const at = Math.max(hall.at, hall.day.lastAt);
  const stored = { seq, at, by, commandId: commandId(`test-${String(seq)}`), event };
  evolve(hall.day, stored);
  hall.log.push(stored);
}

/** One step of a day; a refused one is a mistake in the test. */
export function take(hall: TestHall, step: Step): void {
  if ('laterMs' in step) hall.at += step.laterMs;
  else if ('event' in step) record(hall, step.event, 'test');
  else {
    const decision = send(hall, step.by, step.command);
    if (isRefusal(decision)) {
      throw new Error(`given ${step.command.type} was refused: ${JSON.stringify(decision)}`);
    }
  }
}

type Expected = { readonly type: EventType } & Readonly<Record<string, unknown>>;

/** A day with what has happened in it so far. */
export class Given {
  readonly hall: TestHall;
  constructor(hall: TestHall) {
    this.hall = hall;
  }

  get day(): Day {
    return this.hall.day;
  }

  ticket(id: string): Ticket {
    return must(this.day.tickets.get(ticketId(id)), `ticket ${id}`);
  }

  window(no: number): HallWindow {
    return must(this.day.windows.get(windowNo(no)), `window ${String(no)}`);
  }

  /** The numbers that wait, in the order of the queue. */
  get queue(): string[] {
    return this.day.waiting.map((ticket) => ticket.id);
  }

  /** More of the same day. */
  and(...steps: readonly Step[]): this {
    for (const step of steps) take(this.hall, step);
    return this;
  }

  /** The step in question; what it answers is looked at by `then`. */
  when(step: Step): When {
    if (!('command' in step)) throw new Error('when wants a command');
    return new When(this, send(this.hall, step.by, step.command));
  }
}

class When {
  readonly given: Given;
  readonly decision: Decision;
  constructor(given: Given, decision: Decision) {
    this.given = given;
    this.decision = decision;
  }

  /** Exactly these events, each with at least these fields; or this refusal with this detail. */
  then(expected: readonly Expected[] | RefusalCode, detail?: string): Given {
    if (typeof expected === 'string') {
      const refusal = detail === undefined ? { refused: expected } : { refused: expected, detail };
      expect(this.decision).toMatchObject(refusal);
    } else {
      expect(this.decision).toMatchObject(expected);
      expect(this.decision).toHaveLength(expected.length);
    }
    return this.given;
  }
}

/** An open day after some steps, in the small hall or in the one that comes first. */
export function given(...steps: readonly (Step | HallConfig)[]): Given {
  const [first, ...rest] = steps;
  const own = first !== undefined && 'hall' in first && 'policy' in first;
  const hall = own ? openHall(first) : openHall();
  return new Given(hall).and(...((own ? rest : steps) as Step[]));
}

/** The same events folded anew. */
export function foldedAnew(hall: TestHall): Day {
  const { plan, date } = hall.day;
  return fold(emptyDay(hall.day.hall, date, plan), hall.log);
}
