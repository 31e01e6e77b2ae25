// The digest of a call is written down for ever: each of its parts is held to the very value.
import { expect, test } from 'vitest';
import { staffNo } from '../../../shared/base/ids.ts';
import { choose } from '../../../shared/hall/routing/choose.ts';
import type { Step } from '../../helpers/hall.ts';
import { MINUTE, booker, clerk, given, kiosk, later, manager } from '../../helpers/hall.ts';

const k2 = clerk('K02');
const takes = (fields: object = {}) => kiosk('issueTicket', { items: ['RS001'], ...fields });
const sits = k2('openWindow', { window: 2 });
const arrives = [
  booker('bookAppointment', { date: '2026-11-23', time: '10:00', items: ['RS001'] }),
  later(55 * MINUTE),
  kiosk('checkIn', { ticket: 'Y001' }),
];
const serves = [k2('callNext'), k2('startService')];
const lane = { window: 2, zones: ['natural-person'], lane: 'flash' };
const to = (target: object) => k2('transferTicket', { to: target, reason: 'lunch' });
const wide = manager('assignWindow', { window: 1, zones: 'all' });

test.each<[string, string, readonly Step[]]>([
  ['two who wait', 'longest-wait ea9db854', []],
  ['a credit', 'longest-wait 9e4906c5', [takes({ class: 'ELD' })]],
  ['a slot', 'longest-wait cbc37318', arrives],
  [
    'a green channel',
    'green-channel 342b4a70',
    [manager('grantGreenChannel', { ticket: 'B002', reason: 'other' })],
  ],
  ['a flash lane', 'longest-wait ff97eba7', [manager('assignWindow', lane)]],
  [
    'a return',
    'return 5becd4f6',
    [...serves, k2('holdTicket', { reason: 'pay' }), kiosk('reactivateTicket', { ticket: 'B001' })],
  ],
  [
    'a transfer to a window',
    'longest-wait abb3db9b',
    [
      wide,
      clerk('K06')('openWindow', { window: 1 }),
      ...serves,
      to({ kind: 'window', window: 1 }),
      clerk('K06')('closeWindow', { leave: true }),
    ],
  ],
  [
    'a transfer to a clerk',
    'longest-wait ad9054df',
    [
      wide,
      clerk('K06')('openWindow', { window: 1 }),
      ...serves,
      to({ kind: 'clerk', clerk: 'K06' }),
      clerk('K06')('closeWindow', { leave: true }),
    ],
  ],
  [
    'a boosted call before',
    'longest-wait bb4946ff',
    [later(MINUTE), takes({ class: 'ELD' }), ...serves, k2('holdTicket', { reason: 'pay' })],
  ],
])('%s', (_, expected, steps) => {
  const day = given(sits, takes(), takes(), ...steps);
  const why = choose(day.day, day.window(2), staffNo('K02'), day.hall.at)?.why;
  expect(`${String(why?.rule)} ${String(why?.digest)}`).toBe(expected);
});
