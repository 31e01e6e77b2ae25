/** The numbers of a hall's policy that are about advice, with the shipped defaults. */
import { MINUTE_MS } from '../base/time.ts';

export interface AdvicePolicy {
  /** Whether advice is applied by itself; otherwise a manager applies it, or nobody. */
  readonly adviceAuto: boolean;
  /** Whether advice may open the walls of the strict order for a while (zones with overflow). */
  readonly adviceNamesOrder: boolean;
  /** How many windows advice may move a day; 0: none is given. */
  readonly adviceMovesPerDayMax: number;
  /** Less than this, in visitor-minutes and as a share, is not worth a move. */
  readonly adviceMinGainMinutes: number;
  readonly adviceMinGainShare: number;
  /** So long at least a moved window stays. */
  readonly adviceDwellMs: number;
  /** How far the adviser looks ahead, and how long what it moved stays moved. */
  readonly adviceHorizonMs: number;
  readonly adviceEveryMs: number;
  /** So long a proposal waits for an answer. */
  readonly adviceExpiryMs: number;
  /** So long what was turned down is not proposed again, unless it would save clearly more. */
  readonly adviceRestMs: number;
}

export const ADVICE_POLICY: AdvicePolicy = {
  adviceAuto: false,
  adviceNamesOrder: false,
  adviceMovesPerDayMax: 10,
  adviceMinGainMinutes: 40,
  adviceMinGainShare: 0.04,
  adviceDwellMs: 20 * MINUTE_MS,
  adviceHorizonMs: 75 * MINUTE_MS,
  adviceEveryMs: 10 * MINUTE_MS,
  adviceExpiryMs: 10 * MINUTE_MS,
  adviceRestMs: 30 * MINUTE_MS,
};
