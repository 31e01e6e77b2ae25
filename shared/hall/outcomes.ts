/**
 * What an outcome demands and leaves behind: what is missing and until when it is supplied, why a
 * case is refused, when its result is due, who took the result.
 */
import { businessDateAt } from '../calendar/business-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { BusinessDate } from '../base/ids.ts';
import { caseId } from '../base/ids.ts';
import type { CaseOutcome } from './command-words.ts';
import type { FinishCase } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import type { Case, Ticket } from './ticket.ts';

type Result = Partial<
  Pick<
    EventOf<'CaseFinished'>,
    'dueOn' | 'readyAt' | 'missing' | 'missingHash' | 'supplyBy' | 'reason' | 'recipient'
  >
>;

/** The rest of the outcome, or why it is not complete. */
export function resultOf(
  day: Day,
  ticket: Ticket,
  row: Case,
  command: FinishCase,
): Result | Refusal {
  const isResult = isResultToHandOut(ticket, row);
  if (isResult && ENDS_WITH_A_RESULT.has(command.outcome)) return refused('hand-over-needed');
  switch (command.outcome) {
    case 'closed':
    case 'withdrawn':
      return {};
    case 'accepted':
      return accepted(day, row, command);
    case 'supplement':
      return lacking(day, row, command);
    case 'acceptedWithGaps': {
      const promise = accepted(day, row, command);
      if ('refused' in promise) return promise;
      const gaps = lacking(day, row, command);
      return 'refused' in gaps ? gaps : { ...promise, ...gaps, supplyBy: supplyBy(day, command) };
    }
    case 'refused':
      return command.reason ? { reason: command.reason } : refused('reason-needed');
    case 'handedOver':
      if (!isResult) return refused('not-a-pickup', ticket.id);
      return command.recipient ? { recipient: command.recipient } : refused('recipient-needed');
  }
}

/** A matter that is done, or will be: a result to be fetched has been through that already. */
const ENDS_WITH_A_RESULT: ReadonlySet<CaseOutcome> = new Set([
  'closed',
  'accepted',
  'acceptedWithGaps',
]);

/** What a collection ticket came for; a matter added at its window is one like any other. */
function isResultToHandOut({ id, series, pickup }: Ticket, row: Case): boolean {
  return series === 'L' && (pickup === null || row.id === caseId(`${id}-1`));
}

/** A result that comes later is promised for a working day; an instant matter promises nothing. */
function accepted(day: Day, row: Case, { readyAt }: FinishCase): Result | Refusal {
  if (readyAt !== undefined && isPast(day, businessDateAt(readyAt))) {
    return refused('date-in-the-past');
  }
  const item = day.plan.items.get(row.item);
  const isLater = item !== undefined && item.kind !== 'instant';
  return {
    ...(isLater && { dueOn: workingDaysFromToday(day, item.promisedWorkingDays) }),
    ...(readyAt !== undefined && { readyAt }),
  };
}

/** What is missing: as the clerk says, or every mandatory material that was not ticked, and words. */
function lacking(day: Day, row: Case, command: FinishCase): Result | Refusal {
  if (command.supplyBy !== undefined && isPast(day, command.supplyBy)) {
    return refused('date-in-the-past');
  }
  const materials = day.plan.items.get(row.item)?.materials ?? [];
  const unticked = materials
    .filter(({ mandatory }, place) => mandatory && !row.has.has(place))
    .map(({ name }) => name);
  const missing = [...new Set(command.missing ?? unticked)];
  const isListed = (wanted: string) => materials.some(({ name }) => name === wanted);
  if (!missing.every(isListed)) return refused('unknown-material');
  const { missingHash, supplyBy: until } = command;
  if (missing.length === 0 && missingHash === undefined) return refused('nothing-missing');
  return {
    missing,
    ...(missingHash !== undefined && { missingHash }),
    ...(until !== undefined && { supplyBy: until }),
  };
}

function supplyBy(day: Day, command: FinishCase): BusinessDate {
  return command.supplyBy ?? workingDaysFromToday(day, day.plan.config.policy.supplyByWorkingDays);
}

function workingDaysFromToday(day: Day, days: number): BusinessDate {
  return addWorkingDays(day.plan.config.calendar, day.date, days);
}

function isPast(day: Day, date: BusinessDate): boolean {
  return date < day.date;
}
