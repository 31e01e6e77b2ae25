/**
 * One visitor's way through the hall: the kiosk's button, the paper, perhaps the phone, waiting,
 * being missed and coming back, giving up. What happens at the window is the clerk's side; the two
 * meet at the ticket's number, as in the hall.
 */
import type { Auth, CommandBody } from './api.ts';
import type { HallDay } from './day.ts';
import type { Present } from './hall-floor.ts';
import { openPhone } from './phone.ts';
import type { Phone } from './phone.ts';
import type { Visitor } from './visitors.ts';

const ASKS_MAX = 6;
const ASK_AGAIN_MS = 60_000;
/** Who did not mean to miss the call notices it so much later. */
const NOTICES_MS = 90_000;

/** Runs one visitor from arrival until the ticket and all that belongs to it is over. */
export async function visit(
  day: HallDay,
  kiosk: Auth,
  visitor: Visitor,
  onArrived: () => void,
): Promise<void> {
  await day.pace.until(day.startOfDay + visitor.arrivesMs);
  if (day.over.aborted) return;
  const present = await takeTicket(day, kiosk, visitor).finally(onArrived);
  if (!present) return;
  const phone = visitor.opensPhone ? openPhone(day, present) : null;
  try {
    await Promise.all([abandonsLater(day, present, phone), phone?.untilOver()]);
  } finally {
    present.onPhone = false;
    phone?.close();
  }
}

/** Presses the kiosk's button until there is a ticket. */
async function takeTicket(
  day: HallDay,
  kiosk: Auth,
  visitor: Visitor,
): Promise<Present | undefined> {
  for (let ask = 1; ask <= ASKS_MAX; ask += 1) {
    const habit = visitor.press;
    const answer = await day.api.press(kiosk, wishOf(visitor), { by: 'kiosk', habit });
    if (answer?.outcome === 'accepted' && answer.ticket !== undefined) {
      const present: Present = {
        visitor,
        ticket: answer.ticket,
        token: answer.token ?? '',
        stay: visitor.noShow ? 'gone' : 'waiting',
        returned: 0,
        onPhone: visitor.opensPhone,
      };
      day.floor.enter(present);
      return present;
    }
    const why = answer?.outcome === 'refused' ? answer.code : 'silence';
    day.recorder.trouble(`visitor ${String(visitor.index)} got no ticket: ${why}`);
    await day.pace.sleep(ASK_AGAIN_MS);
  }
  return undefined;
}

function wishOf(visitor: Visitor): CommandBody {
  return {
    type: 'issueTicket',
    items: visitor.package === null ? visitor.items.map((item) => item.code) : [],
    language: visitor.language,
    ...(visitor.package !== null && { package: visitor.package }),
    ...(visitor.class !== null && { class: visitor.class }),
  };
}

/** Gives the ticket up by phone after a while, unless the turn has come by then. */
async function abandonsLater(day: HallDay, present: Present, phone: Phone | null): Promise<void> {
  const { abandonsAfterMs } = present.visitor;
  if (abandonsAfterMs === null || !phone) return;
  await day.pace.sleep(abandonsAfterMs * day.timeFactor);
  if (day.over.aborted || !phone.canCancel()) return;
  const answer = await day.api.press(
    { kind: 'ticket', token: present.token },
    { type: 'cancelTicket', ticket: present.ticket },
    { by: `visitor:${present.ticket}`, habit: 'again' },
  );
  if (answer?.outcome === 'accepted') present.stay = 'gone';
}

/** A missed visitor comes back after a while and asks the kiosk to be put in the queue again. */
export async function comeBack(day: HallDay, kiosk: Auth, present: Present): Promise<void> {
  const afterMs = present.visitor.noShow?.backAfterMs ?? NOTICES_MS;
  await day.pace.sleep(afterMs * day.timeFactor);
  if (day.over.aborted) return;
  present.stay = 'waiting';
  await day.api.press(
    kiosk,
    { type: 'reactivateTicket', ticket: present.ticket },
    { by: 'kiosk', habit: 'concurrent' },
  );
  present.returned += 1;
}
