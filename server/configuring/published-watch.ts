/**
 * Puts versions into force that were stored without their event: by an import at the command line,
 * by another server, or by one that died in between. Looks at one small table every two seconds.
 */
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallActor } from '../hall/actor.ts';
import type { Publisher } from './publisher.ts';
import { principalNamed } from './publisher.ts';

const LOOK_EVERY_MS = 2_000;

export interface WatchParts {
  readonly configs: ConfigStore;
  readonly publisher: Publisher;
  readonly actor: (hall: string) => HallActor | undefined;
  readonly onFault: (error: unknown, what: string) => void;
}

/** Starts looking; the answer stops it. */
export function watchPublished(parts: WatchParts): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void lookOnce(parts)
      .catch((error: unknown) => parts.onFault(error, 'published versions'))
      .finally(() => (isBusy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Brings every hall's day to the newest version that is stored. */
export async function lookOnce({ configs, publisher, actor }: WatchParts): Promise<void> {
  for (const row of await configs.halls()) {
    const { hall_id: hall, config_version: version } = row;
    const found = actor(hall);
    if (!found) continue;
    const inForce = await found.read(({ day }) => day.plan.config.version);
    if (inForce >= version) continue;
    const [newest] = await configs.versions(hall);
    await publisher.bringIntoForce(hall, version, principalNamed(newest?.by ?? ''));
  }
}
