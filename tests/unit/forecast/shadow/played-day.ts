/**
 * A day in the small hall that is played by its own core in strict order, with service times that are
 * known: what a replay must find again. Three windows of two zones; whoever is free calls at once.
 */
import { seededRandom } from '../../../../shared/base/seeded-random.ts';
import { MINUTE, clerk, kiosk, openHall, send, system, take } from '../../../helpers/hall.ts';
import type { Step, TestHall } from '../../../helpers/hall.ts';
import { smallHall } from '../../../helpers/small-hall.ts';
import { isRefusal } from '../../../../shared/hall/decision.ts';
import type { HallConfig } from '../../../../shared/hall/config.ts';

interface Seat {
  readonly act: ReturnType<typeof clerk>;
  freeAt: number;
  ticket: string | null;
}

const ITEMS = ['SC001', 'RS001', 'GA001', 'RS001', 'GA003'] as const;
const MINUTES: Readonly<Record<string, number>> = { SC001: 12, RS001: 18, GA001: 8, GA003: 4 };

export interface Played {
  readonly hall: TestHall;
  /** Calls that somebody waited for a minute and more. */
  readonly waited: number;
}

/** So many visitors, one about every `betweenMinutes`; the day closes at the end. */
export function playedDay(visitors: number, betweenMinutes = 4.4, config = hallOf()): Played {
  const random = seededRandom(5);
  const hall = openHall(config);
  const seats = ['K01 1', 'K02 2', 'K03 3'].map((text): Seat => {
    const [staff = '', window = ''] = text.split(' ');
    const act = clerk(staff);
    take(hall, act('openWindow', { window: Number(window) }));
    return { act, freeAt: hall.at, ticket: null };
  });
  let nextAt = hall.at;
  let waited = 0;
  for (let left = visitors; left > 0 || seats.some(({ ticket }) => ticket !== null);) {
    const ends = seats.filter(({ ticket }) => ticket !== null).map(({ freeAt }) => freeAt);
    hall.at = Math.min(left > 0 ? nextAt : Infinity, ...ends);
    for (const seat of seats)
      if (seat.ticket !== null && seat.freeAt <= hall.at) finish(hall, seat);
    if (left > 0 && nextAt <= hall.at) {
      const item = ITEMS[Math.floor(random() * ITEMS.length)] ?? ITEMS[0];
      take(hall, kiosk('issueTicket', { items: [item] }));
      left -= 1;
      nextAt += Math.round(-Math.log(1 - random()) * betweenMinutes * MINUTE);
    }
    for (const seat of seats) {
      if (seat.ticket !== null || !calls(hall, seat)) continue;
      const called = hall.day.calls.at(-1);
      if ((called?.why?.waitedMs ?? 0) > MINUTE) waited += 1;
      const row = called ? hall.day.tickets.get(called.ticket) : undefined;
      const minutes = MINUTES[row?.cases[0]?.item ?? ''] ?? 10;
      take(hall, seat.act('startService'));
      seat.ticket = called?.ticket ?? null;
      seat.freeAt = hall.at + Math.round(minutes * (0.6 + 0.8 * random()) * MINUTE);
    }
  }
  take(hall, system('closeDay'));
  return { hall, waited };
}

/** Everybody at 2 and 3 may do what waits there, so that orders can differ. */
export function hallOf(): HallConfig {
  const config = smallHall();
  const windows = config.windows.map((place) =>
    Number(place.no) === 3 ? { ...place, kind: 'undifferentiated' as const, domains: [] } : place,
  );
  const staff = config.staff.map((person) =>
    person.staffNo === 'K02' ? { ...person, certifiedDepartments: allOf(config) } : person,
  );
  return { ...config, windows, staff };
}

function allOf({ departments }: HallConfig) {
  return departments.map(({ code }) => code);
}

function finish(hall: TestHall, seat: Seat): void {
  const cases = [...hall.day.tickets.values()].find(({ id }) => id === seat.ticket)?.cases ?? [];
  for (const { id } of cases) take(hall, seat.act('finishCase', { case: id, outcome: 'closed' }));
  seat.ticket = null;
}

function calls(hall: TestHall, { act }: Seat): boolean {
  const step: Step = act('callNext');
  return 'command' in step && !isRefusal(send(hall, step.by, step.command));
}
