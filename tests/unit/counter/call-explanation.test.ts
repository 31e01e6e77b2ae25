// Why a call was made, for the manager: what each order judged its candidates by, and who was passed.
import { describe, expect, test } from 'vitest';
import { chosenWords, passedWords } from '../../../counter-client/manager/call-explanation.ts';
import type { Explained } from '../../../counter-client/manager/call-explanation.ts';
import { judgedBy } from '../../../counter-client/manager/candidate-table.ts';
import { must } from '../../../shared/base/assert.ts';
import { ticketId } from '../../../shared/base/ids.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { jumpReport } from '../../../shared/views/jump-report.ts';
import { timelineOf } from '../../../shared/views/timeline.ts';
import { clerk, given, kiosk, later, MINUTE } from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k2 = clerk('K02');
const open2 = k2('openWindow', { window: 2 });
const takes = (item: string, fields: object = {}) =>
  kiosk('issueTicket', { items: [item], ...fields });

/** RS001 takes forty minutes, GA001 four. */
function promising(): ReturnType<typeof smallHall> {
  const base = smallHall({ routing: 'promise', promiseSlackMs: 30 * MINUTE, overtakenMax: 7 });
  const items = base.items.map((item) => {
    return { ...item, expectedMinutes: item.code === 'GA001' ? 4 : 40 };
  });
  return { ...base, items };
}

/** The newest call as the page explains it. */
function newest({ day, hall }: Given, ticket: string): Explained {
  const [jump] = jumpReport(day);
  if (jump?.ticket === ticket) return jump;
  const { rows } = timelineOf(day, hall.log, ticketId(ticket));
  const row = must(
    rows.find(({ why }) => why !== null),
    'a call',
  );
  const why = must(row.why, 'its reason');
  const overtookCount = why.overtook?.length ?? 0;
  return { ...why, ticket, window: 2, at: row.at, limits: row.limits, overtookCount };
}

const cells = (call: Explained) =>
  call.best.map((row) => [row.ticket, ...judgedBy(row, call, 'zh-Hans')]);

describe('under promises', () => {
  const short = () =>
    given(promising(), open2, takes('RS001'), later(MINUTE), takes('GA001'), k2('callNext'));

  test('each candidate shows score, service, promise, passes of the limit, zone and wait', () => {
    const call = newest(short(), 'B002');
    const [called = [], passed = []] = cells(call);
    expect(called.slice(2)).toEqual([
      '4 分',
      '10:11（还有 1 小时 10 分）',
      '0 / 7',
      '本区',
      '0 分',
    ]);
    expect(passed.slice(2)).toEqual(['40 分', '09:30（还有 29 分）', '0 / 7', '本区', '1 分']);
    expect(Number(called[1])).toBeGreaterThan(Number(passed[1]));
  });

  test('the sentence says by what, and who was passed counts as passed', () => {
    const call = newest(short(), 'B002');
    expect(chosenWords(call, 'zh-Hans')).toBe(
      '没有号承诺到时，也没有号被越过满 7 次；B002 得分最高：预计 4 分办完，越过 1 人。',
    );
    expect(passedWords(call, 'zh-Hans')).toBe('越过先到的 1 人：B001。其中 1 人的被越过次数加一。');
  });

  test('a promise that had come is named with its time, and how long past', () => {
    const late = given(promising(), open2, takes('RS001'), later(33 * MINUTE), takes('GA001'));
    const call = newest(late.and(k2('callNext')), 'B001');
    expect(chosenWords(call, 'zh-Hans')).toBe('B001 承诺 09:30 前叫到，时间已到，先于得分。');
    expect(cells(call)[0]).toContain('09:30（已过 3 分）');
    expect(passedWords(call, 'en')).toBe('Nobody who came earlier was passed.');
  });

  test('a log of before, which kept no zones, says so instead of guessing', () => {
    const call = newest(short(), 'B002');
    const best = call.best.map(({ isOwn: _, ...row }) => row);
    expect(cells({ ...call, best, limits: null })[0]?.slice(4)).toEqual(['0 / –', '–', '0 分']);
  });
});

describe('where zones overflow', () => {
  test('the wait and whose zone it is decide, and the sentence names the overflow time', () => {
    const hall = smallHall({ routing: 'zones', zoneOverflowMs: 15 * MINUTE });
    const k6 = clerk('K06');
    const day = given(hall, k6('openWindow', { window: 1 }), takes('RS001'), later(20 * MINUTE));
    const call = newest(day.and(k6('callNext')), 'B001');
    expect(cells(call)).toEqual([['B001', '20 分', '他区']]);
    expect(chosenWords(call, 'zh-Hans')).toBe(
      'B001 属于他区，已等 20 分，超过溢出时间 15 分，能叫的号里有效等候最久。',
    );
  });
});

test('strict order stays simple: the longest effective wait, in every language', () => {
  const elder = takes('RS001', { class: 'ELD' });
  const day = given(open2, takes('RS001'), later(MINUTE), elder, k2('callNext'));
  const call = newest(day, 'B002');
  expect(call.best[0]).not.toHaveProperty('isOwn');
  for (const language of LANGUAGES) {
    expect(chosenWords(call, language)).toMatch(/B002.*15/u);
    expect(passedWords(call, language)).toContain('B001');
  }
});
