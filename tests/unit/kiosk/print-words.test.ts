// What the kiosk says of the paper, and what a scanner types.
import { describe, expect, test } from 'vitest';
import { printWords } from '../../../display/kiosk/print-words.ts';
import { ScannedLine, readScan } from '../../../display/kiosk/scanned-code.ts';
import { kioskText } from '../../../shared/text/kiosk.ts';

const text = kioskText['zh-Hans'];
const job = 'B001/1';

describe('the paper', () => {
  test('printing until it is known, printed, or failed with its reason', () => {
    expect(printWords(null, true, text).state).toBe('printing');
    expect(printWords({ status: 'waiting', job }, true, text).state).toBe('printing');
    expect(printWords({ status: 'printed', job }, true, text)).toMatchObject({
      state: 'printed',
      words: text.printed,
    });
    const failed = printWords({ status: 'failed', job, reason: 'paper-out' }, true, text);
    expect(failed).toMatchObject({ state: 'failed', words: text.printFailed['paper-out'] });
  });

  test('with the line cut nobody knows: keep the number', () => {
    expect(printWords({ status: 'waiting', job }, false, text).state).toBe('unknown');
    expect(printWords({ status: 'printed', job }, false, text).state).toBe('printed');
    expect(printWords({ status: 'unknown', job }, true, text).state).toBe('unknown');
  });
});

describe('a scanner', () => {
  const type = (line: string, gapMs: number) => {
    const scanned = new ScannedLine();
    return [...line, 'Enter'].map((key, n) => scanned.take(key, 1_000 + n * gapMs)).at(-1);
  };

  test('types a line faster than a hand', () => {
    expect(type('B012', 10)).toBe('B012');
    expect(type('B012', 300)).toBeNull();
  });

  test('reads a number, or the token of the QR', () => {
    expect(readScan('b012')).toEqual({ number: 'B012' });
    expect(readScan('http://hall.test/phone/#f3KCX92S0BotOPpBx3YuWQ')).toEqual({
      token: 'f3KCX92S0BotOPpBx3YuWQ',
    });
    expect(readScan('hello')).toBeNull();
  });
});
