/**
 * The rating device of a window with the visitor in front of it: rates each case, or some, declines,
 * or lets the time pass. Now and then somebody tries what must be refused: the clerk's session
 * rates, another window's device rates, the same rating is sent anew. Their answers are kept.
 */
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { EvaluatorView } from '../../shared/views/evaluator-prompt.ts';
import type { Auth, CommandBody } from './api.ts';
import { between, happens } from './chance.ts';
import type { HallDay } from './day.ts';
import { topicOf } from './day.ts';
import { Live } from './live.ts';
import { chooseTags } from './rating-choice.ts';
import { Watched } from './watched.ts';

const FORGERY_SHARE = 0.08;
const LOOK_EVERY_WALL_MS = 2_000;

export interface Evaluator {
  readonly auth: Auth;
  close(): void;
}

export interface EvaluatorParts {
  readonly auth: Auth;
  readonly window: number;
  /** The session of whoever sits there, and another window's device, for forgeries. */
  readonly clerkAuth: () => Auth | null;
  readonly strangerAuth: () => Auth | null;
}

type Prompt = NonNullable<EvaluatorView['prompt']>;

/** Mounts the device at the window. */
export function evaluator(day: HallDay, parts: EvaluatorParts): Evaluator {
  const watched = new Watched<'evaluator'>();
  const live = new Live(
    day.api,
    {
      topics: [topicOf(day, `evaluator/${String(parts.window)}`)],
      auth: parts.auth,
      draws: true,
      onView: (message) => watched.take(message),
      onRefused: (row) => day.recorder.topicsRefused.push(`evaluator: ${row.topic} ${row.refused}`),
    },
    day.seed + 500 + parts.window,
  );
  void answerPrompts(day, parts, watched);
  return { auth: parts.auth, close: () => live.close() };
}

async function answerPrompts(
  day: HallDay,
  parts: EvaluatorParts,
  watched: Watched<'evaluator'>,
): Promise<void> {
  const answered = new Set<string>();
  while (!day.over.aborted) {
    const prompt = watched.view?.prompt;
    if (prompt && !answered.has(prompt.ticket)) {
      answered.add(prompt.ticket);
      await answerVisit(day, parts, prompt);
    } else {
      await watched.change(LOOK_EVERY_WALL_MS);
    }
  }
}

/** One visitor answers for the cases of one visit. */
async function answerVisit(day: HallDay, parts: EvaluatorParts, prompt: Prompt): Promise<void> {
  const present = day.floor.holderOf(prompt.ticket);
  const habit = present?.visitor.rating ?? 'ignores';
  const random = seededRandom((present?.visitor.seed ?? 1) + 7);
  if (happens(random, FORGERY_SHARE)) await forge(day, parts, prompt);
  if (habit === 'ignores' || habit === 'by-phone') return;
  const by = `evaluator:${String(parts.window)}`;
  const press = (command: CommandBody) => day.api.press(parts.auth, command, { by });
  const cases = prompt.cases.filter((row) => row.outcome === null);
  for (const [index, row] of cases.entries()) {
    await day.pace.sleep(between(random, 2_000, 8_000) * day.timeFactor);
    if (habit === 'rates-some' && index % 2 === 1) continue;
    const { nonce } = row;
    if (habit === 'declines') {
      await press({ type: 'declineRating', case: row.case, nonce });
      continue;
    }
    if (index > 0) await press({ type: 'touchPrompt', window: parts.window });
    const level = present?.visitor.level ?? 5;
    const tags = chooseTags(prompt.scale, level, random);
    const rating = { type: 'rateCase', case: row.case, nonce, level, tags };
    const answer = await press(rating);
    if (answer?.outcome === 'accepted' && happens(random, FORGERY_SHARE)) {
      await attempt(day, parts.auth, `evaluator-again:${String(parts.window)}`, rating);
    }
  }
}

/** The clerk with the true nonce, and the device of another window. */
async function forge(day: HallDay, parts: EvaluatorParts, prompt: Prompt): Promise<void> {
  const row = prompt.cases.find((one) => one.outcome === null);
  if (!row) return;
  const rating = { case: row.case, nonce: row.nonce, level: 5, tags: [] };
  const clerk = parts.clerkAuth();
  const stranger = parts.strangerAuth();
  if (clerk) {
    const by = `clerk:${String(parts.window)}`;
    await attempt(day, clerk, by, { type: 'rateCase', ...rating });
    await attempt(day, clerk, by, { type: 'declineRating', case: row.case, nonce: row.nonce });
  }
  if (stranger) await attempt(day, stranger, 'stranger', { type: 'rateCase', ...rating });
  const wrong = { type: 'rateCase', ...rating, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' };
  await attempt(day, parts.auth, 'wrong-nonce', wrong);
}

async function attempt(
  day: HallDay,
  auth: Auth,
  by: string,
  command: CommandBody & { readonly case: string },
): Promise<void> {
  const answer = await day.api.press(auth, command, { by: `forger:${by}`, deadlineMs: 5_000 });
  day.recorder.forgeries.push({
    by,
    what: command.type,
    case: command.case,
    accepted: answer?.outcome === 'accepted',
  });
}
