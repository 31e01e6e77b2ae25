/**
 * `npm run verify [-- --hall H] [--date D]`: folds every day's log and compares it with the tables
 * beside it. Works beside a running hall. Names each row that differs; exit code 1 if there is one.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { businessDate } from '../../shared/base/ids.ts';
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { SECRET_FILE, loadSecrets } from '../secrets.ts';
import { SetupError } from '../setup/setup-error.ts';
import { openToolDatabase } from '../setup/tool-database.ts';
import { runTool } from '../setup/tool-run.ts';
import { configStore } from '../storage/config-store.ts';
import { openDatabase } from '../storage/database.ts';
import type { Sql } from '../storage/database.ts';
import { faultLine } from './faults.ts';
import { verifyDay } from './verify-day.ts';

const LINES_MAX = 100;
const DEADLINE_MS = 120_000;

await runTool(run);

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { hall: { type: 'string' }, date: { type: 'string' } },
  });
  const tool = await openToolDatabase(process.env);
  const database = openDatabase(tool.url, {
    ...{ max: 1, name: 'yichuang-verify', deadlineMs: DEADLINE_MS },
  });
  try {
    const hasKey = existsSync(join(tool.dataDir, SECRET_FILE));
    const { sql } = database;
    const parts = {
      sql,
      configs: configStore(sql),
      secrets: hasKey ? loadSecrets(tool.dataDir) : null,
    };
    const days = await daysOf(sql, values.hall ?? null, values.date ?? null);
    if (days.length === 0) throw new SetupError('There is no such day in the log.');
    let faults = 0;
    for (const { hall_id: hall, business_date: date } of days) {
      const verified = await verifyDay(parts, hall, date);
      for (const fault of verified.faults.slice(0, Math.max(0, LINES_MAX - faults))) {
        console.log(`  ${hall} ${date} ${faultLine(fault)}`);
      }
      faults += verified.faults.length;
      console.log(summary(hall, date, verified));
    }
    if (faults > LINES_MAX) console.log(`  … ${String(faults)} differences in all`);
    return faults === 0 ? 0 : 1;
  } finally {
    await database.close();
    await tool.stop();
  }
}

function summary(
  hall: HallId,
  date: BusinessDate,
  { events, rows, faults }: Awaited<ReturnType<typeof verifyDay>>,
): string {
  const counts = Object.entries(rows).map(([name, count]) => `${String(count)} ${name}`);
  const verdict = faults.length === 0 ? 'agree' : `${String(faults.length)} differences`;
  return `${hall} ${date}: ${String(events)} events, ${counts.join(', ')}: ${verdict}`;
}

interface DayKey {
  readonly hall_id: HallId;
  readonly business_date: BusinessDate;
}

async function daysOf(sql: Sql, hall: string | null, date: string | null): Promise<DayKey[]> {
  const day = date === null ? null : businessDate(date);
  return await sql<DayKey[]>`
    select hall_id, business_date from hall_days
    where seq > 0 and hall_id = coalesce(${hall}::text, hall_id)
      and business_date = coalesce(${day}::date, business_date)
    order by hall_id, business_date`;
}
