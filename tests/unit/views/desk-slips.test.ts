/** Papers that can be printed again from the desk. */
import { expect, test } from 'vitest';
import { windowNo } from '../../../shared/base/ids.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { clerk, given, kiosk, system } from '../../helpers/hall.ts';

const K01 = clerk('K01');
const desk = (day: ReturnType<typeof given>) => deskView(day.day, windowNo(1)).slips;

function noticed() {
  return given(
    K01('openWindow', { window: 1 }),
    kiosk('issueTicket', { items: ['SC001', 'SC002'] }),
    K01('callNext'),
    K01('startService'),
    K01('finishCase', { case: 'A001-1', outcome: 'refused', reason: 'not-entitled' }),
  );
}

test('the slip of the visitor who is still here, and of the last one, each by its newest paper', () => {
  const day = noticed();
  const own = { ticket: 'A001', case: 'A001-1', kind: 'refusal' };
  expect(desk(day)).toMatchObject([{ ...own, status: 'waiting' }]);
  day.and(system('recordPrint', { ticket: 'A001', job: 'A001/n1', outcome: 'failed' }));
  expect(desk(day)).toMatchObject([{ ...own, status: 'failed' }]);
  day.and(K01('finishCase', { case: 'A001-2', outcome: 'closed' }));
  expect(desk(day)).toMatchObject([{ ...own, status: 'failed' }]);
  day.and(K01('reprintSlip', { case: 'A001-1' }));
  expect(desk(day)).toMatchObject([{ ...own, status: 'waiting' }]);
});

test('a visit without a slip leaves none', () => {
  const day = given(
    K01('openWindow', { window: 1 }),
    kiosk('issueTicket', { items: ['SC001'] }),
    K01('callNext'),
    K01('startService'),
    K01('finishCase', { case: 'A001-1', outcome: 'closed' }),
  );
  expect(desk(day)).toEqual([]);
});
