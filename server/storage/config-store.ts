/**
 * Versions of a hall's configuration: immutable rows, read once and kept with their lookups. A new
 * version follows the one that its author had before them, or is refused: two who publish at once
 * never overwrite each other.
 */
import type { HallId } from '../../shared/base/ids.ts';
import type { HallConfig, StoredConfig } from '../../shared/hall/config.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import { planOf } from '../../shared/hall/plan.ts';
import type { Sql } from './database.ts';

/** Plans with their lookups that are kept at hand; an older one is read again when wanted. */
const PLANS_MAX = 40;
const VERSIONS_MAX = 200;

export interface ConfigStore {
  /** The version that new days are opened with. */
  newestPlan(hall: HallId): Promise<Plan>;
  plan(hall: HallId, version: number): Promise<Plan>;
  halls(): Promise<readonly HallRow[]>;
  /** Stores a hall with its first version unless it is there; true when it was new. */
  found(config: HallConfig, at: number, by?: string): Promise<boolean>;
  /** Stores the version after `config.version - 1`, unless that is no longer the newest. */
  publish(config: HallConfig, about: { readonly at: number; readonly by: string }): Promise<Stored>;
  /** Who published which version and when, newest first. */
  versions(hall: HallId): Promise<readonly VersionRow[]>;
}

/** `again`: the very same version by the same author stands there already. */
export type Stored = 'stored' | 'again' | 'moved';

export interface HallRow {
  readonly hall_id: HallId;
  readonly demo: boolean;
  readonly config_version: number;
}

export interface VersionRow {
  readonly version: number;
  readonly at: number;
  readonly by: string;
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
      const plan = planOf(JSON.parse(row.body) as StoredConfig);
      plans.set(key, plan);
      const [oldest] = plans.keys();
      if (plans.size > PLANS_MAX && oldest !== undefined) plans.delete(oldest);
      return plan;
    },
    async halls() {
      return await sql<HallRow[]>`
        select hall_id, demo, config_version from halls order by hall_id limit 3000`;
    },
    async found(config, at, by = 'seed') {
      return sql.begin(async (tx) => {
        const made = await tx`
          insert into halls (hall_id, demo, config_version)
          values (${config.hall}, ${config.demo}, ${config.version})
          on conflict do nothing returning hall_id`;
        if (made.length === 0) return false;
        await tx`
          insert into hall_configs (hall_id, version, body, published_at, published_by)
          values (${config.hall}, ${config.version}, ${JSON.stringify(config)}, ${at}, ${by})`;
        return true;
      });
    },
    async publish(config, { at, by }) {
      const { hall, version } = config;
      const body = JSON.stringify(config);
      return sql.begin(async (tx): Promise<Stored> => {
        const moved = await tx`
          update halls set config_version = ${version}
          where hall_id = ${hall} and config_version = ${version - 1} returning hall_id`;
        if (moved.length > 0) {
          await tx`
            insert into hall_configs (hall_id, version, body, published_at, published_by)
            values (${hall}, ${version}, ${body}, ${at}, ${by})`;
          return 'stored';
        }
        const same = await tx`
          select 1 from hall_configs where hall_id = ${hall} and version = ${version}
            and published_by = ${by} and body = ${body}`;
        return same.length > 0 ? 'again' : 'moved';
      });
    },
    async versions(hall) {
      return await sql<VersionRow[]>`
        select version, published_at as at, published_by as by from hall_configs
        where hall_id = ${hall} order by version desc limit ${VERSIONS_MAX}`;
    },
  };
  return store;
}
