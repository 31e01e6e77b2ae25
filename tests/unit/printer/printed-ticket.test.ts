import { describe, expect, test } from 'vitest';
import {
  issuedAtText,
  materialsToBring,
  namesWithCounts,
  windowsText,
} from '../../../shared/views/printed-words.ts';

describe('what a ticket says', () => {
  test('shows windows that follow each other as a span', () => {
    expect(windowsText([8, 6, 7], 'zh-Hans')).toBe('6–8号窗口');
    expect(windowsText([1, 2, 3, 5, 9, 10], 'zh-Hant')).toBe('1–3、5、9、10號窗口');
    expect(windowsText([4], 'en')).toBe('Window 4');
    expect(windowsText([6, 7, 8, 11, 11], 'en')).toBe('Windows 6-8, 11');
    expect(windowsText([], 'en')).toBe('Watch the screens for your window');
  });

  test('names what must be brought first, and everything once', () => {
    const names = materialsToBring([
      { name: '授权委托书', mandatory: false },
      { name: '身份证', mandatory: true },
      { name: '申请书', mandatory: true },
      { name: '身份证', mandatory: false },
    ]);
    expect(names).toEqual(['身份证', '申请书', '授权委托书']);
  });

  test('visitor 6: an agent’s twenty cases of one item are one line that says how many', () => {
    const names = [...Array<string>(20).fill('参保证明'), '社保卡申领'];
    expect(namesWithCounts(names)).toEqual(['参保证明 × 20', '社保卡申领']);
  });

  test("tells the time by the hall's clock, not by the server's", () => {
    expect(issuedAtText(Date.parse('2026-11-22T23:59:00Z'))).toBe('2026-11-23 07:59');
  });
});
