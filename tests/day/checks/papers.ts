/**
 * Papers: one valid original for a number, however often the button was pressed and the server
 * killed; a further paper says 补打 and bears the same number and code. What the stream calls
 * printed lies in the tray; a torn paper is no ticket.
 */
import type { StoredEvent } from '../../../shared/hall/events.ts';
import type { Findings, History, Paper } from '../history.ts';
import { ownEvents } from '../history.ts';
import { of } from './tickets.ts';

/** Checks the printer's papers against the stream and against the visitors' answers. */
export function paperFindings(
  history: History,
): Pick<Findings, 'papersDoubled' | 'papersMissing' | 'papersWrong'> {
  const own = ownEvents(history);
  const whole = history.papers.filter((paper) => paper.whole);
  const originals = whole.filter((paper) => !paper.reprint);
  const issued = new Set(
    of(history.events, 'TicketIssued').map(({ event }) => String(event.ticket)),
  );
  const counts = new Map<string, number>();
  for (const { number } of originals) {
    if (number !== null) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const doubled = [...counts].filter(([, count]) => count > 1);
  const lying = new Set(whole.map((paper) => paper.number));
  const printed = new Set(of(own, 'TicketPrinted').map(({ event }) => String(event.ticket)));
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
    papersWrong: whole.flatMap((paper) => wrong(paper, issued, given, history.alone)),
  };
}

/** Papers asked for at a kiosk of which the stream says neither printed, nor failed, nor unknown. */
function untold(own: readonly StoredEvent[]): string[] {
  const open = new Set<string>();
  for (const { event } of own) {
    if (event.type === 'TicketIssued' && event.kiosk !== undefined) open.add(event.ticket);
    if (event.type === 'ReprintRequested') open.add(event.ticket);
    const told = ['TicketPrinted', 'PrintFailed', 'PrintUnknown'].includes(event.type);
    if (told && 'ticket' in event) open.delete(event.ticket);
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
  { id, number, token }: Paper,
  issued: ReadonlySet<string>,
  given: ReadonlyMap<string, string>,
  alone: boolean,
): string[] {
  if (number === null) return [`paper ${String(id)} bears no number`];
  if (!issued.has(number)) return [`paper ${number} is no ticket of the day`];
  const told = given.get(number);
  if (told === undefined) return alone ? [`paper ${number} was given to nobody`] : [];
  return told === token ? [] : [`the code on paper ${number} is not its ticket's`];
}
