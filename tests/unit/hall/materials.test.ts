// The list of materials at the desk.
import { expect, test } from 'vitest';
import { clerk, given, kiosk } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const brought = [{ item: 'SC003', materials: [0] }];
const licence = kiosk('issueTicket', { items: ['SC003', 'SC001'], brought });
const served = [licence, k1('openWindow', { window: 1 }), k1('callNext'), k1('startService')];
const ticks = (id: string, material: number, has = true) =>
  k1('tickMaterial', { case: id, material, has });

test('clerk 4: what the kiosk was told stands ticked; the desk adds and takes back', () => {
  const day = given(...served)
    .when(ticks('A001-1', 2))
    .then([{ type: 'MaterialTicked', ticket: 'A001', case: 'A001-1', material: 2, has: true }]);
  expect(day.ticket('A001').cases[0]?.has).toEqual(new Set([0, 2]));
  day.and(ticks('A001-1', 0, false));
  expect(day.ticket('A001').cases[0]?.has).toEqual(new Set([2]));
});

test('is refused off the list, for finished cases, and from another window', () => {
  given(...served)
    .when(ticks('A001-1', 3))
    .then('unknown-material')
    .when(ticks('A001-2', 0))
    .then('unknown-material')
    .when(clerk('K06')('tickMaterial', { case: 'A001-1', material: 0, has: true }))
    .then('not-your-window')
    .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
    .when(ticks('A001-1', 1))
    .then('case-finished', 'A001-1');
});
