// Who is called: golden order, competency by pair, packages, domain and collection windows.
import { describe, expect, test } from 'vitest';
import { choose } from '../../../shared/hall/routing/choose.ts';
import { isEligible } from '../../../shared/hall/routing/eligible.ts';
import { enqueue, peopleAhead } from '../../../shared/hall/routing/place.ts';
import type { Ticket } from '../../../shared/hall/ticket.ts';
import { staffNo } from '../../../shared/base/ids.ts';
import { seededRandom } from '../../../shared/base/seeded-random.ts';
import { MINUTE, clerk, given, kiosk, later, manager, visitor } from '../../helpers/hall.ts';
import { openHall, take } from '../../helpers/hall.ts';
import type { Step } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const takes = (...items: string[]) => kiosk('issueTicket', { items });
const elder = kiosk('issueTicket', { items: ['SC001'], class: 'ELD' });
const everywhere = (window: number) => manager('assignWindow', { window, zones: 'all' });
const sits = (no: string, window: number) => clerk(no)('openWindow', { window });

/** The numbers that one clerk calls at a window until nobody is left. */
function callsOf(day: ReturnType<typeof given>, no: string): string[] {
  const numbers: string[] = [];
  for (;;) {
    const { decision, given: after } = day.when(clerk(no)('callNext'));
    if ('refused' in decision) return numbers;
    const called = decision.find((event) => event.type === 'TicketCalled');
    if (!called) throw new Error('a call without a ticket');
    numbers.push(called.ticket);
    after.and(visitor(called.ticket)('cancelTicket', { ticket: called.ticket }));
  }
}

describe('the order', () => {
  test('golden: a morning of eight, with credits and a return', () => {
    const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
    const day = given(quick, sits('K06', 1), everywhere(1))
      .and(takes('SC001'), later(MINUTE), takes('RS001'), later(MINUTE), takes('GA001'))
      .and(later(MINUTE), takes('SC002'), later(5 * MINUTE), elder, takes('SC001'))
      .and(later(20 * MINUTE), elder, later(MINUTE), takes('GA002'));
    expect(day.queue).toEqual([
      ...['A003', 'A001', 'B001', 'B002', 'A002', 'A004', 'A005', 'B003'],
    ]);
    day.and(clerk('K06')('callNext'), clerk('K06')('markNoShow'));
    day.and(visitor('A003')('reactivateTicket', { ticket: 'A003' }));
    expect(callsOf(day, 'K06')).toEqual([
      ...['A001', 'B001', 'B002', 'A002', 'A004', 'A003', 'A005', 'B003'],
    ]);
  });

  test('metamorphic: all else equal, the older is never called after the younger', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 40; round += 1) {
      const hall = openHall();
      const size = 2 + Math.floor(random() * 30);
      for (let count = 0; count < size; count += 1) {
        take(hall, later(Math.floor(random() * 3) * MINUTE));
        take(hall, random() < 0.3 ? elder : takes(random() < 0.5 ? 'SC001' : 'GA001'));
      }
      const { waiting } = hall.day;
      for (const [place, ticket] of waiting.entries()) {
        const younger = waiting.slice(0, place).filter((other) => other.number > ticket.number);
        const equal = younger.filter(
          (other) => other.series === ticket.series && other.creditMs <= ticket.creditMs,
        );
        expect(equal.map((other) => other.id)).toEqual([]);
      }
    }
  });

  test('the place in the queue does not depend on the order of placing', () => {
    const { waiting } = given(takes('SC001'), later(MINUTE), elder, takes('GA001'), elder).day;
    const random = seededRandom(3);
    for (let round = 0; round < 20; round += 1) {
      const placed: Ticket[] = [];
      const shuffled = [...waiting].sort(() => random() - 0.5);
      for (const ticket of shuffled) enqueue(placed, ticket);
      expect(placed).toEqual(waiting);
    }
  });

  test('people ahead: those of the zone who come first', () => {
    const day = given(takes('SC001'), takes('GA001'), takes('SC001'), elder);
    expect(day.queue).toEqual(['A003', 'A001', 'B001', 'A002']);
    expect(peopleAhead(day.day, day.ticket('A002'))).toBe(2);
    expect(peopleAhead(day.day, day.ticket('B001'))).toBe(0);
  });
});

