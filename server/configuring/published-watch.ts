/**
 * Puts versions into force that were stored without their event: by an import at the command line,
 * by another server, or by one that died in between, be it between today and the days to come. Looks
 * at one small table every two seconds, and at the days again when a version is new or a minute old.
 */
import type { HallId } from '../../shared/base/ids.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallActor } from '../hall/actor.ts';
import type { Publisher } from './publisher.ts';
import { principalNamed } from './publisher.ts';

const LOOK_EVERY_MS = 2_000;
/** A day to come may have been begun with the version of a moment before. */
const LOOKS_BEFORE_AGAIN = 30;

export interface WatchParts {
  readonly configs: ConfigStore;
  readonly publisher: Publisher;
  readonly actor: (hall: string) => HallActor | undefined;
  readonly onFault: (error: unknown, what: string) => void;
}

/** Starts looking; the answer stops it. */
export function watchPublished(parts: WatchParts): () => void {
  let isBusy = false;
  let looks = 0;
  const settled: Settled = new Map();
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    looks += 1;
    if (looks % LOOKS_BEFORE_AGAIN === 0) settled.clear();
    void lookOnce(parts, settled)
      .catch((error: unknown) => parts.onFault(error, 'published versions'))
      .finally(() => (isBusy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The version that holds in all days of a hall, as far as was looked. */
export type Settled = Map<HallId, number>;

/** Brings every hall's days to the newest version that is stored; a hall in `settled` is left out. */
export async function lookOnce(
  { configs, publisher, actor }: WatchParts,
  settled: Settled = new Map(),
): Promise<void> {
  for (const row of await configs.halls()) {
    const { hall_id: hall, config_version: version } = row;
    if (!actor(hall) || settled.get(hall) === version) continue;
    if (await publisher.isInForce(hall, version)) {
      settled.set(hall, version);
      continue;
    }
    const [newest] = await configs.versions(hall);
    await publisher.bringIntoForce(hall, version, principalNamed(newest?.by ?? ''));
  }
}
