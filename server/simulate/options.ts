/** The command line of `npm run simulate`: what is asked for, or one sentence about what makes no sense. */
import { parseArgs } from 'node:util';
import { POLICIES } from '../../shared/forecast/simulation/policies.ts';
import type { PolicyName } from '../../shared/forecast/simulation/policies.ts';
import { SCENARIOS } from '../../shared/forecast/simulation/scenario.ts';
import type { ScenarioName } from '../../shared/forecast/simulation/scenario.ts';
import { SetupError } from '../setup/setup-error.ts';
import { LOG_ARGUMENTS, LOG_USAGE, logOptions } from './log/options.ts';
import type { LogOptions } from './log/options.ts';

const SEEDS_MAX = 5_000;

export const USAGE = `npm run simulate -- [options]
  --scenario S1..S8[,…] | all    scenarios of the benchmark (S1)
  --policy NAME[,…] | all        ${POLICIES.join(', ')} (all)
  --seeds A-B | A,B,…            days (1001-1200; tuning was done on 1-60)
  --suite goals                  every goal, one line each: name, value, goal, met or missed
  --json FILE                    the figures as JSON
  --plots DIR                    pictures that a browser opens: waits, a day's floor
${LOG_USAGE}
  --help                         this text`;

export interface Options {
  readonly scenarios: readonly ScenarioName[];
  readonly policies: readonly PolicyName[];
  readonly seeds: readonly number[];
  readonly suite: 'goals' | null;
  readonly json: string | null;
  readonly plots: string | null;
  readonly log: LogOptions | null;
  readonly isHelp: boolean;
}

/** Reads the arguments behind the script's name. */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parsed(args);
  if (values.suite !== undefined && values.suite !== 'goals') {
    throw new SetupError(`--suite is goals, not ${values.suite}.`);
  }
  return {
    scenarios: chosen('scenario', values.scenario ?? 'S1', SCENARIOS),
    policies: chosen('policy', values.policy ?? 'all', POLICIES),
    seeds: seedsFrom(values.seeds ?? '1001-1200'),
    suite: values.suite === 'goals' ? 'goals' : null,
    json: values.json ?? null,
    plots: values.plots ?? null,
    log: logOptions(values),
    isHelp: values.help === true,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ scenario: { type: 'string' }, policy: { type: 'string' }, seeds: { type: 'string' } },
        ...{ suite: { type: 'string' }, json: { type: 'string' }, plots: { type: 'string' } },
        ...LOG_ARGUMENTS,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error));
  }
}

function chosen<Name extends string>(
  option: string,
  text: string,
  names: readonly Name[],
): readonly Name[] {
  if (text === 'all') return names;
  return text.split(',').map((part) => {
    const found = names.find((name) => name === part.trim());
    if (found === undefined) {
      throw new SetupError(`--${option} knows ${names.join(', ')} and all, not ${part}.`);
    }
    return found;
  });
}

/** Whole numbers, a range or a list. */
export function seedsFrom(text: string): number[] {
  const seeds = text.split(',').flatMap((part) => {
    const [, from, to = from] = /^(\d{1,9})(?:-(\d{1,9}))?$/u.exec(part.trim()) ?? [];
    const first = Number(from);
    const last = Number(to);
    if (from === undefined || last < first || last - first >= SEEDS_MAX) return [NaN];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  if (seeds.some(Number.isNaN) || seeds.length > SEEDS_MAX) {
    throw new SetupError(
      `--seeds is a range such as 1001-1200, of at most ${String(SEEDS_MAX)} days, not ${text}.`,
    );
  }
  return seeds;
}
