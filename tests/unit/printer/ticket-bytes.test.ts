import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ticketBytes } from '../../../server/printer/ticket-bytes.ts';
import { numberOf, qrOf, textsOf } from '../../../server/printer/simulator/read-ticket.ts';
import { liTicket, printedOn, readStream } from './tickets.ts';

const golden = readFileSync(new URL('./li-ticket.58mm.hex', import.meta.url), 'utf8');

describe('the bytes of a ticket', () => {
  test('are exactly those that were checked by eye and by the reference', () => {
    const hex = ticketBytes(liTicket, 58).toString('hex');
    expect(hex).toBe(golden.replace(/\s/g, ''));
  });

  test('begin with reset and Chinese mode and end with a cut', () => {
    const hex = ticketBytes(liTicket, 80).toString('hex');
    expect(hex.startsWith('1b401c26')).toBe(true);
    expect(hex.endsWith('1d5601')).toBe(true);
  });

  test('say what the ticket says, to another reader, in any slices', () => {
    const bytes = ticketBytes(liTicket, 80);
    for (const sliceBytes of [1, 7, 100, bytes.length]) {
      const [ticket] = readStream(bytes, sliceBytes);
      expect(ticket?.unknown).toEqual([]);
      expect(ticket?.isCut).toBe(true);
      expect(ticket && numberOf(ticket)).toBe('B012');
      expect(ticket && qrOf(ticket)).toBe(liTicket.qrUrl);
      const paper = ticket ? textsOf(ticket).join('\n') : '';
      const words = ['乡镇便民服务中心', '自然人服务区', '6-8号窗口', '2楼东侧', '· 异地就医备案'];
      words.push('前面 3 人', '预计 8-15 分钟', '□ 居民身份证', '2026-11-23 08:31');
      for (const word of words) expect(paper).toContain(word);
      expect(ticket?.bytes.equals(bytes)).toBe(true);
    }
  });

  test('make the number the largest thing: four times in both directions', () => {
    const spans = printedOn(liTicket, 58).lines.flatMap((line) =>
      line.kind === 'text' ? line.spans : [],
    );
    const largest = spans.filter((span) => span.height === 4 || span.width === 4);
    expect(largest).toEqual([{ text: 'B012', width: 4, height: 4, bold: true }]);
  });

  test('carry four-byte characters of GB18030', () => {
    const ticket = printedOn({ ...liTicket, itemNames: ['𠮷㐀 登记'] }, 58);
    expect(textsOf(ticket)).toContain('· 𠮷㐀 登记');
  });

  test('say 补打 on a reprint and keep the number', () => {
    const ticket = printedOn({ ...liTicket, reprint: true, jobId: 'job-2' }, 58);
    expect(numberOf(ticket)).toBe('B012');
    expect(textsOf(ticket)).toContain('【补打】');
    expect(textsOf(printedOn(liTicket, 58)).join()).not.toContain('补打');
  });

  test('speak traditional Chinese and English', () => {
    const hant = textsOf(printedOn({ ...liTicket, language: 'zh-Hant', reprint: true }, 80)).join(
      '\n',
    );
    for (const word of ['您的號碼', '【補印】', '6-8號窗口', '請備妥這些文件']) {
      expect(hant).toContain(word);
    }
    const en = textsOf(printedOn({ ...liTicket, language: 'en', reprint: true }, 80)).join('\n');
    for (const word of ['Your number', 'REPRINT', 'Windows 6-8', '3 people ahead']) {
      expect(en).toContain(word);
    }
  });

  test('hold no command that a name smuggled in', () => {
    const evil = 'A\x1d!\x77\x1b@\x1c.\x10\x04\x01张\u0000\u202e三\r\n\x1dV\x00';
    const ticket = printedOn(
      { ...liTicket, zoneName: evil, itemNames: [evil], qrUrl: `x${evil}` },
      58,
    );
    expect(ticket.unknown).toEqual([]);
    expect(textsOf(ticket)).toContain('· A!w@.张三 V');
    expect(qrOf(ticket)).toBe('xA!w@.V');
  });
});
