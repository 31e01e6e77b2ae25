/**
 * What a kiosk looks up for the visitor before it: a ticket by its number, the results of an earlier
 * visit, an agent's registration. For kiosks alone; nothing here names a person or changes anything.
 */
import { businessDate, caseId, ticketId } from '../../shared/base/ids.ts';
import type { Agent } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { KioskTicket, PickupRow } from '../../shared/views/kiosk-ticket.ts';
import { kioskTicket, pickupRows } from '../../shared/views/kiosk-ticket.ts';
import type { Identity } from '../people/identity.ts';
import { papersOf } from './kiosk-papers.ts';
import { problem, refusal } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

const OF = /^(\d{4}-\d{2}-\d{2})\/([A-Z]\d{3,6}(?:~\d{4})?)(-\d{1,3})?$/;

/** The looking-up of kiosks. */
export function kioskRoutes(services: Services): Route[] {
  const base = '/api/halls/:hall/kiosk';
  const route = (path: string, about: string, work: Work): Route => ({
    ...{ method: 'GET', access: 'device', about },
    path: `${base}/${path}`,
    handle: (c, identity) => forKiosk(services, c, identity, work),
  });
  return [
    route('tickets/:ticket', 'Where a ticket stands, by its number.', ticket),
    route('papers/:token', 'The papers of a ticket, by the key in its code.', papersOf),
    route('pickups', 'Results of ?of=date/ticket or date/case.', pickups),
    route('agents/:agent', "An agent's registration, if it is valid today.", agent),
  ];
}

type Work = (services: Services, c: HallContext, day: Day) => Response | Promise<Response>;

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
  return work(services, c, day);
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
