/**
 * What a kiosk looks up for the visitor before it: a ticket by its number, the results of an earlier
 * visit, an agent's registration, the wait before a ticket is taken. For kiosks alone; nothing here names a
 * person or changes anything.
 */
import type { DeviceId } from '../../shared/base/ids.ts';
import { businessDate, caseId, ticketId } from '../../shared/base/ids.ts';
import type { Agent } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { commandBody, decodeCommand } from '../../shared/protocol/decode.ts';
import type { KioskTicket, PickupRow } from '../../shared/views/kiosk-ticket.ts';
import { kioskTicket, pickupRows } from '../../shared/views/kiosk-ticket.ts';
import type { TicketQuote } from '../../shared/views/ticket-quote.ts';
import { ticketQuote } from '../../shared/views/ticket-quote.ts';
import type { Identity } from '../people/identity.ts';
import { papersOf } from './kiosk-papers.ts';
import { problem, refusal } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

const OF = /^(\d{4}-\d{2}-\d{2})\/([A-Z]\d{3,6}(?:~\d{4})?)(-\d{1,3})?$/;

/** The looking-up of kiosks. */
export function kioskRoutes(services: Services): Route[] {
  const base = '/api/halls/:hall/kiosk';
  const route = (path: string, about: string, work: Work, more: Partial<Route> = {}): Route => ({
    ...{ method: 'GET', access: 'device', about },
    path: `${base}/${path}`,
    handle: (c, identity) => forKiosk(services, c, identity, work),
    ...more,
  });
  return [
    route('quotes', 'What a ticket would be told if it were taken now; takes none.', quote, {
      ...{ method: 'POST', body: commandBody },
    }),
    route('tickets/:ticket', 'Where a ticket stands, by its number.', ticket),
    route('papers/:token', 'The papers of a ticket, by the key in its code.', papersOf),
    route('pickups', 'Results of ?of=date/ticket or date/case.', pickups),
    route('agents/:agent', "An agent's registration, if it is valid today.", agent),
  ];
}

type Work = (
  services: Services,
  c: HallContext,
  day: Day,
  device: DeviceId,
) => Response | Promise<Response>;

async function forKiosk(
  services: Services,
  c: HallContext,
  identity: Identity | null,
  work: Work,
): Promise<Response> {
  const hall = c.req.param('hall') ?? '';
  const actor = services.actor(hall);
  if (!actor) return problem(c, 'unknown-hall');
  const isKiosk = identity?.kind === 'device' && identity.device.kind === 'kiosk';
  if (!isKiosk || identity.hall !== hall) return problem(c, 'forbidden');
  const { day } = await actor.stream();
  return work(services, c, day, identity.device.device);
}

/** The body is that of the command which takes the ticket. */
async function quote(
  { actor, clock, outlook }: Services,
  c: HallContext,
  { hall }: Day,
  device: DeviceId,
): Promise<Response> {
  const decoded = decodeCommand(await c.req.json().catch(() => null));
  if ('fault' in decoded) return problem(c, 'malformed', decoded.fault);
  const { command } = decoded;
  if (command.type !== 'issueTicket') return problem(c, 'malformed', 'type');
  const told = await actor(hall)?.read(({ day }) => {
    const known = outlook(hall, day.date);
    const at = Math.max(clock.now(), day.lastAt);
    const by = { kind: 'kiosk', device } as const;
    const decision = decide(day, command, { at, by, estimates: known.estimates });
    return isRefusal(decision) ? decision : ticketQuote(decision, known);
  });
  if (!told) return problem(c, 'unavailable');
  return isRefusal(told) ? refusal(c, told.refused, told.detail) : c.json<TicketQuote>(told);
}

function ticket({ outlook }: Services, c: HallContext, day: Day): Response {
  const id = ticketId(c.req.param('ticket') ?? '');
  const found = day.tickets.get(id);
  if (!found) return refusal(c, 'unknown-ticket', id);
  return c.json<KioskTicket>(kioskTicket(day, found, outlook(day.hall, day.date)));
}

async function pickups({ days }: Services, c: HallContext, { hall }: Day): Promise<Response> {
  const [, date, id, place = ''] = OF.exec(c.req.query('of') ?? '') ?? [];
  if (date === undefined || id === undefined || Number.isNaN(Date.parse(date))) {
    return problem(c, 'malformed', 'of');
  }
  const stream = await days.past(hall, businessDate(date));
  const only = place === '' ? null : caseId(id + place);
  const rows = stream ? pickupRows(stream.day, ticketId(id), only) : [];
  return c.json<{ rows: PickupRow[] }>({ rows });
}

function agent(_: Services, c: HallContext, day: Day): Response {
  const agentNo = c.req.param('agent') ?? '';
  const found = day.plan.agents.get(agentNo);
  if (!found) return refusal(c, 'unknown-agent', agentNo);
  if (found.validUntil < day.date) return refusal(c, 'agent-expired', found.validUntil);
  return c.json<Agent>(found);
}
