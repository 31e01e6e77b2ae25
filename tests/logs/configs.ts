/** The configurations under which the logs were made, by version; `DayOpened` names the first. */
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import type { HallConfig } from '../../shared/hall/config.ts';

export type LogName = 'jingzhou-2026-11-23' | 'jingzhou-2026-11-24';

/** Old logs name version 1 alone; the second day publishes another one at ten. */
export function configsOf(name: LogName): readonly [HallConfig, ...HallConfig[]] {
  const shipped = demoHall('jingzhou');
  if (name === 'jingzhou-2026-11-23') return [shipped];
  const { policy, items } = shipped;
  const first = { ...shipped, policy: { ...policy, carryOver: true } };
  const [wanted] = [...items].sort((left, right) => right.popularity - left.popularity);
  const other = shipped.zones.find(({ code }) => code !== wanted?.zone);
  const moved = items.map((item) =>
    item === wanted && other ? { ...item, zone: other.code } : item,
  );
  return [first, { ...first, version: 2, items: moved }];
}
