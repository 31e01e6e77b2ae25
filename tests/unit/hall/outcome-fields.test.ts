// What an outcome leaves in the event, field by field: no more than it says and no less.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { MINUTE, NINE, clerk, given, kiosk } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const serves = [k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')];
const ABOUT = { ticket: 'A001', window: 1, case: 'A001-1', serviceSeq: 1, clerk: 'K01' };
const MISSING = ['申请表', '身份证明'];

/** The event of finishing A001's only case. */
function finished(item: string, outcome: string, more: object) {
  const day = given(kiosk('issueTicket', { items: [item] }), ...serves);
  day.and(k1('finishCase', { case: 'A001-1', outcome, ...more }));
  const found = day.hall.log.find(({ event }) => event.type === 'CaseFinished');
  return must(found, 'the event').event;
}

test.each([
  ['closed', 'SC003', { supplyBy: '2026-11-24', reason: 'other' }, {}],
  ['withdrawn', 'SC003', { missing: ['公章'], reason: 'other' }, {}],
  ['accepted', 'SC001', { reason: 'other' }, {}],
  ['accepted', 'SC003', { missing: ['公章'] }, { dueOn: '2026-11-30' }],
  ['accepted', 'SC001', { readyAt: NINE + MINUTE }, { readyAt: NINE + MINUTE }],
  ['supplement', 'SC003', {}, { missing: MISSING }],
  ['supplement', 'SC003', { supplyBy: '2026-11-23' }, { missing: MISSING, supplyBy: '2026-11-23' }],
  ['refused', 'SC003', { reason: 'other', missing: ['公章'] }, { reason: 'other' }],
  [
    'acceptedWithGaps',
    'SC003',
    { readyAt: NINE + MINUTE },
    { dueOn: '2026-11-30', readyAt: NINE + MINUTE, missing: MISSING, supplyBy: '2026-11-30' },
  ],
] as const)('%s of %s with %o', (outcome, item, more, result) => {
  const event = { type: 'CaseFinished', ...ABOUT, item, outcome, ...result };
  expect(finished(item, outcome, more)).toEqual(event);
});

test('gaps with a result promised for yesterday are refused', () => {
  const gaps = { case: 'A001-1', outcome: 'acceptedWithGaps', readyAt: NINE - 24 * 60 * MINUTE };
  given(kiosk('issueTicket', { items: ['SC003'] }), ...serves)
    .when(k1('finishCase', gaps))
    .then('date-in-the-past');
});
