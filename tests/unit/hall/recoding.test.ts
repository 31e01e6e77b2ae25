// The wrong item picked: re-coding keeps number, arrival and place; materials start anew.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, clerk, given, kiosk, later, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const sits = k1('openWindow', { window: 1 });
const starts = [k1('callNext'), k1('startService')];
const recodes = (id: string, item: string) => k1('recodeCase', { case: id, item });

describe('recodeCase', () => {
  test('visitor 4: the clerk goes on with the right item, on the same ticket', () => {
    const tick = k1('tickMaterial', { case: 'A001-1', material: 0, has: true });
    const day = given(takes('SC003'), later(5 * MINUTE), sits, ...starts, tick)
      .when(recodes('A001-1', 'RS001'))
      .then([{ type: 'CaseRecoded', case: 'A001-1', from: 'SC003', to: 'RS001' }]);
    expect(day.ticket('A001')).toMatchObject({
      arrivedAt: NINE,
      state: { status: 'serving' },
      cases: [{ item: 'RS001', has: new Set() }],
    });
    expect([...day.day.wrongPicks]).toEqual([['SC003', 1]]);
  });

  test('visitor 4: without the skill it is a transfer, ahead of who came later', () => {
    const others = [later(MINUTE), takes('GA001')];
    const day = given(takes('SC001'), ...others, sits, ...starts)
      .when(recodes('A001-1', 'GA002'))
      .then([
        { type: 'CaseRecoded', to: 'GA002' },
        {
          ...{ type: 'TicketTransferred', ticket: 'A001', reason: 'wrong-item' },
          ...{ to: { kind: 'zone', zone: 'natural-person' }, zone: 'natural-person' },
        },
      ]);
    expect(day.queue).toEqual(['A001', 'B001']);
    expect(day.ticket('A001')).toMatchObject({ transfers: 1, requeues: 0, arrivedAt: NINE });
    day.and(clerk('K03')('openWindow', { window: 2 }));
    day.when(clerk('K03')('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });

  test('while something is left to do here, only the wrong case waits for a later window', () => {
    const day = given(takes('SC001', 'SC002'), sits, ...starts)
      .when(recodes('A001-2', 'TX001'))
      .then([
        { type: 'CaseRecoded', to: 'TX001' },
        { type: 'StopPlanned', cases: ['A001-2'], stop: 2 },
      ]);
    expect(day.ticket('A001').state.status).toBe('serving');
  });

  test('is refused for the same, unknown, retired and impossible items, and from elsewhere', () => {
    const hall = smallHall();
    const items = hall.items.map((item) =>
      item.code === 'SC002' ? { ...item, retired: true as const } : item,
    );
    const staff = hall.staff.filter(({ staffNo }) => staffNo !== 'K07');
    const day = given({ ...hall, items, staff }, takes('SC001'), sits, ...starts)
      .when(recodes('A001-1', 'SC001'))
      .then('items-twice', 'SC001')
      .when(recodes('A001-1', 'XX001'))
      .then('unknown-item', 'XX001')
      .when(recodes('A001-1', 'SC002'))
      .then('unknown-item', 'SC002')
      .when(recodes('A001-1', 'TX001'))
      .then('no-window-for-items', 'TX001')
      .when(recodes('A001-9', 'RS001'))
      .then('unknown-case', 'A001-9')
      .when(clerk('K06')('recodeCase', { case: 'A001-1', item: 'RS001' }))
      .then('not-your-window');
    expect([...day.day.wrongPicks]).toEqual([]);
    day
      .when(manager('recodeCase', { case: 'A001-1', item: 'RS001' }))
      .then([{ type: 'CaseRecoded' }]);
  });
});
