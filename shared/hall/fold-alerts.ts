/** What events do to the alerts of the day. */
import { must } from '../base/assert.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';

export function alertRaised(day: Day, event: EventOf<'AlertRaised'>, at: number): void {
  const { alert, kind, level, about } = event;
  // What was done about it holds on when it gets worse.
  const answers = day.alerts.get(alert)?.answers;
  day.alerts.set(alert, {
    ...{ alert, kind, level, about, ...(answers && { answers }) },
    raisedAt: at,
    acknowledgedBy: null,
    acknowledgedAt: null,
  });
  day.alertsRaised.set(kind, (day.alertsRaised.get(kind) ?? 0) + 1);
}

export function alertCleared(day: Day, event: EventOf<'AlertCleared'>): void {
  day.alerts.delete(event.alert);
}

export function alertAcknowledged(
  day: Day,
  event: EventOf<'AlertAcknowledged'>,
  at: number,
  by: string,
): void {
  const alert = must(day.alerts.get(event.alert), `alert ${event.alert}`);
  alert.acknowledgedBy = by;
  alert.acknowledgedAt = at;
}

export function overloadAnswered(
  day: Day,
  event: EventOf<'OverloadAnswered'>,
  at: number,
  by: string,
): void {
  const alert = must(day.alerts.get(event.alert), `alert ${event.alert}`);
  const { answer, guide } = event;
  alert.answers = [...(alert.answers ?? []), { answer, ...(guide && { guide }), by, at }];
}
