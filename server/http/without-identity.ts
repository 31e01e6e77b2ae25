/**
 * What comes with a command and must never reach an event: a document's number becomes a keyed hash,
 * an approver's words are sealed away and leave their hash. The command that goes on is made anew,
 * field by field, so that nothing slips through.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import type { BookAppointment, CheckIn } from '../../shared/hall/hall-commands.ts';
import type { GrantGreenChannel } from '../../shared/hall/visit-commands.ts';
import type { Policy } from '../../shared/hall/policy.ts';
import type { BookingCommand, CheckInCommand, GreenCommand } from '../../shared/protocol/decode.ts';
import { bookingHistory, personKey } from '../people/person-key.ts';
import type { Services } from './services.ts';
import { sealAway } from './words.ts';

type Parts = Pick<Services, 'sql' | 'secrets' | 'clock'>;

/** A booking with the person's key, and what that person booked on other days. */
export async function anonymousBooking(
  { sql, secrets, clock }: Parts,
  hall: HallId,
  { bookBlockDays: blockDays }: Policy,
  { identity, ...command }: BookingCommand,
): Promise<BookAppointment> {
  if (isBlank(identity)) return command;
  const person = personKey(secrets, hall, identity);
  const date: BusinessDate = command.date;
  const history = await bookingHistory(sql, hall, person, date, { at: clock.now(), blockDays });
  return { ...command, person, history };
}

/** A check-in with the person's key instead of the card's number. */
export function anonymousCheckIn(
  { secrets }: Pick<Services, 'secrets'>,
  hall: HallId,
  { identity, ...command }: CheckInCommand,
): CheckIn {
  return isBlank(identity) ? command : { ...command, person: personKey(secrets, hall, identity) };
}

/** An approval without its words. */
export async function wordlessGrant(
  parts: Parts,
  hall: HallId,
  { note, ...command }: GreenCommand,
): Promise<GrantGreenChannel> {
  if (isBlank(note)) return command;
  return { ...command, noteHash: await sealAway(parts, hall, note) };
}

function isBlank(text: string | undefined): text is undefined {
  return text === undefined || text.trim() === '';
}
