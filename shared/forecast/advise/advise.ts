/**
 * The adviser: what to change in a hall now, for the next hour or so. Pure: the day, what was learned
 * and a seed give the same advice. Steps for the same zone and of the same kind become one proposal,
 * `windows 5 and 9 to the property zone`; never more proposals than there is room for.
 */
import type { StaffNo, WindowNo, ZoneCode } from '../../base/ids.ts';
import { isMove } from '../../hall/advice.ts';
import type { AdviceChange, AdviceFigures, AdviceZoneWait } from '../../hall/advice.ts';
import type { AdviceDraft } from '../../hall/advice-commands.ts';
import type { EndingLoan } from '../../hall/advice-loan.ts';
import { tryChanges, withOwnWindows } from '../../hall/advice-changes.ts';
import { GROWN, aimOf } from '../../hall/advice-rest.ts';
import type { Day } from '../../hall/day.ts';
import { isRefusal } from '../../hall/decision.ts';
import { inScope } from '../../hall/routing/eligible.ts';
import type { Learned } from '../estimate/learn.ts';
import type { LiveFacts } from '../estimate/live-situation.ts';
import { usualRosterFree } from './usual-clerks.ts';
import { breakMoves, withBreakMoved } from './breaks.ts';
import { candidates, takenBy } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { gainOf, zoneBand } from './figures.ts';
import type { Outcome } from './option-run.ts';
import { sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
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
  /** What people did not want lately, see advice-rest.ts. */
  readonly resting: ReadonlyMap<string, number>;
  /** Whether the order of calls may be proposed. */
  readonly hasOrder: boolean;
  /** Windows that go back soon: the hall is looked at as if they had, and keeping one is a step. */
  readonly ending: readonly EndingLoan[];
  readonly seed: number;
}

const SCREENING = 8;
const ROLLOUTS = 24;
const STEPS_MAX = 3;
/** Nobody has to move for a window that stays where it is. */
export const KEEP_SHARE = 0.25;
const P90 = 0.9;
/** Looks at the queue of one search, a second or two: whoever asks gives up after twenty. */
export const ADVISE_LOOKS_MAX = 60_000_000;

/** The drafts to propose, best first; none where nothing is worth a move. */
export function advise(hall: Day, learned: Learned, options: AdviseOptions): AdviceDraft[] {
  const day = withoutLoans(hall, options.ending);
  const { policy } = day.plan.config;
  const { facts, taken, present, proposalsMax, movesMax, resting, hasOrder, seed, ending } =
    options;
  const { adviceHorizonMs: horizonMs } = policy;
  const base = sceneOf(day, learned, facts);
  if (!base || proposalsMax <= 0 || movesMax <= 0 || day.waiting.length === 0) return [];
  const usual = usualRosterFree(day, learned.rosters, facts.at, present);
  const breaks = breakMoves(day, learned.rosters, facts.at, horizonMs);
  const steps = search<Candidate>({
    base,
    limits: {
      minGainMinutes: policy.adviceMinGainMinutes,
      minGainShare: policy.adviceMinGainShare,
      horizonMs,
      stepsMax: STEPS_MAX,
      looksMax: ADVISE_LOOKS_MAX,
    },
    futures: drawnFutures(base, { few: SCREENING, many: ROLLOUTS, seed }, facts.at + horizonMs),
    leastMinutes: (candidate) => leastMinutes(candidate, resting, policy.adviceMinGainMinutes),
    options(done) {
      const now = changed(day, done, facts.at);
      const before = done.map(takenBy);
      const held = new Set([...taken, ...before.flatMap(({ windows }) => windows)]);
      const sitting = new Set(before.flatMap(({ clerks }) => clerks));
      const movesLeft = movesMax - movesIn(done);
      const isFree = (clerk: StaffNo) => !sitting.has(clerk);
      const kept = new Set(before.flatMap(({ windows }) => windows));
      const keepings = ending.flatMap(({ window }) => keeping(hall, window, kept.has(window)));
      const found = candidates(now, {
        ...{ taken: held, at: facts.at },
        present: present.filter(isFree),
        usual: usual.filter(isFree),
        breaks,
        hasOrder: hasOrder && done.length === 0,
      });
      return [...keepings, ...found].flatMap((candidate) => {
        if (movesIn([candidate]) > movesLeft) return [];
        const scene = sceneWith(now, [...done, candidate], candidate, learned, facts);
        return scene?.situation.floor.kinds === base.situation.floor.kinds
          ? [{ candidate, scene }]
          : [];
      });
    },
  });
  return grouped(steps)
    .slice(0, proposalsMax)
    .map((group) => draftOf(day, group));
}

