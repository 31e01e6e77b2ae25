/** What goes wrong on this day: the printer's paper runs out, and servers are killed. */
import { seededRandom } from '../../shared/base/seeded-random.ts';
import { pause } from './clock.ts';
import type { HallDay } from './day.ts';
import { killTimes } from './kills.ts';
import type { PaperTray } from './printer.ts';
import { timeMs } from './profile.ts';

const PAPER_OUT_MS = timeMs('10:10');
const PAPER_BACK_MS = timeMs('10:16');
const NEXT_PRESS_WALL_MS = 3_000;
/** A press takes about so long from the button to the commit and back. */
const IN_FLIGHT_MS = 8;

/** No paper for a few minutes of the busiest hour. */
export async function paperRunsOut(
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

export interface Killing {
  readonly count: number;
  readonly seed: number;
  /** Kills one server; its process id, or null when there is none. */
  readonly kill: (index: number) => number | null;
  readonly say: (text: string) => void;
}

/** Kills while a press is on its way, so that its outcome is unknown to whoever pressed. */
export async function killServers(day: HallDay, killing: Killing): Promise<void> {
  const random = seededRandom(killing.seed);
  for (const [index, time] of killTimes(killing.count).entries()) {
    await day.pace.until(day.startOfDay + time);
    if (day.over.aborted) return;
    await day.recorder.nextPress(NEXT_PRESS_WALL_MS);
    await pause(random() * IN_FLIGHT_MS);
    const pid = killing.kill(index);
    if (pid === null) {
      day.recorder.trouble('there was no server to kill');
      continue;
    }
    day.recorder.killsMs.push(performance.now());
    killing.say(`kill -9 ${String(pid)}: the server`);
  }
}
