/** What only the shell knows of a hall, for its alerts: silent devices and the printer's paper. */
import type { HallId } from '../../shared/base/ids.ts';
import type { HallFacts } from '../../shared/hall/system-commands.ts';
import type { HallClock } from '../clock.ts';
import type { Sql } from '../storage/database.ts';
import type { PaperWatch } from './paper.ts';
import type { SilenceOf } from './silence.ts';
import { seenDevices, silentDevices } from './silence.ts';

export interface FactsParts {
  readonly sql: Sql;
  readonly clock: HallClock;
  readonly papers: PaperWatch;
  /** Whether this server is the one that prints: another one's last word on paper is old. */
  readonly isPrinting: () => Promise<boolean>;
  readonly wallNow: () => number;
}

/** Facts of a hall at this moment. */
export function hallFacts(parts: FactsParts) {
  return async (hall: HallId, about: SilenceOf): Promise<HallFacts> => {
    const seen = await seenDevices(parts.sql, hall);
    return {
      silent: silentDevices(seen, about, parts.clock, parts.wallNow()),
      papers: (await parts.isPrinting()) ? parts.papers.papersOf(hall) : [],
    };
  };
}
