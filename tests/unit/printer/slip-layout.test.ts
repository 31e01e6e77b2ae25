// Slips: everything that is missing, the dates, the reason; within the paper, and nothing personal.
import { describe, expect, test } from 'vitest';
import { caseId, hallId, ticketId } from '../../../shared/base/ids.ts';
import { slipPaper } from '../../../server/effects/slip-paper.ts';
import { ticketPaper } from '../../../server/effects/ticket-paper.ts';
import { columnsOf } from '../../../server/printer/printable-text.ts';
import { PAPER_COLUMNS } from '../../../server/printer/paper-lines.ts';
import { layoutSlip } from '../../../server/printer/slip-layout.ts';
import { slipBytes } from '../../../server/printer/ticket-bytes.ts';
import { numberOf, textsOf } from '../../../server/printer/simulator/read-ticket.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import type { PrintedSlip } from '../../../shared/views/printed-slip.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { clerk, given, happened, kiosk, later, MINUTE, SECOND, TODAY } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';
import { readStream } from './tickets.ts';

const k2 = clerk('K02');
const URL = 'http://127.0.0.1:3000/phone/#9vK2mXq4Rt7LpZc1';
const served = [
  kiosk('issueTicket', { items: ['RS001'] }),
  k2('openWindow', { window: 2 }),
  k2('callNext'),
  k2('startService'),
];
const job = { hall: hallId('small'), date: TODAY, ticket: ticketId('B001'), kiosk: 'kiosk-1' };

function slipOf({ day }: { readonly day: Day }, about = 'B001-1'): PrintedSlip {
  return slipPaper(
    day,
    { ...job, job: 'B001/n1', reprint: false, slipOf: null },
    caseId(about),
    URL,
  );
}

const hall = smallHall();
/** RS001 asks for thirty papers with long names, and one that will do. */
const LONG = Array.from(
  { length: 30 },
  (_, at) => `第${String(at + 1)}种很长很长的材料名称，原件与复印件各一份`,
);
const materials = [...LONG, 'x'.repeat(90), '合同'].map((name) => ({ name, mandatory: true }));
const items = hall.items.map((item) => (item.code === 'RS001' ? { ...item, materials } : item));
const finished = (fields: object) =>
  slipOf(given({ ...hall, items }, ...served, k2('finishCase', { case: 'B001-1', ...fields })));
const words = (slip: PrintedSlip, paperMm: 58 | 80 = 80) =>
  layoutSlip(slip, paperMm).flatMap((line) => (line.kind === 'text' ? [line.text] : []));

describe('clerk 5: the slip of an outcome', () => {
  test('a one-time notice names everything that is missing, whole', () => {
    const slip = finished({ outcome: 'supplement', missing: LONG });
    expect(slip).toMatchObject({ kind: 'notice', caseText: '2026-11-23/B001-1', window: 2 });
    for (const paperMm of [58, 80] as const) {
      const paper = words(slip, paperMm).join('').replaceAll(' ', '');
      expect(paper).toContain('一次性告知单');
      for (const name of LONG) expect(paper).toContain(name);
    }
  });

  test('accepted with gaps: what is missing, until when, and when it will be done', () => {
    const slip = finished({
      outcome: 'acceptedWithGaps',
      missing: ['合同'],
      supplyBy: '2026-11-30',
    });
    expect(words(slip)).toContain('请在 2026-11-30 前补交');
    expect(words(slip)).toContain('□ 合同');
    expect(words(slip)).toContain('容缺受理告知单');
  });

  test('a refusal has its reason in words, never a code', () => {
    const paper = words(finished({ outcome: 'refused', reason: 'out-of-scope' })).join('\n');
    expect(paper).toContain('不属于本大厅的办理范围');
    expect(paper).not.toContain('out-of-scope');
  });

  test('a receipt says from when the result can be fetched, and by which number', () => {
    const readyAt = Date.parse('2026-11-23T15:00:00+08:00');
    const paper = words(finished({ outcome: 'accepted', readyAt })).join('\n');
    expect(paper).toContain('2026-11-23 15:00\n起可以领取');
    expect(paper).toContain('办件编号 2026-11-23/B001-1');
  });

  test('keeps every line within the paper in every language, and survives the wire', () => {
    const base = finished({ outcome: 'acceptedWithGaps', missing: ['x'.repeat(90), '合同'] });
    for (const language of LANGUAGES) {
      for (const paperMm of [58, 80] as const) {
        const slip = { ...base, language };
        for (const line of layoutSlip(slip, paperMm)) {
          if (line.kind !== 'text') continue;
          expect(columnsOf(line.text) * line.width).toBeLessThanOrEqual(PAPER_COLUMNS[paperMm]);
        }
        const [read, ...others] = readStream(slipBytes(slip, paperMm));
        expect(others).toEqual([]);
        expect(read?.unknown).toEqual([]);
        expect(read && textsOf(read).filter((text) => text !== '')).toEqual(words(slip, paperMm));
        expect(read && numberOf(read)).toBeNull();
      }
    }
  });
});

describe('visitor 7: the rule of a miss stands on the ticket', () => {
  const paper = ({ day }: { readonly day: Day }) =>
    ticketPaper(day, { ...job, job: 'B001/0', reprint: false, slipOf: null }, URL);
  const miss = [
    k2('callNext'),
    ...[1, 2].flatMap(() => [later(20 * SECOND), k2('recallTicket')]),
    later(20 * SECOND),
    k2('markNoShow'),
  ];
  const taken = [kiosk('issueTicket', { items: ['RS001'] }), k2('openWindow', { window: 2 })];

  test('before a miss what will hold, after it which rule applied', () => {
    expect(paper(given(...taken)).missText).toBe(
      '如果过号，请在取号机重新排队：第一次排在 3 位等候者之后；再次过号排到最后；第 3 次过号作废',
    );
    const back = kiosk('reactivateTicket', { ticket: 'B001' });
    const once = given(...taken, ...miss, later(6 * MINUTE), back);
    expect(paper(once).missText).toBe('过号 1 次，已排在 3 位等候者之后');
    const twice = once.and(...miss, back);
    expect(paper(twice).missText).toBe('再次过号，已排到最后；下次过号作废');
  });

  test('a number that came over midnight is printed as called, with its day beside it', () => {
    const hall = given(
      happened({
        ...{ type: 'TicketBroughtOver', ticket: 'B001~1122', series: 'B', number: 1 },
        ...{ zone: 'natural-person', language: 'zh-Hans', arrivedAt: 1, fromDate: '2026-11-22' },
        cases: [{ case: 'B001~1122-1', item: 'RS001' }],
      }),
    );
    const carried = {
      ...job,
      ticket: ticketId('B001~1122'),
      job: 'x',
      reprint: true,
      slipOf: null,
    };
    expect(ticketPaper(hall.day, carried, URL)).toMatchObject({
      number: 'B001',
      carriedText: '11-22 的号码，今天继续有效',
    });
  });
});
