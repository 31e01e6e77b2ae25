/**
 * How far a shadow report may be trusted. Two things must hold: the replay of what really happened is
 * close to it, and what the replay supposes of the other order is little. A day that is replayed to
 * the second still says nothing of windows that serve what they never served.
 */
import { MINUTE_MS } from '../../base/time.ts';
import type { WaitFigures } from './waits.ts';

/**
 * too-few: nothing can be said. poor: take the sign at most. fair, good: by how much is supposed.
 */
export type ShadowWorth = 'too-few' | 'poor' | 'fair' | 'good';

/**
 * replay: the strict replay is off. catalogue: expected times were not learned. elsewhere: many would
 * be served by other zones' windows that served no such visit. promises: many promises are not kept,
 * so the waits predicted at arrival are wrong here. lost: visits that the replay could not place.
 */
export type ShadowDoubt = 'replay' | 'catalogue' | 'elsewhere' | 'promises' | 'lost';

export interface Supposed {
  readonly real: WaitFigures;
  readonly errorMs: number;
  readonly learnedDays: number;
  /** Visitors in both orders, and of them: served elsewhere, promised and called far too late. */
  readonly visitors: number;
  readonly elsewhere: number;
  readonly brokenPromises: number;
  /** Left out, for the replay could not place them. */
  readonly lost: number;
}

export const VISITORS_MIN = 30;
/** Off by less than this, or by less than this share of the real mean wait. */
const GOOD = { ms: 1.5 * MINUTE_MS, share: 0.15 };
const FAIR = { ms: 3 * MINUTE_MS, share: 0.35 };
/** Shares of the visitors: up to the first nothing is doubted, beyond the second only the sign holds. */
const ELSEWHERE = [0.1, 0.4] as const;
const BROKEN = [0.02, 0.1] as const;
const LOST = [0.02, 0.1] as const;

/** The judgement, and what keeps it from being better. */
export function worthOf(supposed: Supposed): {
  readonly worth: ShadowWorth;
  readonly doubts: readonly ShadowDoubt[];
} {
  const { real, visitors, learnedDays, elsewhere, brokenPromises, lost } = supposed;
  if (real.visitors < VISITORS_MIN) return { worth: 'too-few', doubts: [] };
  const grades: readonly (readonly [ShadowDoubt, Grade])[] = [
    ['replay', replayGrade(supposed)],
    ['catalogue', learnedDays > 0 ? 'good' : 'fair'],
    ['elsewhere', gradeOf(elsewhere / Math.max(1, visitors), ELSEWHERE)],
    ['promises', gradeOf(brokenPromises / Math.max(1, visitors), BROKEN)],
    ['lost', gradeOf(lost / Math.max(1, visitors + lost), LOST)],
  ];
  const found = grades.filter(([, grade]) => grade !== 'good');
  const isPoor = found.some(([, grade]) => grade === 'poor');
  const worth = isPoor ? 'poor' : found.length > 0 ? 'fair' : 'good';
  return { worth, doubts: found.map(([doubt]) => doubt) };
}

type Grade = Exclude<ShadowWorth, 'too-few'>;

function replayGrade({ real, errorMs }: Supposed): Grade {
  const isWithin = ({ ms, share }: typeof GOOD) => errorMs <= ms || errorMs <= share * real.meanMs;
  if (isWithin(GOOD)) return 'good';
  return isWithin(FAIR) ? 'fair' : 'poor';
}

function gradeOf(share: number, [good, fair]: readonly [number, number]): Grade {
  if (share <= good) return 'good';
  return share <= fair ? 'fair' : 'poor';
}
