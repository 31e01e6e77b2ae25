/** How the server is: health, how durably the database writes, metrics, the API's description. */
import { z } from 'zod';
import { SESSION_COOKIE } from '../people/sessions.ts';
import { isDatabaseAway } from '../storage/database-error.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

/** Any one of them; `x-access` says which kinds of people or devices a route is for. */
const SECURITY = [{ staff: [] }, { deviceOrTicket: [] }];
const SECURITY_SCHEMES = {
  staff: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
  deviceOrTicket: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`Device <key>` of a kiosk, screen or evaluator, or `Ticket <token>` of a visitor',
  },
};

interface Durability {
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly data_checksums: string;
}

/** The routes of operation; `routes` gives the whole table for the description. */
export function healthRoutes(services: Services, routes: () => readonly Route[]): Route[] {
  return [
    {
      method: 'GET',
      path: '/health',
      access: 'public',
      about: 'Version, database, halls, clock.',
      handle: (c) => health(services, c),
    },
    {
      method: 'GET',
      path: '/health/durability',
      access: 'public',
      about: 'The settings of the database on which durability rests.',
      handle: async (c) => {
        const found = await durability(services);
        return c.json({ durable: isDurable(found), ...found });
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      access: 'public',
      about: 'Counters for Prometheus.',
      handle: async (c) =>
        c.body(await services.metrics.text(), 200, {
          'content-type': services.metrics.contentType,
        }),
    },
    {
      method: 'POST',
      path: '/api/clock/confirm-jump',
      access: 'manager',
      about: "Follows the machine's clock after it was set by more than a minute.",
      handle: (c) => {
        services.clock.confirmJump();
        return c.json({ at: services.clock.now() });
      },
    },
    {
      method: 'GET',
      path: '/openapi.json',
      access: 'public',
      about: 'This interface, described.',
      handle: (c) => c.json(description(services, routes())),
    },
  ];
}

async function health(services: Services, c: HallContext): Promise<Response> {
  const { settings, clock, halls } = services;
  const common = { version: settings.version, at: clock.now(), clockJumpMs: clock.jumpMs() };
  const kind = settings.databaseKind;
  try {
    const durable = isDurable(await durability(services));
    const { rolesSeparated } = settings;
    const database = { kind, durable, rolesSeparated };
    return c.json({ ...common, status: 'ok', database, halls: halls() });
  } catch (error) {
    if (!isDatabaseAway(error)) services.onFault(error, 'health');
    c.status(503);
    return c.json({ ...common, status: 'database-away', database: { kind }, halls: halls() });
  }
}

async function durability({ sql }: Services): Promise<Durability> {
  const [row] = await sql<Durability[]>`
    select current_setting('fsync') as fsync,
      current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit,
      current_setting('data_checksums') as data_checksums`;
  if (!row) throw new Error('the database did not tell its settings');
  return row;
}

function isDurable(found: Durability): boolean {
  return [found.fsync, found.full_page_writes, found.synchronous_commit].every(
    (value) => value !== 'off',
  );
}

function description(services: Services, routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, about, access, body } of routes) {
    const named = path.replace(/:(\w+)/g, '{$1}');
    paths[named] = {
      ...paths[named],
      [method.toLowerCase()]: {
        summary: about,
        'x-access': access,
        parameters: [...named.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
          name,
          in: 'path',
          required: true,
          schema: { type: 'string' },
        })),
        security: access === 'public' || access === 'demo' ? [] : SECURITY,
        ...(body && {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body) } },
          },
        }),
        responses: {
          '200': { description: 'done' },
          '4XX': { description: 'refused, with a code' },
        },
      },
    };
  }
  const info = { title: 'Yichuang', version: services.settings.version };
  const components = { securitySchemes: SECURITY_SCHEMES };
  return { openapi: '3.1.0', info, paths, components };
}

function schemaOf(body: z.ZodType): object {
  return z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
}
