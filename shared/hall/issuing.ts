/**
 * A visitor takes a ticket: the next number of the zone's series, with a case for each item. The
 * number comes from the state that commits with the ticket, so none is skipped (a database sequence
 * is not gapless). Which windows the cases take is planned in visit-plan.ts.
 */
import { caseId, ticketId } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { Brought } from './command-words.ts';
import type { SkipNumbers } from './system-commands.ts';
import type { IssueTicket } from './visit-commands.ts';
import type { PriorityClass, Series } from './config.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { forecastBefore, forecastFor } from './estimates.ts';
import type { IssuedCase } from './visit-events.ts';
import { mayIssue } from './opening.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { canServe } from './routing/eligible.ts';
import type { Seeker } from './routing/eligible.ts';
import type { Queue } from './routing/place.ts';
import { aheadOfKey, behindKey } from './routing/place.ts';
import { promiseFor } from './routing/promise.ts';
import { sinceBatch } from './since-batch.ts';
import type { Ticket } from './ticket.ts';
import type { PlannedVisit } from './visit-plan.ts';
import { planVisit } from './visit-plan.ts';
import { clerkAt } from './window.ts';
import { wishOf } from './wish.ts';

const SERIES_DIGITS = 3;

/** Issues one ticket for one or several items; refuses what nobody here could handle. */
export function issueTicket(day: Day, command: IssueTicket, ctx: CommandContext): Decision {
  const { at, by } = ctx;
  const { pickup, agent } = command;
  const isAgent = agent !== undefined;
  const isPickup = pickup !== undefined;
  const stranger = isAgent ? agentRefusal(day, agent) : null;
  if (stranger) return stranger;
  const plan = planVisit(day, { ...command, isAgent, isPickup });
  if (isRefusal(plan)) return plan;
  const closed = closedFor(day, plan, isPickup, at);
  if (closed) return closed;
  const priority = priorityOf(day, command, by.kind === 'manager' || by.kind === 'guide');
  if (priority && isRefusal(priority)) return priority;
  if (priority && by.kind === 'guide' && !command.evidence) return refused('evidence-needed');
  const { series, zone } = plan;
  const number = (day.lastNumber.get(series) ?? 0) + 1;
  const ticket = ticketId(`${series}${String(number).padStart(SERIES_DIGITS, '0')}`);
  const cases = casesOf(day, plan, ticket, command.brought ?? []);
  if (isRefusal(cases)) return cases;
  const { priorityCredits } = day.plan.config.policy;
  const creditMs = priority && priorityCredits ? priority.creditMinutes * MINUTE_MS : 0;
  const orderKey = at - creditMs;
  // Who fetches a result, or may be called by nobody who is here, is not the newcomer that the
  // estimate of the zone speaks of.
  const isKnown = !isPickup && isServedNow(day, plan);
  const { estimates } = ctx;
  const placed = { ...plan, stop: 1, orderKey, creditMs };
  const forecast = isKnown && estimates ? forecastAt(day, placed, ctx) : undefined;
  const told = forecast && estimates && sinceBatch(day, forecast, placed, { estimates, at });
  return [
    {
      type: 'TicketIssued',
      ...{ ticket, series, number, zone, cases },
      ...(plan.package !== null && { package: plan.package }),
      ...(priority && { class: priority.code }),
      ...(priority && command.evidence && { evidence: command.evidence }),
      ...(command.accessible === true && { accessible: true }),
      ...(isAgent && { agent }),
      ...(isPickup && { pickup }),
      creditMs,
      language: command.language ?? 'zh-Hans',
      arrivedAt: at,
      orderKey,
      ahead: aheadOfKey(day, plan, orderKey, at),
      ...promiseFor(day, placed, at),
      ...(by.kind === 'kiosk' && { kiosk: by.device }),
      ...(told && { forecast: told }),
    },
  ];
}

type Place = Seeker & Queue & Pick<Ticket, 'creditMs' | 'orderKey'>;

/** What is told of the wait at this place: of its windows' newcomers, or of whom a credit passes. */
function forecastAt(day: Day, placed: Place, ctx: CommandContext) {
  const estimates = ctx.estimates ?? null;
  const { zone, series, creditMs, orderKey } = placed;
  const newcomer = { zone, wish: wishOf(day, placed) };
  if (creditMs === 0) return forecastFor(estimates, newcomer);
  const behind = behindKey(day, { zone, series }, orderKey, ctx.at).map(({ id }) => id);
  return forecastBefore(estimates, newcomer, behind, ctx.at);
}

/** Whether somebody at a window may take the first stop; true before anybody has sat down. */
function isServedNow(day: Day, plan: PlannedVisit): boolean {
  const seats = [...day.windows.values()].map((window) => ({ window, clerk: clerkAt(window) }));
  const taken = seats.filter(({ clerk }) => clerk !== null);
  const serves = ({ window, clerk }: (typeof seats)[number]) =>
    clerk !== null && canServe(day, { ...plan, stop: 1 }, window, clerk);
  return taken.length === 0 || taken.some(serves);
}

/** Agents (代办员) are registered, each until a day that the registration names. */
function agentRefusal(day: Day, agentNo: string): Refusal | null {
  const agent = day.plan.agents.get(agentNo);
  if (!agent) return refused('unknown-agent', agentNo);
  return agent.validUntil < day.date ? refused('agent-expired', agent.validUntil) : null;
}

/** Fetching a result needs an open hall; an item's own times and quota bind new matters alone. */
function closedFor(day: Day, plan: PlannedVisit, isPickup: boolean, at: number): Refusal | null {
  const items = isPickup ? [] : plan.cases.map(({ item }) => item);
  return mayIssue(day, { items, package: plan.package, at });
}

/**
 * The cases with the materials that the visitor has ticked as brought. Where an agent brings the
 * same item several times, its first row of materials is the first case's, and so on.
 */
function casesOf(
  day: Day,
  plan: PlannedVisit,
  ticket: string,
  brought: readonly Brought[],
): readonly IssuedCase[] | Refusal {
  const rest = [...brought];
  const cases = plan.cases.map(({ item, stop }, index): IssuedCase => {
    const place = rest.findIndex((row) => row.item === item);
    const [row] = place < 0 ? [] : rest.splice(place, 1);
    const has = [...new Set(row?.materials)].sort((left, right) => left - right);
    return {
      case: caseId(`${ticket}-${String(index + 1)}`),
      item,
      ...(stop > 1 && { stop }),
      ...(has.length > 0 && { has }),
    };
  });
  const isKnown = cases.every(({ item, has = [] }) => {
    const materials = day.plan.items.get(item)?.materials ?? [];
    return has.every((place) => place < materials.length);
  });
  return rest.length === 0 && isKnown ? cases : refused('unknown-material');
}

function priorityOf(
  day: Day,
  command: IssueTicket,
  approved: boolean,
): PriorityClass | Refusal | null {
  if (command.class === undefined) return null;
  const priority = day.plan.classes.get(command.class);
  if (!priority?.enabled) return refused('unknown-class', command.class);
  if (priority.needsApproval && !approved) return refused('class-needs-approval');
  return priority;
}

/** Passes over numbers that were printed before a backup was restored. */
export function skipNumbers(day: Day, command: SkipNumbers): Decision {
  const last = day.lastNumber.get(command.series as Series) ?? 0;
  if (command.to <= last) return refused('nothing-due');
  return [{ type: 'NumbersSkipped', series: command.series, from: last + 1, to: command.to }];
}
