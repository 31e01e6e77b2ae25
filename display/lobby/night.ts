/** When the lobby's screen goes dark: the hall is not open, and it is evening or night. Pure. */
import { clockTime } from '../../shared/client/format.ts';
import type { LobbyView } from '../../shared/views/lobby-board.ts';

const EVENING = '18:30';
const MORNING = '07:00';

/** `at` by the hall's clock. */
export function isNight(phase: LobbyView['phase'], at: number): boolean {
  const time = clockTime(at);
  return phase !== 'open' && (time >= EVENING || time < MORNING);
}
