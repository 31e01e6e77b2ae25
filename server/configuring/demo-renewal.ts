/**
 * A data folder outlives the release that made it: the demo hall in it would keep the lists and numbers
 * that it was founded with. At the start the shipped ones become its next version, as long as nobody
 * has published one of their own; a hall that is not a demo is never touched. The stored version is put
 * into force by the watch (published-watch.ts), without losing a ticket.
 */
import { isDeepStrictEqual } from 'node:util';
import { configFaults } from '../../shared/hall/config-check.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { ConfigStore } from '../storage/config-store.ts';

/** Who founded the demo hall, as its first version names it. */
const AUTHOR = 'seed';

/**
 * same: as shipped. renewed: the shipped one is stored. own: somebody has published here, or it is no
 * demo. unfit: the shipped one cannot follow what is there.
 */
export type Renewal = 'same' | 'renewed' | 'own' | 'unfit';

/** Stores the shipped configuration as the next version where it may; `at` is the hall's clock. */
export async function renewDemo(
  configs: Pick<ConfigStore, 'newestPlan' | 'versions' | 'publish'>,
  shipped: HallConfig,
  at: number,
): Promise<Renewal> {
  const { config: stored } = await configs.newestPlan(shipped.hall);
  const next: HallConfig = { ...shipped, version: stored.version + 1 };
  if (isDeepStrictEqual(plain({ ...stored, version: 0 }), plain({ ...next, version: 0 }))) {
    return 'same';
  }
  const versions = await configs.versions(shipped.hall);
  if (!stored.demo || versions.some(({ by }) => by !== AUTHOR)) return 'own';
  if (configFaults(next, stored).length > 0) return 'unfit';
  // Another server that starts beside us stores the very same; whoever is second has nothing to do.
  await configs.publish(next, { at, by: AUTHOR });
  return 'renewed';
}

/** What to tell whoever started it; nothing where all is as shipped. */
export function renewalWords(renewal: Renewal, { hall }: Pick<HallConfig, 'hall'>): string | null {
  switch (renewal) {
    case 'same':
      return null;
    case 'renewed':
      return `The demo hall ${hall} has taken over the newer lists and numbers of this release.`;
    case 'own':
    case 'unfit':
      return (
        `The demo hall ${hall} in this data folder keeps its own lists and numbers; ` +
        'this release ships others. Start with another DATA_DIR to see them.'
      );
  }
}

/** As it is stored: fields that are there but undefined are lost in JSON. */
function plain(config: HallConfig): unknown {
  return JSON.parse(JSON.stringify(config));
}
