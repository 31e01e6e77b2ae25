// Every refusal has a short, polite sentence in each language, and says what now.
import { describe, expect, test } from 'vitest';
import { REFUSALS } from '../../../shared/hall/refusal.ts';
import { SHELL_REFUSALS } from '../../../shared/protocol/messages.ts';
import type { ShellRefusal } from '../../../shared/protocol/messages.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { refusalText } from '../../../shared/text/refusals.ts';

const CODES = [...REFUSALS, ...(Object.keys(SHELL_REFUSALS) as ShellRefusal[])];
const SENTENCE_MAX = { 'zh-Hans': 45, 'zh-Hant': 45, en: 95 } as const;
const SIMPLIFIED_ONLY = /[这业办务请号码评价时间开关现应该间达须经过启办们没统断暂设备单]/u;

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(CODES)('%s', (code) => {
    for (const detail of [undefined, 'B012']) {
      const text = refusalText(code, language, detail);
      expect(text).not.toMatch(/[{}]|undefined|你|wrong|error|错误|錯誤|失败|失敗/u);
      expect([...text].length).toBeLessThanOrEqual(SENTENCE_MAX[language]);
      expect(text).toMatch(language === 'en' ? /^\S.*[.]$/u : /^\S+.*。$/u);
      expect(/\p{Script=Han}/u.test(text)).toBe(language !== 'en');
    }
  });
});

test('traditional sentences hold no simplified letters', () => {
  const found = CODES.filter((code) => SIMPLIFIED_ONLY.test(refusalText(code, 'zh-Hant')));
  expect(found).toEqual([]);
});

test('the detail stands where it helps', () => {
  expect(refusalText('recall-too-soon', 'zh-Hans', '12')).toContain('12 秒');
  expect(refusalText('clerk-at-other-window', 'zh-Hant', '3')).toContain('3 號窗口');
  expect(refusalText('window-busy', 'en', 'B012')).toContain('B012');
  expect(refusalText('recall-too-soon', 'en')).not.toContain('undefined');
  expect(refusalText('malformed', 'en', '$& $1')).toContain('$& $1');
  expect(refusalText('malformed', 'en', 'x'.repeat(500)).length).toBeLessThan(200);
});
