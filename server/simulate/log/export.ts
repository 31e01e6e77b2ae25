/**
 * Writes days of a hall as lines that `npm run simulate -- --log FILE` reads:
 *
 *   npm run export -- --out FILE [--hall H] [--date D]
 *
 * First the configurations that the days name, then their events as the log has them. There is no
 * personal data in them. Works beside a running hall or on its data folder. Without a hall's name it
 * takes the only one there is.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { businessDate, hallId } from '../../../shared/base/ids.ts';
import type { BusinessDate } from '../../../shared/base/ids.ts';
import { SetupError } from '../../setup/setup-error.ts';
import { openToolDatabase } from '../../setup/tool-database.ts';
import { runTool } from '../../setup/tool-run.ts';
import { configStore } from '../../storage/config-store.ts';
import { openDatabase } from '../../storage/database.ts';
import { hallLog } from '../../storage/hall-log.ts';
import { storedEvent } from '../../storage/log-row.ts';

const DEADLINE_MS = 120_000;
const EVENTS_MAX = 5_000;
const USAGE = 'npm run export -- --out FILE [--hall NAME] [--date YYYY-MM-DD]';
const DATE = /^\d{4}-\d{2}-\d{2}$/;

await runTool(run);

async function run(): Promise<number> {
  const { out: file, hall: asked, date } = optionsFrom(process.argv.slice(2));
  const tool = await openToolDatabase(process.env);
  const database = openDatabase(tool.url, {
    ...{ max: 1, name: 'yichuang-export', deadlineMs: DEADLINE_MS },
  });
  const { sql } = database;
  const [log, configs] = [hallLog(sql), configStore(sql)];
  try {
    const halls = await sql<{ hall_id: string }[]>`
      select distinct hall_id from hall_days where seq > 0 order by hall_id`;
    const names = halls.map(({ hall_id }) => hall_id);
    const hall = hallId(hallOf(asked, names));
    const dates = await sql<{ business_date: BusinessDate }[]>`
      select business_date from hall_days
      where hall_id = ${hall} and seq > 0
        and business_date = coalesce(${date}::date, business_date)
      order by business_date`;
    if (dates.length === 0) throw new SetupError(`The log of ${hall} has no day ${date ?? ''}.`);
    const out = await opened(file);
    const write = async (line: object) => {
      if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
    };
    const versions = new Set<number>();
    for (const { business_date: date } of dates) {
      await write({ hall, date });
      let count = 0;
      for (;;) {
        const rows = await log.readPage(hall, date, count, EVENTS_MAX);
        if (rows.length === 0) break;
        for (const row of rows) {
          const stored = storedEvent(row);
          const { event } = stored;
          if ('configVersion' in event && !versions.has(event.configVersion)) {
            versions.add(event.configVersion);
            const { config } = await configs.plan(hall, event.configVersion);
            await write({ config });
          }
          await write(stored);
        }
        count += rows.length;
      }
      console.log(`${hall} ${date}: ${String(count)} events`);
    }
    out.end();
    await once(out, 'finish');
    return 0;
  } finally {
    await database.close();
    await tool.stop();
  }
}

function optionsFrom(args: string[]) {
  const text = { type: 'string' } as const;
  const options = { out: text, hall: text, date: text };
  try {
    const { out, hall, date } = parseArgs({ args, options }).values;
    if (out === undefined) throw new SetupError(`Where to? ${USAGE}`);
    if (date !== undefined && (!DATE.test(date) || Number.isNaN(Date.parse(date)))) {
      throw new SetupError(`--date is a day such as 2026-11-23, not ${date}.`);
    }
    return { out, hall, date: date === undefined ? null : businessDate(date) };
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new SetupError(`${reason}. ${USAGE}`);
  }
}

/** Opened when all else is known: a refusal leaves an earlier file as it was. */
async function opened(file: string) {
  const out = createWriteStream(file);
  try {
    await once(out, 'open');
  } catch {
    throw new SetupError(`${file} cannot be written.`);
  }
  return out;
}

function hallOf(asked: string | undefined, names: readonly string[]): string {
  const [only, ...others] = names;
  if (only === undefined) throw new SetupError('There is no day in the log yet.');
  if (asked === undefined && others.length === 0) return only;
  if (asked !== undefined && names.includes(asked)) return asked;
  const halls = `it has ${names.join(', ')}`;
  if (asked === undefined) throw new SetupError(`Which hall? The log is of several; ${halls}.`);
  throw new SetupError(`The log has no day of ${asked}; ${halls}.`);
}
