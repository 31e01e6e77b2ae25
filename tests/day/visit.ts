/**
 * The visit at the window, one step for one glance at the desk: wait for the visitor to hear the
 * call and come, call again, give up, start, whatever goes awry, tick what is there, add a case,
 * finish the next case with its outcome.
 */
import { pick } from '../../shared/base/seeded-random.ts';
import type { CaseOutcome } from '../../shared/hall/command-words.ts';
import { RECIPIENTS, REFUSAL_REASONS } from '../../shared/hall/command-words.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskCase, DeskTicket } from '../../shared/views/desk-ticket.ts';
import { between, happens, weighted } from './chance.ts';
import type { Clerk } from './clerk.ts';
import { casesHere, somethingAwry } from './crooked.ts';
import { holds } from './skills.ts';
import { serviceMs } from './visitors.ts';

const HEARD_WALL_MS = 2_000;
const TICKS = 0.15;
const CASES_MAX = 20;
const NEAR_MISS_MS = 500;
const HOUR_MS = 3_600_000;
/** What is left when no gap, notice or refusal is due. */
const PLAIN_OUTCOMES: readonly (readonly [CaseOutcome, number])[] = [
  ['closed', 0.68],
  ['accepted', 0.29],
  ['withdrawn', 0.03],
];

/** Does the next thing that the desk asks for. */
export async function handleVisit(clerk: Clerk, view: DeskView): Promise<void> {
  const { ticket } = view;
  if (!ticket) return;
  if (ticket.status === 'called') await awaitVisitor(clerk, ticket);
  else await serve(clerk, view, ticket);
}

async function awaitVisitor(clerk: Clerk, ticket: DeskTicket): Promise<void> {
  const { day } = clerk;
  const present = day.floor.holderOf(ticket.id);
  if (ticket.calls === 1 && day.deck.due('undo')) {
    const answer = await clerk.press('undoCall');
    if (answer?.outcome === 'accepted') return;
    day.deck.giveBack('undo');
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

async function serve(clerk: Clerk, view: DeskView, ticket: DeskTicket): Promise<void> {
  const { day } = clerk;
  const [next] = casesHere(ticket);
  if (!next || ticket.consult) {
    if (ticket.consult) await clerk.press('endConsult', { window: clerk.window, approved: true });
    else await clerk.desk.change(1_000);
    return;
  }
  // One thing awry at most for each visit at a window, looked for before its first case.
  if (clerk.isFresh(ticket)) {
    const awry = await somethingAwry(clerk, view, ticket);
    if (awry !== 'nothing') return;
  }
  const visitor = day.floor.holderOf(ticket.id)?.visitor;
  const index = ticket.cases.indexOf(next);
  const item = day.hall.items.find((row) => row.code === next.item);
  const knownMs = visitor?.serviceMs[index];
  const tookMs = knownMs ?? (item ? serviceMs(item, day.timeFactor, clerk.random) : 60_000);
  await day.pace.sleep(tookMs);
  if (
    index === 0 &&
    ticket.cases.length < CASES_MAX &&
    !ticket.pickup &&
    day.deck.due('add-case')
  ) {
    const further = item && anotherOf(clerk, ticket, item);
    if (further) await clerk.press('addCase', { item: further.code });
    else day.deck.giveBack('add-case');
  }
  await finish(clerk, ticket, next);
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

/** What is there is ticked, and the case ends with its outcome and what that asks for. */
async function finish(clerk: Clerk, ticket: DeskTicket, row: DeskCase): Promise<void> {
  const { deck, clock } = clerk.day;
  const end = (outcome: CaseOutcome, rest: object = {}) =>
    clerk.press('finishCase', { case: row.case, outcome, ...rest });
  const missing = row.materials.findIndex(
    ({ mandatory }, place) => mandatory && !row.has.includes(place),
  );
  const present = row.materials.findIndex((_, place) => place !== missing);
  if (present >= 0 && !row.has.includes(present) && happens(clerk.random, TICKS)) {
    await clerk.press('tickMaterial', { case: row.case, material: present, has: true });
  }
  if (ticket.pickup) {
    await end('handedOver', { recipient: pick(clerk.random, RECIPIENTS) });
    return;
  }
  const name = row.materials[Math.max(0, missing)]?.name ?? 'form';
  if (deck.due('gaps')) await end('acceptedWithGaps', { missing: [name] });
  else if (deck.due('notice')) await end('supplement', { missing: [name] });
  else if (deck.due('refusal'))
    await end('refused', { reason: pick(clerk.random, REFUSAL_REASONS) });
  else {
    const outcome = weighted(clerk.random, PLAIN_OUTCOMES, ([, weight]) => weight)?.[0] ?? 'closed';
    const readyAt = Math.round(clock.now() + between(clerk.random, 24, 72) * HOUR_MS);
    await end(outcome, outcome === 'accepted' && row.kind !== 'instant' ? { readyAt } : {});
  }
}
