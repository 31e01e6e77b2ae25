/**
 * The rows beside the log that a batch of events changes: one final row per key, read from the state
 * after the batch. Written in the same statement as the events, see sql/append.sql.
 */
import type { CaseId, TicketId } from '../../shared/base/ids.ts';
import { must } from '../../shared/base/assert.ts';
import { ticketOfCase } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import { promptKey } from '../../shared/hall/day.ts';
import type { EventType, StoredEvent } from '../../shared/hall/events.ts';
import type { Case, Ticket } from '../../shared/hall/ticket.ts';

type Row = Readonly<Record<string, string | number | null>>;

export interface RowsBeside {
  readonly tickets: Row[];
  readonly cases: Row[];
  readonly calls: Row[];
  readonly prompts: Row[];
  readonly evaluations: Row[];
  readonly audit: Row[];
}

const STAFF = /^(clerk|manager):/;
/** What follows from an action by rule, in the same command; the action itself has its audit row. */
const CONSEQUENCES = new Set<EventType>([
  'PromptOpened',
  'PromptEnded',
  'TicketFinished',
  'TicketVoided',
]);

/** The final rows of everything that `events` touched; `day` must have folded them. */
export function rowsBeside(
  day: Day,
  events: readonly StoredEvent[],
  tokenHashOf: (ticket: TicketId) => string,
): RowsBeside {
  const stream = { hall_id: day.hall, business_date: day.date };
  const tickets = new Set<Ticket>();
  const prompts = new Set<string>();
  const calls: Row[] = [];
  const evaluations: Row[] = [];
  const audit: Row[] = [];
  for (const stored of events) {
    const { event, at, by, seq } = stored;
    for (const id of ticketsNamed(event)) tickets.add(must(day.tickets.get(id), id));
    if (event.type === 'PromptOpened' || event.type === 'PromptEnded') {
      prompts.add(promptKey(event.case, event.serviceSeq));
    }
    if (event.type === 'TicketCalled' || event.type === 'TicketRecalled') {
      calls.push({
        ...stream,
        call_seq: event.callSeq,
        ticket_id: event.ticket,
        window_no: event.window,
        at,
        recall: event.type === 'TicketRecalled' ? 1 : 0,
        why: event.type === 'TicketCalled' ? JSON.stringify(event.why) : null,
      });
    }
    if (event.type === 'CaseRated') {
      evaluations.push({
        ...stream,
        of_date: event.date,
        case_id: event.case,
        service_seq: event.serviceSeq,
        window_no: event.window,
        clerk: event.clerk,
        level: event.level,
        tags: event.tags.join('|'),
        channel: event.channel,
        text_hash: event.textHash ?? null,
        rated_at: at,
      });
    }
    if (STAFF.test(by) && !CONSEQUENCES.has(event.type)) {
      const { type, ...detail } = event;
      audit.push({ ...stream, seq, at, by, action: type, detail: JSON.stringify(detail) });
    }
  }
  return {
    tickets: [...tickets].map((ticket) => ticketRow(stream, ticket, tokenHashOf(ticket.id))),
    cases: [...tickets].flatMap((ticket) => ticket.cases.map((row) => caseRow(stream, row))),
    calls,
    prompts: [...prompts].map((key) => promptRow(stream, day, key)),
    evaluations,
    audit,
  };
}

/** The tickets whose rows the event changes. */
function ticketsNamed(event: StoredEvent['event']): readonly TicketId[] {
  if (event.type === 'ConfigPublished') return event.changes.map(({ ticket }) => ticket);
  return 'ticket' in event ? [event.ticket] : [];
}

type Stream = { readonly hall_id: string; readonly business_date: string };

function ticketRow(stream: Stream, ticket: Ticket, tokenHash: string): Row {
  const { state } = ticket;
  return {
    ...stream,
    ticket_id: ticket.id,
    series: ticket.series,
    number: ticket.number,
    zone: ticket.zone,
    status: state.status,
    window_no: 'window' in state ? state.window : null,
    arrived_at: ticket.arrivedAt,
    misses: ticket.misses,
    token_hash: tokenHash,
    person_hash: ticket.appointment?.person ?? null,
  };
}

function caseRow(stream: Stream, row: Case): Row {
  const { state } = row;
  const finished = state.status === 'finished' ? state : null;
  const id: CaseId = row.id;
  return {
    ...stream,
    case_id: id,
    ticket_id: ticketOfCase(id),
    item: row.item,
    status: state.status,
    outcome: finished?.outcome ?? null,
    service_seq: finished?.serviceSeq ?? null,
    window_no: finished?.window ?? null,
    clerk: finished?.clerk ?? null,
    finished_at: finished?.finishedAt ?? null,
  };
}

function promptRow(stream: Stream, day: Day, key: string): Row {
  const prompt = must(day.prompts.get(key), `prompt ${key}`);
  return {
    ...stream,
    case_id: prompt.case,
    service_seq: prompt.serviceSeq,
    window_no: prompt.window,
    clerk: prompt.clerk,
    opened_at: prompt.openedAt,
    outcome: prompt.outcome,
    ended_at: prompt.endedAt,
  };
}
