/**
 * Makes a fixture log: a morning in the demo hall jingzhou, played by sending commands with a seed.
 *   node tests/logs/make-log.ts 7 > tests/logs/jingzhou-2026-11-23.jsonl
 * A log that stands here is never made again: it must fold for ever, and a new release adds its own.
 */
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import { businessDate, commandId, deviceId, staffNo, windowNo } from '../../shared/base/ids.ts';
import type { ItemCode, TicketId, WindowNo } from '../../shared/base/ids.ts';
import { pick, seededRandom } from '../../shared/base/seeded-random.ts';
import { CASE_OUTCOMES } from '../../shared/hall/commands.ts';
import type { Command } from '../../shared/hall/commands.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import { nameOf } from '../../shared/hall/principal.ts';
import type { HallWindow } from '../../shared/hall/window.ts';
import { clerkAt } from '../../shared/hall/window.ts';

const MINUTE_MS = 60_000;
const ARRIVING_MINUTES = 78;
const MINUTES_MAX = 80;

const random = seededRandom(Number(process.argv[2] ?? 7));
const chance = (share: number) => random() < share;
const config = demoHall('jingzhou');
const day = emptyDay(config.hall, businessDate('2026-11-23'), planOf(config));
let at = Date.parse('2026-11-23T08:30:00+08:00');

const system: Principal = { kind: 'system' };
const manager: Principal = { kind: 'manager', staffNo: staffNo('JZ18') };
const kiosk: Principal = { kind: 'kiosk', device: deviceId('kiosk-1') };
const wanted: readonly ItemCode[] = [...config.items]
  .sort((left, right) => right.popularity - left.popularity)
  .slice(0, 40)
  .map((item) => item.code);
/** One visitor never comes when called. */
let absent: TicketId | null = null;

function send(by: Principal, command: Command): boolean {
  at += 137;
  const decision = decide(day, command, { at, by });
  if (isRefusal(decision)) return false;
  const id = commandId(`day-${String(day.seq)}`);
  for (const event of decision) {
    const stored = { seq: day.seq + 1, at, by: nameOf(by), commandId: id, event };
    evolve(day, stored);
    process.stdout.write(`${JSON.stringify(stored)}\n`);
  }
  return true;
}

function openWindows(): void {
  for (const { no, zones } of config.windows) {
    const people = config.staff.filter(({ homeZone }) => zones === 'all' || homeZone === zones[0]);
    for (const person of people) {
      const by: Principal = { kind: 'clerk', staffNo: person.staffNo };
      if (send(by, { type: 'openWindow', window: no })) break;
    }
  }
}

function arrive(): void {
  const items = [pick(random, wanted)];
  if (chance(0.25)) items.push(pick(random, wanted));
  const priority = chance(0.08) ? { class: 'ELD' } : {};
  const pack = config.packages[0];
  if (pack && chance(0.05)) send(kiosk, { type: 'issueTicket', items: [], package: pack.code });
  else send(chance(0.1) ? manager : kiosk, { type: 'issueTicket', items, ...priority });
}

function print(): void {
  for (const { id, print: paper, state } of day.tickets.values()) {
    if (paper.status === 'waiting') {
      const outcome = chance(0.85) ? 'printed' : pick(random, ['failed', 'unknown'] as const);
      const reason = outcome === 'failed' ? ({ reason: 'paper-out' } as const) : {};
      send(system, { type: 'recordPrint', ticket: id, job: paper.job, outcome, ...reason });
    } else if (paper.status === 'failed' && state.status === 'waiting') {
      send(kiosk, { type: 'reprintTicket', ticket: id });
    }
  }
}

function visitors(): void {
  for (const { id, state } of day.tickets.values()) {
    const by: Principal = { kind: 'visitor', ticket: id };
    if (state.status === 'waiting' && chance(0.01)) send(by, { type: 'cancelTicket', ticket: id });
    if (state.status === 'noShow' && chance(0.6))
      send(by, { type: 'reactivateTicket', ticket: id });
  }
}

function work(window: HallWindow): void {
  const clerk = clerkAt(window);
  if (clerk === null) return;
  const by: Principal = { kind: 'clerk', staffNo: clerk };
  const { state } = window;
  if (state.status === 'paused' && chance(0.3)) send(by, { type: 'resumeWindow' });
  else if (state.status === 'idle') idle(by, window.no);
  else if (state.status === 'calling') calling(by, state.ticket);
  else if (state.status === 'serving') serving(by, state.ticket);
}

function idle(by: Principal, window: WindowNo): void {
  rate(window);
  if (chance(0.015)) send(by, { type: 'pauseWindow', reason: 'break', returnAt: at + 300_000 });
  else if (send(by, { type: 'callNext' }) && chance(0.05)) send(by, { type: 'undoCall' });
}

function calling(by: Principal, ticket: TicketId): void {
  absent ??= ticket;
  if (ticket !== absent && chance(0.75)) send(by, { type: 'startService' });
  else if (!send(by, { type: 'markNoShow' })) send(by, { type: 'recallTicket' });
}

function serving(by: Principal, ticket: TicketId): void {
  if (chance(0.05)) send(by, { type: 'addCase', item: pick(random, wanted) });
  const draft = day.tickets.get(ticket)?.cases.find((row) => row.state.status === 'draft');
  const outcome = chance(0.7) ? 'closed' : pick(random, CASE_OUTCOMES);
  if (draft && chance(0.4)) send(by, { type: 'finishCase', case: draft.id, outcome });
}

function rate(window: WindowNo): void {
  const by: Principal = {
    kind: 'evaluator',
    device: deviceId(`evaluator-${String(window)}`),
    window,
  };
  for (const prompt of [...day.openPrompts].filter((row) => row.window === window)) {
    const proven = { case: prompt.case, nonce: '' };
    const level = pick(random, [5, 5, 5, 4, 4, 3, 2, 1] as const);
    const tags = config.tags.filter((tag) => tag.level === level).slice(0, 1);
    const codes = tags.map((tag) => tag.code);
    if (chance(0.2)) send(by, { type: 'touchPrompt', window });
    if (chance(0.6)) send(by, { type: 'rateCase', ...proven, level, tags: codes });
    else if (chance(0.3)) send(by, { type: 'declineRating', ...proven });
  }
}

function ratePast(): void {
  const [clerk] = config.staff;
  const visit = { date: businessDate('2026-11-20'), serviceSeq: 1, finishedAt: 0 } as const;
  const by: Principal = { kind: 'visitor', ticket: 'B012' as TicketId };
  const rated = { level: 2, tags: [], window: windowNo(6) } as const;
  if (!clerk) return;
  const id = 'B012-1' as Extract<Command, { type: 'ratePastCase' }>['case'];
  send(by, { type: 'ratePastCase', case: id, clerk: clerk.staffNo, ...visit, ...rated });
}

send(system, { type: 'openDay', configVersion: config.version });
send(system, { type: 'fence' });
openWindows();
for (let minute = 0; minute < MINUTES_MAX; minute += 1) {
  at += MINUTE_MS / 2;
  if (minute < ARRIVING_MINUTES && chance(0.8)) arrive();
  if (minute === 20) send(system, { type: 'skipNumbers', series: 'A', to: 40 });
  if (minute === 30) ratePast();
  if (minute === 40) send(manager, { type: 'assignWindow', window: windowNo(12), zones: 'all' });
  print();
  visitors();
  for (const window of day.windows.values()) work(window);
  const silentEvaluators = minute % 3 === 0 ? [...day.windows.keys()] : [];
  send(system, { type: 'tick', silentEvaluators });
}
send(system, { type: 'closeDay' });
