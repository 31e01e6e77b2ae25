/**
 * The log in the database: appending with a compare on the heads, and reading on. The append is one
 * statement and one round trip; drizzle serves schema and migrations, not this hot path.
 */
import { readFileSync } from 'node:fs';
import type { BusinessDate, CaseId, HallId } from '../../shared/base/ids.ts';
import type { RatingLevel } from '../../shared/hall/config.ts';
import type { Sql } from './database.ts';
import type { LogRow } from './log-row.ts';
import { CHAIN_START } from './log-row.ts';
import type { RowsBeside } from './rows-beside.ts';

const APPEND = readFileSync(new URL('sql/append.sql', import.meta.url), 'utf8');
/** A page of events; longer streams are read in several. */
const READ_MAX = 5_000;

/** What one stream gains: events that follow `expected`, and the rows beside them. */
export interface Slice {
  readonly hall: HallId;
  readonly date: BusinessDate;
  readonly expected: number;
  readonly events: readonly LogRow[];
  readonly beside: RowsBeside;
}

export interface LateRatingRow {
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly channel: 'phone';
  readonly ratedAt: number;
}

export interface HallLog {
  /** Appends all slices or none; false when a head has moved: read on and decide again. */
  append(slices: readonly Slice[]): Promise<boolean>;
  readAfter(hall: HallId, date: BusinessDate, seq: number): Promise<LogRow[]>;
  /** At most `limit` events after `seq`, for those who follow a stream from outside. */
  readPage(hall: HallId, date: BusinessDate, seq: number, limit: number): Promise<LogRow[]>;
  /** Evaluations of a day's cases; those that came on a later day stand in no event of it. */
  lateRatings(hall: HallId, date: BusinessDate): Promise<LateRatingRow[]>;
  headOf(hall: HallId, date: BusinessDate): Promise<number | null>;
  /** The newest days of a hall that were opened, newest first; not those that only take bookings. */
  newestDates(hall: HallId, limit: number): Promise<BusinessDate[]>;
  /** Days between the two that took bookings; at most `limit`, soonest first. */
  begunBetween(
    hall: HallId,
    after: BusinessDate,
    before: BusinessDate,
    limit: number,
  ): Promise<BusinessDate[]>;
  /** Makes the head of a stream, so that its first append has one to compare with. */
  ensureHead(hall: HallId, date: BusinessDate): Promise<void>;
}

/** The log over a database whose schema is migrated. */
export function hallLog(sql: Sql): HallLog {
  return {
    async append(slices) {
      const heads = slices.map(({ hall, date, expected, events }) => ({
        grp: 1,
        hall_id: hall,
        business_date: date,
        expected,
        next: expected + events.length,
        head: events.at(-1)?.hash ?? CHAIN_START,
      }));
      const of = (rows: (slice: Slice) => readonly unknown[]) =>
        JSON.stringify(slices.flatMap(rows));
      const advanced = await sql.unsafe(
        APPEND,
        [
          JSON.stringify(heads),
          of((slice) => slice.events),
          of((slice) => slice.beside.tickets),
          of((slice) => slice.beside.cases),
          of((slice) => slice.beside.calls),
          of((slice) => slice.beside.prompts),
          of((slice) => slice.beside.evaluations),
          of((slice) => slice.beside.audit),
        ],
        { prepare: true },
      );
      return advanced.length > 0;
    },
    async readAfter(hall, date, seq) {
      const rows: LogRow[] = [];
      for (let after = seq; ;) {
        const page = await readPage(sql, hall, date, after, READ_MAX);
        rows.push(...page);
        if (page.length < READ_MAX) return rows;
        after = rows.at(-1)?.seq ?? after;
      }
    },
    readPage: (hall, date, seq, limit) => readPage(sql, hall, date, seq, limit),
    async lateRatings(hall, date) {
      const rows = await sql<(Omit<LateRatingRow, 'tags'> & { tags: string })[]>`
        select case_id as "case", service_seq as "serviceSeq", level, tags, channel,
          rated_at as "ratedAt"
        from evaluations
        where hall_id = ${hall} and business_date = ${date} and channel = 'phone'`;
      return rows.map((row) => ({ ...row, tags: row.tags === '' ? [] : row.tags.split('|') }));
    },
    async headOf(hall, date) {
      const [row] = await sql<{ seq: number }[]>`
        select seq from hall_days where hall_id = ${hall} and business_date = ${date}`;
      return row?.seq ?? null;
    },
    async newestDates(hall, limit) {
      const rows = await sql<{ business_date: BusinessDate }[]>`
        select business_date from hall_days d
        where hall_id = ${hall} and seq > 0 and (
          select 1 from events e
          where e.hall_id = d.hall_id and e.business_date = d.business_date
            and e.type = 'DayOpened'
          order by e.seq limit 1) is not null
        order by business_date desc limit ${limit}`;
      return rows.map((row) => row.business_date);
    },
    async begunBetween(hall, after, before, limit) {
      const rows = await sql<{ business_date: BusinessDate }[]>`
        select business_date from hall_days
        where hall_id = ${hall} and seq > 0
          and business_date > ${after} and business_date < ${before}
        order by business_date limit ${limit}`;
      return rows.map((row) => row.business_date);
    },
    async ensureHead(hall, date) {
      await sql`
        insert into hall_days (hall_id, business_date, seq, head)
        values (${hall}, ${date}, 0, ${CHAIN_START}) on conflict do nothing`;
    },
  };
}

async function readPage(
  sql: Sql,
  hall: HallId,
  date: BusinessDate,
  seq: number,
  limit: number,
): Promise<LogRow[]> {
  const rows = await sql<LogRow[]>`
    select hall_id, business_date, seq, at, by, command_id, command_hash, type, body, hash
    from events where hall_id = ${hall} and business_date = ${date} and seq > ${seq}
    order by seq limit ${limit}`;
  return [...rows];
}
