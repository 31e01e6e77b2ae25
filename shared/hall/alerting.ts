/**
 * Raising, keeping and clearing alerts (预警). An alert burns yellow, then red; it keeps its worst level
 * and its acknowledgement until it clears, which is well below the line where it was raised: nothing
 * flaps within seconds. Outside opening hours nothing burns. Their number is bounded, worst first.
 */
import { coverageHole } from './alert-rules/coverage-hole.ts';
import type { AlertRule, Burning, LookedAt } from './alert-rules/burning.ts';
import { deviceSilent, paperLow } from './alert-rules/devices.ts';
import {
  callUnanswered,
  flashBreach,
  holdOverdue,
  idleWithQueue,
  longService,
  unexplainedPause,
} from './alert-rules/at-windows.ts';
import { longWait, queuePerWindow } from './alert-rules/waiting.ts';
import type { AlertKind, AlertLevel } from './alerts.ts';
import type { AcknowledgeAlert } from './hall-commands.ts';
import type { HallFacts } from './system-commands.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import type { HallEvent } from './events.ts';
import { isOpenAt } from './opening.ts';
import { refused } from './refusal.ts';

const ALERTS_MAX = 200;
/** An alert clears when its measure has fallen to this share of the line. */
const CLEARS_AT = 0.8;

const RULES: Readonly<Record<AlertKind, AlertRule>> = {
  'long-wait': longWait,
  'queue-per-window': queuePerWindow,
  'idle-with-queue': idleWithQueue,
  'long-service': longService,
  'unexplained-pause': unexplainedPause,
  'device-silent': deviceSilent,
  'paper-low': paperLow,
  'coverage-hole': coverageHole,
  'flash-breach': flashBreach,
  'hold-overdue': holdOverdue,
  'call-unanswered': callUnanswered,
};

/** What has begun to burn, burns worse, or burns no more. */
export function alertChanges(day: Day, at: number, facts: HallFacts): HallEvent[] {
  const look: LookedAt = { day, at, facts };
  const looked = isOpenAt(day.plan, at) ? Object.values(RULES).flatMap((rule) => rule(look)) : [];
  const burning = new Set<string>();
  const raised: { readonly burns: Burning; readonly level: AlertLevel }[] = [];
  for (const burns of looked) {
    const before = day.alerts.get(burns.alert)?.level ?? null;
    const level = levelOf(burns);
    if (level !== null || (before !== null && burns.measure > burns.yellow * CLEARS_AT)) {
      burning.add(burns.alert);
    }
    if (level !== null && level !== before && before !== 'red') raised.push({ burns, level });
  }
  const over = [...day.alerts.keys()].filter((alert) => !burning.has(alert));
  return [
    ...over.map((alert) => ({ type: 'AlertCleared', alert }) as const),
    ...withRoom(day, over.length, raised).map(({ burns, level }) => {
      const { alert, kind, about } = burns;
      return { type: 'AlertRaised', alert, kind, level, about } as const;
    }),
  ];
}

function levelOf({ measure, yellow, red }: Burning): AlertLevel | null {
  if (measure > red) return 'red';
  return measure > yellow ? 'yellow' : null;
}

/** New ones only while there is room; what burns already may always get worse. */
function withRoom<T extends { readonly burns: Burning; readonly level: AlertLevel }>(
  day: Day,
  cleared: number,
  raised: readonly T[],
): T[] {
  let room = ALERTS_MAX - day.alerts.size + cleared;
  const redFirst = [...raised].sort(
    (a, b) => Number(b.level === 'red') - Number(a.level === 'red'),
  );
  return redFirst.filter(({ burns }) => {
    if (day.alerts.has(burns.alert)) return true;
    room -= 1;
    return room >= 0;
  });
}

/** A manager has taken it up; the first name stands. */
export function acknowledgeAlert(day: Day, { alert: key }: AcknowledgeAlert): Decision {
  const alert = day.alerts.get(key);
  if (!alert) return refused('unknown-alert', key);
  if (alert.acknowledgedBy !== null) return refused('already-acknowledged');
  return [{ type: 'AlertAcknowledged', alert: key }];
}
