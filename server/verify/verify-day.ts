/**
 * Verifies one day: the chain of its log, and every table beside it against what folding the log from
 * its first event gives. Everything is read in one snapshot, so a day that is going on can be
 * verified while it is written. A log that cannot be folded is named with the event that stops it.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { emptyDay } from '../../shared/hall/day.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import { evolve } from '../../shared/hall/evolve.ts';
import type { Plan } from '../../shared/hall/plan.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import { versionsNamed } from '../hall/named-plans.ts';
import type { Secrets } from '../secrets.ts';
import type { Sql, TransactionSql } from '../storage/database.ts';
import type { LogRow } from '../storage/log-row.ts';
import { storedEvent } from '../storage/log-row.ts';
import { rowsBeside } from '../storage/rows-beside.ts';
import type { DayHead } from './chain.ts';
import { chainFaults } from './chain.ts';
import type { VerifyFault } from './faults.ts';
import { shown } from './faults.ts';
import type { Row, TableName } from './tables.ts';
import { TABLES, tableFaults } from './tables.ts';

export interface VerifyParts {
  readonly sql: Sql;
  readonly configs: ConfigStore;
  /** Null where the hall's key is not at hand: tokens are passed over. */
  readonly secrets: Secrets | null;
}

export interface DayVerified {
  readonly hall: HallId;
  readonly date: BusinessDate;
  readonly events: number;
  readonly rows: Readonly<Record<TableName, number>>;
  readonly faults: readonly VerifyFault[];
}

/** Folds one day and compares. */
export async function verifyDay(
  parts: VerifyParts,
  hall: HallId,
  date: BusinessDate,
): Promise<DayVerified> {
  const snapshot = await parts.sql.begin('isolation level repeatable read read only', (tx) =>
    readDay(tx, hall, date),
  );
  const { log, head, tables, late } = snapshot;
  const counts = Object.fromEntries(TABLES.map((name) => [name, tables[name].length]));
  const about = {
    ...{ hall, date, events: log.length },
    rows: counts as Readonly<Record<TableName, number>>,
  };
  const faults = chainFaults(log, head);
  const plans = await plansOf(parts.configs, hall, log);
  if ('fault' in plans) return { ...about, faults: [...faults, plans.fault] };
  const folded = foldLog(hall, date, log, plans.plans);
  if ('fault' in folded) return { ...about, faults: [...faults, folded.fault] };
  const made = rowsMade(folded, [...late], parts.secrets, hall, date);
  const passedOver = new Set(parts.secrets ? [] : ['token_hash']);
  for (const name of TABLES)
    faults.push(...tableFaults(name, made[name], tables[name], passedOver));
  return { ...about, faults };
}

interface Snapshot {
  readonly log: readonly LogRow[];
  readonly head: DayHead;
  readonly tables: Readonly<Record<TableName, readonly Row[]>>;
  /** Ratings of this day's cases that came on a later one: events of that day's stream. */
  readonly late: readonly LogRow[];
}

async function readDay(tx: TransactionSql, hall: HallId, date: BusinessDate): Promise<Snapshot> {
  const [head] = await tx<DayHead[]>`
    select seq, head from hall_days where hall_id = ${hall} and business_date = ${date}`;
  const log = await tx<LogRow[]>`
    select hall_id, business_date, seq, at, by, command_id, command_hash, type, body, hash
    from events where hall_id = ${hall} and business_date = ${date} order by seq`;
  const late = await tx<LogRow[]>`
    select hall_id, business_date, seq, at, by, command_id, command_hash, type, body, hash
    from events
    where hall_id = ${hall} and business_date > ${date} and type = 'CaseRated'
      and body::json ->> 'date' = ${date}
    order by business_date, seq`;
  const read: Partial<Record<TableName, readonly Row[]>> = {};
  for (const name of TABLES) {
    read[name] = await tx<Row[]>`
      select * from ${tx(name)} where hall_id = ${hall} and business_date = ${date}`;
  }
  const tables = read as Readonly<Record<TableName, readonly Row[]>>;
  return { log, head: head ?? { seq: 0, head: '' }, tables, late };
}

async function plansOf(
  configs: ConfigStore,
  hall: HallId,
  log: readonly LogRow[],
): Promise<{ readonly plans: readonly Plan[] } | { readonly fault: VerifyFault }> {
  const plans: Plan[] = [];
  for (const version of readable(() => versionsNamed(log)) ?? []) {
    try {
      plans.push(await configs.plan(hall, version));
    } catch {
      const key = `version ${String(version)}`;
      return {
        fault: { table: 'hall_configs', key, column: '', expected: 'a row', found: 'none' },
      };
    }
  }
  return { plans };
}

interface Folded {
  readonly day: Day;
  readonly events: readonly StoredEvent[];
}

function foldLog(
  hall: HallId,
  date: BusinessDate,
  log: readonly LogRow[],
  [first, ...later]: readonly Plan[],
): Folded | { readonly fault: VerifyFault } {
  const stopped = (key: string, why: string) => ({
    fault: { table: 'events', key, column: '', expected: 'an event that folds', found: why },
  });
  if (!first) return stopped('seq 1', 'no version of the configuration is named');
  const day = emptyDay(hall, date, first);
  for (const plan of later) day.plans.set(plan.config.version, plan);
  const events: StoredEvent[] = [];
  for (const row of log) {
    try {
      const stored = storedEvent(row);
      evolve(day, stored);
      events.push(stored);
    } catch (error) {
      return stopped(
        `seq ${String(row.seq)}`,
        shown(error instanceof Error ? error.message : error),
      );
    }
  }
  return { day, events };
}

function rowsMade(
  { day, events }: Folded,
  late: readonly LogRow[],
  secrets: Secrets | null,
  hall: HallId,
  date: BusinessDate,
): Readonly<Record<TableName, readonly Row[]>> {
  const made = rowsBeside(day, events, (ticket) =>
    secrets ? secrets.tokenHash(secrets.tokenOf(hall, date, ticket)) : '',
  );
  const later = rowsBeside(day, late.map(storedEvent), () => '').evaluations;
  const evaluations = [...made.evaluations, ...later]
    .filter((row) => row['of_date'] === date)
    .map(({ of_date: _, ...row }) => ({ ...row, business_date: date }));
  return { ...made, evaluations };
}

function readable<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
