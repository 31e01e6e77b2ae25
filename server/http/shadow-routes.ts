/** What the promise order would have done on today's and past arrivals, for managers. */
import { shadowView } from '../../shared/views/shadow-view.ts';
import type { ShadowView } from '../../shared/views/shadow-view.ts';
import { problem } from './problem.ts';
import type { Route } from './routes.ts';
import type { Services } from './services.ts';

/** The route of the shadow reports. */
export function shadowRoutes({ actor, shadow }: Services): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/halls/:hall/shadow',
      access: 'inspect',
      about: 'What the promise order would have done: today and the last ten days.',
      async handle(c, identity) {
        const hall = actor(c.req.param('hall') ?? '');
        if (!hall) return problem(c, 'unknown-hall');
        if (identity?.hall !== hall.hall) return problem(c, 'forbidden');
        const isStrict = await hall.read(({ day }) => day.plan.config.policy.routing === 'strict');
        const { today, past } = shadow(hall.hall);
        c.header('Cache-Control', 'no-store');
        return c.json<ShadowView>(shadowView(isStrict, today, past));
      },
    },
  ];
}
