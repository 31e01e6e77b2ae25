/**
 * The adviser: what to change in a hall now, for the next hour or so. Pure: the day, what was learned
 * and a seed give the same advice. Steps for the same zone and of the same kind become one proposal,
 * `windows 5 and 9 to the property zone`; never more proposals than there is room for.
 */
import type { StaffNo, WindowNo, ZoneCode } from '../../base/ids.ts';
import type { AdviceChange, AdviceFigures, AdviceZoneWait } from '../../hall/advice.ts';
import type { AdviceDraft } from '../../hall/advice-commands.ts';
import { tryChanges } from '../../hall/advice-changes.ts';
import type { Day } from '../../hall/day.ts';
import { isRefusal } from '../../hall/decision.ts';
import type { Learned } from '../estimate/learn.ts';
import type { LiveFacts } from '../estimate/live-situation.ts';
import { candidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { gainOf, zoneBand } from './figures.ts';
import type { Outcome } from './option-run.ts';
import { sceneOf } from './scene.ts';
import type { Step } from './search.ts';
import { drawnFutures, search } from './search.ts';

export interface AdviseOptions {
  readonly facts: LiveFacts;
  /** Windows of other advice. */
  readonly taken: ReadonlySet<WindowNo>;
  /** Clerks who are in the hall and sit nowhere. */
  readonly present: readonly StaffNo[];
  /** Proposals that there is room for, and windows that may still be moved today. */
  readonly proposalsMax: number;
  readonly movesMax: number;
  readonly seed: number;
}

const SCREENING = 8;
const ROLLOUTS = 24;
const STEPS_MAX = 3;
const P90 = 0.9;
/** Looks at the queue of one search, a second or two: whoever asks gives up after twenty. */
export const ADVISE_LOOKS_MAX = 60_000_000;

/** The drafts to propose, best first; none where nothing is worth a move. */
export function advise(day: Day, learned: Learned, options: AdviseOptions): AdviceDraft[] {
  const { policy } = day.plan.config;
  const { facts, taken, present, proposalsMax, movesMax, seed } = options;
  const base = sceneOf(day, learned, facts);
  if (!base || proposalsMax <= 0 || movesMax <= 0 || day.waiting.length === 0) return [];
  const steps = search<Candidate>({
    base,
    limits: {
      minGainMinutes: policy.adviceMinGainMinutes,
      minGainShare: policy.adviceMinGainShare,
      horizonMs: policy.adviceHorizonMs,
      stepsMax: Math.min(STEPS_MAX, movesMax),
      looksMax: ADVISE_LOOKS_MAX,
    },
    futures: drawnFutures(
      base,
      { few: SCREENING, many: ROLLOUTS, seed },
      facts.at + policy.adviceHorizonMs,
    ),
    options(done) {
      const now = changed(day, done, facts.at);
      const held = new Set([...taken, ...done.map(({ change }) => change.window)]);
      const sitting = new Set(
        done.flatMap(({ change }) => ('clerk' in change ? change.clerk : [])),
      );
      const free = present.filter((clerk) => !sitting.has(clerk));
      return candidates(now, { taken: held, present: free, at: facts.at }).flatMap((candidate) => {
        const scene = sceneOf(changed(now, [candidate], facts.at), learned, facts);
        return scene && scene.situation.floor.kinds === base.situation.floor.kinds
          ? [{ candidate, scene }]
          : [];
      });
    },
  });
  return grouped(steps)
    .slice(0, proposalsMax)
    .map((group) => draftOf(day, group));
}

function changed(day: Day, done: readonly Candidate[], at: number): Day {
  if (done.length === 0) return day;
  const tried = tryChanges(
    day,
    done.map(({ change }) => change),
    at,
    'candidate',
  );
  return isRefusal(tried) ? day : tried.day;
}

/** Neighbouring steps that say the same of other windows are said at once. */
function grouped(steps: readonly Step<Candidate>[]): Step<Candidate>[][] {
  const groups: Step<Candidate>[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const before = last?.[0]?.candidate;
    if (last && before && isAlike(before, step.candidate)) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function isAlike(left: Candidate, right: Candidate): boolean {
  return left.change.kind === right.change.kind && left.zone === right.zone;
}

function draftOf(day: Day, group: readonly Step<Candidate>[]): AdviceDraft {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new Error('a group has a step');
  return {
    changes: group.map(({ candidate }): AdviceChange => candidate.change),
    zone: first.candidate.zone,
    figures: figuresOf(day, first.before, last.after),
  };
}

/** The figures of one set of changes against another, over the same futures. */
export function figuresOf(
  day: Day,
  before: readonly Outcome[],
  after: readonly Outcome[],
): AdviceFigures {
  const gain = gainOf(before, after);
  const { zones, policy } = day.plan.config;
  return {
    gainMinutes: Math.round(gain.minutes),
    lowMinutes: Math.round(gain.lowMinutes),
    highMinutes: Math.round(gain.highMinutes),
    share: Math.round(gain.share * 1_000) / 1_000,
    zones: zones.flatMap(({ code }, index) => zoneWait(code, index, before, after)),
    horizonMs: policy.adviceHorizonMs,
    rollouts: before.length,
  };
}

function zoneWait(
  zone: ZoneCode,
  index: number,
  before: readonly Outcome[],
  after: readonly Outcome[],
): AdviceZoneWait[] {
  const was = zoneBand(before, index, P90);
  const will = zoneBand(after, index, P90);
  if (!was || !will) return [];
  return [
    {
      zone,
      beforeMs: Math.round(was.ms),
      afterMs: Math.round(will.ms),
      lowMs: Math.round(will.lowMs),
      highMs: Math.round(will.highMs),
    },
  ];
}
