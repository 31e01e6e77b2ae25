/** What a played day leaves behind for its checkers: every command, its answer, and the state. */
import type { TicketId } from '../../shared/base/ids.ts';
import type { Command } from '../../shared/hall/commands.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Decision } from '../../shared/hall/decision.ts';
import type { EventOf, EventType, StoredEvent } from '../../shared/hall/events.ts';
import type { Principal } from '../../shared/hall/principal.ts';

export interface Entry {
  readonly by: Principal;
  readonly command: Command;
  readonly decision: Decision;
  readonly stored: readonly StoredEvent[];
  /** Of a callNext at an idle window: who is to be called by the rules told naively; null: nobody. */
  readonly oracle?: TicketId | null;
}

export interface Run {
  readonly config: HallConfig;
  readonly day: Day;
  readonly entries: readonly Entry[];
  /** What was wrong with the state, or with a view, after some step. */
  readonly faults: readonly string[];
}

/** A run whose journal can be bent, to see whether a checker notices. */
export type Bent<T> = { -readonly [Key in keyof T]: T[Key] };

/** All events of a run, in the order of the log. */
export function logOf(run: Run): StoredEvent[] {
  return run.entries.flatMap((entry) => entry.stored);
}

/** The events of one kind, with the entry that they came from. */
export function eventsOf<Type extends EventType>(
  run: Run,
  type: Type,
): { readonly entry: Entry; readonly at: number; readonly event: EventOf<Type> }[] {
  return run.entries.flatMap((entry) =>
    entry.stored.flatMap(({ event, at }) =>
      event.type === type ? [{ entry, at, event: event as EventOf<Type> }] : [],
    ),
  );
}
