/**
 * Sends `tick` when a deadline of the state has passed, and turns the day after the hall's midnight.
 * The command id names the deadline, so that two servers which tick together do it once.
 */
import type { WindowNo } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { HallClock } from '../clock.ts';
import type { HallActor } from './actor.ts';

const LOOK_EVERY_MS = 200;

export interface TickerParts {
  readonly actors: () => Iterable<HallActor>;
  readonly clock: HallClock;
  readonly hash: (body: string) => string;
  /** Whether the evaluator of that window was heard lately, by any server. */
  readonly evaluatorAlive: (actor: HallActor, window: WindowNo) => Promise<boolean>;
  readonly onFault: (error: unknown, what: string) => void;
}

/** Starts looking at deadlines; the answer stops it. */
export function startTicker(parts: TickerParts): () => void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      for (const actor of parts.actors()) await tickOne(parts, actor);
    } catch (error) {
      parts.onFault(error, 'ticker');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

async function tickOne(parts: TickerParts, actor: HallActor): Promise<void> {
  const { hall, due, windows } = await actor.read(({ day }) => ({
    hall: day.hall,
    due: dueDeadline(day, parts.clock.now()),
    windows: new Set([...day.openPrompts].map((prompt) => prompt.window)),
  }));
  if (due === null) return;
  const silent: WindowNo[] = [];
  for (const window of windows) {
    if (!(await parts.evaluatorAlive(actor, window))) silent.push(window);
  }
  const id = commandId(`tick:prompt:${hall}:${String(due)}`);
  await actor.submit({
    commandId: id,
    hash: parts.hash(id),
    command: { type: 'tick', silentEvaluators: silent },
    by: { kind: 'system' },
  });
}

/** The earliest deadline that has passed, or null. */
function dueDeadline(day: Day, now: number): number | null {
  let earliest: number | null = null;
  for (const { deadlineAt } of day.openPrompts) {
    if (deadlineAt !== null && deadlineAt <= now && (earliest ?? Infinity) > deadlineAt) {
      earliest = deadlineAt;
    }
  }
  return earliest;
}
