/** The command line of `npm run simulate`: what is asked for, or one sentence about what makes no sense. */
import { parseArgs } from 'node:util';
import { POLICIES } from '../../shared/forecast/simulation/policies.ts';
import type { PolicyName } from '../../shared/forecast/simulation/policies.ts';
import { SCENARIOS } from '../../shared/forecast/simulation/scenario.ts';
import type { ScenarioName } from '../../shared/forecast/simulation/scenario.ts';
import { SetupError } from '../setup/setup-error.ts';
import { LOG_ARGUMENTS, LOG_USAGE, logOptions } from './log/options.ts';
import type { LogOptions } from './log/options.ts';
import { policyHelp, scenarioHelp } from './names.ts';

const SEEDS_MAX = 5_000;

export const USAGE = `npm run simulate -- [options]      plays days of a hall on a virtual clock

A benchmark on drawn days, which all policies meet with the same visitors
  --scenario NAME[,…] | all   S1 unless said
${scenarioHelp().join('\n')}
  --policy NAME[,…] | all     all unless said
${policyHelp().join('\n')}
  --seeds A-B | A,B,…         one day each, at most ${String(SEEDS_MAX)} (1001-1200; tuned on 1-60)
  --suite goals               every goal, one line each: name, value, goal, met or missed (minutes)

${LOG_USAGE}

With either
  --json FILE                 the figures as JSON
  --plots DIR                 pictures: waits by policy, what was told and what came, a day's floor;
                              open DIR/index.html
  -h, --help                  this text`;

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
  for (const name of BENCHMARK_ONLY) {
    if (values.log !== undefined && values[name] !== undefined) {
      throw new SetupError(
        `--${name} is for the benchmark, --log plays a hall's own days: take one.`,
      );
    }
  }
  for (const name of SCENARIOS_ONLY) {
    if (values.suite !== undefined && values[name] !== undefined) {
      throw new SetupError(
        `--${name} does not go with --suite goals, which plays what goals need.`,
      );
    }
  }
  for (const name of LOG_ONLY) {
    if (values.log === undefined && values[name] !== undefined) {
      throw new SetupError(`--${name} goes with --log FILE.`);
    }
  }
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

const TEXT = { type: 'string' } as const;
const ARGUMENTS = {
  ...{ scenario: TEXT, policy: TEXT, seeds: TEXT, suite: TEXT, json: TEXT, plots: TEXT },
  ...LOG_ARGUMENTS,
  help: { type: 'boolean', short: 'h' },
} as const;
const BENCHMARK_ONLY = ['scenario', 'policy', 'seeds', 'suite'] as const;
const SCENARIOS_ONLY = ['scenario', 'policy', 'plots'] as const;
const LOG_ONLY = ['columns', 'unit', 'bad-rows-max', 'estimates'] as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: ARGUMENTS });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(
      /\.?\n|\.(?= |$)/u,
    );
    const names = Object.keys(ARGUMENTS).map((name) => `--${name}`);
    throw new SetupError(`${reason}. The options are ${names.join(', ')}.`);
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
