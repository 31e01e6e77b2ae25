/** What every actor of a day is given: the hall's interface, its clock, its people and its memory. */
import type { BusinessDate } from '../../shared/base/ids.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Api } from './api.ts';
import type { Deck } from './awkward.ts';
import type { HallClock } from './clock.ts';
import type { DayLog } from './day-log.ts';
import type { HallFloor } from './hall-floor.ts';
import type { Recorder } from './recorder.ts';

export interface HallDay {
  readonly api: Api;
  /** The hall's clock: policies and deadlines follow it. */
  readonly clock: HallClock;
  /** The day's own pace: arrivals and services. The hall's clock too, unless that runs slower. */
  readonly pace: HallClock;
  readonly floor: HallFloor;
  readonly recorder: Recorder;
  readonly hall: HallConfig;
  readonly date: BusinessDate;
  readonly startOfDay: number;
  /** Services and walks are this much shorter than in the data. */
  readonly timeFactor: number;
  readonly seed: number;
  /** Deals out what goes awry. */
  readonly deck: Deck;
  /** What the hall's log says of a visit. */
  readonly log: DayLog;
  /** Aborted when everybody goes home. */
  readonly over: AbortSignal;
}

/** The topic of the hall with this ending. */
export function topicOf(day: Pick<HallDay, 'api'>, kind: string): string {
  return `hall/${day.api.hall}/${kind}`;
}
