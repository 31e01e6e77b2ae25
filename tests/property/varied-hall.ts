/** The small hall with short matters and long ones side by side, so that an order by score shows. */
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Policy } from '../../shared/hall/policy.ts';
import { smallHall } from '../helpers/small-hall.ts';

const MINUTES = [2, 45, 12];

/** One item takes two minutes, the next three quarters of an hour, and so on. */
export function variedHall(policy: Partial<Policy>): HallConfig {
  const hall = smallHall(policy);
  const items = hall.items.map((item, place) => ({
    ...item,
    expectedMinutes: MINUTES[place % MINUTES.length] ?? item.expectedMinutes,
  }));
  return { ...hall, items };
}
