// The message that pre-empts every screen.
import { expect, test } from 'vitest';
import { NINE, clerk, foldedAnew, given, manager } from '../../helpers/hall.ts';

const shows = (kind: string, more = {}) => manager('showEmergency', { kind, ...more });

test('lobby 11: an emergency message stands until it is cleared, also folded anew', () => {
  const hall = given()
    .when(shows('fire', { text: ' 东侧楼梯 ' }))
    .then([{ type: 'EmergencyShown', kind: 'fire', text: '东侧楼梯' }]);
  expect(foldedAnew(hall.hall).emergency).toEqual({
    kind: 'fire',
    text: '东侧楼梯',
    shownAt: NINE,
  });
  hall.when(manager('clearEmergency')).then([{ type: 'EmergencyCleared' }]);
  expect(hall.day.emergency).toBeNull();
});

test('another message takes the place of the first; empty words are none', () => {
  const hall = given(shows('fire', { text: 'x' })).and(shows('drill', { text: '  ' }));
  expect(hall.day.emergency).toMatchObject({ kind: 'drill', text: null });
});

test('there is nothing to clear, and a clerk can do neither', () => {
  given()
    .when(manager('clearEmergency'))
    .then('no-emergency')
    .when(clerk('K01')('showEmergency', { kind: 'fire' }))
    .then('not-allowed');
});
