/** The configurations under which the logs were made, by version; `DayOpened` names the first. */
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Routing } from '../../shared/hall/policy.ts';

export type LogName =
  | 'jingzhou-2026-11-23'
  | 'jingzhou-2026-11-24'
  | 'jingzhou-2026-11-25'
  | 'jingzhou-2026-11-26'
  | 'jingzhou-2026-11-27';

/**
 * Old logs name version 1 alone; the second day publishes another one at nine; the third promises
 * until then, lets its zones overflow for half an hour and promises again; on the fourth the adviser may
 * name the order; the fifth is as shipped.
 */
export function configsOf(name: LogName): readonly [HallConfig, ...HallConfig[]] {
  const shipped = demoHall('jingzhou');
  if (name === 'jingzhou-2026-11-23' || name === 'jingzhou-2026-11-27') return [shipped];
  const { policy, items } = shipped;
  if (name === 'jingzhou-2026-11-26') {
    return [{ ...shipped, policy: { ...policy, adviceNamesOrder: true } }];
  }
  const first = { ...shipped, policy: { ...policy, carryOver: true } };
  const [wanted] = [...items].sort((left, right) => right.popularity - left.popularity);
  const other = shipped.zones.find(({ code }) => code !== wanted?.zone);
  const moved = items.map((item) =>
    item === wanted && other ? { ...item, zone: other.code } : item,
  );
  const next = { ...first, version: 2, items: moved };
  if (name === 'jingzhou-2026-11-24') return [first, next];
  const ordered = (config: HallConfig, version: number, routing: Routing): HallConfig => ({
    ...config,
    version,
    policy: { ...config.policy, routing, otherZoneFactor: 0.4 },
  });
  return [ordered(first, 1, 'promise'), ordered(next, 2, 'zones'), ordered(next, 3, 'promise')];
}
