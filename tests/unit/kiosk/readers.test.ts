// What a card reader, a scanner and a hand type, and what a document's number tells.
import { describe, expect, test } from 'vitest';
import { sampleCard } from '../../../display/kiosk/demo-readers.ts';
import { fitsDocument, suggestedLanguage } from '../../../display/kiosk/documents.ts';
import { ageOn, cardNumber, isCardNumber } from '../../../display/kiosk/identity-card.ts';
import { caseOfLine } from '../../../display/kiosk/pickup-case.ts';
import { LineReader, readScan } from '../../../display/kiosk/scanned-code.ts';
import { ticketDayOf } from '../../../display/kiosk/ticket-day.ts';
import { businessDate, hallId, ticketId } from '../../../shared/base/ids.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');

describe('a line from a reader', () => {
  const type = (reader: LineReader, line: string, gapMs: number) =>
    [...line, 'Enter'].map((key, n) => reader.take(key, 1_000 + n * gapMs)).at(-1);

  test('is written faster than a hand types', () => {
    expect(type(new LineReader(), 'B012', 10)).toEqual({ is: 'line', line: 'B012' });
    expect(type(new LineReader(), 'B012', 300)).toEqual({ is: 'passed' });
  });

  test('visitor 3: its characters are held back, and a card without its Enter is no text', () => {
    const reader = new LineReader();
    const card = sampleCard(72, NOW);
    const keys = [...card].map((key, n) => reader.take(key, 1_000 + n));
    expect(keys.every(({ is }) => is === 'held')).toBe(true);
    expect(reader.flush()).toBe('');
  });

  test('what a hand typed is given out again, once', () => {
    const reader = new LineReader();
    expect(reader.take('S', 1_000)).toEqual({ is: 'held' });
    expect(reader.flush()).toBe('S');
    expect(reader.flush()).toBe('');
    expect(reader.take('Shift', 1_200)).toEqual({ is: 'passed' });
  });

  test('is a card, a ticket, the token of its code, an agent, or something else', () => {
    expect(readScan('b012')).toEqual({ is: 'ticket', number: 'B012' });
    expect(readScan('DB001')).toEqual({ is: 'agent', number: 'DB001' });
    expect(readScan('http://hall.test/phone/#f3KCX92S0BotOPpBx3YuWQ')).toEqual({
      ...{ is: 'token', token: 'f3KCX92S0BotOPpBx3YuWQ' },
    });
    expect(readScan('11010519491231002x').is).toBe('card');
    expect(readScan('2026-11-20/b012-1')).toEqual({ is: 'other', line: '2026-11-20/B012-1' });
  });
});

describe('visitor 3: an identity card', () => {
  test('has a last character that a misread number lacks', () => {
    expect(isCardNumber('11010519491231002X')).toBe(true);
    expect(isCardNumber('11010519491231002x')).toBe(true);
    expect(isCardNumber('110105194912310021')).toBe(false);
    expect(isCardNumber('1101051949123100')).toBe(false);
  });

  test('tells full years by the hall’s day, not a day before the birthday', () => {
    const born = (day: string) => cardNumber(`421000${day}001`);
    expect(ageOn(born('19561123'), NOW)).toBe(70);
    expect(ageOn(born('19561124'), NOW)).toBe(69);
    // Half past midnight in the hall is still the day before in Greenwich.
    expect(ageOn(born('19561123'), Date.parse('2026-11-23T00:30:00+08:00'))).toBe(70);
    expect(ageOn(sampleCard(72, NOW), NOW)).toBe(72);
  });

  test('names no age where it names no day', () => {
    expect(ageOn(cardNumber('42100019560230001'), NOW)).toBeNull();
    expect(ageOn(cardNumber('42100020991231001'), NOW)).toBeNull();
    expect(ageOn('hello', NOW)).toBeNull();
  });
});

describe('documents warn and never block', () => {
  test('visitor 10: a permit of Taiwan residents has eight digits and suggests 繁體', () => {
    expect(fitsDocument('taiwan', '12345678')).toBe(true);
    expect(fitsDocument('taiwan', '1234567')).toBe(false);
    expect(suggestedLanguage('taiwan')).toBe('zh-Hant');
  });

  test('visitor 11: a passport suggests English', () => {
    expect(fitsDocument('passport', 'C01X00T47')).toBe(true);
    expect(fitsDocument('passport', 'ABCDEF')).toBe(false);
    expect(suggestedLanguage('passport')).toBe('en');
    expect(suggestedLanguage('id')).toBeNull();
  });

  test('the others have their own shapes', () => {
    expect(fitsDocument('hkMacau', 'h12345678')).toBe(true);
    expect(fitsDocument('hkMacau', '12345678')).toBe(false);
    expect(fitsDocument('residence', cardNumber('83000019900101001'))).toBe(true);
    expect(fitsDocument('residence', cardNumber('42100019900101001'))).toBe(false);
    expect(fitsDocument('permanent', 'USA110012345678')).toBe(true);
  });
});

describe('a number of another day', () => {
  const place = (date: string, ticket = 'B012') => ({
    ...{ hall: hallId('jingzhou'), date: businessDate(date), ticket: ticketId(ticket) },
  });

  test('is never taken for today’s: it may only have come over midnight', () => {
    expect(ticketDayOf(place('2026-11-23'), NOW)).toBe('B012');
    expect(ticketDayOf(place('2026-11-22'), NOW)).toBe('B012~1122');
    expect(ticketDayOf(place('2026-11-22', 'B012~1121'), NOW)).toBe('B012~1121');
  });

  test('on a receipt is a date and a number, as written or as keys allow', () => {
    expect(caseOfLine('2026-11-20/b012-1', NOW)).toBe('2026-11-20/B012-1');
    expect(caseOfLine('1120B012', NOW)).toBe('2026-11-20/B012');
    expect(caseOfLine('1230B012', NOW)).toBe('2025-12-30/B012');
    expect(caseOfLine('B012', NOW)).toBe('2026-11-23/B012');
    expect(caseOfLine('1345B012', NOW)).toBeNull();
    expect(caseOfLine('1120', NOW)).toBeNull();
  });
});
