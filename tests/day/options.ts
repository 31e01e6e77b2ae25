/**
 * The command line of `npm run day`. The speed is chosen so that a day of the default size takes
 * less than four minutes with its start: at 180, the twenty seconds between two calls are still
 * 110 ms, ten times what a press needs here. More visitors get a slower clock, so that what is
 * measured is the hall and not two crowded cores.
 */
import { parseArgs } from 'node:util';
import { DEMO_HALLS } from '../../drizzle/seed/demo-hall.ts';
import type { DemoHall } from '../../drizzle/seed/demo-hall.ts';
import { ROUTINGS } from '../../shared/hall/policy.ts';
import type { Routing } from '../../shared/hall/policy.ts';
import type { Shares } from './awkward.ts';
import { AWKWARD, sharesOf } from './awkward.ts';
import type { ArrivalProfile } from './profile.ts';

const SPEED_MAX = 180;
const SPEED_MIN = 60;
/** Visitors whose day fits the greatest speed. */
const VISITORS_AT_SPEED_MAX = 600;

/** What makes another day of it. */
const WHOLE_DAY = [
  'hall',
  'url',
  'visitors',
  'share',
  'multi',
  'no-show',
  'abandon',
  'no-night',
  'routing',
] as const;

export interface DayOptions {
  readonly hall: DemoHall;
  readonly url: string | null;
  readonly visitors: number;
  readonly speed: number;
  /** Set by hand, not chosen. */
  readonly speedGiven: boolean;
  readonly seed: number;
  readonly json: string | null;
  readonly servers: number;
  readonly kills: number;
  readonly keep: boolean;
  readonly noShowRate: number;
  readonly abandonRate: number;
  readonly multiRate: number | undefined;
  /** How often each awkward case comes. */
  readonly shares: Shares;
  /** The night before is played too: a midnight, what is carried over it, and bookings. */
  readonly night: boolean;
  /** The order of calling that is published before the doors open; null: as the hall has it. */
  readonly routing: Routing | null;
  /** Nothing but seed, speed, servers and kills was chosen by hand: a whole day of the default hall. */
  readonly isDefault: boolean;
  /** More visitors than the hall was designed for: their services are shorter by so much. */
  readonly timeFactor: number;
}

export const USAGE = `npm run day -- [options]
  --hall jingzhou|yantai|township   the demo hall (jingzhou)
  --url URL       a running demo hall instead of one of its own; nothing is killed
  --visitors N    the hall's design number; more visitors get shorter services
  --speed N       how fast the hall's clock runs
  --seed N        the same seed, the same visitors (1)
  --servers N     server processes (1)
  --kills N       kill -9 of a server, the first at noon (1)
  --no-show R     share who miss their call
  --abandon R     share who give up by phone
  --multi R       share with several cases
  --share N=R,…   how often an awkward case comes; see --shares
  --shares        lists them with their shares
  --routing R     the order of calling: strict, zones or promise
  --no-night      begins in the morning, without the midnight before
  --json FILE     writes the figures
  --keep          keeps the data folder`;

/** The awkward cases, a line each. */
export function sharesList(): string {
  const rows = Object.entries(AWKWARD).map(
    ([name, { share, of, source }]) => `  ${name.padEnd(24)}${String(share)} of ${of} (${source})`,
  );
  return ['Shares of the awkward cases:', ...rows].join('\n');
}

/** Reads the arguments; throws one sentence about what makes no sense. */
export function dayOptions(args: readonly string[], profile: ArrivalProfile): DayOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      hall: { type: 'string' },
      url: { type: 'string' },
      visitors: { type: 'string' },
      speed: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      servers: { type: 'string', default: '1' },
      kills: { type: 'string' },
      keep: { type: 'boolean', default: false },
      'no-show': { type: 'string' },
      abandon: { type: 'string' },
      multi: { type: 'string' },
      share: { type: 'string', multiple: true },
      routing: { type: 'string' },
      'no-night': { type: 'boolean', default: false },
    },
  });
  const hall = DEMO_HALLS.find((one) => one === (values.hall ?? 'jingzhou'));
  if (!hall) throw new Error(`There is no demo hall "${String(values.hall)}".`);
  const design = profile.designTicketsPerDay[hall] ?? 100;
  const visitors = number('visitors', values.visitors, design, 1, 20_000);
  const url = values.url ?? null;
  return {
    hall,
    url,
    visitors,
    speed: number('speed', values.speed, chosenSpeed(visitors), 1, 1_000),
    speedGiven: values.speed !== undefined,
    seed: number('seed', values.seed, 1, 0, 2 ** 31),
    json: values.json ?? null,
    servers: number('servers', values.servers, 1, 1, 8),
    kills: url === null ? number('kills', values.kills, 1, 0, 50) : 0,
    keep: values.keep,
    noShowRate: number('no-show', values['no-show'], profile.noShowRate, 0, 1),
    abandonRate: number('abandon', values.abandon, profile.abandonRate, 0, 1),
    multiRate: values.multi === undefined ? undefined : number('multi', values.multi, 0, 0, 1),
    routing: routingOf(values.routing),
    shares: sharesOf((values.share ?? []).join(',')),
    isDefault: WHOLE_DAY.every((name) => values[name] === undefined || values[name] === false),
    night: url === null && !values['no-night'],
    timeFactor: Math.min(1, design / visitors),
  };
}

/** The fastest clock at which so many visitors can be watched closely. */
export function chosenSpeed(visitors: number): number {
  const speed = (SPEED_MAX * VISITORS_AT_SPEED_MAX) / visitors;
  return Math.round(Math.max(SPEED_MIN, Math.min(SPEED_MAX, speed)));
}

function routingOf(text: string | undefined): Routing | null {
  if (text === undefined) return null;
  const found = ROUTINGS.find((one) => one === text);
  if (found) return found;
  throw new Error(`--routing is one of ${ROUTINGS.join(', ')}.`);
}

function number(
  name: string,
  text: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  const value = text === undefined ? fallback : Number(text);
  if (Number.isFinite(value) && value >= min && value <= max) return value;
  throw new Error(`--${name} must be a number from ${String(min)} to ${String(max)}.`);
}
