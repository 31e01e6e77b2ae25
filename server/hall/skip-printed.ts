/** At the start: numbers given out before a backup was restored are passed over, by an event. */
import { commandId } from '../../shared/base/ids.ts';
import type { Secrets } from '../secrets.ts';
import type { HallActor } from './actor.ts';
import type { Bookings } from './bookings.ts';
import type { ActorAnswer } from './envelope.ts';
import type { HighWater } from './high-water.ts';

const ATTEMPTS_MAX = 20;
const BETWEEN_ATTEMPTS_MS = 250;

/** Today's numbers, and those of days to come, each in the stream of its own day. */
export async function skipPrintedNumbers(
  actor: HallActor,
  bookings: Pick<Bookings, 'actor'>,
  marks: HighWater,
  secrets: Secrets,
): Promise<void> {
  await skipOnDay(actor, marks, secrets);
  const { date } = await actor.stream();
  for (const later of marks.daysAfter(actor.hall, date)) {
    await skipOnDay(bookings.actor(actor.hall, later), marks, secrets);
  }
}

/** Sends `skipNumbers` for every series whose numbers given out are ahead of the log. */
async function skipOnDay(actor: HallActor, marks: HighWater, secrets: Secrets): Promise<void> {
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