/** The hall as it stands once the windows on loan have gone back. */
function withoutLoans(hall: Day, ending: readonly EndingLoan[]): Day {
  const day = withOwnWindows(hall);
  for (const { window, zones } of ending) {
    const own = day.windows.get(window);
    if (own) own.zones = zones;
  }
  return day;
}

/** Keeping a window where it is now, for the zone there that most people wait in. */
function keeping(hall: Day, no: WindowNo, isDone: boolean): Candidate[] {
  const zones = hall.windows.get(no)?.zones ?? [];
  const count = (zone: ZoneCode) => hall.waiting.filter((ticket) => ticket.zone === zone).length;
  const [zone] = hall.plan.config.zones
    .map(({ code }) => code)
    .filter((code) => inScope(zones, code) && count(code) > 0)
    .sort((left, right) => count(right) - count(left));
  if (zone === undefined || isDone) return [];
  return [{ changes: [{ kind: 'keep', window: no, zones }], zone }];
}

/** In a hall where the window has gone back, keeping it is a move. */
function asPlayed(change: AdviceChange): AdviceChange {
  if (change.kind !== 'keep') return change;
  return { kind: 'assign', window: change.window, zones: change.zones };
}

/** The hall as it would be after one more candidate, with every break that is moved. */
function sceneWith(
  now: Day,
  all: readonly Candidate[],
  last: Candidate,
  learned: Learned,
  facts: LiveFacts,
): Scene | null {
  let scene = sceneOf(changed(now, [last], facts.at), learned, facts);
  for (const change of all.flatMap(({ changes }) => changes)) {
    if (scene && change.kind === 'moveBreak') {
      scene = withBreakMoved(scene, change.window, change.byMs);
    }
  }
  return scene;
}

/**
 * What a candidate must save: what the hall wants of any move, a quarter of it where a window only has
 * to stay, and clearly more than a plan of the same aim that people did not want.
 */
function leastMinutes(
  { changes, zone }: Candidate,
  resting: ReadonlyMap<string, number>,
  leastOfMove: number,
): number {
  const least = changes.every(({ kind }) => kind === 'keep')
    ? leastOfMove * KEEP_SHARE
    : leastOfMove;
  const unwanted = changes.map((change) => resting.get(aimOf(change, zone)));
  const known = unwanted.filter((minutes) => minutes !== undefined);
  if (known.length < unwanted.length) return least;
  return Math.max(least, GROWN * Math.max(...known) + 1);
}

function movesIn(done: readonly Candidate[]): number {
  return done.flatMap(({ changes }) => changes).filter(isMove).length;
}

function changed(day: Day, done: readonly Candidate[], at: number): Day {
  if (done.length === 0) return day;
  const tried = tryChanges(
    day,
    done.flatMap(({ changes }) => changes.map(asPlayed)),
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
  const kinds = ({ changes }: Candidate) => changes.map(({ kind }) => kind).join(' ');
  return kinds(left) === kinds(right) && left.zone === right.zone;
}

function draftOf(day: Day, group: readonly Step<Candidate>[]): AdviceDraft {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new Error('a group has a step');
  return {
    changes: group.flatMap(({ candidate }) => candidate.changes),
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
