/** The scenarios S1 to S8 of the benchmark, as numbers. Times in ms from opening. */
import { HALF_HOUR_MS, MINUTE_MS } from '../../base/time.ts';

export const SCENARIOS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export interface Scenario {
  /** S2:.85 is the scenario S2 at ρ .85. */
  readonly name: string;
  readonly windows: number;
  /** Offered load at own windows, no-shows counted with what they cost. */
  readonly rho: number;
  /** How much longer a clerk takes out of the own zone. */
  readonly penalty: number;
  readonly dayCv: number;
  readonly service: 'lognormal' | 'gamma';
  readonly serviceCv: number;
  /** Certificates by department instead of everybody for everything. */
  readonly hasSkills: boolean;
  readonly hasLunch: boolean;
  readonly absence: number;
  /** On this share of days one zone has `shockFactor` × its visitors. */
  readonly shockDays: number;
  readonly shockFactor: number;
  readonly booked: number;
  /** Visitors with items of two departments. */
  readonly double: number;
  /** Service time where more wait than there are windows. */
  readonly paceUnderLoad: number;
  /** Share of calls that a clerk picks by hand. */
  readonly byHand: number;
}

export const NO_SHOW_SHARE = 0.077;
export const NO_SHOW_MS = MINUTE_MS;
export const PRIORITY_SHARE = 0.05;
export const CLERK_CV = 0.12;
export const PROFILE: readonly number[] = [
  0.9, 1.45, 1.6, 1.5, 1.25, 0.95, 0.55, 0.45, 0.6, 0.95, 1.25, 1.3, 1.15, 0.9, 0.7, 0.5,
];
export const DAY_MS = PROFILE.length * HALF_HOUR_MS;

const S1: Scenario = {
  name: 'S1',
  windows: 12,
  rho: 0.75,
  penalty: 0.1,
  dayCv: 0.12,
  service: 'lognormal',
  serviceCv: 0.7,
  hasSkills: false,
  hasLunch: false,
  absence: 0,
  shockDays: 0,
  shockFactor: 1.8,
  booked: 0,
  double: 0,
  paceUnderLoad: 1,
  byHand: 0,
};

/** The variants of a scenario; most have one. */
export function variantsOf(name: ScenarioName): readonly Scenario[] {
  const variant = (more: Partial<Scenario>, suffix = ''): Scenario => ({
    ...{ ...S1, ...more },
    name: suffix === '' ? name : `${name}:${suffix}`,
  });
  switch (name) {
    case 'S1':
      return [S1];
    case 'S2':
      return [0.65, 0.85].map((rho) => variant({ rho }, `rho${String(rho)}`));
    case 'S3':
      return [0, 0.2, 0.3, 0.5].map((penalty) => variant({ penalty }, `pen${String(penalty)}`));
    case 'S4':
      return [
        variant({ rho: 0.72, hasSkills: true, hasLunch: true, absence: 0.06, shockDays: 0.35 }),
      ];
    case 'S5':
      return [variant({ booked: 0.2 })];
    case 'S6':
      return [variant({ double: 0.15 })];
    case 'S7':
      return [6, 12, 30, 60].map((windows) => variant({ windows }, `c${String(windows)}`));
    case 'S8':
      return [variant({ service: 'gamma', dayCv: 0.24, paceUnderLoad: 0.9, byHand: 0.4 })];
  }
}
