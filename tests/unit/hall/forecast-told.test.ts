// The wait that is told with a ticket: the zone's, for those alone whom somebody here may call.
import { expect, test } from 'vitest';
import { deviceId, zoneCode } from '../../../shared/base/ids.ts';
import { decide } from '../../../shared/hall/decide.ts';
import type { Estimates } from '../../../shared/hall/estimates.ts';
import { MINUTE, NINE, clerk, commandOf, given } from '../../helpers/hall.ts';
import type { Given } from '../../helpers/hall.ts';

const wait = { p50Ms: 6 * MINUTE, p90Ms: 15 * MINUTE, rawP90Ms: 14 * MINUTE };
const estimates: Estimates = {
  ...{ madeAt: NINE, seq: 1, basis: 'history', days: 5, tickets: new Map() },
  zones: new Map([[zoneCode('natural-person'), wait]]),
};

function told({ day }: Given, fields: object): unknown {
  const by = { kind: 'kiosk', device: deviceId('kiosk-1') } as const;
  const decision = decide(day, commandOf('issueTicket', fields), { at: NINE, by, estimates });
  expect(decision).toMatchObject([{ type: 'TicketIssued', zone: 'natural-person' }]);
  return Array.isArray(decision) ? { forecast: undefined, ...decision[0] } : decision;
}

test('whoever somebody here may call is told the wait of the zone', () => {
  const hall = given(clerk('K04')('openWindow', { window: 3 }));
  expect(told(hall, { items: ['GA001'] })).toMatchObject({ forecast: wait });
  expect(told(given(), { items: ['GA001'] })).toMatchObject({ forecast: wait });
});

test('nobody is told a time while none of those who are here may call them', () => {
  // K04 has no certificate for GA002, and window 3 takes nothing of RS.
  const hall = given(clerk('K04')('openWindow', { window: 3 }));
  expect(told(hall, { items: ['GA002'] })).toMatchObject({ forecast: undefined });
  expect(told(hall, { items: ['RS001'] })).toMatchObject({ forecast: undefined });
});

test('a credit is not the newcomer that the estimate speaks of', () => {
  const hall = given(clerk('K04')('openWindow', { window: 3 }));
  expect(told(hall, { items: ['GA001'], class: 'ELD' })).toMatchObject({ forecast: undefined });
});
