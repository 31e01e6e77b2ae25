/** At the start: numbers printed before a backup was restored are passed over, by an event. */
import { commandId } from '../../shared/base/ids.ts';
import type { Secrets } from '../secrets.ts';
import type { HallActor } from './actor.ts';
import type { HighWater } from './high-water.ts';

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
    await actor.submit({
      commandId: id,
      hash: secrets.commandHash(id),
      command: { type: 'skipNumbers', series, to },
      by: { kind: 'system' },
    });
  }
}
