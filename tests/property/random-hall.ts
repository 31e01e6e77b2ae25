/** Random acts of the hall around the visits: appointments, grants, terminals, alerts, messages. */
import { must } from '../../shared/base/assert.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import { booker, clerk, kiosk, manager, system, visitor } from '../helpers/hall.ts';
import type { Step } from '../helpers/hall.ts';
import type { Rows } from './random-day.ts';
import type { Act } from './random-pick.ts';
import { anyClerk, anyWindow, items, of, seated, ticketIn } from './random-pick.ts';

const PERSONS = 40;
const booked = ({ state }: Ticket) => state.status === 'booked';

function book(day: Day, act: Act): Step {
  const plan = day.plan.config.slots[act.second % Math.max(1, day.plan.config.slots.length)];
  const apt = day.plan.config.items.filter((item) => item.zone === plan?.zone);
  const wanted = apt.length > 0 ? of(apt, act.first).code : of(items(day), act.first);
  const time = plan === undefined ? '10:00' : of(plan.times, act.first);
  const person = act.second % 3 === 0 ? {} : { person: `person-${String(act.first % PERSONS)}` };
  const step = booker('bookAppointment', { date: day.date, time, items: [wanted] });
  if (!('command' in step)) return step;
  return { ...step, command: { ...step.command, ...person } };
}

function checkIn(day: Day, act: Act): Step {
  const ticket = ticketIn(day, act, booked);
  const asWalkIn = act.second % 3 === 0 ? { asWalkIn: true } : {};
  const by = act.first % 3 === 0 ? visitor(ticket) : kiosk;
  return by('checkIn', { ticket, ...asWalkIn });
}

function grant(day: Day, act: Act): Step {
  const wanted = [of(items(day), act.first), of(items(day), act.second)];
  return manager('grantCertificate', {
    clerk: anyClerk(day, act),
    items: [...new Set(wanted)],
    reason: 'colleague-absent',
  });
}

function terminal(day: Day, act: Act): Step {
  const found = day.plan.config.terminals[0];
  const no = found?.no ?? 1;
  if (act.second % 2 === 0) {
    return manager('reportTerminal', { terminal: no, status: of(['free', 'fault'], act.first) });
  }
  const item = must(found?.items[0] ?? day.plan.config.items[0]?.code, 'an item');
  return kiosk('divertVisitor', { terminal: no, item });
}

function facts(day: Day, act: Act): Step {
  const silent = act.first % 3 === 0 ? [{ device: 'kiosk-1', sinceAt: day.lastAt - 600_000 }] : [];
  const papers = [{ device: 'kiosk-1', percent: act.second % 100 }];
  return system('tick', { silentEvaluators: [], facts: { silent, papers } });
}

function acknowledge(day: Day, act: Act): Step {
  const keys = [...day.alerts.keys()];
  const alert = keys.length === 0 ? 'wait:nowhere' : of(keys, act.first);
  return manager('acknowledgeAlert', { alert });
}

function moveClerk(day: Day, act: Act): Step {
  const station = of([{}, { station: 'tab-1' }, { station: 'tab-2' }], act.second);
  return clerk(seated(day, act))('openWindow', {
    window: anyWindow(day, act),
    takeOver: act.first % 2 === 0,
    ...station,
  });
}

/** The next version: another order of calling, in the middle of the day. */
function publish(day: Day, act: Act): Step {
  const next = day.plan.config.version + 1 + (act.first % 2);
  return manager('publishConfig', { configVersion: next });
}

function learn(day: Day, act: Act): Step {
  const [first, second] = [of(items(day), act.first), of(items(day), act.second)];
  const itemMs = { [first]: 60_000 * (1 + (act.second % 30)), [second]: 90_000 };
  const clerkFactor = { [anyClerk(day, act)]: 0.5 + (act.first % 10) / 5 };
  const wrong = act.second % 7 === 0 ? { days: -1 } : {};
  return system('setExpectations', {
    expectations: { days: 3, itemMs, clerkFactor, otherFactor: 1.2, ...wrong },
  });
}

/** What changes the order of calling; see the rows of the day. */
export const ORDER_ROWS: Rows = [
  [8, publish],
  [6, learn],
];

export const HALL_ROWS: Rows = [
  [30, book],
  [30, checkIn],
  [8, grant],
  [10, terminal],
  [40, facts],
  [10, acknowledge],
  [
    3,
    (_, act) =>
      manager('showEmergency', { kind: of(['fire', 'drill'], act.first), text: 'this way out' }),
  ],
  [3, () => manager('clearEmergency')],
  [16, moveClerk],
  [4, (day, act) => manager('closeWindow', { window: anyWindow(day, act), leave: true })],
];
