// What the kiosk says of the paper.
import { describe, expect, test } from 'vitest';
import { printWords } from '../../../display/kiosk/print-words.ts';
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
