/** When servers are killed: at noon, and further ones spread over the hours that the hall is open. */
import { timeMs } from './profile.ts';

const MORNING = [timeMs('08:50'), timeMs('12:00')] as const;
const AFTERNOON = [timeMs('14:10'), timeMs('17:10')] as const;

/** Instants, ms after midnight, in order; one alone is noon. */
export function killTimes(count: number): number[] {
  if (count <= 1) return count === 1 ? [MORNING[1]] : [];
  const morningMs = MORNING[1] - MORNING[0];
  const openMs = morningMs + AFTERNOON[1] - AFTERNOON[0];
  const times = Array.from({ length: count - 1 }, (_, index) => {
    const passedMs = (openMs * (index + 0.5)) / (count - 1);
    return passedMs < morningMs ? MORNING[0] + passedMs : AFTERNOON[0] + passedMs - morningMs;
  });
  return [...times, MORNING[1]].sort((left, right) => left - right);
}
