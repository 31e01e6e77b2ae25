/** What must hold of a day's state after every step, and that every screen can always be drawn. */
import type { Day } from '../../shared/hall/day.ts';
import { promptKey } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import { clerkAt, ticketAt } from '../../shared/hall/window.ts';
import { deskView } from '../../shared/views/clerk-desk.ts';
import { evaluatorView } from '../../shared/views/evaluator-prompt.ts';
import { kioskView } from '../../shared/views/kiosk-screen.ts';
import { lobbyView } from '../../shared/views/lobby-board.ts';
import { floorView } from '../../shared/views/manager-floor.ts';
import { ticketView } from '../../shared/views/ticket-page.ts';
import { windowView } from '../../shared/views/window-sign.ts';

/** What is wrong with the state; empty when nothing is. */
export function stateFaults(day: Day): string[] {
  return [
    ...queueFaults(day),
    ...windowFaults(day),
    ...promptFaults(day),
    ...visitFaults(day),
    ...slotFaults(day),
    ...clockFaults(day),
  ];
}

/** The waiting list holds exactly the waiting tickets, once each, in order (T17, Σ states). */
function queueFaults(day: Day): string[] {
  const faults: string[] = [];
  const waiting = [...day.tickets.values()].filter((one) => one.state.status === 'waiting');
  if (new Set(day.waiting).size !== day.waiting.length) faults.push('queue: a ticket twice');
  if (waiting.length !== day.waiting.length) faults.push('queue: not those who wait');
  for (const ticket of day.waiting) {
    if (ticket.state.status !== 'waiting') faults.push(`queue: ${ticket.id} does not wait`);
    if (day.tickets.get(ticket.id) !== ticket) faults.push(`queue: ${ticket.id} is a copy`);
  }
  for (const [place, ticket] of day.waiting.entries()) {
    const before = day.waiting[place - 1];
    if (before && !inOrder(before, ticket)) faults.push(`queue: ${ticket.id} out of order`);
  }
  return faults;
}

function inOrder(left: Ticket, right: Ticket): boolean {
  if (left.orderKey !== right.orderKey) return left.orderKey < right.orderKey;
  return left.orderSeq < right.orderSeq;
}

/** A ticket is in one place, a window holds at most one, a clerk sits at one window (T8). */
function windowFaults(day: Day): string[] {
  const faults: string[] = [];
  const clerks = [...day.windows.values()].map(clerkAt).filter((one) => one !== null);
  if (new Set(clerks).size !== clerks.length) faults.push('windows: a clerk at two windows');
  const held = new Set<string>();
  for (const window of day.windows.values()) {
    const id = ticketAt(window);
    if (id === null) continue;
    if (held.has(id)) faults.push(`windows: ${id} at two windows`);
    held.add(id);
    const state = day.tickets.get(id)?.state;
    const status = window.state.status === 'calling' ? 'called' : 'serving';
    if (state?.status !== status || state.window !== window.no) {
      faults.push(`windows: ${id} is not ${status} at window ${String(window.no)}`);
    }
  }
  for (const { id, state } of day.tickets.values()) {
    const isThere = state.status === 'called' || state.status === 'serving';
    if (isThere && !held.has(id)) faults.push(`windows: ${id} ${state.status} nowhere`);
  }
  return faults;
}

/** A finished case has its prompt, an unfinished one has none; open ones are those not ended. */
function promptFaults(day: Day): string[] {
  const faults: string[] = [];
  let finished = 0;
  for (const ticket of day.tickets.values()) {
    for (const { id, state } of ticket.cases) {
      if (state.status !== 'finished') continue;
      finished += 1;
      const prompt = day.prompts.get(promptKey(id, state.serviceSeq));
      if (!prompt) faults.push(`prompts: ${id} is finished without one`);
      else if ((prompt.outcome === null) !== day.openPrompts.has(prompt)) {
        faults.push(`prompts: ${id} is open in one list only`);
      }
    }
    const isDone = ticket.state.status === 'done';
    const isDraft = ticket.cases.some((row) => row.state.status !== 'finished');
    if (isDone && isDraft) faults.push(`prompts: ${ticket.id} is done with a case left`);
  }
  for (const prompt of day.openPrompts) {
    const status = day.tickets.get(prompt.ticket)?.state.status;
    // While the visitor stands there more cases may follow; whoever left answers in time or never.
    if (prompt.deadlineAt === null && status !== 'serving') {
      faults.push(`prompts: ${prompt.case} of a ticket ${String(status)} waits for ever`);
    }
  }
  if (finished !== day.prompts.size) faults.push('prompts: not one for each finished case');
  if (day.phase === 'closed' && day.openPrompts.size > 0) faults.push('prompts: open at night');
  return faults;
}

