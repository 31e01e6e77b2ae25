/**
 * The engine against what is known exactly: Erlang C for M/M/c, and the approximation of Allen and
 * Cunneen for lognormal service. A simulator that misses these measures nothing.
 */
import { byRules } from './policies.ts';
import { Engine } from './engine.ts';
import { allenCunneenWait, mmcWait } from './erlang.ts';
import { plainFloor } from './floor.ts';
import { Chance, sigmaOf } from './random.ts';
import { Visitor } from './visitor.ts';

const WINDOWS = 12;
const RHO = 0.9;
const SERVICE_CV = 0.7;
const UNIT_MS = 1_000;
/** The mean service in the figures. */
const MEAN = 10;
const WARM_UP = 0.1;

export interface Check {
  readonly name: string;
  /** Mean waits where a service takes ten on average. */
  readonly simulated: number;
  readonly known: number;
  readonly toleranceShare: number;
  readonly isMet: boolean;
}

/** Both checks, with so many visitors each. */
export function selfChecks(visitors = 500_000): Check[] {
  const load = WINDOWS * RHO;
  const known = mmcWait(WINDOWS, load, MEAN);
  const general = allenCunneenWait(WINDOWS, load, MEAN, 1, SERVICE_CV);
  const sigma = sigmaOf(SERVICE_CV);
  return [
    check('Erlang C, M/M/12 at .9', known, visitors, 0.04, (chance) => chance.exponential()),
    check('Allen–Cunneen, M/G/12 at .9', general, visitors, 0.06, (chance) =>
      chance.lognormal(sigma),
    ),
  ];
}

function check(
  name: string,
  known: number,
  visitors: number,
  toleranceShare: number,
  draw: (chance: Chance) => number,
): Check {
  const simulated = meanWait(visitors, draw) * MEAN;
  const isMet = Math.abs(simulated / known - 1) <= toleranceShare;
  return { name, simulated, known, toleranceShare, isMet };
}

/** Mean wait in mean services, the first tenth left out. */
function meanWait(visitors: number, draw: (chance: Chance) => number): number {
  const arrivals = new Chance(1917, 1);
  const services = new Chance(1917, 2);
  const floor = plainFloor(WINDOWS, 1, 0);
  const engine = new Engine(floor, {
    choose: byRules({ kind: 'strict' }),
    promiseSlackMs: null,
    overflowAfterMs: 0,
  });
  let at = 0;
  const people = Array.from({ length: visitors }, (_, index) => {
    at += (arrivals.exponential() * UNIT_MS) / (WINDOWS * RHO);
    return new Visitor(0, at, draw(services) * UNIT_MS, index);
  });
  engine.run(people, 0);
  const counted = people.slice(visitors * WARM_UP);
  const sum = counted.reduce((total, { calledAt, arrivesAt }) => total + calledAt - arrivesAt, 0);
  return sum / counted.length / UNIT_MS;
}
