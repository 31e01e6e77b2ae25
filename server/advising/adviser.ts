/**
 * Looks for advice: every ten minutes of the hall's time, and when a wait has passed what was forecast
 * or a warning of long waits is raised, but not more often than the dwell of a moved window allows. The
 * worker works it out; what it finds is proposed with a command id made of the hall and the time slot,
 * so that two servers propose once. A press never waits for any of this.
 */
import type { HallId, StaffNo } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import type { AdviceQuestion } from '../../shared/forecast/advise/questions.ts';
import { snapshotOf } from '../../shared/forecast/estimate/snapshot.ts';
import type { AdviceCause } from '../../shared/hall/advice.ts';
import { endingLoans } from '../../shared/hall/advice-loan.ts';
import { restingAims } from '../../shared/hall/advice-rest.ts';
import {
  ADVICE_OPEN_MAX,
  adviceWindows,
  isOrderHeld,
  openAdvice,
} from '../../shared/hall/advising.ts';
import { freeHere } from '../../shared/hall/presence.ts';
import type { Day } from '../../shared/hall/day.ts';
import { isOpenAt } from '../../shared/hall/opening.ts';
import type { HallClock } from '../clock.ts';
import type { HallActor } from '../hall/actor.ts';
import { dueScore, score } from './scoring.ts';
import type { ScoringParts } from './scoring.ts';
import { waitPassed } from './wait-passed.ts';

const LOOK_EVERY_MS = 2_000;
/** People need so long to answer: a window that goes back sooner is not asked for any more. */
const ANSWER_MS = 2 * MINUTE_MS;
const SYSTEM = { kind: 'system' } as const;

export interface AdviserParts extends ScoringParts {
  readonly actors: () => Iterable<HallActor>;
  readonly clock: HallClock;
  /** Staff who have a page of the hall open. */
  readonly signedIn: (hall: HallId) => ReadonlySet<StaffNo>;
  readonly onFault: (error: unknown, what: string) => void;
}

/** What a hall was last looked at for. */
interface Looked {
  slot: number;
  /** Advice that was measured here, or could not be. */
  readonly scored: Set<string>;
  /** When an alarm last made us look. */
  alarmAt: number;
}

/** Starts looking; the answer stops it. */
export function startAdviser(parts: AdviserParts): () => void {
  const halls = new Map<HallId, Looked>();
  let isBusy = false;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    for (const actor of parts.actors()) {
      const looked = halls.get(actor.hall) ?? {
        ...{ slot: -1, alarmAt: -Infinity },
        scored: new Set<string>(),
      };
      halls.set(actor.hall, looked);
      const fault = (error: unknown) => parts.onFault(error, 'advice');
      await lookAt(parts, actor, looked).catch(fault);
      await measure(parts, actor, looked).catch(fault);
    }
    isBusy = false;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Measures one piece of advice whose time is over. */
async function measure(parts: AdviserParts, actor: HallActor, { scored }: Looked): Promise<void> {
  const due = await actor.read(({ day }) => dueScore(day, parts.clock.now(), scored));
  if (!due) return;
  scored.add(`${due.date}/${due.id}`);
  await score(parts, actor, due);
}

interface Wanted {
  readonly cause: AdviceCause;
  readonly question: AdviceQuestion;
  /** Names the occasion, the same on every server. */
  readonly slot: string;
}

async function lookAt(parts: AdviserParts, actor: HallActor, looked: Looked): Promise<void> {
  const { clock } = parts;
  const signedIn = parts.signedIn(actor.hall);
  const wanted = await actor.read(({ day }) => wantedOf(day, clock.now(), looked, signedIn));
  if (!wanted) return;
  const answer = await parts.ask(wanted.question);
  if (answer?.kind !== 'advise' || answer.drafts.length === 0) return;
  const id = commandId(`advise:${actor.hall}:${wanted.slot}`);
  await actor.submit({
    commandId: id,
    hash: parts.hash(id),
    command: { type: 'proposeAdvice', cause: wanted.cause, drafts: answer.drafts },
    by: SYSTEM,
    onDate: wanted.question.snapshot.date,
  });
}

/** What to ask now; null while nothing is due, nobody could act on it, or nobody waits. */
function wantedOf(
  day: Day,
  now: number,
  looked: Looked,
  signedIn: ReadonlySet<StaffNo>,
): Wanted | null {
  const { policy } = day.plan.config;
  const at = Math.max(now, day.lastAt);
  if (day.phase !== 'open' || !isOpenAt(day.plan, at) || day.waiting.length === 0) return null;
  const movesMax = policy.adviceMovesPerDayMax - day.adviceMoves;
  const proposalsMax = ADVICE_OPEN_MAX - openAdvice(day).length;
  if (movesMax <= 0 || proposalsMax <= 0) return null;
  const slot = Math.floor(at / policy.adviceEveryMs);
  const isTime = slot !== looked.slot;
  const isAlarm = at - looked.alarmAt >= policy.adviceDwellMs && waitPassed(day, at);
  if (!isTime && !isAlarm) return null;
  looked.slot = slot;
  if (isAlarm) looked.alarmAt = at;
  const question = {
    kind: 'advise',
    snapshot: snapshotOf(day, at),
    taken: adviceWindows(day),
    present: freeHere(day, signedIn),
    ...{ proposalsMax, movesMax, seed: slot },
    resting: restingAims(day, at),
    ending: endingLoans(day, at + ANSWER_MS, at + ANSWER_MS + policy.adviceEveryMs),
    hasOrder: policy.adviceNamesOrder && policy.routing === 'strict' && !isOrderHeld(day),
  } as const;
  const cause = isTime ? 'timer' : 'wait';
  return { cause, question, slot: `${day.date}:${cause}:${String(slot)}` };
}
