/** Self-service terminals: one taken instead of a ticket, and what they tell of themselves. */
import type { Auth } from './api.ts';
import type { HallDay } from './day.ts';
import { timeMs } from './profile.ts';
import type { Kiosk } from './visitor.ts';
import type { Visitor } from './visitors.ts';

const MINUTE_MS = 60_000;

/** A free terminal instead of a ticket; it is free again when the visitor has finished. */
export async function takesTerminal(
  day: HallDay,
  kiosk: Kiosk,
  { trait, items }: Visitor,
): Promise<boolean> {
  if (trait?.kind !== 'divert' || !kiosk.isFree(trait.terminal)) return false;
  const { terminal } = trait;
  const item = items[0]?.code;
  const answer = await day.api.press(
    kiosk.auth,
    { type: 'divertVisitor', terminal, item },
    { by: 'kiosk', habit: 'concurrent' },
  );
  if (answer?.outcome !== 'accepted') return false;
  day.recorder.ticketsMore -= 1;
  const minutes = day.hall.terminals.find(({ no }) => no === terminal)?.expectedMinutes ?? 5;
  void day.pace
    .sleep(minutes * MINUTE_MS)
    .then(() => reportTerminal(day, kiosk.auth, terminal, 'free'));
  return true;
}

/** The terminal tells what it is. */
export async function reportTerminal(
  day: HallDay,
  kiosk: Auth,
  terminal: number,
  status: 'free' | 'fault',
): Promise<void> {
  if (day.over.aborted) return;
  await day.api.press(kiosk, { type: 'reportTerminal', terminal, status }, { by: 'kiosk' });
}

/** Every terminal tells that it is free; one is out of order for a while. */
export async function terminals(day: HallDay, kiosk: Auth): Promise<void> {
  for (const { no } of day.hall.terminals) await reportTerminal(day, kiosk, no, 'free');
  const last = day.hall.terminals.at(-1);
  if (!last) return;
  await day.pace.until(day.startOfDay + timeMs('11:00'));
  await reportTerminal(day, kiosk, last.no, 'fault');
  await day.pace.until(day.startOfDay + timeMs('11:20'));
  await reportTerminal(day, kiosk, last.no, 'free');
}
