/** What pages and tools read of a hall: where they are, the catalogue, events, audit, one ticket. */
import { businessDate, hallId, ticketId } from '../../shared/base/ids.ts';
import type {
  AuditRow,
  Catalogue,
  Here,
  TicketPlace,
  TicketWords,
  VisitorRules,
} from '../../shared/protocol/http.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Policy } from '../../shared/hall/policy.ts';
import { hoursView } from '../../shared/views/hours.ts';
import { storedEvent } from '../storage/log-row.ts';
import type { Identity } from '../people/identity.ts';
import { problem } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';
import { wordsOn } from './words.ts';

const EVENTS_MAX = 1_000;
const AUDIT_MAX = 200;

/** The reading routes of halls. */
export function hallRoutes(services: Services): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/here',
      access: 'public',
      about: 'The hall that this server stands in, and its clock.',
      handle: (c) => here(services, c),
    },
    {
      method: 'GET',
      path: '/api/halls/:hall/catalogue',
      access: 'public',
      about: 'Zones, departments, items, packages and windows of a hall.',
      handle: (c) => catalogue(services, c),
    },
    {
      method: 'GET',
      path: '/api/halls/:hall/days/:date/events',
      access: 'inspect',
      about: `The events of a day after ?after=seq, at most ${String(EVENTS_MAX)}.`,
      handle: (c, identity) => events(services, c, identity),
    },
    {
      method: 'GET',
      path: '/api/halls/:hall/audit',
      access: 'inspect',
      about: 'Staff actions, newest first, ?limit=50.',
      handle: (c, identity) => audit(services, c, identity),
    },
    {
      method: 'GET',
      path: '/api/tickets/:token',
      access: 'public',
      about: "Which hall and day a visitor's ticket belongs to.",
      handle: async (c) => {
        const found = await services.findTicket(c.req.param('token') ?? '');
        return found ? c.json<TicketPlace>(found) : problem(c, 'not-found');
      },
    },
    {
      method: 'GET',
      path: '/api/tickets/:token/words',
      access: 'public',
      about: "What clerks wrote on what is missing, for the holder of the ticket's key.",
      handle: (c) => words(services, c),
    },
  ];
}

async function here({ settings, clock, actor }: Services, c: HallContext): Promise<Response> {
  const asked = c.req.query('hall') ?? settings.defaultHall;
  const found = actor(asked);
  if (!found) return problem(c, 'unknown-hall');
  const { day } = await found.stream();
  const body: Here = {
    hall: day.hall,
    hallName: day.plan.config.name,
    demo: day.plan.config.demo,
    at: clock.now(),
    speed: clock.speed,
    hours: hoursView(day),
    printerSimulator: settings.printerControlUrl !== null,
  };
  return c.json(body);
}

async function words(services: Services, c: HallContext): Promise<Response> {
  const found = await services.findTicket(c.req.param('token') ?? '');
  if (!found) return problem(c, 'not-found');
  const stream = await services.days.past(found.hall, businessDate(found.date));
  const ticket = stream?.day.tickets.get(ticketId(found.ticket));
  if (!ticket) return problem(c, 'not-found');
  c.header('Cache-Control', 'no-store');
  return c.json<TicketWords>(await wordsOn(services, found.hall, ticket));
}

async function catalogue({ actor }: Services, c: HallContext): Promise<Response> {
  const found = actor(c.req.param('hall') ?? '');
  if (!found) return problem(c, 'unknown-hall');
  const { day } = await found.stream();
  const { config } = day.plan;
  const tag = `"${config.hall}-${String(config.version)}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', 'no-cache');
  if (c.req.header('if-none-match') === tag) return c.body(null, 304);
  return c.json(catalogueOf(config));
}

/** What is offered; rows that the hall has retired stay in its configuration alone. */
function catalogueOf(config: HallConfig): Catalogue {
  const { hall, version, name, zones, departments, cutoffs, itemRules, slots, policy } = config;
  const priorityClasses = policy.priorityCredits ? config.priorityClasses : [];
  return {
    ...{ hall, version, name, zones, departments, cutoffs, itemRules, slots },
    items: config.items.filter(isOffered),
    packages: config.packages.filter(isOffered),
    windows: config.windows.filter(isOffered),
    terminals: config.terminals,
    priorityClasses: priorityClasses.filter((row) => row.enabled),
    rules: rulesOf(policy),
  };
}

function isOffered({ retired = false }: { readonly retired?: boolean }): boolean {
  return !retired;
}

function rulesOf(policy: Policy): VisitorRules {
  const { preOpenIssue, elderAgeYears, agentCasesPerTurn, agentBehindTickets } = policy;
  const { casesPerTicketMax, callsBeforeNoShow, reactivatedBehindTickets } = policy;
  const { missesBeforeVoid, stepAwayTicketsMax, bookEarlyMs, bookLateMs } = policy;
  const { bookMissedAfterMs, bookNeedsIdentity } = policy;
  return {
    ...{ preOpenIssue, elderAgeYears, agentCasesPerTurn, agentBehindTickets },
    ...{ casesPerTicketMax, callsBeforeNoShow, reactivatedBehindTickets },
    ...{ missesBeforeVoid, stepAwayTicketsMax, bookEarlyMs, bookLateMs, bookMissedAfterMs },
    bookNeedsIdentity,
  };
}

async function events(
  { log }: Services,
  c: HallContext,
  identity: Identity | null,
): Promise<Response> {
  const hall = hallId(c.req.param('hall') ?? '');
  const date = c.req.param('date') ?? '';
  const after = Number(c.req.query('after') ?? 0);
  if (identity?.hall !== hall) return problem(c, 'forbidden');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    return problem(c, 'malformed', 'date');
  }
  if (!Number.isSafeInteger(after) || after < 0) return problem(c, 'malformed', 'after');
  const rows = await log.readPage(hall, businessDate(date), after, EVENTS_MAX);
  return c.json({
    hall,
    date,
    events: rows.map((row) => ({ ...storedEvent(row), hash: row.hash })),
    more: rows.length === EVENTS_MAX,
  });
}

async function audit(
  { sql }: Services,
  c: HallContext,
  identity: Identity | null,
): Promise<Response> {
  const hall = c.req.param('hall') ?? '';
  const limit = Number(c.req.query('limit') ?? 50);
  if (identity?.hall !== hall) return problem(c, 'forbidden');
  if (!Number.isSafeInteger(limit) || limit < 1) return problem(c, 'malformed', 'limit');
  const rows = await sql<(Omit<AuditRow, 'detail'> & { detail: string })[]>`
    select business_date as date, seq, at, by, action, detail from audit
    where hall_id = ${hall} order by at desc, seq desc limit ${Math.min(limit, AUDIT_MAX)}`;
  return c.json(
    rows.map((row): AuditRow => ({ ...row, detail: JSON.parse(row.detail) as AuditRow['detail'] })),
  );
}
