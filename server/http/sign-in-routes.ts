/** Signing in and out, and who is signed in; the desk finds its window again after a reload. */
import { deleteCookie, setCookie } from 'hono/cookie';
import { clerkAt } from '../../shared/hall/window.ts';
import type { Session } from '../../shared/protocol/http.ts';
import { signInBody } from '../../shared/protocol/decode.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { StaffNo } from '../../shared/base/ids.ts';
import { must } from '../../shared/base/assert.ts';
import { staffKind } from '../people/identity.ts';
import { SESSION_COOKIE, SESSION_MS, sessionText } from '../people/sessions.ts';
import { problem } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

/** The routes of staff sessions. */
export function signInRoutes(services: Services): Route[] {
  return [
    {
      method: 'POST',
      path: '/api/sign-in',
      access: 'public',
      about: 'Signs a member of staff in: {staffNo, password}; sets the session cookie.',
      body: signInBody,
      handle: (c) => signIn(services, c),
    },
    {
      method: 'POST',
      path: '/api/sign-out',
      access: 'public',
      about: 'Ends the session of this browser.',
      handle: (c) => {
        deleteCookie(c, SESSION_COOKIE, { path: '/' });
        return c.json({ signedOut: true });
      },
    },
    {
      method: 'GET',
      path: '/api/session',
      access: 'staff',
      about: 'Who is signed in, and the window that this clerk has open.',
      handle: async (c, identity) => {
        const actor = identity && services.actor(identity.hall);
        if (identity?.kind !== 'staff' || !actor) return problem(c, 'not-signed-in');
        return c.json(await actor.read(({ day }) => sessionOf(day, identity.staffNo)));
      },
    },
  ];
}

async function signIn(services: Services, c: HallContext): Promise<Response> {
  const body = signInBody.safeParse(await c.req.json().catch(() => null));
  if (!body.success) return problem(c, 'malformed', body.error.issues[0]?.path.join('.'));
  const result = await services.people.signIn(body.data.staffNo, body.data.password);
  if (result.kind === 'locked') {
    c.header('Retry-After', String(Math.ceil((result.untilAt - Date.now()) / 1000)));
    return problem(c, 'too-many-tries');
  }
  const actor = result.kind === 'signed-in' ? services.actor(result.hall) : undefined;
  if (result.kind === 'wrong' || !actor) return problem(c, 'wrong-password');
  if (body.data.hall !== undefined && body.data.hall !== result.hall) {
    return problem(c, 'wrong-password');
  }
  const { staffNo } = result;
  const person = await actor.read(({ day }) => day.plan.staff.get(staffNo) ?? null);
  if (!person || person.retired) return problem(c, 'wrong-password');
  const text = sessionText(services.secrets, result, Date.now());
  setCookie(c, SESSION_COOKIE, text, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: SESSION_MS / 1000,
    secure: new URL(c.req.url).protocol === 'https:',
  });
  return c.json(await actor.read(({ day }) => sessionOf(day, result.staffNo)));
}

function sessionOf(day: Day, staffNo: StaffNo): Session {
  const { name, nameLatin, role } = must(day.plan.staff.get(staffNo), `staff ${staffNo}`);
  const window = [...day.windows.values()].find((row) => clerkAt(row) === staffNo);
  return {
    hall: day.hall,
    staffNo,
    name,
    nameLatin,
    role,
    kind: staffKind(role),
    window: window?.no ?? null,
  };
}
