/**
 * Makes a fixture log: a crooked morning in the demo hall jingzhou until midnight, its bookings first,
 * played by sending every kind of command with a seed.
 *   node tests/logs/make-log.ts 2026-11-25 7 > tests/logs/jingzhou-2026-11-25.jsonl
 * A log that stands here is never made again: it must fold for ever, and a new release adds its own.
 * (The logs of 23 and 24 November were made by releases before, whose rules were fewer.)
 */
import { businessDate, caseId, ticketId } from '../../shared/base/ids.ts';
import { daysBefore, nextDate, startOfDay } from '../../shared/calendar/business-date.ts';
import type { Expectations } from '../../shared/hall/expectations.ts';
import type { TicketId } from '../../shared/base/ids.ts';
import type { CarriedTicket } from '../../shared/hall/system-commands.ts';
import { PERMITTED } from '../../shared/hall/decide.ts';
import { configsOf } from './configs.ts';
import { advise } from './log-advice.ts';
import { desks, openWindows, work } from './log-desk.ts';
import { LogDay, kiosk, manager, system } from './log-day.ts';
import { arrive, book, checkIn, print, rate, ratePast, wander } from './log-visitors.ts';

const MINUTE_MS = 60_000;
const ARRIVING_MINUTES = 78;
const MINUTES_MAX = 90;

const [, , wanted = '2026-11-25', seed = '7'] = process.argv;
const date = businessDate(wanted);
const [fromDate, toDate] = [daysBefore(date, 1), nextDate(date)];
const log = new LogDay(configsOf('jingzhou-2026-11-25'), date, Number(seed));
const { day, config } = log;

/** A visitor of the 24-hour zone, who waited over midnight. */
function broughtOver(): CarriedTicket[] {
  const [item] = config.items;
  if (!item) return [];
  return [
    {
      ...{ ticket: ticketId('B031'), series: 'B', number: 31, zone: item.zone, language: 'en' },
      ...{ arrivedAt: startOfDay(date) - 20 * MINUTE_MS, class: 'ELD', creditMs: 900_000 },
      cases: [{ case: caseId('B031-1'), item: item.code }],
    },
  ];
}

/** Twenty days, told in whole seconds; clerks differ by a tenth or two. */
function learned(): Expectations {
  const itemMs = config.items.map(({ code, expectedMinutes }, place) => {
    const factor = 0.6 + (place % 9) / 10;
    return [code, Math.round(expectedMinutes * 60 * factor) * 1_000] as const;
  });
  const clerkFactor = config.staff.map(({ staffNo: no }, place) => [no, 0.9 + (place % 4) / 10]);
  return {
    ...{ days: 20, itemMs: Object.fromEntries(itemMs), otherFactor: 1.1 },
    clerkFactor: Object.fromEntries(clerkFactor) as Record<string, number>,
  };
}

function manage(minute: number): void {
  const waiting = log.tickets('waiting');
  const [first, second] = waiting;
  const last = waiting.at(-1);
  const free = [...day.windows.values()].find(({ state }) => state.status === 'idle');
  if (minute % 20 === 9 && last) {
    log.send(manager, { type: 'grantGreenChannel', ticket: last.id, reason: 'key-project' });
  }
  if (minute % 15 === 7 && second) {
    log.send(manager, { type: 'setClass', ticket: second.id, class: 'ELD' });
    log.send(kiosk, { type: 'setClass', ticket: second.id, class: null });
  }
  const batches = [...day.tickets.values()].filter(({ agent }) => agent !== null);
  if (minute > 60) batches.some(({ id }) => granted(id));
  if (free && first && last) {
    const byHand = { window: free.no, ticket: last.id, reason: 'visitor-unwell' } as const;
    if (minute % 10 === 5) log.send(manager, { type: 'callTicket', ...byHand });
  }
  const [alert] = [...day.alerts.values()].filter((row) => row.acknowledgedBy === null);
  if (alert && log.chance(0.3)) log.send(manager, { type: 'acknowledgeAlert', alert: alert.alert });
}

function granted(ticket: TicketId): boolean {
  return log.send(manager, { type: 'grantBatch', ticket });
}

function hall(minute: number): void {
  if (minute === 20) log.send(system, { type: 'skipNumbers', series: 'A', to: 40 });
  if (minute === 25) ratePast(log);
  if (minute === 30) log.send(system, { type: 'publishConfig', configVersion: 2 });
  if (minute === 60) log.send(system, { type: 'publishConfig', configVersion: 3 });
  if (minute === 35) log.send(manager, { type: 'showEmergency', kind: 'drill', text: '12:00' });
  if (minute === 37) log.send(manager, { type: 'clearEmergency' });
  if (minute === 15) grant();
  const terminal = config.terminals.at(0);
  const item = terminal?.items[0];
  if (minute % 25 === 3 && terminal && item) {
    const { no } = terminal;
    log.send(kiosk, { type: 'reportTerminal', terminal: no, status: 'free' });
    log.send(kiosk, { type: 'divertVisitor', terminal: no, item });
  }
}

/** Somebody may handle one department more today. */
function grant(): void {
  for (const { staffNo: no } of config.staff) {
    const isGranted = config.departments.some(({ code }) => {
      const items = config.items.filter(({ department }) => department === code).slice(0, 3);
      return log.send(manager, {
        ...{ type: 'grantCertificate', clerk: no, reason: 'colleague-absent' },
        items: items.map((item) => item.code),
      });
    });
    if (isGranted) return;
  }
}

/** Paper runs out slowly and is filled; the lobby's screen is silent for ten minutes. */
function facts(minute: number) {
  const isSilent = minute >= 50 && minute < 60;
  const silent = isSilent ? [{ device: 'lobby-1', sinceAt: log.at - 60_000 }] : [];
  return { silent, papers: [{ device: 'kiosk-1', percent: 100 - ((minute * 3) % 100) }] };
}

log.goTo('10:00', fromDate);
log.send(system, { type: 'openBookings', configVersion: config.version });
book(log);
log.goTo('00:00');
log.send(system, { type: 'openDay', configVersion: config.version });
log.send(system, { type: 'bringOver', fromDate, tickets: broughtOver() });
log.send(system, { type: 'setExpectations', expectations: learned() });
log.send(system, { type: 'fence' });
log.goTo('08:30');
openWindows(log);
for (let minute = 0; minute < MINUTES_MAX; minute += 1) {
  log.at += MINUTE_MS / 2;
  if (minute < ARRIVING_MINUTES && log.chance(0.8)) arrive(log);
  hall(minute);
  manage(minute);
  advise(log, minute);
  checkIn(log);
  print(log);
  wander(log);
  work(log);
  rate(log);
  desks(log, minute);
  const silentEvaluators = minute % 3 === 0 ? [...day.windows.keys()] : [];
  while (log.send(system, { type: 'tick', silentEvaluators })) continue;
  log.send(system, { type: 'tick', silentEvaluators, facts: facts(minute) });
}
log.at += 20 * MINUTE_MS;
log.send(system, { type: 'tick' });
log.goTo('00:00', toDate);
log.send(system, { type: 'closeDay', nextDate: toDate });
process.stdout.write(`${log.lines.join('\n')}\n`);
const missing = Object.keys(PERMITTED).filter((type) => !new Set<string>(log.accepted).has(type));
process.stderr.write(`never accepted: ${missing.join(' ') || 'none'}\n`);
