/** What policies and scenarios are called in tables and pictures, and each in one line of help. */
import { POLICIES } from '../../shared/forecast/simulation/policies.ts';
import type { PolicyName } from '../../shared/forecast/simulation/policies.ts';
import { SCENARIOS } from '../../shared/forecast/simulation/scenario.ts';
import type { ScenarioName } from '../../shared/forecast/simulation/scenario.ts';

interface Named {
  readonly label: string;
  readonly help: string;
}

export const POLICY: Readonly<Record<PolicyName, Named>> = {
  departments: {
    label: 'department windows',
    help: 'windows divided among departments for the day, the best division in hindsight',
  },
  zones: { label: 'zones as walls', help: 'each window serves its own zone only, in order' },
  overflow: {
    label: 'zones, overflow at 15 min',
    help: 'its own zone, and whoever has waited 15 minutes in another one',
  },
  fifo: {
    label: 'strict order',
    help: 'one queue by arrival, any window that may serve; what others are compared with',
  },
  priority: {
    label: 'strict with credits',
    help: 'the same, priority visitors placed as if they had come 15 minutes earlier',
  },
  promise: {
    label: 'promise, D = 10, K = 10',
    help: 'ours: short expected services first, a promised latest call, passed at most K times',
  },
  sept: {
    label: 'shortest first (SEPT)',
    help: 'shortest expected service first, no limit to passing: for reference, not for halls',
  },
  clairvoyant: {
    label: 'clairvoyant shortest',
    help: 'shortest true service first: nobody can know it; a reference, not a proven bound',
  },
  'bounded-clairvoyant': {
    label: 'promise, clairvoyant',
    help: 'promise with the true service times: what knowing more could bring at most',
  },
};

export const SCENARIO: Readonly<Record<ScenarioName, string>> = {
  S1: 'a hall of 12 windows, three zones, load .75 (the headline)',
  S2: 'the same at loads .65 and .85',
  S3: 'a service out of the own zone takes 0, 20, 30, 50 % longer',
  S4: 'scarce certificates, lunch in halves, absences, a rush in one zone on a third of days',
  S5: '20 % appointments, who come early or late',
  S6: '15 % of visitors with items of two departments',
  S7: 'halls of 6, 12, 30, 60 windows',
  S8: 'days unlike what the model assumes, 40 % of calls out of order by hand',
};

/** One line for each policy, as the help has it. */
export function policyHelp(): string[] {
  return POLICIES.map((name) => `    ${name.padEnd(20)} ${POLICY[name].help}`);
}

/** One line for each scenario. */
export function scenarioHelp(): string[] {
  return SCENARIOS.map((name) => `    ${name.padEnd(20)} ${SCENARIO[name]}`);
}
