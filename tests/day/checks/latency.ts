/**
 * From the press of "next" to the lobby's message with that call, wall clock, each lobby screen a
 * sample. Presses during which a server was killed, or before that screen was back, are counted
 * apart: they measure the healing, and a few of them would be the 99th percentile of a small day.
 */
import type { History, Press, ScreenHistory } from '../history.ts';

export interface Latencies {
  readonly samples: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** What the machine itself made a timer wait, 99th percentile. */
  readonly latenessMs: number;
  /** The longest of those that met a kill; null when none did. */
  readonly worstThroughKillMs: number | null;
  /** The longest from a kill to a screen's first view after it. */
  readonly slowestHealMs: number | null;
  /** The slowest of all, for whoever asks why. */
  readonly slowest: readonly Slow[];
}
export interface Slow {
  readonly by: string;
  readonly screen: string;
  readonly callSeq: number;
  readonly tookMs: number;
  /** To the first answer that accepted the press. */
  readonly answeredMs: number;
  /** Sendings without an answer, after the press. */
  readonly failures: readonly string[];
  /** Since the last kill before the press; null without one. */
  readonly sinceKillMs: number | null;
}

const SLOWEST_MAX = 10;

/** Latencies of all accepted calls on all lobby screens. */
export function latencies(history: History): Latencies {
  const lobbies = history.screens.filter((screen) => screen.window === null);
  const slow: Slow[] = [];
  const quiet: number[] = [];
  const disturbed: number[] = [];
  const heals = lobbies.flatMap((screen) => outages(screen, history.killsMs));
  for (const screen of lobbies) {
    const shown = new Map(screen.shown.map((call) => [call.callSeq, call.atMs]));
    const away = outages(screen, history.killsMs);
    for (const press of history.presses) {
      const atMs = shown.get(calledBy(press) ?? -1);
      if (atMs === undefined) continue;
      const met = away.some(({ fromMs, toMs }) => press.sentMs <= toMs && atMs >= fromMs);
      (met ? disturbed : quiet).push(atMs - press.sentMs);
      slow.push(slowOf(press, screen.name, atMs, history.killsMs));
    }
  }
  quiet.sort((left, right) => left - right);
  return {
    samples: quiet.length,
    p50Ms: percentile(quiet, 0.5),
    p99Ms: percentile(quiet, 0.99),
    latenessMs: history.latenessMs,
    worstThroughKillMs: disturbed.length > 0 ? Math.max(...disturbed) : null,
    slowest: slow.sort((left, right) => right.tookMs - left.tookMs).slice(0, SLOWEST_MAX),
    slowestHealMs: heals.length > 0 ? Math.max(...heals.map((row) => row.toMs - row.fromMs)) : null,
  };
}

/** Nearest rank of a sorted list; 0 for an empty one. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function calledBy(press: Press): number | undefined {
  if (press.type !== 'callNext') return undefined;
  return press.answers.find((answer) => answer.accepted)?.callSeq;
}

function slowOf(press: Press, screen: string, atMs: number, killsMs: readonly number[]): Slow {
  const killMs = killsMs.findLast((one) => one <= press.sentMs);
  const accepted = press.answers.find((answer) => answer.accepted);
  return {
    by: press.by,
    screen,
    callSeq: accepted?.callSeq ?? 0,
    tookMs: Math.round(atMs - press.sentMs),
    answeredMs: Math.round((accepted?.atMs ?? press.sentMs) - press.sentMs),
    failures: press.failures.map(
      ({ atMs: failedMs, why }) => `${String(Math.round(failedMs - press.sentMs))} ms: ${why}`,
    ),
    sinceKillMs: killMs === undefined ? null : Math.round(press.sentMs - killMs),
  };
}

interface Outage {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A broken connection is found at once, or after the silence at which a page gives it up. */
const FOUND_MS = 6_000;

/** Kills that cut this screen off, each until its next view; a screen on another server has none. */
function outages(screen: ScreenHistory, killsMs: readonly number[]): Outage[] {
  return killsMs.flatMap((fromMs) => {
    const cut = screen.sessions.findIndex(
      ({ closedMs }) => closedMs !== null && closedMs >= fromMs && closedMs < fromMs + FOUND_MS,
    );
    if (cut < 0) return [];
    const back = screen.sessions.slice(cut + 1).find(({ views }) => views.length > 0);
    const [first] = back?.views ?? [];
    return first ? [{ fromMs, toMs: first.atMs }] : [];
  });
}
