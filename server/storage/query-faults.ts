/** Which failures of a query mean that the database was not reached, or was lost on the way. */
import type postgres from 'postgres';
import { ConnectionLost, DatabaseUnreachable } from './database-error.ts';

/** SQLSTATEs with which a server turns away or drops a session, whatever was asked of it. */
const UNREACHABLE_STATES = new Set(['57P01', '57P02', '57P03', '57P05', '53300']);

/** The failure as ours, where no connection was had or one was lost; any other as it is. */
export function typedError(error: unknown, sent: boolean): unknown {
  if (!(error instanceof Error)) return error;
  const { code, severity } = error as Partial<postgres.PostgresError>;
  const answered = error.name === 'PostgresError' || severity !== undefined;
  const lost = answered
    ? code !== undefined && (UNREACHABLE_STATES.has(code) || code.startsWith('08'))
    : code !== undefined && CONNECTION_CODES.has(code);
  if (!lost) return error;
  const why = code ?? error.message;
  return sent ? new ConnectionLost(why, error) : new DatabaseUnreachable(why, error);
}

const CONNECTION_CODES = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EACCES',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);
