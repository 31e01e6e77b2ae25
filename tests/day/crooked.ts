/**
 * What goes awry while a visitor is served: at most one thing for one visit at a window, before the
 * next case is finished. Each is tried as a clerk would try it, by what the desk shows; what the
 * hall refuses is no case, and comes up again at the next visit.
 */
import { pick } from '../../shared/base/seeded-random.ts';
import { HOLD_REASONS } from '../../shared/hall/command-words.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskTicket } from '../../shared/views/desk-ticket.ts';
import type { Awkward } from './awkward.ts';
import { between } from './chance.ts';
import type { Clerk } from './clerk.ts';
import { holds, placeTakes } from './skills.ts';

const CONSULT_MS = 90_000;

/** `gone`: the visitor is no longer at this window. */
type Outcome = 'gone' | 'stays' | 'not now';
type Trick = (clerk: Clerk, view: DeskView, ticket: DeskTicket) => Promise<Outcome>;

/** In the order of trying. */
const TRICKS: readonly (readonly [Awkward, Trick])[] = [
  ['plan-stop', leaveToAnother],
  ['wrong-item-elsewhere', recodeElsewhere],
  ['wrong-item', recode],
  ['transfer-window', transferToWindow],
  ['transfer-clerk', transferToClerk],
  ['transfer-zone', transferToZone],
  ['hold', hold],
  ['consult', consult],
];

/** Does one of them when its turn has come; `gone` when the visitor has left the window by it. */
export async function somethingAwry(
  clerk: Clerk,
  view: DeskView,
  ticket: DeskTicket,
): Promise<'gone' | 'stays' | 'nothing'> {
  const { deck } = clerk.day;
  for (const [name, trick] of TRICKS) {
    if (!deck.due(name)) continue;
    const outcome = await trick(clerk, view, ticket);
    if (outcome !== 'not now') return outcome;
    deck.giveBack(name);
  }
  return 'nothing';
}

/** The cases that are due at this window. */
export function casesHere(ticket: DeskTicket) {
  return ticket.cases.filter((row) => row.status === 'draft' && row.stop === ticket.stop);
}

async function hold(clerk: Clerk, _: DeskView, ticket: DeskTicket): Promise<Outcome> {
  const answer = await clerk.press('holdTicket', { reason: pick(clerk.random, HOLD_REASONS) });
  if (answer?.outcome !== 'accepted') return 'not now';
  clerk.day.floor.sendOff(ticket.id);
  return 'gone';
}

async function consult(clerk: Clerk): Promise<Outcome> {
  const { day, window } = clerk;
  const started = await clerk.press('consultChief');
  if (started?.outcome !== 'accepted') return 'not now';
  await day.pace.sleep(CONSULT_MS * day.timeFactor * between(clerk.random, 0.5, 2));
  await clerk.press('endConsult', { window, approved: clerk.random() < 0.8 });
  return 'stays';
}

async function recode(clerk: Clerk, _: DeskView, ticket: DeskTicket): Promise<Outcome> {
  const [row] = casesHere(ticket);
  if (!row || ticket.package !== null) return 'not now';
  const item = similar(clerk, ticket, (one) => holds(clerk.person, one));
  if (!item) return 'not now';
  const answer = await clerk.press('recodeCase', { case: row.case, item: item.code });
  return answer?.outcome === 'accepted' ? 'stays' : 'not now';
}

/** The right item is one that this clerk may not handle and a colleague at another window may. */
async function recodeElsewhere(clerk: Clerk, view: DeskView, ticket: DeskTicket): Promise<Outcome> {
  const [row] = casesHere(ticket);
  if (!row || ticket.package !== null || ticket.pickup) return 'not now';
  const { hall } = clerk.day;
  const others = view.targets.flatMap((target) => {
    const person = hall.staff.find(({ staffNo }) => staffNo === target.clerk.staffNo);
    const place = hall.windows.find(({ no }) => no === target.window);
    return person && place ? [{ person, place }] : [];
  });
  const item = similar(
    clerk,
    ticket,
    (one) =>
      !holds(clerk.person, one) &&
      others.some(
        ({ person, place }) =>
          holds(person, one) && placeTakes(place, { items: [one], packageZone: null }),
      ),
  );
  if (!item) return 'not now';
  const answer = await clerk.press('recodeCase', { case: row.case, item: item.code });
  if (answer?.outcome !== 'accepted') return 'not now';
  return casesHere(ticket).length > 1 ? 'stays' : 'gone';
}

/** Another item, of the same department if there is one, that the visitor does not have yet. */
function similar(
  clerk: Clerk,
  ticket: DeskTicket,
  fits: (item: ServiceItem) => boolean,
): ServiceItem | undefined {
  const taken = new Set(ticket.cases.map((row) => row.item));
  const department = casesHere(ticket)[0]?.department;
  const fitting = clerk.day.hall.items.filter((item) => !taken.has(item.code) && fits(item));
  const near = fitting.filter((item) => item.department === department);
  const from = near.length > 0 ? near : fitting;
  return from.length > 0 ? pick(clerk.random, from) : undefined;
}

function transferToWindow(clerk: Clerk, view: DeskView): Promise<Outcome> {
  const target = targetOf(clerk, view);
  return target ? transfer(clerk, { kind: 'window', window: target.window }) : notNow();
}

function transferToClerk(clerk: Clerk, view: DeskView): Promise<Outcome> {
  const target = targetOf(clerk, view);
  return target ? transfer(clerk, { kind: 'clerk', clerk: target.clerk.staffNo }) : notNow();
}

function transferToZone(clerk: Clerk, view: DeskView, ticket: DeskTicket): Promise<Outcome> {
  if (!targetOf(clerk, view)) return notNow();
  return transfer(clerk, { kind: 'zone', zone: ticket.zone });
}

function notNow(): Promise<Outcome> {
  return Promise.resolve('not now');
}

function targetOf(clerk: Clerk, { targets }: DeskView) {
  const able = targets.filter(({ canTake, status }) => canTake && status !== 'paused');
  return able.length > 0 ? pick(clerk.random, able) : undefined;
}

async function transfer(clerk: Clerk, to: object): Promise<Outcome> {
  const answer = await clerk.press('transferTicket', { to, reason: 'other' });
  return answer?.outcome === 'accepted' ? 'gone' : 'not now';
}

/** The last of several cases is left to another window. */
async function leaveToAnother(clerk: Clerk, _: DeskView, ticket: DeskTicket): Promise<Outcome> {
  const here = casesHere(ticket);
  const last = here.at(-1);
  if (here.length < 2 || !last || ticket.agent) return 'not now';
  const answer = await clerk.press('planStop', { cases: [last.case] });
  return answer?.outcome === 'accepted' ? 'stays' : 'not now';
}
