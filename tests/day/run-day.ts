/**
 * A whole day in one hall: opens it, lets the visitors come, kills servers, waits until everybody is
 * gone, closes the windows, and gathers what was seen. Knows the hall by its public interface only.
 */
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import { businessDateAt, startOfDay } from '../../shared/calendar/business-date.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { Api } from './api.ts';
import type { Auth } from './api.ts';
import { HallClock, pause } from './clock.ts';
import type { HallDay } from './day.ts';
import { evaluator } from './evaluator.ts';
import { HallFloor } from './hall-floor.ts';
import type { History } from './history.ts';
import { Http } from './http.ts';
import { watchPapers } from './kiosk.ts';
import { percentile } from './checks/latency.ts';
import { killTimes } from './kills.ts';
import { Manager } from './manager.ts';
import type { DayOptions } from './options.ts';
import { PaperTray } from './printer.ts';
import type { ArrivalProfile } from './profile.ts';
import { timeMs } from './profile.ts';
import type { Progress } from './progress.ts';
import { Recorder } from './recorder.ts';
import { managerOf, morningRoster } from './roster.ts';
import { measureLateness } from './lateness.ts';
import { lobbyScreen, windowScreen } from './screen.ts';
import { comeBack, visit } from './visitor.ts';
import { visitorsOf } from './visitors.ts';

const PASSWORD = 'yichuang';
const DOORS_MS = timeMs('08:20');
const LAST_HOUR_MS = timeMs('23:00');
const PAPER_OUT_MS = timeMs('10:10');
const PAPER_BACK_MS = timeMs('10:16');
const LOOK_EVERY_WALL_MS = 300;
const DRAIN_WALL_MS = 1_500;
const PROMPT_MS = 70_000;
const PAGES_MAX = 1_000;
const NEXT_PRESS_WALL_MS = 3_000;
/** A press takes about so long from the button to the commit and back. */
const IN_FLIGHT_MS = 8;
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
  const afterSeq = (await allEvents(day, manager.auth)).at(-1)?.seq ?? 0;
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
  const closers = await mountDevices(day, manager);
  const background = [tray.watch(), watchPapers(day, kiosk, () => paper.works)];

  const lateness = measureLateness();
  await pace.until(midnight + DOORS_MS);
  await manager.openHall(morningRoster(hall, date));
  background.push(manager.watch());
  if (options.url === null) {
    background.push(paperRunsOut(day, tray, paper), killServers(parts, day));
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
  for (const close of closers) close();
  manager.close();
  await Promise.race([Promise.all(background), pause(5_000)]);
  const events = await allEvents(day, manager.auth);
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

/** Two screens in the lobby, one above each window, and an evaluator at each. */
async function mountDevices(day: HallDay, manager: Manager): Promise<(() => void)[]> {
  const screenKey = await day.api.deviceKey('screen');
  const screens = [
    lobbyScreen(day, screenKey, 'lobby-1'),
    lobbyScreen(day, await day.api.deviceKey('screen'), 'lobby-2'),
  ];
  const keys = new Map<number, Auth>();
  const places = day.hall.windows.filter((place) => place.kind !== 'collection');
  for (const { no } of places) {
    screens.push(windowScreen(day, screenKey, no));
    keys.set(no, await day.api.deviceKey('evaluator', no));
  }
  const evaluators = [...keys].map(([window, auth], index) =>
    evaluator(day, {
      auth,
      window,
      clerkAuth: () => manager.authAt(window),
      strangerAuth: () => [...keys.values()][(index + 1) % keys.size] ?? null,
    }),
  );
  return [...screens, ...evaluators].map((device) => () => device.close());
}

async function paperRunsOut(
  day: HallDay,
  tray: PaperTray,
  paper: { works: boolean },
): Promise<void> {
  await day.pace.until(day.startOfDay + PAPER_OUT_MS);
  if (day.over.aborted) return;
  paper.works = false;
  await tray.set('paper-out');
  await day.pace.until(day.startOfDay + PAPER_BACK_MS);
  await tray.set('ok');
  paper.works = true;
}

/** Kills while a press is on its way, so that its outcome is unknown to whoever pressed. */
async function killServers(parts: DayParts, day: HallDay): Promise<void> {
  const random = seededRandom(parts.options.seed);
  for (const [index, time] of killTimes(parts.options.kills).entries()) {
    await day.pace.until(day.startOfDay + time);
    if (day.over.aborted) return;
    await day.recorder.nextPress(NEXT_PRESS_WALL_MS);
    await pause(random() * IN_FLIGHT_MS);
    const pid = parts.kill(index);
    if (pid === null) {
      day.recorder.trouble('there was no server to kill');
      continue;
    }
    day.recorder.killsMs.push(performance.now());
    parts.progress.say(`kill -9 ${String(pid)}: the server`);
  }
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

async function allEvents(day: HallDay, auth: Auth): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const after = String(events.at(-1)?.seq ?? 0);
    const path = `/api/halls/${day.hall.hall}/days/${day.date}/events?after=${after}`;
    const answer = await day.api.get<{ readonly events: StoredEvent[] }>(path, auth);
    if (answer.events.length === 0) return events;
    events.push(...answer.events);
  }
  throw new Error('the day has more events than can be read');
}
