/** Versions of a hall's configuration: immutable rows, read once and kept with their lookups. */
import type { HallId } from '../../shared/base/ids.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { Sql } from './database.ts';

export interface ConfigStore {
  /** The version that new days are opened with. */
  newestPlan(hall: HallId): Promise<Plan>;
  plan(hall: HallId, version: number): Promise<Plan>;
  halls(): Promise<readonly HallRow[]>;
  /** Stores a hall with its first version unless it is there; true when it was new. */
  found(config: HallConfig, at: number): Promise<boolean>;
}

export interface HallRow {
  readonly hall_id: HallId;
  readonly demo: boolean;
  readonly config_version: number;
}

/** The store over a migrated database. */
export function configStore(sql: Sql): ConfigStore {
  const plans = new Map<string, Plan>();
  const store: ConfigStore = {
    async newestPlan(hall) {
      const [row] = await sql<{ config_version: number }[]>`
        select config_version from halls where hall_id = ${hall}`;
      if (!row) throw new Error(`there is no hall ${hall}`);
      return store.plan(hall, row.config_version);
    },
    async plan(hall, version) {
      const key = `${hall}/${String(version)}`;
      const known = plans.get(key);
      if (known) return known;
      const [row] = await sql<{ body: string }[]>`
        select body from hall_configs where hall_id = ${hall} and version = ${version}`;
      if (!row) throw new Error(`configuration ${key} is missing`);
      const plan = planOf(JSON.parse(row.body) as HallConfig);
      plans.set(key, plan);
      return plan;
    },
    async halls() {
      return await sql<HallRow[]>`
        select hall_id, demo, config_version from halls order by hall_id limit 3000`;
    },
    async found(config, at) {
      return sql.begin(async (tx) => {
        const made = await tx`
          insert into halls (hall_id, demo, config_version)
          values (${config.hall}, ${config.demo}, ${config.version})
          on conflict do nothing returning hall_id`;
        if (made.length === 0) return false;
        await tx`
          insert into hall_configs (hall_id, version, body, published_at, published_by)
          values (${config.hall}, ${config.version}, ${JSON.stringify(config)}, ${at}, 'seed')`;
        return true;
      });
    },
  };
  return store;
}
