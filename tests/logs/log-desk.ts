/** What clerks do in a played day: calling, serving with everything that can go crooked, pausing. */
import type { StaffNo, TicketId, WindowNo } from '../../shared/base/ids.ts';
import { pick } from '../../shared/base/seeded-random.ts';
import { CASE_OUTCOMES, HOLD_REASONS } from '../../shared/hall/command-words.ts';
import type { TransferTarget } from '../../shared/hall/command-words.ts';
import type { Case, Ticket } from '../../shared/hall/ticket.ts';
import type { HallWindow } from '../../shared/hall/window.ts';
import { clerkAt } from '../../shared/hall/window.ts';
import type { LogDay } from './log-day.ts';
import { clerk, manager } from './log-day.ts';

const MINUTE_MS = 60_000;

/** Every window gets the first clerk who may sit there; some page is in charge of the desk. */
export function openWindows(log: LogDay): void {
  for (const { no, zones } of log.config.windows) {
    const people = log.config.staff.filter(
      ({ homeZone }) => zones === 'all' || homeZone === zones[0],
    );
    const station = `page-${String(no)}`;
    people.some((person) =>
      log.send(clerk(person.staffNo), { type: 'openWindow', window: no, station }),
    );
  }
}

/** One turn of every window. */
export function work(log: LogDay): void {
  for (const window of log.day.windows.values()) {
    const who = clerkAt(window);
    if (who === null) continue;
    const { state } = window;
    if (state.status === 'paused' && log.chance(0.3))
      log.send(clerk(who), { type: 'resumeWindow' });
    else if (state.status === 'idle') idle(log, who);
    else if (state.status === 'calling') calling(log, who, state.ticket);
    else if (state.status === 'serving') serving(log, who, window, state.ticket);
  }
}

function idle(log: LogDay, who: StaffNo): void {
  const by = clerk(who);
  if (log.chance(0.02)) {
    const returnAt = log.at + 5 * MINUTE_MS;
    log.send(by, { type: 'pauseWindow', reason: 'lunch', returnAt, onlyHereFirst: true });
  } else if (log.send(by, { type: 'callNext' }) && log.chance(0.06)) {
    log.send(by, { type: 'undoCall' });
  }
}

/** Every ninth visitor misses the first call; number two of each series never comes. */
function calling(log: LogDay, who: StaffNo, id: TicketId): void {
  const by = clerk(who);
  const ticket = log.day.tickets.get(id);
  if (!ticket) return;
  const isAbsent = ticket.number === 2 || (ticket.number % 9 === 0 && ticket.misses === 0);
  if (!isAbsent && log.chance(0.8)) log.send(by, { type: 'startService' });
  else if (!log.send(by, { type: 'markNoShow' })) log.send(by, { type: 'recallTicket' });
}

function serving(log: LogDay, who: StaffNo, window: HallWindow, id: TicketId): void {
  const ticket = log.day.tickets.get(id);
  if (ticket?.state.status !== 'serving') return;
  const by = clerk(who);
  const drafts = ticket.cases.filter(({ state }) => state.status === 'draft');
  const [row] = drafts;
  if (!row) return;
  if (ticket.state.consult) {
    if (log.chance(0.5)) log.send(by, { type: 'endConsult', window: window.no, approved: true });
  } else if (log.chance(0.04)) log.send(by, { type: 'consultChief' });
  else if (log.chance(0.06)) awry(log, who, row);
  else if (log.chance(0.05)) away(log, who, window.no);
  else if (log.chance(0.45)) finish(log, who, ticket, row);
}

/** The wrong item, one more, or one that another window is to do. */
function awry(log: LogDay, who: StaffNo, row: Case): void {
  const by = clerk(who);
  const item = pick(log.random, log.config.items).code;
  log.send(by, { type: 'tickMaterial', case: row.id, material: 0, has: log.chance(0.8) });
  if (log.chance(0.6)) log.send(by, { type: 'recodeCase', case: row.id, item });
  else if (log.send(by, { type: 'addCase', item })) {
    log.send(by, { type: 'planStop', cases: [row.id] });
  }
}

function away(log: LogDay, who: StaffNo, window: WindowNo): void {
  const by = clerk(who);
  if (log.chance(0.6)) {
    const returnBy = log.at + 4 * MINUTE_MS;
    log.send(by, { type: 'holdTicket', reason: pick(log.random, HOLD_REASONS), returnBy });
    return;
  }
  const other = pick(
    log.random,
    [...log.day.windows.values()].filter(({ no }) => no !== window),
  );
  const colleague = clerkAt(other);
  const targets: TransferTarget[] = [
    { kind: 'window', window: other.no },
    { kind: 'zone', zone: pick(log.random, log.config.zones).code },
    ...(colleague === null ? [] : [{ kind: 'clerk', clerk: colleague } as const]),
  ];
  const to = pick(log.random, targets);
  log.send(by, { type: 'transferTicket', to, reason: 'not-certified' });
}

function finish(log: LogDay, who: StaffNo, ticket: Ticket, row: Case): void {
  const usual = ticket.pickup ? 'handedOver' : 'closed';
  const outcome = log.chance(0.6) ? usual : pick(log.random, CASE_OUTCOMES);
  const command = { type: 'finishCase', case: row.id, outcome } as const;
  if (outcome === 'refused') log.send(clerk(who), { ...command, reason: 'not-entitled' });
  else if (outcome === 'handedOver') log.send(clerk(who), { ...command, recipient: 'self' });
  else if (!log.send(clerk(who), command)) {
    const [first] = log.day.plan.items.get(row.item)?.materials ?? [];
    log.send(clerk(who), { ...command, missing: first ? [first.name] : [] });
  }
}

/** A page takes the desk over, a window changes its zones, a clerk goes home. */
export function desks(log: LogDay, minute: number): void {
  const [first, ...others] = [...log.day.windows.values()].filter((row) => clerkAt(row) !== null);
  const one = first && clerkAt(first);
  if (!first || !one) return;
  if (minute === 12) {
    const desk = { window: first.no, station: 'page-of-home', takeOver: true };
    log.send(clerk(one), { type: 'openWindow', ...desk });
  }
  if (minute === 40) {
    log.send(manager, { type: 'assignWindow', window: first.no, zones: 'all', lane: 'flash' });
  }
  if (minute < 85) return;
  others.some((window) => {
    const who = clerkAt(window);
    return who !== null && log.send(clerk(who), { type: 'closeWindow', leave: true });
  });
}
