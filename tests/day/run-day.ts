/**
 * A whole day in one hall: opens it, lets the visitors come, kills servers, waits until everybody is
 * gone, closes the windows, and gathers what was seen. Knows the hall by its public interface only.
 */
import type { BusinessDate } from '../../shared/base/ids.ts';
import { businessDateAt, startOfDay } from '../../shared/calendar/business-date.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { Api } from './api.ts';
import { percentile } from './checks/latency.ts';
import { HallClock, pause } from './clock.ts';
import { comeBack, goOff } from './coming-back.ts';
import { DayLog, configsOf, eventsOn } from './day-log.ts';
import type { HallDay } from './day.ts';
import { mountDevices } from './devices.ts';
import { killServers, paperRunsOut } from './disturbances.ts';
import type { Present } from './hall-floor.ts';
import { HallFloor } from './hall-floor.ts';
import type { History, Press } from './history.ts';
import { Http } from './http.ts';
import { kioskScreen, watchPapers } from './kiosk.ts';
import { measureLateness } from './lateness.ts';
import { Manager } from './manager.ts';
import { bookedBy, mergedCounts, nightStreams, withPickup } from './after-night.ts';
import type { Night } from './night.ts';
import type { DayOptions } from './options.ts';
import type { People } from './people.ts';
import { PaperTray } from './printer.ts';
import { timeMs } from './profile.ts';
import type { Progress } from './progress.ts';
import { publishRouting } from './publishing.ts';
import { Recorder } from './recorder.ts';
import { managerOf } from './roster.ts';
import { terminals } from './terminals.ts';
import type { Kiosk } from './visitor.ts';
import { stayUntilOver, visit } from './visitor.ts';

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
  readonly people: (date: BusinessDate) => People;
  /** What the night before has left; null where it was not ours. */
  readonly night: Night | null;
  readonly progress: Progress;
  /** Kills one server and answers with its process id; null when there is none. */
  readonly kill: (index: number) => number | null;
}

export interface DayResult {
  readonly history: History;
  readonly troubles: readonly string[];
  readonly reliefs: number;
  /** Tickets that there must be in the end. */
  readonly ticketsWanted: number;
}

/** Runs the day; resolves when the hall is closed and everything seen is gathered. */
export async function runDay(parts: DayParts): Promise<DayResult> {
  const { options, night, progress } = parts;
  const isOwn = options.url === null;
  const recorder = new Recorder();
  const http = new Http(parts.url);
  const api = new Api(http, options.hall, recorder);
  const here = await api.here();
  if (here.hall !== options.hall) throw new Error(`there is the hall ${here.hall} at ${parts.url}`);
  const stop = new AbortController();
  const clock = new HallClock(here.at, here.speed, stop.signal);
  const date = businessDateAt(clock.now());
  const { hall, seats, deck, visitors } = parts.people(date);
  const midnight = startOfDay(date);
  const pace = paceOf(options, clock, midnight, stop.signal);
  const kioskAuth = await api.deviceKey('kiosk');
  const person = managerOf(hall);
  const managerAuth = await api.signIn(person.staffNo, PASSWORD);
  const day: HallDay = {
    ...{ api, clock, pace, recorder, hall, date, deck },
    floor: new HallFloor(
      (present) => void comeBack(day, kiosk, present),
      (present) => void goOff(day, kioskAuth, present),
    ),
    startOfDay: midnight,
    timeFactor: options.timeFactor,
    seed: options.seed,
    log: new DayLog(api, managerAuth, date),
    over: stop.signal,
  };
  const kioskPage = kioskScreen(day, kioskAuth);
  const kiosk: Kiosk = {
    auth: kioskAuth,
    isFree: (no) =>
      kioskPage.view?.terminals.some((row) => row.no === no && row.status === 'free') ?? false,
  };
  const sessions = hall.sessions.map(({ open, close }) => ({
    openAt: midnight + timeMs(open),
    closeAt: midnight + timeMs(close),
  }));
  const manager = new Manager(day, person, managerAuth, sessions);
  const afterSeq = isOwn ? 0 : ((await eventsOn(api, managerAuth, date)).at(-1)?.seq ?? 0);

  const tray = new PaperTray(day);
  await tray.look();
  const paper = { works: true };
  const takeDown = await mountDevices(day, manager);
  const background = [tray.watch(), watchPapers(day, kioskAuth, kioskPage, () => paper.works)];

  const lateness = measureLateness();
  const booked = bookedBy(day, visitors, night);
  await pace.until(midnight + DOORS_MS);
  if (options.routing !== null) await publishRouting(api, managerAuth, recorder, options.routing);
  await manager.openHall(seats);
  background.push(manager.watch());
  if (isOwn) {
    const { kills: count, seed } = options;
    const say = (text: string) => progress.say(text);
    const killing = { count, seed, kill: parts.kill, say };
    background.push(paperRunsOut(day, tray, paper), killServers(day, killing));
  }
  background.push(terminals(day, kioskAuth));
  const arrived = { count: 0 };
  const guarded = (who: string, work: Promise<void>) =>
    work.catch((error: unknown) => recorder.trouble(`${who}: ${String(error)}`));
  const bookings = await booked;
  for (const row of night?.carried ?? []) {
    const present = { ...row, stay: 'waiting', isAway: false, returned: 0, onPhone: true } as const;
    const here: Present = { ...present };
    day.floor.enter(here);
    background.push(guarded(row.ticket, stayUntilOver(day, here)));
  }
  for (const visitor of withPickup(visitors, night)) {
    const booking = bookings.get(visitor.index);
    const coming = visit(day, kiosk, visitor, booking, () => (arrived.count += 1));
    background.push(guarded(`visitor ${String(visitor.index)}`, coming));
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
  const events = await eventsOn(api, managerAuth, date);
  const nights = night ? await nightStreams(api, managerAuth, night) : [];
  const configs = await configsOf(api, managerAuth, events);
  http.close();
  const isOurs = (press: Press) => press.answers.some((answer) => answer.date === date);
  const ahead = night?.presses ?? [];
  return {
    history: {
      ...{ alone: isOwn, date, configs, afterSeq, events, nights },
      presses: [...ahead.filter(isOurs), ...recorder.presses],
      nightPresses: ahead.filter((press) => !isOurs(press)),
      forgeries: recorder.forgeries,
      screens: recorder.screens,
      topicsRefused: recorder.topicsRefused,
      arrivalsChanged: recorder.arrivalsChanged,
      happened: mergedCounts(night?.happened ?? new Map(), recorder.happened),
      papers: recorder.papers,
      papersUnseen: here.printerSimulator ? recorder.papersUnseen : Infinity,
      killsMs: recorder.killsMs,
      speed: clock.speed,
      latenessMs: percentile(lateness.samplesMs(), 0.99),
    },
    troubles: [...(night?.troubles ?? []), ...recorder.troubles],
    reliefs: manager.reliefs,
    ticketsWanted: visitors.length + recorder.ticketsMore,
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
  const { booked, waiting, called, serving, held } = totals;
  return booked + waiting + called + serving + held === 0;
}
