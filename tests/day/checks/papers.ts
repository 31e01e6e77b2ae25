/**
 * Papers: one valid original for a number, however often the button was pressed and the server
 * killed; a further paper says 补打 and bears the same number and code. What the stream calls
 * printed lies in the tray; a torn paper is no ticket.
 */
import type { StoredEvent } from '../../../shared/hall/events.ts';
import type { Findings, History, Paper } from '../history.ts';
import { ownEvents } from '../history.ts';
import { of, opened } from './tickets.ts';

/** Checks the printer's papers against the stream and against the visitors' answers. */
export function paperFindings(
  history: History,
): Pick<Findings, 'papersDoubled' | 'papersMissing' | 'papersWrong' | 'slipsDoubled'> {
  const own = ownEvents(history);
  const whole = history.papers.filter((paper) => paper.whole);
  const originals = whole.filter((paper) => !paper.reprint);
  const issued = new Set(opened(history.events).map(({ event }) => String(event.ticket)));
  const counts = new Map<string, number>();
  for (const { number } of originals) {
    if (number !== null) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const doubled = [...counts].filter(([, count]) => count > 1);
  const lying = new Set(whole.map((paper) => paper.number));
  const slips = slipJobs(history.events);
  const printed = new Set(
    of(own, 'TicketPrinted')
      .filter(({ event }) => !slips.has(event.job))
      .map(({ event }) => String(event.ticket)),
  );
  const absent = [...printed].filter((ticket) => !lying.has(ticket));
  const given = tokens(history);
  return {
    papersDoubled: doubled.map(([number, count]) => `${number} has ${String(count)} papers`),
    papersMissing: [
      ...(absent.length > history.papersUnseen
        ? absent.map((ticket) => `${ticket} is called printed, and there is no paper`)
        : []),
      ...untold(own).map((job) => `what became of the paper ${job} was never told`),
    ],
    slipsDoubled: slipsDoubled(history),
    papersWrong: whole.flatMap((paper) => wrong(paper, issued, given, history.alone)),
  };
}

/** The case that each slip's job is about, `2026-11-23/B012-1`. */
function slipJobs(events: readonly StoredEvent[]): ReadonlyMap<string, string> {
  return new Map(of(events, 'SlipRequested').map(({ event }) => [event.job, event.case]));
}

/** A slip lies in the tray once, and was asked for; what is called printed lies there. */
function slipsDoubled(history: History): string[] {
  const jobs = slipJobs(history.events);
  const asked = new Set([...jobs.values()].map((id) => `${history.date}/${id}`));
  const whole = history.papers.filter((paper) => paper.whole && paper.slipOf !== null);
  const lying = Map.groupBy(whole, (paper) => paper.slipOf ?? '');
  const twice = [...lying].filter(([, papers]) => papers.length > 1);
  const printed = of(ownEvents(history), 'TicketPrinted').flatMap(({ event }) => {
    const id = jobs.get(event.job);
    return id === undefined ? [] : [`${history.date}/${id}`];
  });
  const absent = printed.filter((id) => !lying.has(id));
  return [
    ...twice.map(([id, papers]) => `the slip of ${id} has ${String(papers.length)} papers`),
    ...(history.alone ? [...lying.keys()].filter((id) => !asked.has(id)) : []).map(
      (id) => `nobody asked for the slip of ${id}`,
    ),
    ...(absent.length > history.papersUnseen
      ? absent.map((id) => `the slip of ${id} is called printed, and there is no paper`)
      : []),
  ];
}

/** Papers asked for of which the stream says neither printed, nor failed, nor unknown. */
function untold(own: readonly StoredEvent[]): string[] {
  const open = new Set<string>();
  for (const { event } of own) {
    const isPrinted = event.type === 'TicketIssued' || event.type === 'AppointmentCheckedIn';
    if (isPrinted && event.kiosk !== undefined) open.add(`${event.ticket}/0`);
    if (event.type === 'ReprintRequested' || event.type === 'SlipRequested') open.add(event.job);
    const told = ['TicketPrinted', 'PrintFailed', 'PrintUnknown'].includes(event.type);
    if (told && 'job' in event) open.delete(event.job);
  }
  return [...open];
}

/** The key of each ticket's own page, as its visitor was told. */
function tokens({ presses }: History): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { ticket, token } of presses.flatMap((press) => press.answers)) {
    if (ticket !== undefined && token !== undefined) known.set(ticket, token);
  }
  return known;
}

function wrong(
  { id, number, token, slipOf }: Paper,
  issued: ReadonlySet<string>,
  given: ReadonlyMap<string, string>,
  alone: boolean,
): string[] {
  if (slipOf !== null) return [];
  if (number === null) return [`paper ${String(id)} bears no number`];
  if (!issued.has(number)) return [`paper ${number} is no ticket of the day`];
  const told = given.get(number);
  if (told === undefined) return alone ? [`paper ${number} was given to nobody`] : [];
  return told === token ? [] : [`the code on paper ${number} is not its ticket's`];
}
