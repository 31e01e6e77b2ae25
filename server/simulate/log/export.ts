/**
 * Writes days of a hall as lines that `npm run simulate -- --log FILE` reads:
 *
 *   node server/setup/start.mjs --run server/simulate/log/export.ts --out FILE [--hall H] [--date D]
 *
 * First the configurations that the days name, then their events as the log has them. There is no
 * personal data in them. Works beside a running hall or on its data folder.
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

await runTool(run);

async function run(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { out: text, hall: text, date: text } });
  if (values.out === undefined) throw new SetupError('Where to? --out FILE');
  const hall = hallId(values.hall ?? 'jingzhou');
  const tool = await openToolDatabase(process.env);
  const database = openDatabase(tool.url, {
    ...{ max: 1, name: 'yichuang-export', deadlineMs: DEADLINE_MS },
  });
  const { sql } = database;
  const [log, configs] = [hallLog(sql), configStore(sql)];
  try {
    const day = values.date === undefined ? null : businessDate(values.date);
    const dates = await sql<{ business_date: BusinessDate }[]>`
      select business_date from hall_days
      where hall_id = ${hall} and seq > 0 and business_date = coalesce(${day}::date, business_date)
      order by business_date`;
    if (dates.length === 0) throw new SetupError('There is no such day in the log.');
    const out = createWriteStream(values.out);
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
