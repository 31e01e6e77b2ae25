/** Random acts of a crooked visit: holds, transfers, other items, other windows, second thoughts. */
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import { clerk, kiosk, manager, visitor } from '../helpers/hall.ts';
import type { Step } from '../helpers/hall.ts';
import type { Rows } from './random-day.ts';
import type { Act } from './random-pick.ts';
import {
  anyCase,
  anyClerk,
  anyTicket,
  anyWindow,
  items,
  of,
  seated,
  served,
} from './random-pick.ts';
import { ticketIn } from './random-pick.ts';

const MINUTE_MS = 60_000;
const waits = ({ state }: Ticket) => state.status === 'waiting';

function hold(day: Day, act: Act): Step {
  const returnBy = day.lastAt + of([5, 30, -1], act.second) * MINUTE_MS;
  const own = act.second % 4 === 0 ? { returnBy } : {};
  const reason = of(['pay', 'copy', 'other'], act.second);
  return clerk(seated(day, act, 'serving'))('holdTicket', { reason, ...own });
}

function transfer(day: Day, act: Act): Step {
  const to = of(
    [
      { kind: 'window', window: anyWindow(day, act) },
      { kind: 'clerk', clerk: anyClerk(day, act) },
      { kind: 'zone', zone: of(day.plan.config.zones, act.second).code },
    ],
    act.first + act.second,
  );
  const waits = act.first % 2 === 0 ? { waitForReturn: true } : {};
  return clerk(seated(day, act, 'serving'))('transferTicket', { to, reason: 'other', ...waits });
}

function recode(day: Day, act: Act): Step {
  const { by } = served(day, act);
  return clerk(by)('recodeCase', { case: anyCase(day, act), item: of(items(day), act.second) });
}

function tickMaterial(day: Day, act: Act): Step {
  const { ticket, by } = served(day, act);
  const apt = ticket?.cases.find(
    (row) => (day.plan.items.get(row.item)?.materials.length ?? 0) > 0,
  );
  const id = apt?.id ?? anyCase(day, act);
  const has = act.first % 4 > 0;
  return clerk(by)('tickMaterial', { case: id, material: act.second % 4, has });
}

function planStop(day: Day, act: Act): Step {
  const { ticket, by } = served(day, act);
  const drafts = ticket?.cases.filter((row) => row.state.status === 'draft') ?? [];
  const later = drafts.slice(0, (act.second % 2) + 1).map((row) => row.id);
  return clerk(by)('planStop', { cases: later.length > 0 ? later : [anyCase(day, act)] });
}

function stepAway(day: Day, act: Act): Step {
  const ticket = ticketIn(day, act, waits);
  return visitor(ticket)('stepAway', { ticket, pass: (act.first % 5) + 1 });
}

function consult(day: Day, act: Act): Step {
  const by = clerk(seated(day, act, 'serving'));
  const chief = day.plan.config.staff.find((person) => person.role === 'chief')?.staffNo;
  return by('consultChief', act.second % 2 === 0 && chief !== undefined ? { chief } : {});
}

function endConsult(day: Day, act: Act): Step {
  const asking = [...day.tickets.values()].flatMap(({ state }) =>
    state.status === 'serving' && state.consult ? [state] : [],
  );
  const state = asking.length > 0 ? of(asking, act.first) : null;
  const window = state?.window ?? anyWindow(day, act);
  const by = state?.clerk ?? anyClerk(day, act);
  return clerk(by)('endConsult', { window, approved: act.second % 2 === 0 });
}

function callByHand(day: Day, act: Act): Step {
  const idle = [...day.windows.values()].filter(({ state }) => state.status === 'idle');
  const window = idle.length > 0 ? of(idle, act.first).no : anyWindow(day, act);
  const ticket = ticketIn(day, act, waits);
  return manager('callTicket', { window, ticket, reason: 'guide-asks' });
}

function setClass(day: Day, act: Act): Step {
  const ticket = ticketIn(day, act, waits);
  const code = of(['ELD', null, 'GREEN', 'KING'], act.second);
  return (act.first % 2 === 0 ? kiosk : manager)('setClass', { ticket, class: code });
}

function grantBatch(day: Day, act: Act): Step {
  return manager('grantBatch', { ticket: ticketIn(day, act, ({ agent }) => agent !== null) });
}

export const VISIT_ROWS: Rows = [
  [45, hold],
  [30, transfer],
  [20, recode],
  [20, tickMaterial],
  [14, planStop],
  [20, stepAway],
  [14, consult],
  [12, endConsult],
  [14, callByHand],
  [
    16,
    (day, act) =>
      manager('grantGreenChannel', { ticket: ticketIn(day, act, waits), reason: 'urgent-medical' }),
  ],
  [14, setClass],
  [8, grantBatch],
  [10, (day, act) => kiosk('cancelTicket', { ticket: anyTicket(day, act) })],
];
