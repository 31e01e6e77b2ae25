/**
 * The day folded by the hall's own core from the events that a manager may read: what is left of a
 * visit after re-coding, stops and transfers. For the people of the day only; the proof at the end
 * reads everything anew.
 */
import type { BusinessDate } from '../../shared/base/ids.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import type { Day } from '../../shared/hall/day.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { ConfigView } from '../../shared/protocol/configuring.ts';
import type { Api, Auth } from './api.ts';

const PAGES_MAX = 1_000;

/** Every event of a date after `seq`, in order. */
export async function eventsOn(
  api: Api,
  auth: Auth,
  date: string,
  seq = 0,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const after = String(events.at(-1)?.seq ?? seq);
    const path = `/api/halls/${api.hall}/days/${date}/events?after=${after}`;
    const answer = await api.get<{ readonly events: StoredEvent[] }>(path, auth);
    if (answer.events.length === 0) return events;
    events.push(...answer.events);
  }
  throw new Error('the day has more events than can be read');
}

/** One version of the configuration as the hall has it. */
export async function configOf(api: Api, auth: Auth, version: number): Promise<HallConfig> {
  const path = `/api/halls/${api.hall}/config/${String(version)}`;
  return (await api.get<ConfigView>(path, auth)).config;
}

/** The configurations that the events name. */
export async function configsOf(
  api: Api,
  auth: Auth,
  events: readonly StoredEvent[],
): Promise<HallConfig[]> {
  const versions = new Set(
    events.flatMap(({ event }) => ('configVersion' in event ? [event.configVersion] : [])),
  );
  return Promise.all([...versions].map((version) => configOf(api, auth, version)));
}

export class DayLog {
  readonly #api: Api;
  readonly #auth: Auth;
  readonly #date: BusinessDate;
  #day: Day | null = null;
  #reading: Promise<Day | null> | null = null;

  constructor(api: Api, auth: Auth, date: BusinessDate) {
    this.#api = api;
    this.#auth = auth;
    this.#date = date;
  }

  /** The day up to now; null while it has no events. Two readers read once. */
  latest(): Promise<Day | null> {
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #read(): Promise<Day | null> {
    const events = await eventsOn(this.#api, this.#auth, this.#date, this.#day?.seq);
    const plans = (await configsOf(this.#api, this.#auth, events)).map(planOf);
    const [first] = plans;
    if (!this.#day && first) this.#day = emptyDay(first.config.hall, this.#date, first);
    for (const plan of plans) this.#day?.plans.set(plan.config.version, plan);
    if (this.#day) for (const stored of events) evolve(this.#day, stored);
    return this.#day;
  }
}
