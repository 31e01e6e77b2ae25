/** No connection could be had in time: the query was certainly not run. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';

  constructor(why: string, cause?: unknown) {
    super(`The database cannot be reached (${why}).`, { cause });
  }
}

/** The connection died while the query was on it: a write may or may not have been committed. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';

  constructor(why: string, cause?: unknown) {
    super(`The connection to the database was lost during a query (${why}).`, { cause });
  }
}

/** The query was sent and not answered in time: a write may or may not be committed, even later. */
export class QueryDeadlinePassed extends Error {
  override readonly name = 'QueryDeadlinePassed';
  readonly deadlineMs: number;

  constructor(deadlineMs: number) {
    super(`The database did not answer within ${deadlineMs} ms.`);
    this.deadlineMs = deadlineMs;
  }
}

/** Whether nobody can say if a write that failed so was committed: read again before answering. */
export function isUnknownOutcome(error: unknown): boolean {
  return error instanceof ConnectionLost || error instanceof QueryDeadlinePassed;
}

/** Whether the database is away or too slow, as against having refused the query. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof DatabaseUnreachable || isUnknownOutcome(error);
}

/** The SQLSTATE of a definite refusal by the server, e.g. '23505'; undefined for all else. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'PostgresError') return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
