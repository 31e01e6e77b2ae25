/**
 * What a hall of one's own begins with, before its own files are read: the usual zones and
 * departments, the priority classes, the national rating table, the calendar and the shipped numbers.
 * No items, windows or people, and nothing of the demo halls' own.
 */
import { demoHall } from '../drizzle/seed/demo-hall.ts';
import { hallId } from '../shared/base/ids.ts';
import type { HallConfig } from '../shared/hall/config.ts';
import { DEFAULT_POLICY } from '../shared/hall/policy.ts';
import type { Names } from '../shared/text/language.ts';

/** A hall without rows, as version 0: what is taken in makes version 1. */
export function hallTemplate(code: string, name: Names): HallConfig {
  const demo = demoHall('jingzhou');
  return {
    ...demo,
    hall: hallId(code),
    version: 0,
    demo: false,
    name,
    items: [],
    packages: [],
    windows: [],
    staff: [],
    policy: DEFAULT_POLICY,
    cutoffs: demo.cutoffs.filter(({ items, packages }) => !items && !packages),
    itemRules: [],
    slots: [],
    agents: [],
    terminals: [],
  };
}
