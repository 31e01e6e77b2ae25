// The door to PostgreSQL: a pool of postgres.js in which every query has a deadline.
//
// Assumes the patched driver (server/setup/patch-postgres.mjs); refuses an unpatched one.
// Promises that each query settles within the pool's deadline, however the server or the network
// dies, and that its error says whether the outcome is known: a query that never reached a
// connection was certainly not run; one that was sent and not answered may have been.
// Surprises: a connection that let a deadline pass is thrown away, with what else was on it; jsonb
// comes as objects, bigint as numbers (safe integers only), date as 'YYYY-MM-DD'.
import postgres from 'postgres';
import { arrayTypes, scalarTypes } from './database-types.ts';
import { guardQueries } from './query-deadline.ts';

export type Sql = postgres.Sql<{ bigint: number; date: string }>;
export type TransactionSql = postgres.TransactionSql<{ bigint: number; date: string }>;

export interface Database {
  /** Tagged templates, `sql.begin`, `sql.unsafe`; all of them stand under the deadline. */
  readonly sql: Sql;
  readonly deadlineMs: number;
  /** Waits for running queries at most `timeoutMs`, then drops the connections. */
  close(timeoutMs?: number): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most. */
  readonly max: number;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  /** From the call to the answer, waiting for a connection included. */
  readonly deadlineMs: number;
}

/** The server gives up this much before us: its answer is definite, ours is not. */
const SERVER_LEAD_MS = 150;
const SERVER_LEAD_SHARE = 0.1;
const RECONNECT_DELAY_MS = 150;

/** A query has its connection to itself; the others wait in the pool, certainly not sent. */
const UNTYPED_OPTIONS = { max_pipeline: 0 };

/** Opens a pool lazily: no connection is made before the first query. */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const { deadlineMs } = options;
  const leadMs = Math.max(SERVER_LEAD_MS, Math.round(deadlineMs * SERVER_LEAD_SHARE));
  const statementMs = Math.max(50, deadlineMs - leadMs);
  const sql: Sql = postgres(url, {
    max: options.max,
    prepare: true,
    fetch_types: false,
    ...UNTYPED_OPTIONS,
    connect_timeout: deadlineMs / 1000,
    backoff: () => RECONNECT_DELAY_MS / 1000,
    idle_timeout: 0,
    max_lifetime: null,
    keep_alive: 5,
    onnotice: () => undefined,
    connection: {
      application_name: options.name,
      statement_timeout: statementMs,
      lock_timeout: Math.max(40, statementMs - 50),
      idle_in_transaction_session_timeout: deadlineMs * 4,
    },
    types: { ...scalarTypes, ...arrayTypes },
  });
  guardQueries(sql, deadlineMs);
  return {
    sql,
    deadlineMs,
    close: (timeoutMs = 1000) => sql.end({ timeout: timeoutMs / 1000 }),
  };
}
