// Where a zone has a collection window too, who fetches a result and who has a matter stand in two
// queues: neither is counted ahead of the other, let pass, or waited for at the other's windows.
import { describe, expect, test } from 'vitest';
import { zoneCode } from '../../../shared/base/ids.ts';
import { queuePerWindow } from '../../../shared/hall/alert-rules/waiting.ts';
import { peopleAhead } from '../../../shared/hall/routing/place.ts';
import { ticketView } from '../../../shared/views/ticket-page.ts';
import { zoneRows } from '../../../shared/views/zones.ts';
import type { Given, Step } from '../../helpers/hall.ts';
import { MINUTE, clerk, given, kiosk, later, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const PEOPLE = zoneCode('natural-person');
const small = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0, agentCasesPerTurn: 1 });
/** The collection window stands in the zone of people, as in halls with two or three zones. */
const hall = {
  ...small,
  windows: small.windows.map((row) => (row.no === 4 ? { ...row, zones: [PEOPLE] } : row)),
};

const matter = kiosk('issueTicket', { items: ['RS001'] });
const result = kiosk('issueTicket', { items: ['RS001'], pickup: {} });
const many = (count: number, step: Step) => Array.from({ length: count }, () => step);
const k2 = clerk('K02');
const k3 = clerk('K03');
const minute = later(MINUTE);

/** K02 calls and nobody comes; back a minute later. */
const missed = [k2('callNext'), k2('markNoShow'), minute];

function ahead({ day }: Given, id: string): number | undefined {
  const ticket = [...day.tickets.values()].find((row) => row.id === id);
  return ticket && peopleAhead(day, ticket);
}

describe('a result and a matter in one zone', () => {
  test('neither is told that the other comes first, on paper or on the phone', () => {
    const day = given(hall, ...many(5, result), minute, matter, minute, result);
    expect(day.ticket('B001')).toMatchObject({ zone: PEOPLE, ahead: 0 });
    expect(day.ticket('L006')).toMatchObject({ zone: PEOPLE, ahead: 5 });
    expect([ahead(day, 'B001'), ahead(day, 'L006')]).toEqual([0, 5]);
  });

  test('whoever comes back lets matters pass, not results', () => {
    const day = given(hall, k2('openWindow', { window: 2 }), matter, ...missed);
    day.and(...many(4, result), minute, matter, minute, matter, minute);
    day.and(kiosk('reactivateTicket', { ticket: 'B001' }));
    expect(day.queue.filter((id) => id.startsWith('B'))).toEqual(['B002', 'B003', 'B001']);
  });

  test('an agent’s next turn lets matters pass, not results', () => {
    const agent = kiosk('issueTicket', { items: ['RS001', 'RS001'], agent: 'D01' });
    const day = given(hall, agent, k2('openWindow', { window: 2 }), k2('callNext'), minute);
    day.and(...many(4, result), minute, matter, k2('startService'));
    day.and(k2('finishCase', { case: 'B001-1', outcome: 'closed' }));
    expect(day.queue.filter((id) => id.startsWith('B'))).toEqual(['B002', 'B001']);
  });

  test('a result behind a matter is nobody to let pass', () => {
    const day = given(hall, matter, minute, result);
    expect(ticketView(day.day, day.ticket('B001'), () => 'nonce').stepAwayMax).toBe(0);
    day.when(visitor('B001')('stepAway', { ticket: 'B001', pass: 1 })).then('nobody-to-let-pass');
  });

  test('screens count the matters of a zone, and its results apart', () => {
    const day = given(hall, ...many(3, result), minute, matter);
    expect(zoneRows(day.day)[1]).toMatchObject({ code: PEOPLE, waiting: 1, collecting: 3 });
    expect(zoneRows(day.day)[1]?.longestSinceAt).toBe(day.ticket('B001').arrivedAt);
  });

  test('each queue is measured by the windows that call it, and the longer one warns', () => {
    const day = given(hall, ...many(6, result), matter, k2('openWindow', { window: 2 }));
    const longest = () =>
      queuePerWindow({ day: day.day, at: day.hall.at, facts: { silent: [], papers: [] } })[1];
    expect(longest()).toMatchObject({ alert: 'queue:natural-person', measure: 6 });
    day.and(...many(7, matter), k3('openWindow', { window: 4 }));
    expect(longest()).toMatchObject({ measure: 8 });
  });
});
