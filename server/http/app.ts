/** The HTTP side of the server: one table of routes, each with its role, behind a few guards. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HttpBindings } from '@hono/node-server';
import { isDatabaseAway } from '../storage/database-error.ts';
import { adviceRoutes } from './advice-routes.ts';
import { appointmentRoutes } from './appointment-routes.ts';
import { bookedRoutes } from './booked-routes.ts';
import { commandRoute } from './command-route.ts';
import { configRoutes } from './config-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import { hallRoutes } from './hall-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { identifyRequest } from './identify.ts';
import { kioskRoutes } from './kiosk-routes.ts';
import { pageRoutes } from './pages.ts';
import { problem } from './problem.ts';
import { recordRoutes } from './record-routes.ts';
import type { HallContext, HallEnv, Route } from './routes.ts';
import { appOf, assertDeclared } from './routes.ts';
import type { Services } from './services.ts';
import { shadowRoutes } from './shadow-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

const BODY_MAX_BYTES = 65_536;
/** A manager's lists: three files of 10 MB, and a little for their quotes. */
const LISTS_MAX_BYTES = 32_000_000;
const LISTS = /^\/api\/halls\/[^/]+\/(import|config)(\/|$)/;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The app; throws when a route does not declare who may use it. */
export function makeApp(services: Services): Hono<HallEnv> {
  const routes: Route[] = [
    commandRoute(services),
    ...signInRoutes(services),
    ...hallRoutes(services),
    ...appointmentRoutes(services),
    ...bookedRoutes(services),
    ...deviceRoutes(services),
    ...kioskRoutes(services),
    ...configRoutes(services),
    ...adviceRoutes(services),
    ...shadowRoutes(services),
    ...recordRoutes(services),
    ...pageRoutes(services.settings.pagesDir),
  ];
  routes.push(...healthRoutes(services, () => routes));
  const table = appOf(routes, {
    identify: (c) => identifyRequest(c, services),
    isDemoMachine: (c) => services.settings.demo && isLoopback(c),
  });
  assertDeclared(table, routes);
  const app = new Hono<HallEnv>();
  app.use(guardOrigin);
  const onError = (c: HallContext) => problem(c, 'too-large');
  const short = bodyLimit({ maxSize: BODY_MAX_BYTES, onError });
  const long = bodyLimit({ maxSize: LISTS_MAX_BYTES, onError });
  app.use((c, next) => (LISTS.test(c.req.path) ? long(c, next) : short(c, next)));
  app.route('/', table);
  app.notFound((c) => problem(c, 'not-found'));
  app.onError((error, c) => {
    if (!isDatabaseAway(error)) services.onFault(error, c.req.path);
    return problem(c, 'unavailable');
  });
  return app;
}

/** A page of another origin may not act with the cookies of ours. */
async function guardOrigin(
  c: HallContext,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  const origin = c.req.header('origin');
  const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD' || origin === undefined;
  if (!isSafe && hostOf(origin) !== c.req.header('host')) return problem(c, 'forbidden');
  await next();
  return undefined;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** Whether the request comes from this machine itself, and not through a proxy on it. */
function isLoopback(c: HallContext): boolean {
  if (c.req.header('x-forwarded-for') !== undefined) return false;
  const { incoming } = c.env as Partial<HttpBindings>;
  return LOOPBACK.has(incoming?.socket.remoteAddress ?? '');
}
