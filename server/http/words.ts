/**
 * Words that people write and that never reach an event: sealed with a key outside the database, in a
 * table with a date until which they are kept; the event holds their keyed hash. What a clerk writes
 * on what is missing is read again for the visitor alone: on the slip, and on the phone's page.
 */
import type { HallId } from '../../shared/base/ids.ts';
import { ticketOfCase } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import type { FinishCase } from '../../shared/hall/visit-commands.ts';
import type { FinishCommand } from '../../shared/protocol/decode.ts';
import type { TicketWords } from '../../shared/protocol/http.ts';
import type { Secrets } from '../secrets.ts';
import type { Sql } from '../storage/database.ts';
import type { Services } from './services.ts';

const TEXT_KEPT_MS = 30 * 24 * 3_600_000;
/** Between the entries of one text; each is shown as a line. */
const BETWEEN = '\n';

type Parts = Pick<Services, 'sql' | 'secrets' | 'clock'>;

/** Seals words into the table of private texts; gives their hash. */
export async function sealAway(
  { sql, secrets, clock }: Parts,
  hall: HallId,
  text: string,
): Promise<string> {
  const textHash = secrets.textHash(text);
  await sql`
    insert into private_texts (hall_id, text_hash, sealed, retain_until)
    values (${hall}, ${textHash}, ${secrets.seal(text)}, ${clock.now() + TEXT_KEPT_MS})
    on conflict do nothing`;
  return textHash;
}

/** An outcome whose missing materials are the item's own; anything else is sealed away. */
export async function wordlessFinish(
  parts: Parts,
  day: Day,
  { missing, ...command }: FinishCommand,
): Promise<FinishCase> {
  if (missing === undefined) return command;
  const cases = day.tickets.get(ticketOfCase(command.case))?.cases ?? [];
  const item = cases.find(({ id }) => id === command.case)?.item;
  const materials = (item && day.plan.items.get(item)?.materials) ?? [];
  const isListed = (wanted: string) => materials.some(({ name }) => name === wanted);
  const listed = missing.filter(isListed);
  const besides = missing.filter((wanted) => !isListed(wanted)).map((wanted) => wanted.trim());
  const words = [...new Set(besides)].filter((wanted) => wanted !== '').join(BETWEEN);
  if (words === '') return { ...command, missing: listed };
  return { ...command, missing: listed, missingHash: await sealAway(parts, day.hall, words) };
}

/** The lines of a text that was sealed; none when it is no longer kept. */
export async function wordsOf(
  { sql, secrets }: { readonly sql: Sql; readonly secrets: Pick<Secrets, 'open'> },
  hall: HallId,
  textHash: string,
): Promise<readonly string[]> {
  const [row] = await sql<{ sealed: string }[]>`
    select sealed from private_texts where hall_id = ${hall} and text_hash = ${textHash}`;
  return row ? secrets.open(row.sealed).split(BETWEEN) : [];
}

/** What clerks wrote on the cases of a visit, for the visitor who holds its key. */
export async function wordsOn(
  parts: Pick<Services, 'sql' | 'secrets'>,
  hall: HallId,
  { cases }: Ticket,
): Promise<TicketWords> {
  const found = cases.map(async ({ id, state }) => {
    const hash = state.status === 'finished' ? state.result.missingHash : null;
    return { case: id, missing: hash === null ? [] : await wordsOf(parts, hall, hash) };
  });
  return { cases: (await Promise.all(found)).filter(({ missing }) => missing.length > 0) };
}
