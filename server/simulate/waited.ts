/** Who counts where forecasts are judged: whoever waited, or was told to. */
import { MINUTE_MS } from '../../shared/base/time.ts';

/** Less is no wait: the seconds that a free window takes to call. */
const WAIT_MS_MIN = MINUTE_MS / 2;

/** Whoever was told no wait and had none would make any forecast look good, or bad by seconds. */
export function isWait(p90Ms: number, cameMs: number): boolean {
  return Math.max(p90Ms, cameMs) >= WAIT_MS_MIN;
}
