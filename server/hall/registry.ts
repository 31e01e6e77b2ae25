/**
 * The halls that this process serves: one actor each, made when first asked for. A commit of another
 * server reaches us as a notification, which is a hint (it is lost with its connection), or by looking
 * at the heads, which is the truth.
 */
import type { HallId } from '../../shared/base/ids.ts';
import { hallId } from '../../shared/base/ids.ts';
import type { Database, Sql } from '../storage/database.ts';
import type { ActorParts } from './actor.ts';
import { HallActor } from './actor.ts';
import { startCommitHints } from './commit-hints.ts';

const LOOK_EVERY_MS = 1_000;
/** While another server writes, its commits are looked for more often. */
const LOOK_OFTEN_MS = 100;
const OTHERS_WRITE_FOR_MS = 60_000;

export interface RegistryParts {
  readonly database: Database;
  readonly openListener: () => Database;
  readonly halls: readonly HallId[];
  readonly partsOf: (hall: HallId) => ActorParts;
  readonly onFault: (error: unknown, what: string) => void;
}

export interface Registry {
  actor(hall: string): HallActor | undefined;
  actors(): Iterable<HallActor>;
  /** Tells other servers that a hall's stream has grown; several calls become one. */
  announce(hall: HallId): void;
  close(): Promise<void>;
}

/** Makes the actors and starts listening. */
export function startRegistry(parts: RegistryParts): Registry {
  const { database, onFault } = parts;
  const { sql } = database;
  const actors = new Map(parts.halls.map((hall) => [hall, new HallActor(parts.partsOf(hall))]));
  let foreignAt = -Infinity;
  let timer: NodeJS.Timeout;
  let closed = false;

  const look = async () => {
    try {
      for (const [hall, seq] of await heads(sql, actors.values())) {
        const actor = actors.get(hall);
        const stream = await actor?.stream();
        if (!actor || !stream || seq <= stream.committedSeq) continue;
        foreignAt = performance.now();
        await actor.refresh();
      }
    } catch {
      // The database is away; health tells it, and the next look comes soon.
    }
    if (closed) return;
    const othersWrite = performance.now() - foreignAt < OTHERS_WRITE_FOR_MS;
    timer = setTimeout(() => void look(), othersWrite ? LOOK_OFTEN_MS : LOOK_EVERY_MS);
  };
  timer = setTimeout(() => void look(), LOOK_EVERY_MS);
  const hints = startCommitHints({
    database,
    openListener: parts.openListener,
    onHint: (hall) => {
      foreignAt = performance.now();
      void actors
        .get(hall)
        ?.refresh()
        .catch((error: unknown) => onFault(error, 'refresh'));
    },
  });
  return {
    actor: (hall) => actors.get(hallId(hall)),
    actors: () => actors.values(),
    announce: (hall) => hints.announce(hall),
    async close() {
      closed = true;
      clearTimeout(timer);
      await hints.close();
    },
  };
}

/** How far each open day has come in the database, in one query. */
async function heads(sql: Sql, actors: Iterable<HallActor>): Promise<Map<HallId, number>> {
  const streams = await Promise.all([...actors].map((actor) => actor.stream()));
  const dates = [...new Set(streams.map(({ date }) => date))];
  const rows = await sql<{ hall_id: HallId; business_date: string; seq: number }[]>`
    select hall_id, business_date, seq from hall_days where business_date in ${sql(dates)}`;
  const seqs = new Map(rows.map((row) => [`${row.hall_id}/${row.business_date}`, row.seq]));
  return new Map(streams.map(({ hall, date }) => [hall, seqs.get(`${hall}/${date}`) ?? 0]));
}
