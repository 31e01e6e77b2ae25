/**
 * The table of routes. Each declares who may use it; the app is made from the table, and a route
 * that was added in any other way stops the start. So there is no route without a role.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Identity } from '../people/identity.ts';
import { staffKind } from '../people/identity.ts';
import { problem } from './problem.ts';

/**
 * public: anybody. signed: staff, device or visitor. staff: any role. manager, inspect (managers and
 * inspectors): staff by role. demo: this machine alone, and only while the hall is a demo.
 */
export type Access = 'public' | 'signed' | 'staff' | 'manager' | 'inspect' | 'device' | 'demo';

export type HallEnv = { Variables: { identity: Identity | null } };
export type HallContext = Context<HallEnv>;
type Answer = Response | Promise<Response>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly access: Access;
  /** One line for the API's description. */
  readonly about: string;
  /** The shape of the body, for the description; the handler checks it. */
  readonly body?: z.ZodType;
  /** The identity is there wherever the access is not public or demo. */
  readonly handle: (c: HallContext, identity: Identity | null) => Answer;
}

export interface Gate {
  readonly identify: (c: HallContext) => Promise<Identity | null>;
  readonly isDemoMachine: (c: HallContext) => boolean;
}

/** The app of a table. */
export function appOf(routes: readonly Route[], gate: Gate): Hono<HallEnv> {
  const app = new Hono<HallEnv>();
  for (const { method, path, access, handle } of routes) {
    app.on(method, path, async (c) => {
      if (access === 'demo' && !gate.isDemoMachine(c)) return problem(c, 'forbidden');
      const isOpen = access === 'public' || access === 'demo';
      const identity = isOpen ? null : await gate.identify(c);
      if (isOpen) return handle(c, null);
      if (!identity) return problem(c, 'not-signed-in');
      return admits(access, identity) ? handle(c, identity) : problem(c, 'forbidden');
    });
  }
  return app;
}

/** Throws when the app has a handler that no row of the table declares. */
export function assertDeclared(app: Hono<HallEnv>, routes: readonly Route[]): void {
  const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  for (const { method, path } of app.routes) {
    if (declared.has(`${method} ${path}`)) continue;
    throw new Error(`the route ${method} ${path} does not declare who may use it`);
  }
}

function admits(access: Access, identity: Identity): boolean {
  const kind = identity.kind === 'staff' ? staffKind(identity.role) : null;
  switch (access) {
    case 'public':
    case 'demo':
    case 'signed':
      return true;
    case 'staff':
      return kind !== null;
    case 'manager':
      return kind === 'manager';
    case 'inspect':
      return kind === 'manager' || kind === 'inspector';
    case 'device':
      return identity.kind === 'device';
  }
}
