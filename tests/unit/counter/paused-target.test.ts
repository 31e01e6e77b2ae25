/** Before a visitor is sent to wait where nobody works: what the desk asks, and when no longer. */
import { describe, expect, test } from 'vitest';
import { askedPause } from '../../../counter-client/clerk/paused-target.ts';
import { staffNo, windowNo, zoneCode } from '../../../shared/base/ids.ts';
import type { TransferTarget } from '../../../shared/hall/command-words.ts';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { clerk, given, kiosk } from '../../helpers/hall.ts';

const [K01, K02] = [clerk('K01'), clerk('K02')];
const BACK_AT = Date.parse('2026-11-23T13:30:00+08:00');
const WINDOW: TransferTarget = { kind: 'window', window: windowNo(2) };
const CLERK: TransferTarget = { kind: 'clerk', clerk: staffNo('K02') };
const ZONE: TransferTarget = { kind: 'zone', zone: zoneCode('natural-person') };
const SERVED = [
  K01('openWindow', { window: 1 }),
  kiosk('issueTicket', { items: ['SC001'] }),
  K01('callNext'),
  K01('startService'),
  K02('openWindow', { window: 2 }),
];
const lunch = K02('pauseWindow', { reason: 'lunch', returnAt: BACK_AT });
const targetsOf = (day: ReturnType<typeof given>) => deskView(day.day, windowNo(1)).targets;

describe('transfer to a window at lunch', () => {
  test('is asked about with the time of the return, for the window and for who sits there', () => {
    const targets = targetsOf(given(...SERVED, lunch));
    expect(askedPause(targets, WINDOW, WINDOW)).toEqual({ returnAt: BACK_AT });
    expect(askedPause(targets, CLERK, CLERK)).toEqual({ returnAt: BACK_AT });
    expect(askedPause(targets, CLERK, WINDOW)).toEqual({ returnAt: BACK_AT });
  });

  test('is asked about without a time where nobody knows it', () => {
    const targets = targetsOf(given(...SERVED, K02('pauseWindow', { reason: 'lunch' })));
    expect(askedPause(targets, WINDOW, WINDOW)).toEqual({ returnAt: null });
  });

  test('is asked about while the visitor there is served, too', () => {
    const busy = [kiosk('issueTicket', { items: ['RS001'] }), K02('callNext'), K02('startService')];
    const targets = targetsOf(given(...SERVED, ...busy, lunch));
    expect(targets.map(({ status }) => status)).toEqual(['serving']);
    expect(askedPause(targets, WINDOW, WINDOW)).toEqual({ returnAt: BACK_AT });
  });

  test('is not asked about unasked, nor for another target, nor when the clerk is back', () => {
    const day = given(...SERVED, lunch);
    const targets = targetsOf(day);
    expect(askedPause(targets, WINDOW, null)).toBeNull();
    expect(askedPause(targets, null, WINDOW)).toBeNull();
    expect(askedPause(targets, ZONE, WINDOW)).toBeNull();
    expect(askedPause(targets, ZONE, ZONE)).toBeNull();
    expect(askedPause(targets, { kind: 'window', window: windowNo(4) }, WINDOW)).toBeNull();
    day.and(K02('resumeWindow'));
    expect(askedPause(targetsOf(day), WINDOW, WINDOW)).toBeNull();
  });
});
