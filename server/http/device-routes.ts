/**
 * How a hall's devices are, keys for the demo's devices, tickets for live sockets, and the demo's
 * simulated printer.
 */
import { z } from 'zod';
import { hallId, windowNo } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { DeviceSum, LiveTicket } from '../../shared/protocol/http.ts';
import type { SilenceOf } from '../devices/silence.ts';
import { deviceSums, seenDevices } from '../devices/silence.ts';
import type { Identity } from '../people/identity.ts';
import { problem } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

const SIMULATOR_DEADLINE_MS = 3_000;
const SIMULATOR_PATHS = /^\/(status|tickets|tickets\/[\w.-]+)$/;

const keyBody = z.object({
  kind: z.enum(['kiosk', 'screen', 'evaluator']),
  window: z.number().int().positive().optional(),
  hall: z.string().max(40).optional(),
});

/** The routes of devices. */
export function deviceRoutes(services: Services): Route[] {
  const simulator = '/api/printer-simulator';
  return [
    {
      method: 'POST',
      path: '/api/demo/device-key',
      access: 'demo',
      about: "A key for a device of the demo hall, for pages opened on the demo's own machine.",
      body: keyBody,
      handle: (c) => demoKey(services, c),
    },
    {
      method: 'POST',
      path: '/api/live-ticket',
      access: 'signed',
      about: 'A ticket that opens one live socket within 30 s.',
      handle: (c, identity) => {
        if (!identity) return problem(c, 'not-signed-in');
        return c.json<LiveTicket>({ ticket: services.liveTickets.mint(identity) });
      },
    },
    {
      method: 'GET',
      path: '/api/halls/:hall/devices',
      access: 'inspect',
      about:
        'Kiosks, screens and evaluators: how many live, how many were heard today and are silent.',
      handle: (c, identity) => sums(services, c, identity),
    },
    ...(['GET', 'PUT'] as const).map((method): Route => ({
      method,
      path: `${simulator}/*`,
      access: 'demo',
      about: 'The simulated printer of the demo: its state and its papers.',
      handle: (c) => toSimulator(services, c, simulator),
    })),
  ];
}

async function sums(
  { actor, sql, clock }: Services,
  c: HallContext,
  identity: Identity | null,
): Promise<Response> {
  const hall = hallId(c.req.param('hall') ?? '');
  const found = actor(hall);
  if (!found) return problem(c, 'unknown-hall');
  if (identity?.hall !== hall) return problem(c, 'forbidden');
  const about = await found.read((stream) => silenceOf(stream.day));
  c.header('Cache-Control', 'no-store');
  return c.json<DeviceSum[]>(deviceSums(await seenDevices(sql, hall), about, clock, Date.now()));
}

function silenceOf({ date, windows, plan }: Day): SilenceOf {
  const open = [...windows.values()].filter(({ state }) => state.status !== 'closed');
  return {
    date,
    silentAfterMs: plan.config.policy.alertDeviceSilentMs,
    openWindows: new Set(open.map(({ no }) => no)),
  };
}

async function demoKey({ actor, devices, settings }: Services, c: HallContext): Promise<Response> {
  const body = keyBody.safeParse(await c.req.json().catch(() => null));
  if (!body.success) return problem(c, 'malformed', body.error.issues[0]?.path.join('.'));
  const { kind, window, hall = settings.defaultHall } = body.data;
  const found = actor(hall);
  if (!found) return problem(c, 'unknown-hall');
  const { day } = await found.stream();
  if (!day.plan.config.demo) return problem(c, 'forbidden');
  const no = window === undefined ? null : windowNo(window);
  if (kind === 'evaluator' && no === null) return problem(c, 'malformed', 'window');
  if (no !== null && !day.windows.has(no)) return problem(c, 'malformed', 'window');
  return c.json(await devices.enrol(hallId(hall), kind, no));
}

async function toSimulator(
  { settings }: Services,
  c: HallContext,
  prefix: string,
): Promise<Response> {
  const path = c.req.path.slice(prefix.length);
  if (settings.printerControlUrl === null || !SIMULATOR_PATHS.test(path)) {
    return problem(c, 'not-found');
  }
  const { method } = c.req;
  const answer = await fetch(`${settings.printerControlUrl}${path}`, {
    method,
    signal: AbortSignal.timeout(SIMULATOR_DEADLINE_MS),
    ...(method === 'PUT' && {
      body: await c.req.text(),
      headers: { 'content-type': 'application/json' },
    }),
  }).catch(() => null);
  if (!answer) return problem(c, 'unavailable');
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  const status = answer.status as 200 | 400 | 404;
  return c.body(await answer.arrayBuffer(), status, { 'content-type': type });
}