describe('competency', () => {
  const may = (no: string, window: number, ...items: string[]) => {
    const day = given(everywhere(5 - window), takes(...items));
    const [ticket] = day.day.waiting;
    return ticket && isEligible(day.day, ticket, day.window(window), staffNo(no), day.hall.at);
  };

  test('is by pair of clerk and item, never by a cross product of departments', () => {
    expect(may('K02', 2, 'RS001')).toBe(true);
    expect(may('K02', 2, 'GA001')).toBe(true);
    expect(may('K02', 2, 'GA002')).toBe(false);
    expect(may('K04', 2, 'GA001')).toBe(true);
    expect(may('K04', 2, 'GA002')).toBe(false);
    expect(may('K04', 2, 'RS001')).toBe(false);
  });

  test('a certificate alone opens no zone: RS002 belongs to companies, RS001 to people', () => {
    expect(may('K01', 1, 'RS002')).toBe(true);
    expect(may('K01', 2, 'RS002')).toBe(false);
    expect(may('K01', 2, 'RS001')).toBe(true);
    expect(may('K01', 1, 'RS001')).toBe(false);
  });

  test('every case of the ticket must be covered', () => {
    expect(may('K03', 2, 'RS001', 'GA002')).toBe(true);
    expect(may('K02', 2, 'RS001', 'GA002')).toBe(false);
  });

  test('is valid to its last day, and not a day longer', () => {
    expect(may('K06', 1, 'SC001')).toBe(true);
    expect(may('K05', 1, 'SC001')).toBe(false);
    expect(may('M01', 1, 'SC001')).toBe(false);
  });
});

describe('windows', () => {
  test('a domain window takes its departments alone', () => {
    const day = given(takes('RS001'), takes('GA001'), takes('RS001', 'GA001'), sits('K03', 3));
    expect(callsOf(day, 'K03')).toEqual(['B002']);
  });

  test('an undifferentiated window takes every department of its zones', () => {
    const day = given(takes('RS001'), takes('GA001'), takes('SC001'), sits('K06', 2));
    expect(callsOf(day, 'K06')).toEqual(['B001', 'B002']);
  });

  test('a collection window takes series L alone, and nobody else takes it', () => {
    const start = [takes('SC009'), takes('SC001'), everywhere(4), everywhere(1)];
    expect(callsOf(given(...start, sits('K06', 4)), 'K06')).toEqual(['L001']);
    expect(callsOf(given(...start, sits('K06', 1)), 'K06')).toEqual(['A001']);
  });

  test('a package is bound by its own zone and by certificates, not by its items’ zones', () => {
    const pack = kiosk('issueTicket', { package: 'PK01' });
    expect(callsOf(given(pack, sits('K01', 1)), 'K01')).toEqual(['F001']);
    expect(callsOf(given(pack, sits('K06', 2)), 'K06')).toEqual([]);
    expect(callsOf(given(pack, sits('K03', 1)), 'K03')).toEqual([]);
    expect(callsOf(given(pack, everywhere(3), sits('K06', 3)), 'K06')).toEqual([]);
  });

  test('what is added to a package is bound by the zones again', () => {
    const items = ['SC001', 'RS001', 'GA001'];
    const more = kiosk('issueTicket', { package: 'PK01', items });
    const start = [everywhere(1), more];
    expect(callsOf(given(...start, sits('K06', 1)), 'K06')).toEqual(['F001']);
    const home = manager('assignWindow', { window: 1, zones: ['legal-person'] });
    expect(callsOf(given(...start, home, sits('K06', 1)), 'K06')).toEqual([]);
  });
});

describe('the reason of a call', () => {
  test('names the five longest effective waits and counts all', () => {
    const seven = Array.from({ length: 7 }, () => [takes('SC001'), later(MINUTE)]).flat();
    const day = given(...seven, takes('GA001'), sits('K01', 1));
    const choice = choose(day.day, day.window(1), staffNo('K01'), day.hall.at);
    expect(choice?.why).toMatchObject({ waiting: 8, eligible: 7, waitedMs: 7 * MINUTE });
    expect(choice?.why.best.map((row) => row.ticket)).toEqual([
      ...['A001', 'A002', 'A003', 'A004', 'A005'],
    ]);
    expect(choice?.why.digest).toMatch(/^[0-9a-f]{8}$/);
  });

  test('its digest notices any other candidate, key or order, and is stable', () => {
    const digest = (...steps: readonly Step[]) => {
      const day = given(...steps, sits('K01', 1));
      return choose(day.day, day.window(1), staffNo('K01'), 0)?.why.digest;
    };
    const two = digest(takes('SC001'), takes('SC001'));
    expect(two).toBe('aadfe1a2');
    expect(digest(takes('SC001'))).not.toBe(two);
    expect(digest(takes('SC001'), later(1), takes('SC001'))).not.toBe(two);
    expect(digest(takes('SC001'), elder)).not.toBe(two);
  });
});
