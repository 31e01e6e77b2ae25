/** What events do to the alerts of the day. */
import { must } from '../base/assert.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';

export function alertRaised(day: Day, event: EventOf<'AlertRaised'>, at: number): void {
  const { alert, kind, level, about } = event;
  day.alerts.set(alert, {
    ...{ alert, kind, level, about },
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
