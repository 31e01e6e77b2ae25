/** Advice in a played day: proposed, applied, declined, returned early and by itself, measured; a plan. */
import type { ZoneCode } from '../../shared/base/ids.ts';
import type { AdviceChange, AdviceFigures } from '../../shared/hall/advice.ts';
import type { HallWindow } from '../../shared/hall/window.ts';
import type { LogDay } from './log-day.ts';
import { manager, system } from './log-day.ts';

const MINUTE_MS = 60_000;
const SCORE = { gainMinutes: 64, lowMinutes: 21, highMinutes: 102, rollouts: 16 };

/** What happens with advice in this minute, as far as the hall accepts it. */
export function advise(log: LogDay, minute: number): void {
  const ids = [...log.day.advice.keys()];
  // For a while nobody answers, and proposals expire.
  const isAway = minute >= 40 && minute < 70;
  if (minute % 10 === 4) propose(log);
  for (const advice of ids) {
    const { status } = log.day.advice.get(advice)?.state ?? { status: null };
    if (status === 'proposed' && !isAway && minute % 10 === 6) {
      log.send(manager, { type: 'applyAdvice', advice });
    }
    if (status === 'proposed' && minute % 60 === 25) {
      log.send(manager, { type: 'dismissAdvice', advice, reason: 'staff-needed' });
    }
    if (status === 'applied' && minute % 40 === 33) {
      log.send(manager, { type: 'revertAdvice', advice });
    }
    log.send(system, { type: 'scoreAdvice', advice, score: SCORE });
  }
  const changes = movesOf(log).slice(0, 1);
  const forMs = 20 * MINUTE_MS;
  if (minute === 38) log.send(manager, { type: 'applyPlan', changes, forMs });
}

/** The first move that the hall accepts. */
function propose(log: LogDay): void {
  const { config } = log;
  const [zone] = config.zones;
  if (!zone) return;
  movesOf(log).some((change) =>
    log.send(system, {
      ...{ type: 'proposeAdvice', cause: 'timer' },
      drafts: [{ changes: [change], zone: zone.code, figures: figuresOf(log) }],
    }),
  );
}

/** Every window takes one zone more. */
function movesOf({ day, config }: LogDay): AdviceChange[] {
  return [...day.windows.values()].flatMap((window) => {
    const codes = config.zones.map(({ code }) => code);
    const zones = moreZones(window, codes);
    return zones ? [{ kind: 'assign', window: window.no, zones } as const] : [];
  });
}

function moreZones({ zones, state }: HallWindow, all: readonly ZoneCode[]): ZoneCode[] | null {
  if (zones === 'all' || zones.length !== 1 || state.status === 'closed') return null;
  const other = all.find((code) => !zones.includes(code));
  return other === undefined ? null : [...zones, other];
}

function figuresOf({ config }: LogDay): AdviceFigures {
  const waits = { beforeMs: 38, afterMs: 21, lowMs: 17, highMs: 27 };
  const inMs = Object.entries(waits).map(([key, minutes]) => [key, minutes * MINUTE_MS] as const);
  const { beforeMs = 0, afterMs = 0, lowMs = 0, highMs = 0 } = Object.fromEntries(inMs);
  return {
    ...{ gainMinutes: 83, lowMinutes: 31, highMinutes: 140, share: 0.12 },
    zones: config.zones
      .slice(0, 1)
      .map(({ code: zone }) => ({ zone, beforeMs, afterMs, lowMs, highMs })),
    ...{ horizonMs: 75 * MINUTE_MS, rollouts: 24 },
  };
}
