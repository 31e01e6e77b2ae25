// Past days as they are told to the worker: a day counts as told only with its last page, and what
// was broken off is told again from its beginning.
import { expect, test } from 'vitest';
import { Forecaster } from '../../../server/estimates/forecaster.ts';
import { tellHistory } from '../../../server/estimates/history.ts';
import type { ToWorker } from '../../../server/estimates/messages.ts';
import type { LogRow } from '../../../server/storage/log-row.ts';
import { logRow } from '../../../server/storage/log-row.ts';
import { businessDate, hallId } from '../../../shared/base/ids.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { hallOf, playedDay } from '../forecast/shadow/played-day.ts';

const HALL = hallId('small');
const YESTERDAY = businessDate('2026-11-23');
const TODAY = businessDate('2026-11-24');

/** One past day of more than one page; `send` may fail. */
function historyOf(send: (message: ToWorker) => boolean) {
  const { hall } = playedDay(200);
  const stream = { hall: HALL, date: YESTERDAY };
  const rows: LogRow[] = hall.log.map((stored) => logRow(stream, stored, '', ''));
  const plan = planOf(hallOf());
  const log = {
    newestDates: () => Promise.resolve([TODAY, YESTERDAY]),
    readPage: (_hall: unknown, _date: unknown, seq: number, limit: number) =>
      Promise.resolve(rows.filter((row) => row.seq > seq).slice(0, limit)),
  };
  const configs = { plan: () => Promise.resolve(plan) };
  return { parts: { log, configs, send, rest: () => Promise.resolve() }, rows };
}

const isPage = (message: ToWorker) => message.kind === 'events';

test('given a worker that dies after the first page, when a day is told, then it is not known', async () => {
  const told = new Set<string>();
  const heard: ToWorker[] = [];
  const dying = historyOf((message) => heard.filter(isPage).length < 1 && heard.push(message) > 0);
  expect(dying.rows.length).toBeGreaterThan(500);
  expect(await tellHistory(dying.parts, HALL, TODAY, told)).toBeNull();
  expect(heard.filter(isPage)).toHaveLength(1);
  expect(told).not.toContain(`${HALL}/${YESTERDAY}`);
});

test('given a worker that dies mid-day, when the day is told, then it is not known', async () => {
  const told = new Set<string>();
  const forecaster = new Forecaster();
  let pages = 0;
  const { parts, rows } = historyOf((message) => {
    if (isPage(message) && (pages += 1) === 2) return false;
    forecaster.take(message);
    return true;
  });
  expect(await tellHistory(parts, HALL, TODAY, told)).toBeNull();
  pages = 2;
  expect(await tellHistory(parts, HALL, TODAY, told)).toEqual([YESTERDAY]);
  expect(told).toContain(`${HALL}/${YESTERDAY}`);
  expect(pages).toBe(2 + Math.ceil((rows.length + 1) / 500));
  const { version, hall } = hallOf();
  const learn = {
    kind: 'learn',
    date: TODAY,
    dates: [YESTERDAY],
    configVersion: version,
    isAll: true,
  } as const;
  const learned = forecaster.take({ ...learn, hall });
  expect(learned).toMatchObject({ kind: 'learned' });
  // What is known already is not told again.
  await tellHistory(parts, HALL, TODAY, told);
  expect(pages).toBe(2 + Math.ceil((rows.length + 1) / 500));
});
