/**
 * The versions of the configuration that events name are read before the events are folded: folding
 * itself is pure and waits for nothing.
 */
import type { EventType } from '../../shared/hall/events.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { LogRow } from '../storage/log-row.ts';
import { storedEvent } from '../storage/log-row.ts';
import type { DayStream } from './stream.ts';

const NAMING = new Set<string>([
  'DayOpened',
  'BookingsOpened',
  'ConfigPublished',
] satisfies EventType[]);

/** The versions that the events name, in their order. */
export function versionsNamed(rows: readonly LogRow[]): number[] {
  return rows.flatMap((row) => {
    if (!NAMING.has(row.type)) return [];
    const { event } = storedEvent(row);
    return 'configVersion' in event ? [event.configVersion] : [];
  });
}

/** Reads the versions that the stream does not know yet. */
export async function learnVersions(
  configs: ConfigStore,
  stream: DayStream,
  versions: readonly number[],
): Promise<void> {
  for (const version of versions) {
    if (!stream.knows(version)) stream.learn(await configs.plan(stream.hall, version));
  }
}
