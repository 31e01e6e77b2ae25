/**
 * A rating by QR for a case of an earlier day: found in that day's stream and proven by its nonce.
 * It becomes an event of the open day; the old stream stays as it was closed.
 */
import type { RateCase } from '../../shared/hall/hall-commands.ts';
import type { RatePastCase } from '../../shared/hall/system-commands.ts';
import { promptKey } from '../../shared/hall/day.ts';
import type { Refusal } from '../../shared/hall/refusal.ts';
import { refused } from '../../shared/hall/refusal.ts';
import type { Identity } from '../people/identity.ts';
import { sameSecret } from '../secrets.ts';
import type { Services } from './services.ts';

type Visitor = Extract<Identity, { kind: 'visitor' }>;

/** The command for the open day, or why there is none. */
export async function pastRating(
  { days, secrets }: Pick<Services, 'days' | 'secrets'>,
  visitor: Visitor,
  command: RateCase,
): Promise<RatePastCase | Refusal | 'forbidden' | 'not-found'> {
  const stream = await days.past(visitor.hall, visitor.date);
  if (!stream) return 'not-found';
  const { day } = stream;
  const found = day.tickets.get(visitor.ticket)?.cases.find((row) => row.id === command.case);
  if (!found) return 'forbidden';
  const { state } = found;
  if (state.status !== 'finished') return refused('case-not-finished');
  const nonce = secrets.nonceOf(day.hall, day.date, found.id, state.serviceSeq);
  if (!sameSecret(nonce, command.nonce)) return 'forbidden';
  const prompt = day.prompts.get(promptKey(found.id, state.serviceSeq));
  if (!prompt || prompt.rating) return refused('already-rated');
  return {
    type: 'ratePastCase',
    date: day.date,
    case: found.id,
    serviceSeq: state.serviceSeq,
    window: state.window,
    clerk: state.clerk,
    finishedAt: state.finishedAt,
    level: command.level,
    tags: command.tags,
    ...(command.textHash !== undefined && { textHash: command.textHash }),
  };
}
