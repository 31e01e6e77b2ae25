/**
 * The halls that this process serves: one actor each, made when first asked for. A commit of another
 * server reaches us as a notification, which is a hint, or by looking at the heads, which is the truth.
 */
import type { HallId } from '../../shared/base/ids.ts';
import { hallId } from '../../shared/base/ids.ts';
import type { Database } from '../storage/database.ts';
import type { ActorParts } from './actor.ts';
import { HallActor } from './actor.ts';

const CHANNEL = 'yichuang_commits';
const LOOK_EVERY_MS = 1_000;
const NOTIFY_AFTER_MS = 20;

export interface RegistryParts {
  readonly database: Database;
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
  const changed = new Set<HallId>();
  let notifying: NodeJS.Timeout | null = null;
  let looking = false;
  let closed = false;

  const notify = async () => {
    notifying = null;
    const names = [...changed].join(' ');
    changed.clear();
    try {
      await sql`select pg_notify(${CHANNEL}, ${`${String(process.pid)} ${names}`})`;
    } catch {
      // Only a hint: the others look at the heads by themselves.
    }
  };
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      for (const actor of actors.values()) {
        const stream = await actor.stream();
        const [row] = await sql<{ seq: number }[]>`
          select seq from hall_days
          where hall_id = ${stream.hall} and business_date = ${stream.date}`;
        if (row && row.seq > stream.committedSeq) await actor.refresh();
      }
    } catch {
      // The database is away; health tells it, and the next look comes soon.
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  const listening = sql
    .listen(CHANNEL, (payload) => {
      const [from, ...names] = payload.split(' ');
      if (from === String(process.pid)) return;
      for (const name of names) {
        void actors
          .get(hallId(name))
          ?.refresh()
          .catch((error: unknown) => onFault(error, 'refresh'));
      }
    })
    .catch((error: unknown) => {
      if (!closed) onFault(error, 'listen');
      return null;
    });
  return {
    actor: (hall) => actors.get(hallId(hall)),
    actors: () => actors.values(),
    announce(hall) {
      changed.add(hall);
      notifying ??= setTimeout(() => void notify(), NOTIFY_AFTER_MS);
    },
    async close() {
      closed = true;
      clearInterval(timer);
      if (notifying) clearTimeout(notifying);
      const subscription = await Promise.race([
        listening,
        new Promise<null>((resolve) => setTimeout(() => resolve(null), 500)),
      ]);
      await subscription?.unlisten().catch(() => undefined);
    },
  };
}
