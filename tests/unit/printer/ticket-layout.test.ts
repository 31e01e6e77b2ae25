import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, printable } from '../../../server/printer/printable-text.ts';
import { wrapText } from '../../../server/printer/line-wrap.ts';
import { ITEMS_MAX, layoutTicket, MATERIALS_MAX } from '../../../server/printer/ticket-layout.ts';
import { PAPER_COLUMNS } from '../../../server/printer/paper-lines.ts';
import type { TextLine } from '../../../server/printer/paper-lines.ts';
import { qrOf, textsOf } from '../../../server/printer/simulator/read-ticket.ts';
import type { PrintedTicket } from '../../../shared/views/printed-ticket.ts';
import { serviceMinutes } from '../../../shared/views/printed-words.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { liTicket, printedOn } from './tickets.ts';

const isText = (line: { kind: string }): line is TextLine => line.kind === 'text';
const textLines = (ticket: PrintedTicket, paperMm: 58 | 80) =>
  layoutTicket(ticket, paperMm).filter(isText);

// Names as data may hold them: Chinese, rare four-byte characters, English, controls, halves.
const char = fc.oneof(
  fc.constantFrom(...'政务服务中心（演示）、，《》'),
  fc.constantFrom('𠮷', '㐀', '😀', 'é', 'Ω', '–', '\u00a0', '\u2028', '\ud800', '\ue5e5'),
  fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(' ', 'registration ', 'a', '-'),
);
const name = fc.array(char, { minLength: 0, maxLength: 60 }).map((chars) => chars.join(''));
const anyTicket: fc.Arbitrary<PrintedTicket> = fc.record({
  jobId: fc.constant('job'),
  language: fc.constantFrom(...LANGUAGES),
  reprint: fc.boolean(),
  hallName: name,
  number: fc.constantFrom('B012', 'A1004', 'F99999'),
  zoneName: name,
  windows: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 12 }),
  wayText: fc.option(name, { nil: undefined }),
  itemNames: fc.array(name, { maxLength: 10 }),
  peopleAhead: fc.nat(999),
  waitText: fc.option(name, { nil: undefined }),
  carriedText: fc.option(name, { nil: undefined }),
  whenText: fc.option(name, { nil: undefined }),
  missText: fc.option(name, { nil: undefined }),
  issuedAt: fc.constant(liTicket.issuedAt),
  issuedAtText: fc.constant(liTicket.issuedAtText),
  qrUrl: fc.webUrl({ size: 'small' }),
  materials: fc.array(name, { maxLength: 20 }),
});

describe('the layout of a ticket', () => {
  test.each([58, 80] as const)('keeps every line within %i mm, whatever the names', (paperMm) => {
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        for (const line of textLines(ticket, paperMm)) {
          expect(columnsOf(line.text) * line.width).toBeLessThanOrEqual(PAPER_COLUMNS[paperMm]);
          expect(line.text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('survives the way over the wire: the reader sees the same lines and the same code', () => {
    fc.assert(
      fc.property(anyTicket, fc.constantFrom(58, 80), (ticket, paperMm) => {
        const read = printedOn(ticket, paperMm);
        expect(read.unknown).toEqual([]);
        expect(textsOf(read).filter((text) => text !== '')).toEqual(
          textLines(ticket, paperMm).map((line) => line.text),
        );
        expect(qrOf(read)).toBe(ticket.qrUrl.replace(/[^\x21-\x7e]/g, ''));
      }),
      { numRuns: 100 },
    );
  });

  test('loses no character of a name by wrapping it', () => {
    fc.assert(
      fc.property(
        name.map((text) => printable(text)),
        fc.integer({ min: 4, max: 48 }),
        (text, columns) => {
          const lines = wrapText(text, columns);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });

  test('breaks English at words and never inside one that fits', () => {
    const long = 'Non-corporate enterprise legal person registration (establishment)';
    expect(wrapText(long, 29)).toEqual([
      'Non-corporate enterprise',
      'legal person registration',
      '(establishment)',
    ]);
  });

  test('starts no line with closing punctuation and ends none with an opening one', () => {
    const text = '股东会决议、公司章程（修正案）、经营场所使用证明（原件）、营业执照。';
    for (let columns = 12; columns <= 48; columns += 1) {
      for (const line of wrapText(text, columns)) {
        expect(line).not.toMatch(/^[、）。]/);
        expect(line).not.toMatch(/（$/);
      }
    }
  });

  test('shows a name of 30 characters whole', () => {
    const itemName = '建筑施工企业主要负责人项目负责人专职安全生产管理人员考核证书';
    expect([...itemName]).toHaveLength(30);
    const paper = textLines({ ...liTicket, itemNames: [itemName] }, 58).map((line) => line.text);
    expect(paper.join('').replaceAll(' ', '')).toContain(itemName);
  });

  test('counts what it leaves out', () => {
    const names = Array.from({ length: 13 }, (_, at) => `材料${at + 1}`);
    const ticket = { ...liTicket, itemNames: names.slice(0, 9), materials: names };
    const lines = textLines(ticket, 80).map((line) => line.text.trim());
    expect(lines.filter((line) => line.startsWith('□'))).toHaveLength(MATERIALS_MAX);
    expect(lines.filter((line) => line.startsWith('·'))).toHaveLength(ITEMS_MAX);
    expect(lines).toContain('…等 13 项，扫码查看全部');
    expect(lines).toContain('…等 9 项');
  });

  test('fits the code on 58 mm even for a long address', () => {
    for (const length of [10, 60, 200, 380]) {
      const qrUrl = `http://hall.example/${'x'.repeat(length)}`;
      const line = layoutTicket({ ...liTicket, qrUrl }, 58).find((each) => each.kind === 'qr');
      expect(line?.kind === 'qr' && line.moduleDots).toBeGreaterThanOrEqual(3);
    }
  });
});

test('visitor 5: a package says how long its matters take at the windows', () => {
  const paper = textsOf(printedOn({ ...liTicket, serviceText: '窗口办理约 45 分钟' }, 58));
  expect(paper.join('')).toContain('窗口办理约 45 分钟');
  expect(textsOf(printedOn(liTicket, 58)).join('')).not.toContain('窗口办理');
});

test('service time is what the catalogue expects, rounded up to five minutes', () => {
  const minutes = (...each: number[]) =>
    serviceMinutes(each.map((expectedMinutes) => ({ expectedMinutes })));
  expect([minutes(), minutes(5), minutes(4, 2), minutes(12, 18, 11)]).toEqual([0, 5, 10, 45]);
});
