/**
 * Paper for tickets and slips: follows the log behind a cursor, at least once, and prints each job at most
 * once. A job is noted in the database before its first byte; found noted after a crash it may stand
 * on paper, and is told as `unknown`: the kiosk shows number and QR, and the visitor may ask for a
 * second paper, which says so. Of several servers the one that holds the lock prints. What was asked
 * for just before midnight is printed after it; the closed day is not told of it any more.
 */
import type { BusinessDate, CaseId, HallId, TicketId } from '../../shared/base/ids.ts';
import { commandId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import { firstPrintJob } from '../../shared/hall/fold-tickets.ts';
import type { HallActor } from '../hall/actor.ts';
import type { DayStream } from '../hall/stream.ts';
import type { PrintOutcome } from '../printer/transport.ts';
import type { Sql } from '../storage/database.ts';
import { DatabaseUnreachable, isDatabaseAway } from '../storage/database-error.ts';

const EFFECT = 'printing';
const LOOK_EVERY_MS = 1_000;
const SIDE_BY_SIDE_MAX = 8;
/** So long after a day's end somebody still stands at the kiosk. */
const AFTER_MIDNIGHT_MS = 120_000;

export interface PaperJob {
  readonly hall: HallId;
  readonly date: BusinessDate;
  readonly ticket: TicketId;
  readonly job: string;
  readonly kiosk: string;
  readonly reprint: boolean;
  /** The case whose outcome a slip tells; null for a ticket. */
  readonly slipOf: CaseId | null;
}

export interface PrintingParts {
  readonly sql: Sql;
  readonly actors: () => Iterable<HallActor>;
  /** The hall's day before the open one, if there was one. */
  readonly previous: (hall: HallId) => Promise<DayStream | null>;
  readonly hash: (body: string) => string;
  readonly now: () => number;
  readonly print: (day: Day, job: PaperJob) => Promise<PrintOutcome>;
  /** Whether this server may print now; another one may hold the lock. */
  readonly mayWork: () => Promise<boolean>;
  readonly onFault: (error: unknown, what: string) => void;
}

export interface Printing {
  /** Something was committed: look at once. */
  wake(): void;
  close(): void;
}

/** Starts following the log of every hall. */
export function startPrinting(parts: PrintingParts): Printing {
  const cursors = new Map<string, number>();
  const life = { running: false, wanted: false, closed: false };
  const run = async () => {
    life.wanted = true;
    if (life.running) return;
    life.running = true;
    try {
      while (takeWish(life) && (await parts.mayWork())) {
        for (const actor of parts.actors()) {
          const stream = await actor.stream();
          const over = await parts.previous(actor.hall);
          if (over) await follow(parts, cursors, actor, over);
          await follow(parts, cursors, actor, stream);
        }
      }
    } catch (error) {
      if (!isDatabaseAway(error)) parts.onFault(error, EFFECT);
    } finally {
      life.running = false;
    }
  };
  const timer = setInterval(() => void run(), LOOK_EVERY_MS);
  return {
    wake: () => void run(),
    close() {
      life.closed = true;
      clearInterval(timer);
    },
  };
}

/** Whether there is still something to do; a wish that comes while we work is not lost. */
function takeWish(life: { wanted: boolean; readonly closed: boolean }): boolean {
  const wanted = life.wanted && !life.closed;
  life.wanted = false;
  return wanted;
}

async function follow(
  parts: PrintingParts,
  cursors: Map<string, number>,
  actor: HallActor,
  stream: DayStream,
): Promise<void> {
  const key = `${stream.hall}/${stream.date}`;
  const from = cursors.get(key) ?? (await readCursor(parts.sql, stream));
  const to = stream.committedSeq;
  if (from >= to) return;
  const isOver = stream.day.phase === 'closed';
  const jobs = stream
    .eventsBetween(from + 1, to)
    .filter(({ at }) => !isOver || parts.now() - at <= AFTER_MIDNIGHT_MS)
    .flatMap((stored) => jobsOf(stream, stored));
  for (let index = 0; index < jobs.length; index += SIDE_BY_SIDE_MAX) {
    const some = jobs.slice(index, index + SIDE_BY_SIDE_MAX);
    await Promise.all(some.map((job) => printOne(parts, actor, stream.day, job)));
  }
  await parts.sql`
    insert into effect_cursors (effect, hall_id, business_date, seq)
    values (${EFFECT}, ${stream.hall}, ${stream.date}, ${to})
    on conflict (effect, hall_id, business_date) do update set seq = excluded.seq`;
  cursors.set(key, to);
}

async function readCursor(
  sql: Sql,
  stream: { readonly hall: HallId; readonly date: BusinessDate },
): Promise<number> {
  const [row] = await sql<{ seq: number }[]>`
    select seq from effect_cursors
    where effect = ${EFFECT} and hall_id = ${stream.hall} and business_date = ${stream.date}`;
  return row?.seq ?? 0;
}

/** A ticket taken or checked in at a kiosk, a second paper, a slip of an outcome. */
function jobsOf(
  { hall, date }: { readonly hall: HallId; readonly date: BusinessDate },
  { event }: StoredEvent,
): PaperJob[] {
  const job = { hall, date, reprint: false, slipOf: null };
  switch (event.type) {
    case 'TicketIssued':
    case 'AppointmentCheckedIn': {
      const { ticket, kiosk } = event;
      if (kiosk === undefined) return [];
      return [{ ...job, ticket, kiosk, job: firstPrintJob(ticket) }];
    }
    case 'ReprintRequested':
      return [{ ...job, ticket: event.ticket, job: event.job, kiosk: event.kiosk, reprint: true }];
    case 'SlipRequested':
      return [
        { ...job, ticket: event.ticket, job: event.job, kiosk: event.kiosk, slipOf: event.case },
      ];
    default:
      return [];
  }
}

/** Whether the day still waits to hear of the paper; a number that expired at midnight needs none. */
function isWanted(day: Day, { ticket, job, slipOf }: PaperJob): boolean {
  const found = day.tickets.get(ticket);
  if (found?.state.status === 'expired' && slipOf === null) return false;
  const prints = found ? [found.print, ...found.slips.map(({ print }) => print)] : [];
  return prints.some((print) => print.status === 'waiting' && print.job === job);
}

/** What became of jobs whose record did not reach the log yet. */
const results = new Map<string, PrintOutcome>();

async function printOne(
  parts: PrintingParts,
  actor: HallActor,
  day: Day,
  job: PaperJob,
): Promise<void> {
  if (!isWanted(day, job)) return;
  const noted = await parts.sql`
    insert into print_jobs (hall_id, business_date, job, started_at)
    values (${job.hall}, ${job.date}, ${job.job}, ${parts.now()})
    on conflict do nothing returning job`;
  const key = `${job.hall}/${job.date}/${job.job}`;
  const known = results.get(key);
  const result: PrintOutcome =
    known ??
    (noted.length > 0 ? await parts.print(day, job) : { outcome: 'unknown', reason: 'timeout' });
  results.set(key, result);
  const id = commandId(`print:${job.hall}:${job.date}:${job.job.replace('/', ':')}`);
  const answer = await actor.submit({
    commandId: id,
    hash: parts.hash(id),
    command: {
      type: 'recordPrint',
      ticket: job.ticket,
      job: job.job,
      outcome: result.outcome,
      ...('reason' in result && { reason: result.reason }),
    },
    by: { kind: 'system' },
    // The next day gives out the same numbers again: this paper is none of theirs.
    onDate: job.date,
  });
  // The cursor must not pass a paper whose outcome nobody knows; it is told in the next round.
  if (answer.kind === 'unavailable') throw new DatabaseUnreachable('a print was not recorded');
  results.delete(key);
}
