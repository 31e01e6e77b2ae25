/** Proves who asks: by the Authorization header alone if there is one, else by the staff cookie. */
import type { IncomingMessage } from 'node:http';
import { getCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import { clerkAt } from '../../shared/hall/window.ts';
import type { Identity } from '../people/identity.ts';
import { SESSION_COOKIE, readSession } from '../people/sessions.ts';
import type { HallContext } from './routes.ts';
import type { Services } from './services.ts';

type Parts = Pick<Services, 'devices' | 'findTicket' | 'secrets' | 'actor' | 'liveTickets'>;

/** The identity behind a request, or null. */
export async function identifyRequest(c: HallContext, parts: Parts): Promise<Identity | null> {
  return identify(parts, c.req.header('authorization'), getCookie(c, SESSION_COOKIE));
}

/** The identity behind a socket: its one-time ticket, its header, or the staff cookie. */
export async function identifySocket(
  request: IncomingMessage,
  parts: Parts,
): Promise<Identity | null> {
  const ticket = new URL(request.url ?? '/', 'http://hall').searchParams.get('ticket');
  if (ticket !== null) return parts.liveTickets.use(ticket);
  const cookies = parse(request.headers.cookie ?? '', SESSION_COOKIE);
  return identify(parts, request.headers.authorization, cookies[SESSION_COOKIE]);
}

async function identify(
  parts: Parts,
  authorization: string | undefined,
  cookie: string | undefined,
): Promise<Identity | null> {
  if (authorization !== undefined) return byHeader(parts, authorization);
  const session = readSession(parts.secrets, cookie, Date.now());
  const actor = session && parts.actor(session.hall);
  if (!session || !actor) return null;
  const { day } = await actor.stream();
  const person = day.plan.staff.get(session.staffNo);
  if (!person) return null;
  // Whoever has left serves the visitor at the window to the end, and then is nobody here.
  const isAtWindow = [...day.windows.values()].some((row) => clerkAt(row) === person.staffNo);
  if (person.retired && !isAtWindow) return null;
  return { kind: 'staff', hall: session.hall, staffNo: session.staffNo, role: person.role };
}

async function byHeader(parts: Parts, authorization: string): Promise<Identity | null> {
  const [scheme, secret] = authorization.split(' ');
  if (!secret) return null;
  if (scheme === 'Device') {
    const device = await parts.devices.byKey(secret);
    return device && { kind: 'device', hall: device.hall, device };
  }
  if (scheme === 'Ticket') {
    const place = await parts.findTicket(secret);
    return place && { kind: 'visitor', ...place, token: secret };
  }
  return null;
}
