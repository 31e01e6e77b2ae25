/** The demo halls' numbers: the shipped defaults, open at any hour and to anybody, to be tried. */
import { DEFAULT_POLICY } from '../../shared/hall/policy.ts';
import type { Policy } from '../../shared/hall/policy.ts';

export const DEMO_POLICY: Policy = {
  ...DEFAULT_POLICY,
  alwaysOpen: true,
  bookNeedsIdentity: false,
};
