/**
 * The night before: tickets that are open at midnight expire with their day; on the day after, which
 * is a day off, the hall is told to carry over, leaves tickets open again and is switched off, so
 * that its next start must turn the day. Meanwhile people book for the day to come.
 */
import { businessDateAt, nextDate, startOfDay } from '../../shared/calendar/business-date.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Auth, CommandBody } from './api.ts';
import { Api } from './api.ts';
import type { Booking } from './appointments.ts';
import { bookAll } from './appointments.ts';
import { HallClock } from './clock.ts';
import { eventsOn } from './day-log.ts';
import type { NightStream, Press } from './history.ts';
import { Http } from './http.ts';
import type { People } from './people.ts';
import { publishCarryOver } from './publishing.ts';
import { Recorder } from './recorder.ts';
import { managerOf } from './roster.ts';
import type { Seat } from './roster.ts';
import { holds, placeTakes } from './skills.ts';
import type { Visitor } from './visitors.ts';

const PASSWORD = 'yichuang';
const HOUR_MS = 3_600_000;
const AFTER_MIDNIGHT_MS = 2_000;
/** The result of the night's case is there in the morning. */
const READY_MS = 10 * HOUR_MS;

/** Somebody whose ticket goes on in the morning. */
export interface Carried {
  readonly visitor: Visitor;
  readonly ticket: string;
  readonly token: string;
}

export interface Night {
  readonly bookings: ReadonlyMap<number, Booking>;
  readonly carried: readonly Carried[];
  /** The day that turned while we watched. */
  readonly streams: readonly NightStream[];
  /** The day that turns at the next start. */
  readonly lastDate: string;
  /** Case whose result can be fetched, as on its slip. */
  readonly pickupOf: string | null;
  readonly presses: readonly Press[];
  readonly troubles: readonly string[];
  readonly happened: ReadonlyMap<string, number>;
}

/** Plays the night in the hall at `url`. */
export async function playNight(url: string, people: People): Promise<Night> {
  const recorder = new Recorder();
  const http = new Http(url);
  const api = new Api(http, people.hall.hall, recorder);
  const here = await api.here();
  const clock = new HallClock(here.at, here.speed, new AbortController().signal);
  const evening = businessDateAt(clock.now());
  const manager = await api.signIn(managerOf(people.hall).staffNo, PASSWORD);
  const staff = await nightStaff(api, people);

  const streams: NightStream[] = [];
  const tomorrow = nextDate(evening);
  if (tomorrow < people.date) {
    await staff.leaveOpen(people.visitors);
    await clock.until(startOfDay(tomorrow) + AFTER_MIDNIGHT_MS);
    await api.get(`/api/here`);
  } else recorder.trouble('the hall was not up before midnight');
  const lastDate = businessDateAt(clock.now());
  await publishCarryOver(api, manager, recorder);
  const { carried, pickupOf } = await staff.leaveOpen(people.visitors, clock.now() + READY_MS);
  if (tomorrow < people.date) {
    streams.push({ date: evening, events: await eventsOn(api, manager, evening) });
  }
  const ahead = people.visitors.filter(
    ({ trait }) => trait?.kind === 'appointment' && trait.isAhead,
  );
  const wanted = { api, recorder, date: people.date, startOfDay: startOfDay(nextDate(lastDate)) };
  const bookings = await bookAll(wanted, ahead);
  http.close();
  const { presses, troubles, happened } = recorder;
  return {
    ...{ bookings, streams, lastDate, pickupOf, presses, troubles, happened },
    carried: carried.map((row) => ({ ...row, ticket: carriedName(row.ticket, lastDate) })),
  };
}

/** The name of a ticket on the next day: it gives out its own B001. */
function carriedName(ticket: string, date: string): string {
  return `${ticket}~${date.slice(5, 7)}${date.slice(8, 10)}`;
}

interface LeftOpen {
  readonly carried: readonly Carried[];
  readonly pickupOf: string | null;
}

/** One clerk on duty at one window, and the kiosk. */
async function nightStaff(api: Api, { hall, seats }: People) {
  const seat = seats.find(({ place }) => place.kind === 'undifferentiated');
  if (!seat) throw new Error('nobody is on duty at night');
  const kiosk = await api.deviceKey('kiosk');
  const clerk = await api.signIn(seat.clerk.staffNo, PASSWORD);
  const item = nightItem(hall.items, seat);
  const press = (auth: Auth, by: string, command: CommandBody) =>
    api.press(auth, command, { by, window: seat.place.no });
  const atDesk = (type: string, rest: object = {}) =>
    press(clerk, `clerk:${seat.clerk.staffNo}`, { type, window: seat.place.no, ...rest });
  return {
    /** One ticket is held, one is served or finished, one waits, when the day ends. */
    async leaveOpen(visitors: readonly Visitor[], readyAt?: number): Promise<LeftOpen> {
      await atDesk('openWindow');
      const rows: Carried[] = [];
      for (const visitor of visitors.slice(0, 3)) {
        const command = { type: 'issueTicket', items: [item.code] };
        const answer = await press(kiosk, 'kiosk', command);
        if (answer?.outcome !== 'accepted' || answer.ticket === undefined) continue;
        const { ticket, token = '' } = answer;
        rows.push({ visitor: nightVisitor(visitor, item), ticket, token });
      }
      await atDesk('callNext');
      await atDesk('startService');
      await atDesk('holdTicket', { reason: 'pay' });
      const second = await atDesk('callNext');
      await atDesk('startService');
      const served = second?.outcome === 'accepted' ? (second.ticket ?? null) : null;
      if (readyAt === undefined || served === null) return { carried: rows, pickupOf: null };
      const id = `${served}-1`;
      const finished = await atDesk('finishCase', {
        ...{ case: id, outcome: 'accepted', readyAt: Math.round(readyAt) },
      });
      const { date } = finished?.outcome === 'accepted' ? finished : { date: '' };
      return {
        carried: rows.filter(({ ticket }) => ticket !== served),
        pickupOf: date === '' ? null : `${date}/${id}`,
      };
    },
  };
}

function nightItem(items: readonly ServiceItem[], { place, clerk }: Seat): ServiceItem {
  const item = items.find(
    (one) => holds(clerk, one) && placeTakes(place, { items: [one], packageZone: null }),
  );
  if (!item) throw new Error('the clerk on duty handles nothing');
  return item;
}

/** Somebody plain, with the habits of one of the day's visitors. */
function nightVisitor(visitor: Visitor, item: ServiceItem): Visitor {
  return {
    ...visitor,
    ...{ items: [item], package: null, zone: item.zone, serviceMs: visitor.serviceMs.slice(0, 1) },
    ...{ trait: null, noShow: null, abandonsAfterMs: null, isAccessible: false, opensPhone: true },
  };
}
