/** When a result that is fetched was promised: looked up in the day on which its case was taken. */
import type { HallId } from '../../shared/base/ids.ts';
import { businessDate, caseId, ticketOfCase } from '../../shared/base/ids.ts';
import type { IssueTicket } from '../../shared/hall/visit-commands.ts';
import type { Services } from './services.ts';

const OF = /^(\d{4}-\d{2}-\d{2})\/(.+)$/;

/** The order for a collection ticket, with the instant that its case's outcome named. */
export async function withPickupTime(
  { days }: Pick<Services, 'days'>,
  hall: HallId,
  command: IssueTicket,
): Promise<IssueTicket> {
  const [, date, id] = OF.exec(command.pickup?.of ?? '') ?? [];
  if (!command.pickup || date === undefined || id === undefined) return command;
  if (Number.isNaN(Date.parse(date))) return command;
  const stream = await days.past(hall, businessDate(date));
  const cases = stream?.day.tickets.get(ticketOfCase(caseId(id)))?.cases ?? [];
  const found = cases.find((row) => row.id === id)?.state;
  const readyAt = found?.status === 'finished' ? found.result.readyAt : null;
  if (readyAt === null) return command;
  return { ...command, pickup: { ...command.pickup, expectedAt: readyAt } };
}
