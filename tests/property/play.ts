/**
 * Plays acts through decide and evolve as the actor does, and keeps a journal. Either of the two may
 * be replaced by a broken one, to see whether the checkers notice. What throws is a fault of the run.
 */
import { emptyDay } from '../../shared/hall/day.ts';
import type { Day } from '../../shared/hall/day.ts';
import { commandId } from '../../shared/base/ids.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import { decide } from '../../shared/hall/decide.ts';
import type { Decision } from '../../shared/hall/decision.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import { ROUTINGS } from '../../shared/hall/policy.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import { planOf } from '../../shared/hall/plan.ts';
import { nameOf } from '../../shared/hall/principal.ts';
import { windowOfClerk } from '../../shared/hall/at-window.ts';
import { NINE, TODAY, system } from '../helpers/hall.ts';
import type { Step } from '../helpers/hall.ts';
import type { Entry, Run } from './journal.ts';
import { oracleChoice } from './oracle.ts';
import type { Act } from './random-pick.ts';
import { jumpMs, stepOf } from './random-day.ts';
import { stateFaults, viewFaults } from './state-invariants.ts';

const VIEWS_EVERY_STEPS = 12;

export interface Machine {
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
}

const plans = new WeakMap<HallConfig, Plan>();

/** The lookups of a configuration, made once for all days. */
export function planFor(config: HallConfig): Plan {
  const plan = plans.get(config) ?? planOf(config);
  plans.set(config, plan);
  return plan;
}

const versions = new WeakMap<HallConfig, readonly Plan[]>();
const VERSIONS = 9;

/** What may be published in the course of a day: the same hall with one order after another. */
function laterVersions(config: HallConfig): readonly Plan[] {
  const from = ROUTINGS.indexOf(config.policy.routing);
  const known =
    versions.get(config) ??
    Array.from({ length: VERSIONS }, (_, step) => {
      const routing = ROUTINGS[(from + step + 1) % ROUTINGS.length] ?? 'strict';
      const version = config.version + step + 1;
      return planOf({ ...config, version, policy: { ...config.policy, routing } });
    });
  versions.set(config, known);
  return known;
}

/** Plays a day to its end; `machine` is the real one unless something is to be broken. */
export function play(
  config: HallConfig,
  acts: readonly Act[],
  machine: Machine = { decide, evolve },
): Run {
  const day = emptyDay(config.hall, TODAY, planFor(config));
  for (const later of laterVersions(config)) day.plans.set(later.config.version, later);
  const entries: Entry[] = [];
  const faults: string[] = [];
  let clockAt = NINE;
  const step = (doing: Step) => {
    if ('command' in doing) entries.push(ask(day, doing, Math.max(clockAt, day.lastAt), machine));
    faults.push(...stateFaults(day));
    if (entries.length % VIEWS_EVERY_STEPS === 0) faults.push(...viewFaults(day));
  };
  try {
    step(system('openDay', { configVersion: config.version }));
    for (const act of acts) {
      if (faults.length > 0) break;
      clockAt += jumpMs(act);
      step(stepOf(day, act));
    }
    step(system('closeDay'));
    faults.push(...viewFaults(day));
  } catch (error) {
    faults.push(error instanceof Error ? `threw: ${String(error.stack)}` : 'threw');
  }
  return { config, day, entries, faults };
}

type Asked = Extract<Step, { command: unknown }>;

function ask(day: Day, { by, command }: Asked, at: number, machine: Machine): Entry {
  const oracle = oracleOf(day, { by, command }, at);
  const before = day.seq;
  const decision: Decision = machine.decide(day, command, { at, by });
  if (day.seq !== before) throw new Error('decide changed the day');
  const stored = isRefusal(decision)
    ? []
    : decision.map((event, index) => {
        const seq = before + index + 1;
        return { seq, at, by: nameOf(by), commandId: commandId(`cmd-${String(before)}`), event };
      });
  for (const event of stored) machine.evolve(day, event);
  return { by, command, decision, stored, ...(oracle !== undefined && { oracle }) };
}

function oracleOf(day: Day, { by, command }: Asked, at: number): Entry['oracle'] {
  if (command.type !== 'callNext' || by.kind !== 'clerk' || day.phase !== 'open') return undefined;
  const own = windowOfClerk(day, by.staffNo);
  const asked = command.window === undefined || command.window === own?.no;
  return own?.state.status === 'idle' && asked ? oracleChoice(day, own, by.staffNo, at) : undefined;
}
