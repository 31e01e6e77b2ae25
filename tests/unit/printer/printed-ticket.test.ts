import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../server/printer/simulator/read-ticket.ts';
import {
  isLeftChinese,
  issuedAtText,
  materialsToBring,
  missingNames,
  namesWithCounts,
  windowsText,
} from '../../../shared/views/printed-words.ts';
import { liTicket, printedOn } from './tickets.ts';

describe('what a ticket says', () => {
  test('shows windows that follow each other as a span', () => {
    expect(windowsText([8, 6, 7], 'zh-Hans')).toBe('6–8号窗口');
    expect(windowsText([1, 2, 3, 5, 9, 10], 'zh-Hant')).toBe('1–3、5、9、10號窗口');
    expect(windowsText([4], 'en')).toBe('Window 4');
    expect(windowsText([6, 7, 8, 11, 11], 'en')).toBe('Windows 6-8, 11');
    expect(windowsText([], 'en')).toBe('Watch the screens for your window');
  });

  test('names what must be brought first, and everything once', () => {
    const all = [
      { name: '授权委托书', mandatory: false },
      { name: '身份证', mandatory: true },
      { name: '申请书', mandatory: true },
      { name: '身份证', mandatory: false },
    ];
    const names = materialsToBring(all, 'zh-Hans');
    expect(names).toEqual(['身份证', '申请书', '授权委托书']);
  });

  test('visitor 11: materials stand in the visitor’s language where the hall has given it', () => {
    const names = { 'zh-Hant': '身分證', en: 'Identity card' };
    const all = [
      { name: '身份证', mandatory: true, names },
      { name: '委托书', mandatory: true, names: { en: 'Power of attorney' } },
      { name: '申请书', mandatory: false },
    ];
    expect(materialsToBring(all, 'zh-Hans')).toEqual(['身份证', '委托书', '申请书']);
    expect(materialsToBring(all, 'zh-Hant')).toEqual(['身分證', '委托书', '申请书']);
    const english = materialsToBring(all, 'en');
    expect(english).toEqual(['Identity card', 'Power of attorney', '申请书']);
    expect(isLeftChinese(english, 'en')).toBe(true);
    expect(isLeftChinese(english.slice(0, 2), 'en')).toBe(false);
    expect(isLeftChinese(['申请书'], 'zh-Hant')).toBe(false);
    const missing = missingNames(['身份证', 'a stamp'], all, 'en');
    expect(missing).toEqual(['Identity card', 'a stamp']);
  });

  test('names that are left in Chinese are said to be on an English paper', () => {
    const english = { ...liTicket, language: 'en' as const };
    const paper = (materials: string[]) =>
      textsOf(printedOn({ ...english, materials }, 58)).join(' ');
    expect(paper(['Identity card', '申请书'])).toMatch(/no\s+translation/u);
    expect(paper(['Identity card'])).not.toMatch(/no\s+translation/u);
  });

  test('visitor 6: an agent’s twenty cases of one item are one line that says how many', () => {
    const names = [...Array<string>(20).fill('参保证明'), '社保卡申领'];
    expect(namesWithCounts(names)).toEqual(['参保证明 × 20', '社保卡申领']);
  });

  test("tells the time by the hall's clock, not by the server's", () => {
    expect(issuedAtText(Date.parse('2026-11-22T23:59:00Z'))).toBe('2026-11-23 07:59');
  });
});
