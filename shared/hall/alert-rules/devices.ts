/**
 * Alerts of things: a device that is silent, paper that runs low. What the shell knows comes as
 * facts. Another server may know less than ours: a paper that nobody told of stays as it was.
 */
import type { Burning, LookedAt } from './burning.ts';
import { minutes } from './burning.ts';

/** Red after so many times the limit. */
const RED_FACTOR = 10;
const FULL_PERCENT = 100;

/** Devices that should be heard and are not. */
export function deviceSilent({ day, at, facts }: LookedAt): Burning[] {
  const { alertDeviceSilentMs: yellow } = day.plan.config.policy;
  return facts.silent.map(({ device, sinceAt }) => {
    const measure = at - sinceAt;
    const about = { device, count: minutes(measure), sinceAt };
    const red = yellow * RED_FACTOR;
    return { alert: `device:${device}`, kind: 'device-silent', about, measure, yellow, red };
  });
}

/** Used paper above a line is paper low. */
export function paperLow({ day, facts }: LookedAt): Burning[] {
  const { alertPaperPercentYellow, alertPaperPercentRed } = day.plan.config.policy;
  const yellow = FULL_PERCENT - alertPaperPercentYellow;
  const red = FULL_PERCENT - alertPaperPercentRed;
  const told = new Set(facts.papers.map(({ device }) => `paper:${device}`));
  const kept = [...day.alerts.values()].filter(
    ({ alert, kind }) => kind === 'paper-low' && !told.has(alert),
  );
  return [
    ...facts.papers.map(({ device, percent }) => ({
      alert: `paper:${device}`,
      kind: 'paper-low' as const,
      about: { device, count: percent },
      ...{ measure: FULL_PERCENT - percent, yellow, red },
    })),
    ...kept.map(({ alert, kind, about }) => ({
      ...{ alert, kind, about, yellow, red },
      measure: yellow,
    })),
  ];
}
