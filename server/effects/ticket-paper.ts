/** What the paper of a ticket says, from the day's state, in the ticket's own language. */
import { must } from '../../shared/base/assert.ts';
import type { Day } from '../../shared/hall/day.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import type { PrintedTicket } from '../../shared/views/printed-ticket.ts';
import { openWindowsFor } from '../../shared/views/ticket-page.ts';
import { issuedAtText, materialsToBring } from '../../shared/views/printed-ticket.ts';
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
    number: ticket.id,
    zoneName: zone.name[language],
    windows: openWindowsFor(day, ticket),
    wayText: ticketText[language].way(zone.floor, zone.way[language]),
    itemNames: items.map((item) => item.name[language]),
    peopleAhead: ticket.ahead,
    issuedAt: ticket.arrivedAt,
    issuedAtText: issuedAtText(ticket.arrivedAt),
    qrUrl,
    materials: materialsToBring(items.flatMap((item) => item.materials)),
  };
}
