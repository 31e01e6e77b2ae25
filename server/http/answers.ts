/** What an actor answers, as HTTP. */
import type { ActorAnswer } from '../hall/envelope.ts';
import { problem, refusal } from './problem.ts';
import type { HallContext } from './routes.ts';

/** 200, a refusal with its sentence, or why there is no answer. */
export function respond(c: HallContext, answer: ActorAnswer): Response {
  switch (answer.kind) {
    case 'accepted':
      return c.json(answer.answer);
    case 'refused':
      return refusal(c, answer.refusal.refused, answer.refusal.detail);
    case 'reused':
      return problem(c, 'command-id-reused');
    case 'unavailable':
      return problem(c, 'unavailable');
  }
}
