/** Coming back: after a missed call, again and again until the number is void, and from a hold. */
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Auth } from './api.ts';
import { between } from './chance.ts';
import type { HallDay } from './day.ts';
import type { Present } from './hall-floor.ts';
import { takeTicket } from './visitor.ts';
import type { Kiosk } from './visitor.ts';

const MINUTE_MS = 60_000;
/** Who did not mean to miss the call notices it so much later. */
const NOTICES_MS = 90_000;
/** Whoever is late from a hold comes so long after the time; the grace is a quarter of an hour. */
const LATE_MS = 6 * MINUTE_MS;

/** A missed visitor comes back after a while; some miss again, until the number is void. */
export async function comeBack(day: HallDay, kiosk: Kiosk, present: Present): Promise<void> {
  const { visitor } = present;
  const afterMs = visitor.noShow?.backAfterMs ?? NOTICES_MS;
  await day.pace.sleep(afterMs * day.timeFactor);
  if (day.over.aborted) return;
  const misses = day.floor.missesOf(present);
  present.stay = misses < visitor.misses ? 'gone' : 'waiting';
  const answer = await reactivate(day, kiosk.auth, present);
  if (answer === 'ticket-over' && misses > 1) await takeAnother(day, kiosk, present);
  present.returned += 1;
}

/** The number has become void: another one, and this time the visitor stays. */
async function takeAnother(day: HallDay, kiosk: Kiosk, present: Present): Promise<void> {
  day.recorder.ticketsMore += 1;
  const visitor = { ...present.visitor, noShow: null, abandonsAfterMs: null, opensPhone: false };
  present.stay = 'left';
  await takeTicket(day, kiosk, { ...visitor, trait: null });
}

async function reactivate(day: HallDay, kiosk: Auth, { ticket }: Present): Promise<string | null> {
  const command = { type: 'reactivateTicket', ticket };
  const answer = await day.api.press(kiosk, command, { by: 'kiosk', habit: 'concurrent' });
  return answer?.outcome === 'refused' ? answer.code : null;
}

/** Held at the window: comes back in time, late, or never. */
export async function goOff(day: HallDay, kiosk: Auth, present: Present): Promise<void> {
  present.isAway = true;
  present.stay = 'gone';
  if (day.deck.due('hold-never')) {
    present.isAway = false;
    present.stay = 'left';
    return;
  }
  const random = seededRandom(present.visitor.seed + 11);
  const { holdReturnMs } = day.hall.policy;
  const awayMs = day.deck.due('hold-late')
    ? holdReturnMs + LATE_MS
    : between(random, 4, 20) * MINUTE_MS;
  await day.clock.sleep(awayMs);
  if (!day.over.aborted) {
    present.stay = 'waiting';
    await reactivate(day, kiosk, present);
  }
  present.isAway = false;
}
