/**
 * What was answered to "what if", sealed for the way over the manager's page and back: a plan that is
 * applied stands in the log with figures that a server worked out, never with what a page claims. Any
 * server of the installation can open it. What is broken, too old or of another plan counts as nothing.
 */
import type { HallId } from '../../shared/base/ids.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import type { AdviceChange, AdviceFigures } from '../../shared/hall/advice.ts';
import type { HallClock } from '../clock.ts';
import type { Secrets } from '../secrets.ts';

/** Older, the hall has become another. */
const FRESH_FOR_MS = 15 * MINUTE_MS;

interface Prediction {
  /** Hall and changes; decoded changes have their fields in the order of the schema. */
  readonly plan: string;
  readonly figures: AdviceFigures;
  readonly at: number;
}

/** The sealed figures of these changes, predicted at the hall's instant `at`. */
export function sealedPrediction(
  { seal }: Pick<Secrets, 'seal'>,
  hall: HallId,
  changes: readonly AdviceChange[],
  { figures, at }: Pick<Prediction, 'figures' | 'at'>,
): string {
  const prediction: Prediction = { plan: planName(hall, changes), figures, at };
  return seal(JSON.stringify(prediction));
}

/** The figures in it, if they are of these changes in the same order and fresh; else null. */
export function openedPrediction(
  { open }: Pick<Secrets, 'open'>,
  hall: HallId,
  changes: readonly AdviceChange[],
  { sealed, clock }: { readonly sealed: string; readonly clock: Pick<HallClock, 'now' | 'speed'> },
): AdviceFigures | null {
  try {
    // Only what a server has sealed opens, so its shape is known.
    const { plan, figures, at } = JSON.parse(open(sealed)) as Prediction;
    // A demo's hall runs faster than people read.
    const freshForMs = FRESH_FOR_MS * Math.max(1, clock.speed);
    return plan === planName(hall, changes) && clock.now() - at <= freshForMs ? figures : null;
  } catch {
    return null;
  }
}

function planName(hall: HallId, changes: readonly AdviceChange[]): string {
  return `${hall} ${JSON.stringify(changes)}`;
}
