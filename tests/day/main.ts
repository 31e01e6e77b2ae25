/**
 * `npm run day`: a whole day in a hall, driven through the public HTTP and WebSocket interface alone
 * and proven from what clients, screens, printer and evaluators saw. Starts a hall of its own, or
 * uses a running demo hall (`--url`). Ends with one line per figure; exit 1 if any goal is missed.
 */
import { startOwnHall } from './hall-process.ts';
import type { OwnHall } from './hall-process.ts';
import type { DayOptions } from './options.ts';
import { playNight } from './night.ts';
import type { Night } from './night.ts';
import { USAGE, dayOptions, sharesList } from './options.ts';
import { peopleOf } from './people.ts';
import type { ArrivalProfile } from './profile.ts';
import { arrivalProfile } from './profile.ts';
import { Progress } from './progress.ts';
import { report } from './report.ts';
import { runDay } from './run-day.ts';

/** What a start takes at most: the clock begins so much before the doors are opened. */
const START_MS = 6_000;
const DOORS_AT = Date.parse('2026-11-23T08:20+08:00');
const OUR_DATE = '2026-11-23';
/** Two nights before: the first midnight is seen, the second comes while the hall is off. */
const NIGHT_CLOCK = '2026-11-21T23:44:00+08:00x60';
const HALL_OFFSET_MS = 8 * 3_600_000;
const DAY_HOURS_MAX = 15;
const SPARE_MS = 180_000;

if (process.argv.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}
if (process.argv.includes('--shares')) {
  console.log(sharesList());
  process.exit(0);
}
const profile = arrivalProfile();
const options = readOptions(profile);
const code = await main(options, profile);
// Kept connections of the driver must not hold the end.
process.exit(code);

async function main(options: DayOptions, profile: ArrivalProfile): Promise<number> {
  const progress = new Progress();
  let own: OwnHall | null = null;
  const stop = () => own?.stop(options.keep) ?? Promise.resolve(null);
  const endWith = (code: number) => void stop().finally(() => process.exit(code));
  process.once('SIGINT', () => endWith(130));
  process.once('SIGTERM', () => endWith(143));
  const wallMs = (DAY_HOURS_MAX * 3_600_000) / options.speed + SPARE_MS;
  const deadline = setTimeout(() => {
    const hint = options.url === null ? '' : ' A running hall goes at its own pace: give --speed.';
    console.error(`The day was not over after ${String(Math.round(wallMs / 1000))} s.${hint}`);
    endWith(1);
  }, wallMs);
  try {
    const people = (date: string) => peopleOf(options, profile, date);
    let day: ReturnType<typeof people> | null = null;
    let night: Night | null = null;
    if (options.url === null) {
      day = people(OUR_DATE);
      if (options.night) {
        own = await start(options, NIGHT_CLOCK);
        night = await playNight(own.url, day);
        const dataDir = await own.stop(true);
        own = null;
        own = await start(options, dayClock(options), dataDir);
      } else own = await start(options, dayClock(options));
    }
    const hall = own;
    const result = await runDay({
      url: hall?.url ?? options.url ?? '',
      options,
      people: (date) => day ?? people(date),
      night,
      progress,
      kill: (index) => hall?.killServer(index) ?? null,
    });
    progress.end();
    return report(options, result, own?.said() ?? []) ? 0 : 1;
  } catch (error) {
    progress.end();
    console.error(error instanceof Error ? error.message : error);
    for (const line of own?.said() ?? []) console.error(`  hall: ${line}`);
    return 1;
  } finally {
    clearTimeout(deadline);
    const dataDir = await stop();
    if (options.keep && dataDir !== null) console.log(`data ${dataDir}`);
  }
}

function readOptions(profile: ArrivalProfile): DayOptions {
  try {
    return dayOptions(process.argv.slice(2), profile);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    return process.exit(1);
  }
}

/** The clock of the day itself, begun early enough for the start. */
function dayClock({ speed }: DayOptions): string {
  const startAt = new Date(DOORS_AT - START_MS * speed + HALL_OFFSET_MS);
  return `${startAt.toISOString().slice(0, 19)}+08:00x${String(speed)}`;
}

function start(
  { hall, servers }: DayOptions,
  hallClock: string,
  dataDir?: string,
): Promise<OwnHall> {
  const options = { hall, hallClock, servers, ...(dataDir !== undefined && { dataDir }) };
  return startOwnHall(options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(1);
  });
}
