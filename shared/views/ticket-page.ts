/**
 * The visitor's own page, from the QR on the ticket: where the ticket stands, and the cases left to
 * rate. Made for one ticket; whoever holds its token sees it, so it names nobody but the window.
 */
import type { CaseId, TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import { nextDate, startOfDay } from '../calendar/business-date.ts';
import type { CaseOutcome } from '../hall/commands.ts';
import type { Day, Prompt } from '../hall/day.ts';
import { promptKey } from '../hall/day.ts';
import { peopleAhead, windowTakes } from '../hall/routing.ts';
import type { Case, Ticket, TicketStatus } from '../hall/ticket.ts';
import type { Language, Names } from '../text/language.ts';
import type { MintNonce, RatingScale } from './evaluator-prompt.ts';
import { scaleOf } from './evaluator-prompt.ts';

const DAY_MS = 24 * 3_600_000;

export interface PhoneCase {
  readonly case: CaseId;
  readonly name: Names;
  readonly status: 'draft' | 'finished' | 'dropped';
  readonly outcome: CaseOutcome | null;
  /** Set while the case can be rated from here. */
  readonly nonce: string | null;
  /** The visitor's own rating, once given. */
  readonly level: number | null;
}

export interface TicketView {
  readonly hallName: Names;
  readonly ticket: TicketId;
  readonly language: Language;
  readonly status: TicketStatus;
  readonly zone: ZoneCode;
  readonly zoneName: Names;
  readonly floor: number;
  readonly way: Names;
  readonly arrivedAt: number;
  /** While waiting: how many of the zone come first. */
  readonly ahead: number | null;
  /** Open windows that may call this ticket. */
  readonly windows: readonly WindowNo[];
  /** Called, served, missed or done at this window. */
  readonly window: WindowNo | null;
  readonly windowName: Names | null;
  readonly lastCallAt: number | null;
  readonly calls: number;
  readonly canCancel: boolean;
  readonly canReturn: boolean;
  readonly cases: readonly PhoneCase[];
  /** Until when unrated cases may be rated; the scale comes along while there are any. */
  readonly rateUntilAt: number;
  readonly scale: RatingScale | null;
}

/** The view of the topic `ticket/{token}`. */
export function ticketView(day: Day, ticket: Ticket, nonceOf: MintNonce): TicketView {
  const { state } = ticket;
  const zone = must(day.plan.zones.get(ticket.zone), `zone ${ticket.zone}`);
  const window = 'window' in state ? state.window : null;
  const cases = ticket.cases.map((row) => phoneCase(day, row, nonceOf));
  const rateable = cases.some((row) => row.nonce !== null);
  return {
    hallName: day.plan.config.name,
    ticket: ticket.id,
    language: ticket.language,
    status: state.status,
    zone: ticket.zone,
    zoneName: zone.name,
    floor: zone.floor,
    way: zone.way,
    arrivedAt: ticket.arrivedAt,
    ahead: state.status === 'waiting' ? peopleAhead(day, ticket) : null,
    windows: openWindowsFor(day, ticket),
    window,
    windowName: window === null ? null : (day.plan.windows.get(window)?.name ?? null),
    lastCallAt: state.status === 'called' ? state.lastCallAt : null,
    calls: state.status === 'called' ? state.calls : 0,
    canCancel: ['waiting', 'called', 'noShow'].includes(state.status) && day.phase === 'open',
    canReturn: state.status === 'noShow' && day.phase === 'open',
    cases,
    rateUntilAt: startOfDay(nextDate(day.date)) + day.plan.config.policy.lateRatingDays * DAY_MS,
    scale: rateable ? scaleOf(day) : null,
  };
}

/** Open windows that may take the ticket, whoever sits there. */
export function openWindowsFor(day: Day, ticket: Ticket): WindowNo[] {
  return [...day.windows.values()]
    .filter((window) => window.state.status !== 'closed' && windowTakes(day, ticket, window))
    .map((window) => window.no);
}

function phoneCase(day: Day, row: Case, nonceOf: MintNonce): PhoneCase {
  const { state } = row;
  const prompt: Prompt | undefined =
    state.status === 'finished' ? day.prompts.get(promptKey(row.id, state.serviceSeq)) : undefined;
  return {
    case: row.id,
    name: must(day.plan.items.get(row.item), `item ${row.item}`).name,
    status: state.status,
    outcome: state.status === 'finished' ? state.outcome : null,
    nonce: prompt && !prompt.rating ? nonceOf(row.id, prompt.serviceSeq) : null,
    level: prompt?.rating?.level ?? null,
  };
}
