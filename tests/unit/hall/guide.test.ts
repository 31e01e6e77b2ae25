// A guide on the floor: takes numbers, sets classes with what was shown, takes alerts up, and no more.
import { expect, test } from 'vitest';
import { routeFor, tabsFor } from '../../../counter-client/manager/routes.ts';
import { hallId, staffNo, windowNo } from '../../../shared/base/ids.ts';
import type { Identity } from '../../../server/people/identity.ts';
import { principalOf, staffKind } from '../../../server/people/identity.ts';
import { mayListen } from '../../../server/realtime/access.ts';
import { MINUTE, given, guide, kiosk, later, system } from '../../helpers/hall.ts';

const g1 = guide('G01');
const takes = kiosk('issueTicket', { items: ['RS001'] });
const setsClass = (code: string | null, more: object = {}) =>
  g1('setClass', { ticket: 'B001', class: code, ...more });

test('visitor 9: a guide sets a class with what was shown, one that needs approval as well', () => {
  given(takes)
    .when(setsClass('ELD'))
    .then('evidence-needed')
    .when(setsClass('ELD', { evidence: 'shown-to-guide' }))
    .then([{ type: 'ClassSet', class: 'ELD', evidence: 'shown-to-guide' }])
    .when(setsClass('GREEN', { evidence: 'shown-to-guide' }))
    .then([{ type: 'ClassSet', class: 'GREEN' }])
    .when(setsClass(null))
    .then([{ type: 'ClassSet', class: null }]);
});

test('a guide takes a number for a visitor; a class needs what was shown', () => {
  const issue = (more: object = {}) => g1('issueTicket', { items: ['RS001'], ...more });
  const hall = given()
    .when(issue({ class: 'ELD' }))
    .then('evidence-needed')
    .when(issue())
    .then([{ type: 'TicketIssued', ticket: 'B001' }])
    .when(issue({ class: 'GREEN', evidence: 'shown-to-guide' }))
    .then([{ type: 'TicketIssued', ticket: 'B002', class: 'GREEN' }]);
  expect(hall.hall.log.at(-1)?.by).toBe('guide:G01');
});

test('manager 3: the guide who was sent takes the alert up by name', () => {
  const hall = given(
    takes,
    later(21 * MINUTE),
    system('tick', { facts: { silent: [], papers: [] } }),
  );
  hall
    .when(g1('acknowledgeAlert', { alert: 'wait:natural-person' }))
    .then([{ type: 'AlertAcknowledged', alert: 'wait:natural-person' }]);
  expect(hall.day.alerts.get('wait:natural-person')?.acknowledgedBy).toBe('guide:G01');
});

test('a guide signs in as one: the floor may be listened to, no desk, and one sheet is seen', () => {
  const hall = hallId('small');
  const identity: Identity = { kind: 'staff', hall, staffNo: staffNo('G01'), role: 'guide' };
  expect(staffKind('guide')).toBe('guide');
  expect(principalOf(identity)).toEqual({ kind: 'guide', staffNo: 'G01' });
  expect(mayListen(identity, { kind: 'floor', hall })).toBe(true);
  expect(mayListen(identity, { kind: 'desk', hall, window: windowNo(1) })).toBe(false);
  expect(tabsFor('guide')).toEqual(['waiting']);
  const ofGuide = (tab: 'rules' | 'waiting') => routeFor('guide', { tab, args: ['B001'] });
  expect(ofGuide('rules')).toEqual({ tab: 'waiting', args: [] });
  expect(ofGuide('waiting').args).toEqual(['B001']);
});
