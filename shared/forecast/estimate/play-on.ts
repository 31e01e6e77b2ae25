/** The rollouts that a situation needs: the quick walk where it holds, else the engine. */
import type { RolloutOptions, Waits } from './rollouts.ts';
import { hasHands, rollOut } from './rollouts.ts';
import type { Situation } from './situation.ts';
import { rollOutStrict } from './strict-rollouts.ts';

/** Plays the situation on, in the quickest way that gives its answer. */
export function playOn(situation: Situation, options: RolloutOptions): Waits {
  const { rules, paceUnderLoad = 1 } = situation;
  const isQuick = rules.kind === 'strict' && paceUnderLoad === 1 && !hasHands(situation);
  return isQuick ? rollOutStrict(situation, options) : rollOut(situation, options);
}
