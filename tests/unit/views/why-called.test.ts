// Every call explained: at the desk in one line, for the visitor who asks why not me, for the manager.
import { describe, expect, test } from 'vitest';
import { whyWords } from '../../../counter-client/clerk/why-called.ts';
import { changeWords } from '../../../counter-client/manager/change-words.ts';
import { windowNo } from '../../../shared/base/ids.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import { planChanges } from '../../../shared/hall/publishing.ts';
import { callReasons, whyNotMe } from '../../../shared/text/call-reasons.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { jumpReport } from '../../../shared/views/jump-report.ts';
import { floorView } from '../../../shared/views/manager-floor.ts';
import { ticketView } from '../../../shared/views/ticket-page.ts';
import { clerk, given, kiosk, later, manager, MINUTE, NINE } from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k2 = clerk('K02');
const open2 = k2('openWindow', { window: 2 });
const takes = (item: string, fields: object = {}) =>
  kiosk('issueTicket', { items: [item], ...fields });
const page = (day: Given, id: string) => ticketView(day.day, day.ticket(id), (key) => key);
const desk = (day: Given) => deskView(day.day, windowNo(2));

/** RS001 takes forty minutes, GA001 four. */
const base = smallHall({ routing: 'promise', promiseSlackMs: 30 * MINUTE });
const HALL = {
  ...base,
  items: base.items.map((item) => ({
    ...item,
    expectedMinutes: item.code === 'GA001' ? 4 : 40,
  })),
};

function shortOneCalled(): Given {
  return given(HALL, open2, takes('RS001'), later(MINUTE), takes('GA001'), k2('callNext'));
}

describe('a call by score', () => {
  test('is one line at the desk, with the minutes that decided', () => {
    const { ticket } = desk(shortOneCalled());
    const words = ticket?.why ? whyWords(ticket.id, ticket.why, 'zh-Hans') : '';
    expect(words).toContain('B002 预计 4 分钟可办结，不影响前面任何人的承诺时间。');
    expect(words).toContain('越过先到的 1 个号');
  });

  test('is told to whom it passed, with the own promise, and to nobody else', () => {
    const day = shortOneCalled();
    const { passedBy, promisedAt } = page(day, 'B001');
    expect(promisedAt).toBe(NINE + 30 * MINUTE);
    expect(passedBy).toEqual({
      ...{ ticket: 'B002', window: 2, at: NINE + MINUTE, rule: 'best-score' },
      ...{ isPriority: false, serviceMinutes: 4 },
    });
    expect(page(day, 'B002').passedBy).toBeNull();
    if (!passedBy) return;
    expect(whyNotMe(passedBy, '09:30', 'zh-Hans')).toBe(
      'B002 比您晚到，预计 4 分钟就能办完，先办不影响您的承诺时间（09:30）。您的位置没有变。',
    );
  });

  test('that is taken back has passed nobody', () => {
    const day = shortOneCalled().and(k2('undoCall'));
    expect(page(day, 'B001').passedBy).toBeNull();
  });

  test('stands in the manager’s list with scores, promises and who was passed', () => {
    const [row] = jumpReport(shortOneCalled().day);
    expect(row).toMatchObject({
      ...{ ticket: 'B002', rule: 'best-score', routing: 'promise', overtookCount: 1 },
      ...{ passed: ['B001'], passedCount: 1 },
      best: [
        { ticket: 'B002', expectedMs: 4 * MINUTE, overtaken: 0 },
        { ticket: 'B001', expectedMs: 40 * MINUTE, promiseAt: NINE + 30 * MINUTE },
      ],
    });
    expect(row?.best[0]?.score).toBeGreaterThan(row?.best[1]?.score ?? Infinity);
  });

  test('by the order of arrival is in no list of jumps', () => {
    expect(jumpReport(given(HALL, open2, takes('RS001'), k2('callNext')).day)).toEqual([]);
  });
});

test('clerk 2: the desk reads credit, wait and among how many the call was the longest', () => {
  const day = given(open2, takes('RS001'), later(6 * MINUTE), takes('RS001', { class: 'ELD' })).and(
    later(9 * MINUTE),
    k2('callNext'),
  );
  const { ticket } = desk(day);
  const words = ticket?.why ? whyWords(ticket.id, ticket.why, 'zh-Hans') : '';
  expect(words).toMatch(/^B002 等候 9 ?分钟?，优先加 15 ?分钟?，在本窗口可叫的 2 个号中等得最久/u);
  expect(words).toContain('越过先到的 1 个号');
});

test('a desk lists who comes next as it would call them, each with the promise', () => {
  const day = given(HALL, open2, takes('RS001'), later(MINUTE), takes('RS001'), takes('GA001'));
  expect(desk(day).next.map(({ ticket }) => ticket)).toEqual(['B003', 'B001', 'B002']);
  expect(desk(day).next[1]?.promiseAt).toBe(NINE + 30 * MINUTE);
  expect(desk(given(open2, takes('RS001'))).next[0]?.promiseAt).toBeNull();
});

test('a priority that passed somebody is told as that, never which one', () => {
  const day = given(open2, takes('RS001'), later(MINUTE), takes('RS001', { class: 'ELD' }));
  const { passedBy } = page(day.and(k2('callNext')), 'B001');
  expect(passedBy).toMatchObject({ ticket: 'B002', isPriority: true, serviceMinutes: null });
  for (const language of LANGUAGES) {
    expect(passedBy && whyNotMe(passedBy, null, language)).not.toMatch(/ELD|老|elder/iu);
  }
});

test('every rule has its sentence for a visitor, in every language, and says the number', () => {
  for (const language of LANGUAGES) {
    const { passed } = callReasons[language];
    const said = Object.values(passed).map((say) =>
      say({ ticket: 'B012', service: '4', promise: '10:42' }),
    );
    expect(new Set(said).size).toBe(said.length);
    for (const words of said) expect(words).toContain('B012');
  }
});

describe('the hall begins to promise in mid-day', () => {
  const strict = { ...HALL, policy: { ...HALL.policy, routing: 'strict' as const } };
  const next = planOf({ ...HALL, version: 2 });
  const waits = () => given(strict, open2, takes('RS001'), later(5 * MINUTE), takes('GA001'));

  test('the dry run says what each waiting ticket is promised, and publishing gives it', () => {
    const day = waits();
    const { rows, stranded } = planChanges(day.day, next, day.hall.at);
    expect(stranded).toEqual([]);
    expect(rows.map(({ ticket, after }) => [ticket, after.promiseAt])).toEqual([
      ['B001', NINE + 35 * MINUTE],
      ['B002', NINE + 75 * MINUTE],
    ]);
    const [row] = rows;
    const { zones } = floorView(day.day);
    expect(row && changeWords(row, zones, 'zh-Hans')).toContain('承诺 09:35 前叫到');
    day.day.plans.set(2, next);
    day.and(manager('publishConfig', { configVersion: 2 }));
    expect(day.queue).toEqual(['B001', 'B002']);
    expect(day.ticket('B002')).toMatchObject({ promiseAt: NINE + 75 * MINUTE });
  });

  test('and back to strict order again: nobody is lost, and the longest wait is called', () => {
    const day = waits();
    day.day.plans.set(2, next).set(3, planOf({ ...strict, version: 3 }));
    day.and(manager('publishConfig', { configVersion: 2 }));
    day.and(manager('publishConfig', { configVersion: 3 }));
    day
      .when(k2('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'B001', why: { rule: 'longest-wait' } }]);
    expect(page(day, 'B002').promisedAt).toBeNull();
  });
});
