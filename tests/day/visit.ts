/**
 * The visit at the window, one step for one glance at the desk: wait for the visitor to hear the
 * call and come, call again, give up, start, add a case, finish the next case.
 */
import { pick } from '../../shared/base/seeded-random.ts';
import { CASE_OUTCOMES } from '../../shared/hall/commands.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { DeskTicket, DeskView } from '../../shared/views/clerk-desk.ts';
import { happens, weighted } from './chance.ts';
import type { Clerk } from './clerk.ts';
import { holds } from './skills.ts';
import { serviceMs } from './visitors.ts';

const HEARD_WALL_MS = 2_000;
const ADDS_CASE = 0.04;
const UNDOES = 0.01;
const CASES_MAX = 20;
const NEAR_MISS_MS = 500;
const OUTCOME_WEIGHTS = [0.62, 0.26, 0.08, 0.01, 0.03];

/** Does the next thing that the desk asks for. */
export async function handleVisit(clerk: Clerk, view: DeskView): Promise<void> {
  const { ticket } = view;
  if (!ticket) return;
  if (ticket.status === 'called') await awaitVisitor(clerk, ticket);
  else await serve(clerk, ticket);
}

async function awaitVisitor(clerk: Clerk, ticket: DeskTicket): Promise<void> {
  const { day } = clerk;
  const present = day.floor.holderOf(ticket.id);
  if (ticket.calls === 1 && happens(clerk.random, UNDOES)) {
    const answer = await clerk.press('undoCall');
    if (answer?.outcome === 'accepted') return;
  }
  const comes = present?.stay === 'waiting' && (await hears(clerk, ticket));
  const walkMs = comes ? present.visitor.walkMs : Infinity;
  const untilRecallMs = Math.max(0, (ticket.recallFromAt ?? 0) - day.clock.now());
  const recallPaceMs = (untilRecallMs / day.clock.speed) * day.pace.speed;
  if (walkMs <= recallPaceMs || (comes && ticket.calls > 1)) {
    await day.pace.sleep(walkMs);
    if (isStillHere(clerk, ticket)) await clerk.press('startService');
    return;
  }
  await day.clock.sleep(untilRecallMs + NEAR_MISS_MS);
  if (!isStillHere(clerk, ticket)) return;
  if (ticket.callsMissing > 0) {
    await clerk.press('recallTicket');
    return;
  }
  const answer = await clerk.press('markNoShow');
  if (answer?.outcome === 'accepted') day.floor.miss(ticket.id);
}

/** Whether the screens show the latest call or recall of the ticket. */
function hears({ day, calls, window }: Clerk, ticket: DeskTicket): Promise<boolean> {
  return day.floor.isCalled(ticket.id, window, calls.get(ticket.id) ?? 1, HEARD_WALL_MS);
}

/** The desk still shows this ticket: it may have been cancelled by phone meanwhile. */
function isStillHere(clerk: Clerk, ticket: DeskTicket): boolean {
  return clerk.desk.view?.ticket?.id === ticket.id;
}

async function serve(clerk: Clerk, ticket: DeskTicket): Promise<void> {
  const { day } = clerk;
  const open = ticket.cases.filter((row) => row.status === 'draft');
  const [next] = open;
  if (!next) {
    await clerk.desk.change(1_000);
    return;
  }
  const visitor = day.floor.holderOf(ticket.id)?.visitor;
  const index = ticket.cases.indexOf(next);
  const item = day.hall.items.find((row) => row.code === next.item);
  const knownMs = visitor?.serviceMs[index];
  const tookMs = knownMs ?? (item ? serviceMs(item, day.timeFactor, clerk.random) : 60_000);
  await day.pace.sleep(tookMs);
  if (index === 0 && ticket.cases.length < CASES_MAX && happens(clerk.random, ADDS_CASE)) {
    const further = item && anotherOf(clerk, ticket, item);
    if (further) await clerk.press('addCase', { item: further.code });
  }
  await clerk.press('finishCase', { case: next.case, outcome: outcome(clerk) });
}

function anotherOf(clerk: Clerk, ticket: DeskTicket, item: ServiceItem): ServiceItem | undefined {
  const taken = new Set(ticket.cases.map((row) => row.item));
  const near = clerk.day.hall.items.filter(
    (row) =>
      row.department === item.department &&
      row.zone === item.zone &&
      !taken.has(row.code) &&
      holds(clerk.person, row),
  );
  return near.length > 0 ? pick(clerk.random, near) : undefined;
}

function outcome(clerk: Clerk): string {
  const rows = CASE_OUTCOMES.map((code, index) => ({ code, weight: OUTCOME_WEIGHTS[index] ?? 0 }));
  return weighted(clerk.random, rows, (row) => row.weight)?.code ?? 'closed';
}
