/**
 * A visitor takes a ticket: the next number of the zone's series, with a case for each item. The
 * number comes from the state that commits with the ticket, so none is skipped (a database sequence
 * is not gapless). A ticket that no window and no clerk of the hall could take is refused at once,
 * rather than left waiting for ever.
 */
import { caseId, ticketId } from '../base/ids.ts';
import type { ItemCode, PackageCode, ZoneCode } from '../base/ids.ts';
import { hallTime } from '../calendar/business-date.ts';
import type { IssueTicket, RecordPrint, ReprintTicket, SkipNumbers } from './commands.ts';
import type { PriorityClass, Series } from './config.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { isCertified } from './certificates.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { windowTakes } from './routing/eligible.ts';
import type { Ticket } from './ticket.ts';

const MINUTE_MS = 60_000;
const SERIES_DIGITS = 3;

/** Issues one ticket for one or several items; refuses what nobody here could handle. */
export function issueTicket(day: Day, command: IssueTicket, { at, by }: CommandContext): Decision {
  if (!isOpenAt(day, at)) return refused('hall-closed');
  const items = itemsOf(day, command);
  if (isRefusal(items)) return items;
  const priority = priorityOf(day, command, by.kind === 'manager');
  if (priority && isRefusal(priority)) return priority;
  const zone = zoneOf(day, command, items);
  const series = command.package ? 'F' : seriesOf(day, zone);
  const number = (day.lastNumber.get(series) ?? 0) + 1;
  const ticket = ticketId(`${series}${String(number).padStart(SERIES_DIGITS, '0')}`);
  const cases = items.map((item, index) => ({
    case: caseId(`${ticket}-${String(index + 1)}`),
    item,
  }));
  if (!somebodyCanServe(day, { series, zone, items, package: command.package ?? null })) {
    return refused('no-window-for-items');
  }
  const { priorityCredits } = day.plan.config.policy;
  const creditMs = priority && priorityCredits ? priority.creditMinutes * MINUTE_MS : 0;
  const orderKey = at - creditMs;
  return [
    {
      type: 'TicketIssued',
      ticket,
      series,
      number,
      zone,
      cases,
      ...(command.package && { package: command.package }),
      ...(priority && { class: priority.code }),
      creditMs,
      language: command.language ?? 'zh-Hans',
      arrivedAt: at,
      orderKey,
      ahead: day.waiting.filter((other) => other.zone === zone && other.orderKey <= orderKey)
        .length,
      ...(by.kind === 'kiosk' && { kiosk: by.device }),
    },
  ];
}

function isOpenAt(day: Day, at: number): boolean {
  const { policy, sessions } = day.plan.config;
  const now = hallTime(at);
  return policy.alwaysOpen || sessions.some(({ open, close }) => open <= now && now < close);
}

function itemsOf(day: Day, command: IssueTicket): readonly ItemCode[] | Refusal {
  const pack = command.package && day.plan.packages.get(command.package);
  if (command.package && !pack) return refused('unknown-package', command.package);
  const items = pack && command.items.length === 0 ? pack.items : command.items;
  const unknown = items.find((item) => !day.plan.items.has(item));
  if (unknown) return refused('unknown-item', unknown);
  if (items.length === 0) return refused('no-items');
  const { casesPerTicketMax } = day.plan.config.policy;
  if (items.length > casesPerTicketMax) return refused('too-many-cases', String(casesPerTicketMax));
  if (new Set(items).size < items.length) return refused('items-twice');
  return items;
}

function priorityOf(
  day: Day,
  command: IssueTicket,
  approved: boolean,
): PriorityClass | Refusal | null {
  if (command.class === undefined) return null;
  const priority = day.plan.classes.get(command.class);
  if (!priority?.enabled) return refused('unknown-class', command.class);
  if (priority.needsApproval && !approved) return refused('class-needs-approval');
  return priority;
}

/** The zone of most of the minutes; of the first item when even. */
function zoneOf(day: Day, command: IssueTicket, items: readonly ItemCode[]): ZoneCode {
  const pack = command.package && day.plan.packages.get(command.package);
  if (pack) return pack.zone;
  const minutes = new Map<ZoneCode, number>();
  for (const code of items) {
    const item = day.plan.items.get(code);
    if (item) minutes.set(item.zone, (minutes.get(item.zone) ?? 0) + item.expectedMinutes);
  }
  const [first] = [...minutes].sort(([, left], [, right]) => right - left);
  if (!first) throw new Error('a ticket without items has no zone');
  return first[0];
}

function seriesOf(day: Day, zone: ZoneCode): Series {
  const found = day.plan.zones.get(zone);
  if (!found) throw new Error(`zone ${zone} is missing in the configuration`);
  return found.series;
}

interface Wanted {
  readonly series: Series;
  readonly zone: ZoneCode;
  readonly items: readonly ItemCode[];
  readonly package: PackageCode | null;
}

/** Whether some window of this hall and some clerk's valid certificates cover all the items. */
function somebodyCanServe(day: Day, wanted: Wanted): boolean {
  const { plan } = day;
  const probe = {
    series: wanted.series,
    zone: wanted.zone,
    package: wanted.package,
    cases: wanted.items.map((item) => ({ item })),
  } as unknown as Ticket;
  const someWindow = [...day.windows.values()].some((window) => {
    const place = plan.windows.get(window.no);
    return (
      windowTakes(day, probe, window) ||
      (place !== undefined && windowTakes(day, probe, { ...window, zones: place.zones }))
    );
  });
  if (!someWindow) return false;
  return plan.config.staff.some((person) =>
    wanted.items.every((item) => isCertified(day, person.staffNo, item)),
  );
}

/** Asks for the paper again (补打): the same number, a new print job. */
export function reprintTicket(day: Day, command: ReprintTicket, { by }: CommandContext): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return refused('unknown-ticket', command.ticket);
  const kiosk = by.kind === 'kiosk' ? by.device : ticket.kiosk;
  if (kiosk === null) return refused('no-printer');
  if (!['waiting', 'called', 'noShow'].includes(ticket.state.status)) return refused('ticket-over');
  const job = `${ticket.id}/${String(ticket.reprints + 1)}`;
  return [{ type: 'ReprintRequested', ticket: ticket.id, job, kiosk }];
}

/** What became of a print job, told by the printing effect. */
export function recordPrint(day: Day, command: RecordPrint): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return refused('unknown-ticket', command.ticket);
  if (ticket.print.status !== 'waiting' || ticket.print.job !== command.job) {
    return refused('already-printed');
  }
  const { job } = command;
  switch (command.outcome) {
    case 'printed':
      return [{ type: 'TicketPrinted', ticket: ticket.id, job }];
    case 'unknown':
      return [{ type: 'PrintUnknown', ticket: ticket.id, job }];
    case 'failed':
      return [
        { type: 'PrintFailed', ticket: ticket.id, job, reason: command.reason ?? 'unreachable' },
      ];
  }
}

/** Passes over numbers that were printed before a backup was restored. */
export function skipNumbers(day: Day, command: SkipNumbers): Decision {
  const last = day.lastNumber.get(command.series as Series) ?? 0;
  if (command.to <= last) return refused('nothing-due');
  return [{ type: 'NumbersSkipped', series: command.series, from: last + 1, to: command.to }];
}
