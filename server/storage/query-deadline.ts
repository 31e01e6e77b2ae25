// Puts a deadline on every query of a pool and gives its failures their types.
//
// Hooks into the patched driver: `options.guard(query)` is called once for each query that is
// started (also BEGIN, COMMIT and ROLLBACK), and `query.abandon()` destroys its connection.
// A query that has waited too long and was never sent is turned into an empty statement, so that
// the driver's own bookkeeping stays as it is and nothing is run late.
import { DatabaseUnreachable, QueryDeadlinePassed } from './database-error.ts';
import { typedError } from './query-faults.ts';

/** What the driver's query has at run time; its own types do not tell. */
interface DriverQuery {
  /** The backend that runs it; null as long as it was not given to a connection. */
  state: object | null;
  tagged: boolean;
  strings: readonly string[];
  args: readonly unknown[];
  options: object;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  abandon?: () => void;
}

interface GuardedOptions {
  settlesLostQueries?: boolean;
  guard?: (query: DriverQuery) => void;
  /** The failure of a transaction whose connection died. */
  asLost?: (error: unknown) => unknown;
}

/** Installs the guard; throws when the driver is not the patched one. */
export function guardQueries(sql: { options: object }, deadlineMs: number): void {
  const options: GuardedOptions = sql.options;
  if (options.settlesLostQueries !== true) {
    throw new Error('The database driver is not patched: run npm start, or npm ci again.');
  }
  options.guard = (query) => guard(query, deadlineMs);
  options.asLost = (error) => typedError(error, true);
}

function guard(query: DriverQuery, deadlineMs: number): void {
  const { resolve, reject } = query;
  let last: NodeJS.Immediate | undefined;
  // After a stall of our own the answer may lie unread in the socket: it is looked for once more.
  const timer = setTimeout(() => {
    last = setImmediate(() => passDeadline(query, reject, deadlineMs));
  }, deadlineMs);
  const settle = () => {
    clearTimeout(timer);
    clearImmediate(last);
  };
  query.resolve = (value) => {
    settle();
    resolve(value);
  };
  query.reject = (error) => {
    settle();
    reject(typedError(error, query.state !== null));
  };
}

function passDeadline(
  query: DriverQuery,
  reject: (error: unknown) => void,
  deadlineMs: number,
): void {
  if (query.state === null) {
    Object.assign(query, { strings: [''], args: [], options: { simple: true }, tagged: false });
    reject(new DatabaseUnreachable(`no connection within ${deadlineMs} ms`));
    return;
  }
  reject(new QueryDeadlinePassed(deadlineMs));
  query.abandon?.();
}
