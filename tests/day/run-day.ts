/**
 * A whole day in one hall: opens it, lets the visitors come, kills servers, waits until everybody is
 * gone, closes the windows, and gathers what was seen. Knows the hall by its public interface only.
 */
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import { businessDateAt, startOfDay } from '../../shared/calendar/business-date.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { Api } from './api.ts';
import { HallClock, pause } from './clock.ts';
import type { HallDay } from './day.ts';
import { mountDevices } from './devices.ts';
import { killServers, paperRunsOut } from './disturbances.ts';
import { HallFloor } from './hall-floor.ts';
import type { History } from './history.ts';
import { Http } from './http.ts';
import { watchPapers } from './kiosk.ts';
import { percentile } from './checks/latency.ts';
import { eventsOf } from './log.ts';
import { Manager } from './manager.ts';
import type { DayOptions } from './options.ts';
import { PaperTray } from './printer.ts';
import type { ArrivalProfile } from './profile.ts';
import { timeMs } from './profile.ts';
import type { Progress } from './progress.ts';
import { Recorder } from './recorder.ts';
import { managerOf, morningRoster } from './roster.ts';
import { measureLateness } from './lateness.ts';
import { comeBack, visit } from './visitor.ts';
import { visitorsOf } from './visitors.ts';

const PASSWORD = 'yichuang';
const DOORS_MS = timeMs('08:20');
const LAST_HOUR_MS = timeMs('23:00');
const LOOK_EVERY_WALL_MS = 300;
const DRAIN_WALL_MS = 1_500;
const PROMPT_MS = 70_000;
/** A running hall with a slow clock is walked through at this pace. */
const PACE_OF_A_SLOW_HALL = 60;

export interface DayParts {
  readonly url: string;
  readonly options: DayOptions;
  readonly profile: ArrivalProfile;
  readonly progress: Progress;
  /** Kills one server and answers with its process id; null when there is none. */
  readonly kill: (index: number) => number | null;
}

export interface DayResult {
  readonly history: History;
  readonly troubles: readonly string[];
  readonly reliefs: number;
}

/** Runs the day; resolves when the hall is closed and everything seen is gathered. */
export async function runDay(parts: DayParts): Promise<DayResult> {
  const { options, profile, progress } = parts;
  const hall = demoHall(options.hall);
  const recorder = new Recorder();
  const http = new Http(parts.url);
  const api = new Api(http, options.hall, recorder);
  const here = await api.here();
  if (here.hall !== options.hall) throw new Error(`there is the hall ${here.hall} at ${parts.url}`);
  const stop = new AbortController();
  const clock = new HallClock(here.at, here.speed, stop.signal);
  const date = businessDateAt(clock.now());
  const midnight = startOfDay(date);
  const pace = paceOf(options, clock, midnight, stop.signal);
  const kiosk = await api.deviceKey('kiosk');
  const day: HallDay = {
    api,
    clock,
    pace,
    floor: new HallFloor((present) => void comeBack(day, kiosk, present)),
    recorder,
    hall,
    date,
    startOfDay: midnight,
    timeFactor: options.timeFactor,
    seed: options.seed,
    over: stop.signal,
  };
  const person = managerOf(hall);
  const manager = new Manager(
    day,
    person,
    await api.signIn(person.staffNo, PASSWORD),
    hall.sessions.map(({ open, close }) => ({
      openAt: midnight + timeMs(open),
      closeAt: midnight + timeMs(close),
    })),
  );
  const afterSeq = (await eventsOf(day, manager.auth)).at(-1)?.seq ?? 0;
  const visitors = visitorsOf(hall, profile, {
    count: options.visitors,
    seed: options.seed,
    date,
    noShowRate: options.noShowRate,
    abandonRate: options.abandonRate,
    multiRate: options.multiRate,
    timeFactor: options.timeFactor,
  });

  const tray = new PaperTray(day);
  await tray.look();
  const paper = { works: true };
  const takeDown = await mountDevices(day, manager);
  const background = [tray.watch(), watchPapers(day, kiosk, () => paper.works)];

  const lateness = measureLateness();
  await pace.until(midnight + DOORS_MS);
  await manager.openHall(morningRoster(hall, date));
  background.push(manager.watch());
  if (options.url === null) {
    const { kills: count, seed } = options;
    const say = (text: string) => progress.say(text);
    const killing = { count, seed, kill: parts.kill, say };
    background.push(paperRunsOut(day, tray, paper), killServers(day, killing));
  }
  const arrived = { count: 0 };
  for (const visitor of visitors) {
    const coming = visit(day, kiosk, visitor, () => (arrived.count += 1));
    background.push(
      coming.catch((error: unknown) => {
        recorder.trouble(`visitor ${String(visitor.index)}: ${String(error)}`);
      }),
    );
  }

  await untilAllGone(day, manager, () => arrived.count >= visitors.length, progress);
  lateness.stop();
  await clock.sleep(PROMPT_MS);
  await Promise.race([manager.closeHall(), pause(30_000)]);
  await pause(DRAIN_WALL_MS);
  await tray.look();
  stop.abort();
  takeDown();
  manager.close();
  await Promise.race([Promise.all(background), pause(5_000)]);
  const events = await eventsOf(day, manager.auth);
  http.close();
  return {
    history: {
      alone: options.url === null,
      afterSeq,
      events,
      presses: recorder.presses,
      forgeries: recorder.forgeries,
      screens: recorder.screens,
      topicsRefused: recorder.topicsRefused,
      papers: recorder.papers,
      papersUnseen: here.printerSimulator ? recorder.papersUnseen : Infinity,
      killsMs: recorder.killsMs,
      speed: clock.speed,
      latenessMs: percentile(lateness.samplesMs(), 0.99),
    },
    troubles: recorder.troubles,
    reliefs: manager.reliefs,
  };
}

/** Our own hall's clock is the pace; a running hall's may be too slow to wait for a whole day. */
function paceOf(
  options: DayOptions,
  clock: HallClock,
  midnight: number,
  stop: AbortSignal,
): HallClock {
  if (options.url === null) return clock;
  const speed = options.speedGiven ? options.speed : Math.max(clock.speed, PACE_OF_A_SLOW_HALL);
  return new HallClock(midnight + DOORS_MS, speed, stop);
}

/** Waits until nobody comes, waits or is served any more; not beyond eleven in the evening. */
async function untilAllGone(
  day: HallDay,
  manager: Manager,
  allArrived: () => boolean,
  progress: Progress,
): Promise<void> {
  const untilAt = day.startOfDay + LAST_HOUR_MS;
  while (day.pace.now() < untilAt) {
    const view = manager.floor.view;
    progress.tell(day.pace.now(), view);
    if (allArrived() && view && isEmpty(view) && !day.floor.isBusy()) return;
    await pause(LOOK_EVERY_WALL_MS);
  }
  day.recorder.trouble('the day was not over at 23:00');
}

function isEmpty({ totals }: FloorView): boolean {
  return totals.waiting + totals.called + totals.serving === 0;
}
