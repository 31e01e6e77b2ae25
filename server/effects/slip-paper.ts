/** What a slip says, from the day's state, in the visitor's language. */
import { must } from '../../shared/base/assert.ts';
import type { CaseId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import { slipText } from '../../shared/text/slip.ts';
import type { PrintedSlip } from '../../shared/views/printed-slip.ts';
import { issuedAtText, missingNames } from '../../shared/views/printed-words.ts';
import type { PaperJob } from './printing.ts';

/**
 * The slip of a job about one finished case; `qrUrl` is the visitor's own page, `words` what the
 * clerk wrote on what is missing besides the list.
 */
export function slipPaper(
  day: Day,
  job: PaperJob,
  about: CaseId,
  qrUrl: string,
  words: readonly string[] = [],
): PrintedSlip {
  const ticket = must(day.tickets.get(job.ticket), `ticket ${job.ticket}`);
  const slip = must(
    ticket.slips.find((one) => one.job === job.job),
    `slip ${job.job}`,
  );
  const row = must(
    ticket.cases.find(({ id }) => id === about),
    `case ${about}`,
  );
  const item = must(day.plan.items.get(row.item), `item ${row.item}`);
  const { language } = ticket;
  const result = row.state.status === 'finished' ? row.state.result : null;
  const {
    missing = [],
    supplyBy = null,
    dueOn = null,
    readyAt = null,
    reason = null,
  } = result ?? {};
  return {
    jobId: `${job.hall}/${job.date}/${job.job}`,
    language,
    kind: slip.kind,
    hallName: day.plan.config.name[language],
    number: ticket.id,
    itemName: item.name[language],
    missing: [...missingNames(missing, item.materials, language), ...words],
    reasonText: reason === null ? undefined : slipText[language].reasons[reason],
    supplyByText: supplyBy ?? undefined,
    dueOnText: dueOn ?? undefined,
    readyAtText: readyAt === null ? undefined : issuedAtText(readyAt),
    caseText: `${day.date}/${row.id}`,
    window: row.state.status === 'finished' ? row.state.window : null,
    atText: issuedAtText(row.state.status === 'finished' ? row.state.finishedAt : day.lastAt),
    qrUrl,
  };
}
