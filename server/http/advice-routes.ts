/** "What if": the waits as they would be after a manager's own changes; nothing is changed. */
import { snapshotOf } from '../../shared/forecast/estimate/snapshot.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { decodeWhatIf, whatIfSchema } from '../../shared/protocol/advice-schema.ts';
import type { WhatIfAnswer } from '../../shared/protocol/advice-schema.ts';
import { sealedPrediction } from './plan-prediction.ts';
import type { HallId } from '../../shared/base/ids.ts';
import { trainingView } from '../../shared/views/training-view.ts';
import type { TrainingView } from '../../shared/views/training-view.ts';
import type { Identity } from '../people/identity.ts';
import { principalOf } from '../people/identity.ts';
import { nameOf } from '../../shared/hall/principal.ts';
import { problem, refusal } from './problem.ts';
import { rateLimit } from './rate-limit.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';

/** A manager drags and looks; more than this is a program. */
const BURST = 10;
const EVERY_MS = 2_000;

/** The route of "what if". */
export function adviceRoutes(services: Services): Route[] {
  const limit = rateLimit(BURST, EVERY_MS);
  return [
    {
      method: 'POST',
      path: '/api/halls/:hall/what-if',
      access: 'manager',
      about: 'The waits by zone, now and after some changes of windows; nothing is changed.',
      body: whatIfSchema,
      handle: (c, identity) => answerTo(services, c, identity, (who) => limit.admits(who)),
    },
    trainingRoute(services),
  ];
}

/** What training would be worth; worked out once a day, as soon as there are days enough. */
function trainingRoute({ actor: actorOf, clock, askAdvice }: Services): Route {
  const known = new Map<HallId, { readonly date: string; readonly view: TrainingView }>();
  return {
    method: 'GET',
    path: '/api/halls/:hall/training',
    access: 'manager',
    about: 'Which certificate of which clerk would have saved most waiting on the last days.',
    async handle(c, identity) {
      const actor = actorOf(c.req.param('hall') ?? '');
      if (!actor) return problem(c, 'unknown-hall');
      if (identity?.hall !== actor.hall) return problem(c, 'forbidden');
      const { snapshot, departments } = await actor.read(({ day }) => ({
        snapshot: snapshotOf(day, Math.max(clock.now(), day.lastAt)),
        departments: day.plan.config.departments,
      }));
      const before = known.get(actor.hall);
      if (before?.date === snapshot.date) return c.json<TrainingView>(before.view);
      const told = await askAdvice({ kind: 'training', snapshot, seed: 0 });
      if (told?.kind !== 'training') return problem(c, 'unavailable');
      const view = trainingView(told.training, departments);
      if (view.isEnough) known.set(actor.hall, { date: snapshot.date, view });
      return c.json<TrainingView>(view);
    },
  };
}

async function answerTo(
  { actor: actorOf, clock, askAdvice, secrets }: Services,
  c: HallContext,
  identity: Identity | null,
  admits: (who: string) => boolean,
): Promise<Response> {
  const hall = c.req.param('hall') ?? '';
  const actor = actorOf(hall);
  if (!actor) return problem(c, 'unknown-hall');
  const by = identity && principalOf(identity);
  if (!by || identity.hall !== hall) return problem(c, 'forbidden');
  const asked = decodeWhatIf(await c.req.json().catch(() => null));
  if ('fault' in asked) return problem(c, 'malformed', asked.fault);
  if (!admits(nameOf(by))) return problem(c, 'too-many-tries');
  const { changes } = asked;
  const snapshot = await actor.read(({ day }) => {
    const at = Math.max(clock.now(), day.lastAt);
    // Asked of the hall's own rules first: what cannot be applied is not predicted.
    const tried = decide(day, { type: 'applyPlan', changes }, { at, by });
    return isRefusal(tried) ? tried : snapshotOf(day, at);
  });
  if ('refused' in snapshot) return refusal(c, snapshot.refused, snapshot.detail);
  const told = await askAdvice({ kind: 'what-if', snapshot, changes, seed: snapshot.seq });
  if (told?.kind !== 'what-if' || told.answer === null) return problem(c, 'unavailable');
  if (isRefusal(told.answer)) return refusal(c, told.answer.refused, told.answer.detail);
  const prediction = sealedPrediction(secrets, actor.hall, changes, told.answer);
  return c.json<WhatIfAnswer>({ ...told.answer, prediction });
}
