// A dry run in words: who comes earlier, who later, which promises end; no row without words.
import { describe, expect, test } from 'vitest';
import { changeWords } from '../../../counter-client/manager/change-words.ts';
import {
  effectWords,
  isCut,
  rowsOf,
  waitWords,
} from '../../../counter-client/manager/dry-run-words.ts';
import { must } from '../../../shared/base/assert.ts';
import { ticketId } from '../../../shared/base/ids.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { planChanges } from '../../../shared/hall/publishing.ts';
import type { DryRun } from '../../../shared/protocol/configuring.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import { shiftsOf } from '../../../server/configuring/dry-run.ts';
import { clerk, given, kiosk, MINUTE } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const shift = (ticket: string, before: number, after: number) => ({
  ticket: ticketId(ticket),
  beforeMs: before * MINUTE,
  afterMs: after * MINUTE,
});
const NOTHING: DryRun = {
  ...{ baseVersion: 1, isMoved: false, waiting: 4, changedTickets: 0, rows: [], stranded: [] },
  ...{ order: null, promises: { ended: 0, made: 0 }, waits: null, bookings: [], faults: [] },
};
const WAITS = shiftsOf([
  shift('B001', 20, 12),
  shift('B002', 9, 8.5),
  shift('B003', 30, 34),
  shift('B004', 15, 10),
]);

describe('the order changes', () => {
  const order = { from: 'promise', to: 'strict' } as const;
  const run: DryRun = { ...NOTHING, order, waits: WAITS, promises: { ended: 3, made: 0 } };

  test('the summary counts who comes earlier and later, with the most minutes', () => {
    expect(effectWords(run, 'zh-Hans')).toEqual([
      '叫号次序：承诺叫号 → 严格先后。',
      '等候 4 人：2 人早叫，最多早 8 分，1 人晚叫，最多晚 4 分，其余相差不到 1 分。这是预测，不是承诺。',
      '3 个已告知的承诺不再有效；印在号票上的时间收不回来，请现场说明。',
    ]);
    expect(effectWords(run, 'en')[1]).toContain('2 earlier by up to 8 min, 1 later by up to 4 min');
    expect(effectWords(run, 'zh-Hant')[2]).toContain('3 個已告知的承諾不再有效');
  });

  test('each who shifts has a row with the minutes; who does not has none', () => {
    const rows = rowsOf(run);
    expect(rows.map(({ ticket }) => ticket)).toEqual(['B001', 'B003', 'B004']);
    expect(waitWords(must(rows[0]?.wait, 'a wait'), 'zh-Hans')).toBe('20 → 12 分');
    expect(isCut(run)).toBe(false);
  });

  test('of those who change otherwise it tells who stays and of whom nothing is known', () => {
    const { day } = given(
      clerk('K02')('openWindow', { window: 2 }),
      kiosk('issueTicket', { items: ['RS001'] }),
    );
    const promises = smallHall({ routing: 'promise' });
    const change = must(planChanges(day, planOf({ ...promises, version: 2 })).rows[0], 'a change');
    const changed = ['B001', 'B002', 'B009'].map((id) => ({ ...change, ticket: ticketId(id) }));
    const rows = rowsOf({ ...run, rows: changed, changedTickets: 3 });
    const told = rows.slice(0, 3).map(({ wait }) => waitWords(wait, 'zh-Hans'));
    expect(told).toEqual(['20 → 12 分', '不变', '预测不了']);
  });

  test('where waits cannot be predicted it says so, and still that promises end', () => {
    const words = effectWords({ ...run, waits: null }, 'zh-Hans');
    expect(words[1]).toContain('预测不了');
    expect(words[2]).toContain('3 个已告知的承诺');
    const some = effectWords({ ...run, waiting: 6 }, 'zh-Hans');
    expect(some).toContain('另有 2 人预测不了。');
  });
});

test('a change that nobody who waits feels says that', () => {
  expect(effectWords(NOTHING, 'zh-Hans')).toEqual(['现在等候的 4 张号票都不受影响。']);
});

test('from promises to any other order no cell is empty: the promise ends, in words', () => {
  const hall = smallHall({ routing: 'promise' });
  const open = clerk('K02')('openWindow', { window: 2 });
  const { day } = given(hall, open, kiosk('issueTicket', { items: ['RS001'] }));
  for (const routing of ['zones', 'strict'] as const) {
    const next = planOf({ ...hall, version: 2, policy: { ...hall.policy, routing } });
    const { rows } = planChanges(day, next);
    expect(rows).toHaveLength(1);
    for (const language of LANGUAGES) {
      const words = rows.map((row) => changeWords(row, floorView(day).zones, language));
      expect(words.join()).toContain('09:10');
      expect(words.join()).toMatch(/不再有效|no longer/u);
    }
  }
});
