/**
 * What a manager does about an overloaded zone besides opening a window: sends a guide, who is named;
 * tells the hall that a self-service terminal is free, or that times later today can still be booked.
 * What is told stands on kiosk and lobby until the alert clears, and only while it is true.
 */
import type { StaffNo, ZoneCode } from '../base/ids.ts';
import type { AlertKind } from './alerts.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import type { HallEvent } from './events.ts';
import type { AnswerOverload, OverloadAnswer } from './hall-commands.ts';
import { refused } from './refusal.ts';
import { slotsOf, takenPlaces } from './slots.ts';

const NOTICES_MAX = 6;
const OVERLOADS: ReadonlySet<AlertKind> = new Set(['long-wait', 'queue-per-window']);

/** Whether the alert is one of a zone where too many wait, or too long. */
export function isOverload(kind: AlertKind): boolean {
  return OVERLOADS.has(kind);
}

/** What kiosk and lobby tell about a zone. */
export type HallNotice =
  | { readonly kind: 'terminals'; readonly zone: ZoneCode }
  /** The first time of today that can still be booked. */
  | { readonly kind: 'appointments'; readonly zone: ZoneCode; readonly slotAt: number };

/** An answer to an overload; whoever gives the first one has taken the alert up. */
export function answerOverload(day: Day, command: AnswerOverload, at: number): Decision {
  const { alert: key, answer, guide } = command;
  const alert = day.alerts.get(key);
  const zone = alert?.about.zone;
  if (!alert || zone === undefined || !isOverload(alert.kind)) return refused('unknown-alert', key);
  if (answer === 'guide' && !isGuide(day, guide)) return refused('unknown-clerk', guide);
  if (answer !== 'guide' && noticeOf(day, zone, answer, at) === null)
    return refused('nothing-free');
  const isSame = (one: OverloadAnswer) => one.answer === answer && one.guide === command.guide;
  if (alert.answers?.some(isSame)) return refused('already-answered');
  const events: HallEvent[] = [
    { type: 'OverloadAnswered', alert: key, answer, ...(answer === 'guide' && { guide }) },
  ];
  if (alert.acknowledgedBy === null) events.push({ type: 'AlertAcknowledged', alert: key });
  return events;
}

function isGuide(day: Day, no: StaffNo | undefined): boolean {
  const person = no === undefined ? undefined : day.plan.staff.get(no);
  return person?.role === 'guide' && !person.retired;
}

/** What may be told of a zone now; null where no terminal for it, or no time of today, is free. */
function noticeOf(
  day: Day,
  zone: ZoneCode,
  kind: HallNotice['kind'],
  at: number,
): HallNotice | null {
  if (kind === 'terminals') {
    const isFree = day.plan.config.terminals.some(({ no, items }) => {
      if (day.terminals.get(no)?.status !== 'free') return false;
      return items.some((code) => day.plan.items.get(code)?.zone === zone);
    });
    return isFree ? { kind, zone } : null;
  }
  const times = day.plan.config.slots
    .filter((of) => of.zone === zone && of.items === undefined)
    .flatMap((of) => {
      const taken = takenPlaces(day, of);
      const isFree = ({ slotAt, capacity }: { slotAt: number; capacity: number }) =>
        slotAt > at && (taken.get(slotAt) ?? 0) < capacity;
      return slotsOf(day.plan, day.date, of).filter(isFree);
    });
  const first = Math.min(...times.map(({ slotAt }) => slotAt));
  return times.length === 0 ? null : { kind, zone, slotAt: first };
}

/** What a manager may tell about each zone now. */
export function possibleNotices(day: Day): HallNotice[] {
  return day.plan.config.zones.flatMap(({ code }) =>
    (['terminals', 'appointments'] as const).flatMap(
      (kind) => noticeOf(day, code, kind, day.lastAt) ?? [],
    ),
  );
}

/** What a manager has had told and is still so, each zone and kind once. */
export function hallNotices(day: Day): HallNotice[] {
  const told = new Map<string, HallNotice>();
  for (const { about, answers = [] } of day.alerts.values()) {
    for (const { answer } of answers) {
      if (answer === 'guide' || about.zone === undefined) continue;
      const notice = noticeOf(day, about.zone, answer, day.lastAt);
      if (notice) told.set(`${answer}/${about.zone}`, notice);
    }
  }
  return [...told.values()].slice(0, NOTICES_MAX);
}
