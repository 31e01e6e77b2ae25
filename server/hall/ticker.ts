/**
 * Sends `tick` when a deadline of the state has passed, and looks at what burns every two seconds.
 * The command id names the deadline, or the two seconds, so that servers which tick together do it
 * once; a look that finds nothing new sends nothing. The day turns by itself: whoever asks for the
 * state after midnight gets the new one.
 */
import type { BusinessDate, HallId, WindowNo } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import type { HallFacts } from '../../shared/hall/system-commands.ts';
import type { Day } from '../../shared/hall/day.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { isOpenAt } from '../../shared/hall/opening.ts';
import { tick } from '../../shared/hall/tick.ts';
import type { HallClock } from '../clock.ts';
import type { HallActor } from './actor.ts';
import { tellDemoTerminals } from './demo-terminals.ts';

const LOOK_EVERY_MS = 200;
const ALERTS_EVERY_MS = 2_000;
const SYSTEM = { kind: 'system' } as const;

/** Which devices to miss. */
export interface Missing {
  readonly date: BusinessDate;
  readonly silentAfterMs: number;
  readonly openWindows: ReadonlySet<WindowNo>;
}

export interface TickerParts {
  readonly actors: () => Iterable<HallActor>;
  readonly clock: HallClock;
  readonly hash: (body: string) => string;
  /** Whether the evaluator of that window was heard lately, by any server. */
  readonly evaluatorAlive: (actor: HallActor, window: WindowNo) => Promise<boolean>;
  /** What only the shell knows of a hall. */
  readonly factsOf: (hall: HallId, missing: Missing) => Promise<HallFacts>;
  readonly onFault: (error: unknown, what: string) => void;
}

/** Starts looking at deadlines and alerts; the answer stops it. */
export function startTicker(parts: TickerParts): () => void {
  const stopDeadlines = repeat(LOOK_EVERY_MS, () => forAll(parts, endPrompts));
  const stopAlerts = repeat(ALERTS_EVERY_MS, () => forAll(parts, lookAround));
  return () => {
    stopDeadlines();
    stopAlerts();
  };
}

/** Never twice at once: a slow look delays the next one. */
function repeat(everyMs: number, work: () => Promise<void>): () => void {
  let busy = false;
  const run = async () => {
    if (busy) return;
    busy = true;
    await work().finally(() => (busy = false));
  };
  const timer = setInterval(() => void run(), everyMs);
  return () => clearInterval(timer);
}

/** One hall's trouble is not another's. */
async function forAll(
  parts: TickerParts,
  work: (parts: TickerParts, actor: HallActor) => Promise<void>,
): Promise<void> {
  for (const actor of parts.actors()) {
    await work(parts, actor).catch((error: unknown) => parts.onFault(error, 'ticker'));
  }
}

async function endPrompts(parts: TickerParts, actor: HallActor): Promise<void> {
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
    by: SYSTEM,
  });
}

/** Holds and appointments that are over, and alerts; decided on our state before it is sent. */
async function lookAround(parts: TickerParts, actor: HallActor): Promise<void> {
  await tellDemoTerminals(actor, parts.hash);
  const { clock } = parts;
  const look = await actor.read(({ day }) => aboutSilence(day, clock.now()));
  const facts: HallFacts = look
    ? await parts.factsOf(actor.hall, look)
    : { silent: [], papers: [] };
  const command = { type: 'tick', facts } as const;
  const isDue = await actor.read(({ day }) => {
    if (day.phase !== 'open' || dueDeadline(day, clock.now()) !== null) return false;
    const at = Math.max(clock.now(), day.lastAt);
    return !isRefusal(tick(day, command, { at, by: SYSTEM }));
  });
  if (!isDue) return;
  const bucket = Math.floor(clock.now() / (ALERTS_EVERY_MS * Math.max(1, clock.speed)));
  const id = commandId(`tick:alerts:${actor.hall}:${String(bucket)}`);
  await actor.submit({ commandId: id, hash: parts.hash(id), command, by: SYSTEM });
}

/** Which devices to miss; null while the hall is not open and nothing burns anyway. */
function aboutSilence(day: Day, now: number): Missing | null {
  if (!isOpenAt(day.plan, now)) return null;
  const open = [...day.windows.values()].filter(({ state }) => state.status !== 'closed');
  return {
    date: day.date,
    silentAfterMs: day.plan.config.policy.alertDeviceSilentMs,
    openWindows: new Set(open.map(({ no }) => no)),
  };
}

/** The earliest deadline of a prompt that has passed, or null. */
function dueDeadline(day: Day, now: number): number | null {
  let earliest: number | null = null;
  for (const { deadlineAt } of day.openPrompts) {
    if (deadlineAt !== null && deadlineAt <= now && (earliest ?? Infinity) > deadlineAt) {
      earliest = deadlineAt;
    }
  }
  return earliest;
}
