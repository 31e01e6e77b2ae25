/** What the paper of a ticket says, from the day's state, in the ticket's own language. */
import { must } from '../../shared/base/assert.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { hallTime } from '../../shared/calendar/business-date.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import type { PrintedTicket } from '../../shared/views/printed-ticket.ts';
import { toldPromiseAt } from '../../shared/views/passed-by.ts';
import { hoursView } from '../../shared/views/hours.ts';
import { withHours } from '../../shared/views/hours-words.ts';
import { openWindowsFor } from '../../shared/views/ticket-page.ts';
import {
  issuedAtText,
  materialsToBring,
  namesWithCounts,
  serviceMinutes,
} from '../../shared/views/printed-words.ts';
import type { PaperJob } from './printing.ts';

/** The paper of a job; `qrUrl` is the visitor's own page. */
export function ticketPaper(day: Day, job: PaperJob, qrUrl: string): PrintedTicket {
  const ticket = must(day.tickets.get(job.ticket), `ticket ${job.ticket}`);
  const { language } = ticket;
  const zone = must(day.plan.zones.get(ticket.zone), `zone ${ticket.zone}`);
  const items = ticket.cases.map((row) => must(day.plan.items.get(row.item), `item ${row.item}`));
  return {
    jobId: `${job.hall}/${job.date}/${job.job}`,
    language,
    reprint: job.reprint,
    hallName: day.plan.config.name[language],
    number: calledNumber(ticket),
    zoneName: zone.name[language],
    windows: openWindowsFor(day, ticket),
    wayText: ticketText[language].way(zone.floor, zone.way[language]),
    itemNames: namesWithCounts(items.map((item) => item.name[language])),
    serviceText: ticket.package
      ? ticketText[language].serviceTime(serviceMinutes(items))
      : undefined,
    peopleAhead: ticket.ahead,
    whenText: whenText(ticket),
    waitText: waitText(day, ticket),
    carriedText: ticket.carriedFrom
      ? ticketText[language].carried(ticket.carriedFrom.slice('2026-'.length))
      : undefined,
    missText: missText(day, ticket),
    issuedAt: ticket.arrivedAt,
    issuedAtText: issuedAtText(ticket.arrivedAt),
    qrUrl,
    // A result is fetched with the slip; what the matter once needed is no use.
    materials: ticket.pickup
      ? []
      : materialsToBring(
          items.flatMap((item) => item.materials),
          language,
        ),
  };
}

/** The number as it is called: a carried one without its day, which stands beside it. */
function calledNumber({ id }: Ticket): string {
  return id.split('~')[0] ?? id;
}

/**
 * A promise where the hall promises, else by when nine in ten are called. A second paper, after a
 * miss or at another time, says nothing of a wait that was told for the first place in the queue.
 */
function waitText(day: Day, ticket: Ticket): string | undefined {
  const { forecast, arrivedAt, language, misses } = ticket;
  if (misses > 0) return undefined;
  const text = estimateText[language];
  const promiseAt = toldPromiseAt(day, ticket);
  const told = (words: string, byAt: number) => withHours(words, hoursView(day), byAt, language);
  if (promiseAt !== null) return told(text.promised(hallTime(promiseAt)), promiseAt);
  if (!forecast) return undefined;
  // Rounded up to a whole minute: a bound.
  const byAt = arrivedAt + forecast.p90Ms + MINUTE_MS;
  return told(text.before(hallTime(byAt)), byAt);
}

function whenText({ appointment, pickup, language }: Ticket): string | undefined {
  const text = ticketText[language];
  if (appointment) {
    const time = hallTime(appointment.slotAt);
    return appointment.right === 'walkIn' ? text.slotWalkIn(time) : text.slot(time);
  }
  return pickup?.expectedAt === undefined ? undefined : text.pickup(hallTime(pickup.expectedAt));
}

/** Which rule holds after a miss; once it applied, which one that was. */
function missText(day: Day, { misses, language }: Ticket): string {
  const text = ticketText[language];
  const { reactivatedBehindTickets: behind, missesBeforeVoid } = day.plan.config.policy;
  if (misses === 0) return text.missRule(behind, missesBeforeVoid);
  return text.returned(misses, behind, misses + 1 >= missesBeforeVoid);
}
