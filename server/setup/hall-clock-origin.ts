import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './setup-error.ts';
import { writeWhole } from './whole-file.ts';

interface KeptClock {
  readonly spec: string;
  readonly originAt: number;
}

/**
 * The machine's instant at which the hall clock of this specification began, kept in the data
 * folder so that a restarted server's clock goes on. Refused where a real hall is kept.
 */
export function hallClockOrigin(dataDir: string, spec: string, now: number): number {
  if (existsSync(join(dataDir, 'real-hall'))) {
    throw new SetupError('HALL_CLOCK is refused: this data folder holds a real hall.');
  }
  const path = join(dataDir, 'hall-clock.json');
  if (existsSync(path)) {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptClock;
    if (kept.spec === spec) return kept.originAt;
  }
  writeWhole(path, `${JSON.stringify({ spec, originAt: now })}\n`);
  return now;
}
