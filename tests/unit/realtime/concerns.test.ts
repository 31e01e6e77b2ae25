/** Whom a commit reaches at once, and who sees it in the next round. */
import { expect, test } from 'vitest';
import { hallId, windowNo } from '../../../shared/base/ids.ts';
import type { Topic } from '../../../shared/protocol/topics.ts';
import { concerns } from '../../../server/realtime/concerns.ts';
import type { Given } from '../../helpers/hall.ts';
import { SECOND, clerk, given, kiosk, later, manager, visitor } from '../../helpers/hall.ts';

const hall = hallId('small');
const desk = (no: number): Topic => ({ kind: 'desk', hall, window: windowNo(no) });
const floor: Topic = { kind: 'floor', hall };

/** When the last command's events reach a topic. */
function when(at: Given, topic: Topic, count = 1) {
  return concerns(topic, null, at.hall.log.slice(-count), at.day);
}

function morning(): Given {
  return given(
    clerk('K01')('openWindow', { window: 1 }),
    clerk('K03')('openWindow', { window: 2 }),
    later(SECOND),
    kiosk('issueTicket', { items: ['SC001'] }),
  );
}

test('a new ticket is on the lobby and kiosks at once, at desks and on the floor soon', () => {
  const at = morning();
  expect(when(at, { kind: 'lobby', hall })).toBe('now');
  expect(when(at, { kind: 'kiosk', hall })).toBe('now');
  expect([when(at, desk(1)), when(at, desk(2)), when(at, floor)]).toEqual(['soon', 'soon', 'soon']);
});

test('whoever calls sees it at once, the desk beside soon', () => {
  const at = morning().and(clerk('K01')('callNext'));
  expect([when(at, desk(1)), when(at, desk(2))]).toEqual(['now', 'soon']);
  expect(when(at, { kind: 'window', hall, window: windowNo(2) })).toBe('later');
});

test('what a visitor who stands at a window does is on its desk at once', () => {
  const at = morning().and(
    clerk('K01')('callNext'),
    visitor('A001')('cancelTicket', { ticket: 'A001' }),
  );
  expect([when(at, desk(1)), when(at, desk(2))]).toEqual(['now', 'soon']);
});

test('a visitor queued again by a clerk is on that clerk’s desk at once', () => {
  const at = morning().and(
    clerk('K01')('callNext'),
    clerk('K01')('startService'),
    clerk('K01')('holdTicket', { reason: 'pay' }),
    clerk('K01')('reactivateTicket', { ticket: 'A001' }),
  );
  expect([when(at, desk(1)), when(at, desk(2))]).toEqual(['now', 'soon']);
});

test('a manager’s press is on the floor at once, an emergency everywhere', () => {
  const at = morning().and(later(SECOND), manager('assignWindow', { window: 2, zones: 'all' }));
  expect([when(at, floor), when(at, desk(2)), when(at, desk(1))]).toEqual(['now', 'now', 'soon']);
  at.and(manager('showEmergency', { kind: 'fire' }));
  expect([when(at, floor), when(at, desk(2)), when(at, desk(1))]).toEqual(['now', 'now', 'now']);
});
