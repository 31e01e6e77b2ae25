/**
 * Where faults of ours go: the log, whole, the first time each is seen. An absent database is told by
 * health and needs no stack; what people may see is a sentence, never this.
 */
import { pino } from 'pino';
import { isDatabaseAway } from './storage/database-error.ts';

const DIFFERENT_MAX = 1_000;
const STANDARD_ERROR = 2;

export type OnFault = (error: unknown, what: string) => void;

/** A reporter that says each fault once. */
export function faultReporter(level: string): OnFault {
  const log = pino({ level }, pino.destination(STANDARD_ERROR));
  const seen = new Set<string>();
  return (error, what) => {
    const key = `${what} ${String(error)}`;
    if (seen.has(key) || seen.size >= DIFFERENT_MAX) return;
    seen.add(key);
    if (isDatabaseAway(error)) log.info({ what, error: String(error) }, 'database away');
    else log.error({ what, err: error }, 'fault');
  };
}
