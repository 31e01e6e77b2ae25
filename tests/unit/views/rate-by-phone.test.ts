// A window whose evaluator is away: its screen shows the visitor where to rate.
import { expect, test } from 'vitest';
import { windowNo } from '../../../shared/base/ids.ts';
import { windowView } from '../../../shared/views/window-sign.ts';
import { MINUTE, clerk, given, kiosk, later, system, visitor } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const silentFor = system('tick', {
  facts: { silent: [{ device: 'evaluator-1', sinceAt: 0 }], papers: [] },
});
const served = [
  ...[company, k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')],
  k1('finishCase', { case: 'A001-1', outcome: 'closed' }),
];
const code = (day: ReturnType<typeof given>) =>
  windowView(day.day, windowNo(1), (id) => `token of ${id}`).rateByPhone;

test('clerk 9: a silent evaluator, and the code stands on the screen at once', () => {
  const day = given(...served);
  expect(code(day)).toBeNull();
  day.and(silentFor);
  expect(code(day)).toMatchObject({ ticket: 'A001', token: 'token of A001' });
  day.and(visitor('A001')('rateCase', { case: 'A001-1', level: 5, tags: [] }));
  expect(code(day)).toBeNull();
});

test('clerk 9: after the fault it stays until the next visitor is called', () => {
  const day = given(...served, company);
  day.and(later(2 * MINUTE), system('tick', { silentEvaluators: [1] }));
  expect(code(day)).toMatchObject({ ticket: 'A001' });
  day.and(k1('callNext'));
  expect(code(day)).toBeNull();
});
