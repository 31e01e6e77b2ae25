/** At the start: numbers printed before a backup was restored are passed over, by an event. */
import { commandId } from '../../shared/base/ids.ts';
import type { Secrets } from '../secrets.ts';
import type { HallActor } from './actor.ts';
import type { ActorAnswer } from './envelope.ts';
import type { HighWater } from './high-water.ts';

const ATTEMPTS_MAX = 20;
const BETWEEN_ATTEMPTS_MS = 250;

/** Sends `skipNumbers` for every series whose printed numbers are ahead of the log. */
export async function skipPrintedNumbers(
  actor: HallActor,
  marks: HighWater,
  secrets: Secrets,
): Promise<void> {
  const { hall, date, ahead } = await actor.read(({ day }) => ({
    hall: day.hall,
    date: day.date,
    ahead: marks.ahead(day),
  }));
  for (const { series, to } of ahead) {
    const id = commandId(`skip:${hall}:${date}:${series}:${String(to)}`);
    await untilDecided(() =>
      actor.submit({
        commandId: id,
        hash: secrets.commandHash(id),
        command: { type: 'skipNumbers', series, to },
        by: { kind: 'system' },
      }),
    );
  }
}

/** A database that is still cold may be too slow at first; without an answer we must not serve. */
async function untilDecided(submit: () => Promise<ActorAnswer>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const { kind } = await submit();
    if (kind !== 'unavailable') return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
  }
  throw new Error('printed numbers could not be passed over: the database does not answer');
}
