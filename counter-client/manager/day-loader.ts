/**
 * A whole day as it stands in the log: its events page by page, and every version of the rules that
 * they name. With both, the pure core folds the day in the browser as the server did.
 */
import { getJson } from '../../shared/client/api.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { ConfigView } from '../../shared/protocol/configuring.ts';

const PAGES_MAX = 200;

export interface LoadedDay {
  readonly date: string;
  readonly events: readonly StoredEvent[];
  readonly plans: ReadonlyMap<number, Plan>;
}

interface Page {
  readonly events: readonly StoredEvent[];
  readonly more: boolean;
}

/** Loads it; `progress` hears how many events have come. Throws `ApiProblem`. */
export async function loadDay(
  hall: string,
  date: string,
  progress: (count: number) => void = () => undefined,
): Promise<LoadedDay> {
  const events: StoredEvent[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const after = String(events.at(-1)?.seq ?? 0);
    const next = await getJson<Page>(`/api/halls/${hall}/days/${date}/events?after=${after}`);
    events.push(...next.events);
    progress(events.length);
    if (!next.more) break;
  }
  const versions = new Set(
    events.flatMap(({ event }) => ('configVersion' in event ? [event.configVersion] : [])),
  );
  const plans = new Map<number, Plan>();
  for (const version of versions) {
    const { config } = await getJson<ConfigView>(`/api/halls/${hall}/config/${String(version)}`);
    plans.set(version, planOf(config));
  }
  return { date, events, plans };
}
