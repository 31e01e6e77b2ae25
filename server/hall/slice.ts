/** What a stream has decided ahead of the log, as a slice to append. */
import type { Secrets } from '../secrets.ts';
import type { Slice } from '../storage/hall-log.ts';
import { rowsBeside } from '../storage/rows-beside.ts';
import type { DayStream } from './stream.ts';

/** The draft's events with the rows beside them. */
export function sliceOf(stream: DayStream, secrets: Secrets): Slice {
  const { hall, date, day, draft } = stream;
  return {
    hall,
    date,
    expected: stream.committedSeq,
    events: draft.rows,
    beside: rowsBeside(day, draft.events, (ticket) =>
      secrets.tokenHash(secrets.tokenOf(hall, date, ticket)),
    ),
  };
}