/** A waiting or served visitor has something left to be done at the stop that is due. */
function visitFaults(day: Day): string[] {
  const faults: string[] = [];
  for (const ticket of day.tickets.values()) {
    const { id, state, stop, cases } = ticket;
    const drafts = cases.filter((row) => row.state.status === 'draft');
    const isOpen = ['waiting', 'called', 'serving', 'held', 'booked'].includes(state.status);
    if (isOpen && !drafts.some((row) => row.stop === stop)) {
      faults.push(`visits: ${id} is ${state.status} with nothing due at stop ${String(stop)}`);
    }
    if (!isOpen && state.status !== 'noShow' && drafts.length > 0) {
      faults.push(`visits: ${id} is ${state.status} with a case left`);
    }
  }
  return faults;
}

/** No slot is sold beyond its capacity, and its counter says what the tickets say (T15). */
function slotFaults(day: Day): string[] {
  const taken = new Map<string, number>();
  for (const { appointment, state } of day.tickets.values()) {
    if (!appointment) continue;
    const isGivenBack = state.status === 'abandoned' && appointment.right === null;
    if (!isGivenBack) taken.set(appointment.slot, (taken.get(appointment.slot) ?? 0) + 1);
  }
  return [...taken].flatMap(([slot, count]) => {
    const zone = slot.split('/')[0];
    const plan = day.plan.config.slots.find((one) => one.zone === zone);
    return plan && count > plan.capacity ? [`slots: ${slot} was sold ${String(count)} times`] : [];
  });
}

function clockFaults(day: Day): string[] {
  const late = [...day.tickets.values()].find(
    ({ arrivedAt, appointment }) => arrivedAt > day.lastAt && !isExpected(appointment),
  );
  return late ? [`clock: ${late.id} arrived after now`] : [];
}

/** Booked and never checked in: the arrival is the slot to come. */
function isExpected(appointment: Ticket['appointment']): boolean {
  return appointment !== null && appointment.right === null;
}

/** Draws every screen; none may throw, and sums must add up. */
export function viewFaults(day: Day): string[] {
  try {
    const { totals } = floorView(day);
    const { issued, ...states } = totals;
    const sum = Object.values(states).reduce((left, right) => left + right, 0);
    const lobby = lobbyView(day);
    kioskView(day);
    for (const no of day.windows.keys()) {
      windowView(day, no, (id) => id);
      deskView(day, no);
      evaluatorView(day, no, (id) => id);
    }
    for (const ticket of day.tickets.values()) ticketView(day, ticket, (id) => id);
    const faults = sum === issued ? [] : ['views: the states do not add up to the issued'];
    return [...faults, ...lobbyFaults(day, lobby.calls)];
  } catch (error) {
    return [`views: ${String(error)}`];
  }
}

function lobbyFaults(day: Day, calls: ReturnType<typeof lobbyView>['calls']): string[] {
  const sinking = calls.every((row, place) => place === 0 || row.callSeq < at(calls, place - 1));
  const shown = new Set(calls.map((row) => row.ticket));
  const missing = [...day.tickets.values()].filter(
    ({ id, state }) => state.status === 'called' && !shown.has(id),
  );
  return [
    ...(sinking ? [] : ['views: calls are not newest first']),
    ...(shown.size === calls.length ? [] : ['views: a ticket has two rows']),
    ...missing.map(({ id }) => `views: ${id} is called, but not shown`),
  ];
}

function at(calls: ReturnType<typeof lobbyView>['calls'], place: number): number {
  return calls[place]?.callSeq ?? 0;
}
