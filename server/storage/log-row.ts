/**
 * An event as it stands in the log: its body is text, whose very bytes the hash chain covers. Each
 * hash takes in the one before it, so any later change of any byte is found by folding the hashes.
 */
import { createHash } from 'node:crypto';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import type { HallEvent, StoredEvent } from '../../shared/hall/events.ts';

export interface LogRow {
  readonly hall_id: HallId;
  readonly business_date: BusinessDate;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly command_id: string;
  readonly command_hash: string;
  readonly type: string;
  readonly body: string;
  readonly hash: string;
}

/** The head of a stream's chain before its first event. */
export const CHAIN_START = 'start';

/** The row of an event, chained to the hash before it. */
export function logRow(
  stream: { readonly hall: HallId; readonly date: BusinessDate },
  stored: StoredEvent,
  commandHash: string,
  before: string,
): LogRow {
  const row = {
    hall_id: stream.hall,
    business_date: stream.date,
    seq: stored.seq,
    at: stored.at,
    by: stored.by,
    command_id: stored.commandId,
    command_hash: commandHash,
    type: stored.event.type,
    body: JSON.stringify(stored.event),
  };
  return { ...row, hash: chainHash(before, row) };
}

/** The hash of a row, over the hash before it and every field that tells what happened. */
export function chainHash(before: string, row: Omit<LogRow, 'hash'>): string {
  const fields = [
    before,
    row.hall_id,
    row.business_date,
    row.seq,
    row.at,
    row.by,
    row.command_id,
    row.command_hash,
    row.body,
  ];
  return createHash('sha256').update(fields.join('\n')).digest('base64url');
}

/** The event of a row, as folding takes it. */
export function storedEvent(row: LogRow): StoredEvent {
  return {
    seq: row.seq,
    at: row.at,
    by: row.by,
    commandId: row.command_id,
    event: JSON.parse(row.body) as HallEvent,
  };
}
