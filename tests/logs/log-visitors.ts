/** What visitors do in a played day: taking tickets of every kind, appointments, leaving, rating. */
import type { ItemCode } from '../../shared/base/ids.ts';
import { businessDate, caseId, ticketId, windowNo } from '../../shared/base/ids.ts';
import { pick } from '../../shared/base/seeded-random.ts';
import type { LogDay } from './log-day.ts';
import { booker, evaluator, kiosk, manager, system, visitor } from './log-day.ts';

const RATINGS = [5, 5, 5, 4, 4, 3, 2, 1] as const;
const BATCH = 7;

/** What is wanted most. */
function wanted(log: LogDay): ItemCode {
  const sorted = [...log.config.items].sort((left, right) => right.popularity - left.popularity);
  return pick(log.random, sorted.slice(0, 40)).code;
}

/** The day before: appointments for today, one of them given back. */
export function book(log: LogDay): void {
  const { date, plan } = log.day;
  for (const [place, slot] of plan.config.slots.slice(0, 3).entries()) {
    const items = plan.config.items.filter(({ zone }) => zone === slot.zone);
    for (const time of slot.times.slice(0, 3)) {
      const person = `person-${String(place)}-${time}`;
      const item = pick(log.random, items).code;
      log.send(booker, { type: 'bookAppointment', date, time, items: [item], person });
    }
  }
  const [first] = log.tickets('booked');
  if (first) log.send(visitor(first.id), { type: 'cancelTicket', ticket: first.id });
}

export function arrive(log: LogDay): void {
  const item = wanted(log);
  const items = log.chance(0.25) ? [item, wanted(log)] : [item];
  const command = { type: 'issueTicket', items } as const;
  const { materials = [] } = log.day.plan.items.get(item) ?? {};
  const dice = log.random();
  const [pack] = log.config.packages;
  if (dice < 0.07 && pack) log.send(kiosk, { ...command, items: [], package: pack.code });
  else if (dice < 0.17) log.send(kiosk, { ...command, class: 'ELD', evidence: 'id-card' });
  else if (dice < 0.22) log.send(kiosk, { ...command, accessible: true, language: 'en' });
  else if (dice < 0.27) {
    log.send(kiosk, { ...command, items: [item], pickup: { of: '2026-11-20/B012-1' } });
  } else if (dice < 0.31) {
    log.send(kiosk, { ...command, items: Array<ItemCode>(BATCH).fill(item), agent: 'DB001' });
  } else if (dice < 0.4 && materials.length > 0) {
    log.send(kiosk, { ...command, brought: [{ item, materials: [0] }] });
  } else log.send(log.chance(0.1) ? manager : kiosk, command);
}

export function checkIn(log: LogDay): void {
  for (const { id, appointment } of log.tickets('booked')) {
    const isHere = (appointment?.slotAt ?? Infinity) <= log.at + 5 * 60_000;
    if (isHere && log.chance(0.3)) log.send(kiosk, { type: 'checkIn', ticket: id });
    else if (log.chance(0.01))
      log.send(visitor(id), { type: 'checkIn', ticket: id, asWalkIn: true });
  }
}

/** Giving up, letting others pass, coming back from a miss or a hold. */
export function wander(log: LogDay): void {
  for (const { id } of log.tickets('waiting')) {
    const by = visitor(id);
    if (log.chance(0.008)) log.send(by, { type: 'cancelTicket', ticket: id });
    else if (log.chance(0.01)) log.send(by, { type: 'stepAway', ticket: id, pass: 2 });
  }
  for (const { id, number } of log.tickets('noShow')) {
    const isComing = number === 2 || log.chance(0.5);
    if (isComing) log.send(visitor(id), { type: 'reactivateTicket', ticket: id });
  }
  for (const { id, holds } of log.tickets('held')) {
    // Who has gone a second time stays away.
    if (holds === 1 && log.chance(0.2)) log.send(kiosk, { type: 'reactivateTicket', ticket: id });
  }
}

export function print(log: LogDay): void {
  const failure = { outcome: 'failed', reason: 'paper-out' } as const;
  for (const { id, print: paper, state, slips } of log.day.tickets.values()) {
    for (const row of [paper, ...slips.map((slip) => slip.print)]) {
      if (row.status !== 'waiting') continue;
      const other = log.chance(0.5) ? failure : ({ outcome: 'unknown' } as const);
      const told = log.chance(0.85) ? ({ outcome: 'printed' } as const) : other;
      log.send(system, { type: 'recordPrint', ticket: id, job: row.job, ...told });
    }
    if (paper.status === 'failed' && state.status === 'waiting') {
      log.send(kiosk, { type: 'reprintTicket', ticket: id });
    }
  }
}

export function rate(log: LogDay): void {
  for (const prompt of [...log.day.openPrompts]) {
    const { window, case: id, ticket } = prompt;
    if (log.chance(0.5)) continue;
    const by = log.chance(0.85) ? evaluator(window) : visitor(ticket);
    const level = pick(log.random, RATINGS);
    const tags = log.config.tags.filter((tag) => tag.level === level).slice(0, 1);
    const codes = tags.map((tag) => tag.code);
    if (log.chance(0.2)) log.send(evaluator(window), { type: 'touchPrompt', window });
    if (log.chance(0.8)) {
      log.send(by, { type: 'rateCase', case: id, nonce: '', level, tags: codes });
    } else log.send(by, { type: 'declineRating', case: id, nonce: '' });
  }
}

/** By QR code, for a case of the week before. */
export function ratePast(log: LogDay): void {
  const [person] = log.config.staff;
  if (!person) return;
  log.send(visitor(ticketId('B012')), {
    ...{ type: 'ratePastCase', date: businessDate('2026-11-20'), case: caseId('B012-1') },
    ...{ serviceSeq: 1, window: windowNo(6), clerk: person.staffNo, finishedAt: 0 },
    ...{ level: 2, tags: [] },
  });
}
