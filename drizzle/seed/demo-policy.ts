/** The demo halls' numbers: the shipped defaults, open at any hour so that they can be tried. */
import { DEFAULT_POLICY } from '../../shared/hall/policy.ts';
import type { Policy } from '../../shared/hall/policy.ts';

export const DEMO_POLICY: Policy = { ...DEFAULT_POLICY, alwaysOpen: true };
