/**
 * The papers of a visitor who shows a kiosk the code of the own ticket: which there are, and that one is
 * printed again. The code is the ticket's key: a number, which anybody reads from the screens, opens
 * none of this. The key itself goes no further than here.
 */
import type { TicketId } from '../../shared/base/ids.ts';
import { ticketOfCase } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { ReprintSlip } from '../../shared/hall/visit-commands.ts';
import type { SlipCommand } from '../../shared/protocol/decode.ts';
import type { TicketPapers } from '../../shared/views/ticket-papers.ts';
import { ticketPapers } from '../../shared/views/ticket-papers.ts';
import { problem } from './problem.ts';
import type { HallContext } from './routes.ts';
import type { Services } from './services.ts';

type Parts = Pick<Services, 'findTicket'>;

/** Answers with the papers of the ticket whose key is asked for; of today's tickets alone. */
export async function papersOf(parts: Parts, c: HallContext, day: Day): Promise<Response> {
  const id = await shownTicket(parts, day, c.req.param('token') ?? '');
  const ticket = id === null ? undefined : day.tickets.get(id);
  if (!ticket) return problem(c, 'not-found');
  c.header('Cache-Control', 'no-store');
  return c.json<TicketPapers>(ticketPapers(day, ticket));
}

/** The order for a slip, with whether the key of the case's own ticket came with it. */
export async function shownSlip(
  parts: Parts,
  day: Day,
  { token, ...command }: SlipCommand,
): Promise<ReprintSlip> {
  if (token === undefined) return command;
  const shown = await shownTicket(parts, day, token);
  return shown === ticketOfCase(command.case) ? { ...command, isShown: true } : command;
}

async function shownTicket(
  { findTicket }: Parts,
  { hall, date }: Day,
  token: string,
): Promise<TicketId | null> {
  const found = await findTicket(token);
  return found?.hall === hall && found.date === date ? found.ticket : null;
}
