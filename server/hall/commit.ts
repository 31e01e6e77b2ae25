/** What was committed, told to screens, printers and whoever follows. */
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { DayStream } from './stream.ts';

export interface Commit {
  readonly stream: DayStream;
  readonly events: readonly StoredEvent[];
}
