/**
 * Whether a day's log is whole: numbered without a gap from 1, every hash made from the one before it
 * and from what the row tells, the head at its end. Any byte that was changed since is found here.
 */
import type { LogRow } from '../storage/log-row.ts';
import { CHAIN_START, chainHash } from '../storage/log-row.ts';
import type { VerifyFault } from './faults.ts';
import { shown } from './faults.ts';

export interface DayHead {
  readonly seq: number;
  readonly head: string;
}

/** The faults of a chain, in its order. */
export function chainFaults(rows: readonly LogRow[], head: DayHead): VerifyFault[] {
  const faults: VerifyFault[] = [];
  const fault = (key: string, column: string, expected: unknown, found: unknown) =>
    faults.push({ table: 'events', key, column, expected: shown(expected), found: shown(found) });
  let before = CHAIN_START;
  let next = 1;
  for (const row of rows) {
    const key = `seq ${String(row.seq)}`;
    if (row.seq !== next) fault(`seq ${String(next)}`, '', 'an event', `seq ${String(row.seq)}`);
    next = row.seq + 1;
    const hash = chainHash(before, row);
    if (hash !== row.hash) fault(key, 'hash', hash, row.hash);
    const type = typeOf(row.body);
    // The chain covers the body; the column beside it is for SQL and must say the same.
    if (type !== row.type) fault(key, 'type', type ?? 'a body that can be read', row.type);
    // Every later row is measured by the hash that stands here, so that one change is named once.
    before = row.hash;
  }
  if (head.seq !== rows.length) {
    faults.push(headFault('seq', rows.length, head.seq));
  }
  if (head.head !== before) faults.push(headFault('head', before, head.head));
  return faults;
}

function headFault(column: string, expected: unknown, found: unknown): VerifyFault {
  const [left, right] = [shown(expected), shown(found)];
  return { table: 'hall_days', key: 'head', column, expected: left, found: right };
}

function typeOf(body: string): string | null {
  try {
    const event = JSON.parse(body) as { readonly type?: unknown } | null;
    return typeof event?.type === 'string' ? event.type : null;
  } catch {
    return null;
  }
}
