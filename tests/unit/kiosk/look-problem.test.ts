// Why a ticket was not found: one of an earlier day is told apart from a mistyped one.
import { expect, test } from 'vitest';
import { lookProblem } from '../../../display/kiosk/mine-entry.ts';
import { ApiProblem } from '../../../shared/client/api.ts';
import { kioskText } from '../../../shared/text/kiosk.ts';

const unknown = new ApiProblem(409, 'unknown-ticket', '没有找到号码 B012');

test('the code of yesterday’s ticket is told to be of that day, with what to do', () => {
  expect(lookProblem(unknown, 'B012~1122', 'zh-Hans')).toMatch(/^这是 11-22 的号票.*请重新取号/u);
  expect(lookProblem(unknown, 'B012~1122', 'en')).toContain('of 11-22');
});

test('any other is refused in the words of the hall, or in the kiosk’s own', () => {
  expect(lookProblem(unknown, 'B012', 'zh-Hans')).toBe('没有找到号码 B012');
  const away = new ApiProblem(0, 'no-answer', '');
  expect(lookProblem(away, 'B012~1122', 'en')).toBe(kioskText.en.scanNotFound);
  expect(lookProblem(new Error('x'), 'B012', 'en')).toBe(kioskText.en.scanNotFound);
});
