// Taking a ticket: numbers, zones, what is refused; paper and reprints; numbers passed over.
import { describe, expect, test } from 'vitest';
import { NINE, given, happened, kiosk, later, manager, system } from '../../helpers/hall.ts';
import { MINUTE, clerk, visitor } from '../../helpers/hall.ts';
import { deviceId, itemCode } from '../../../shared/base/ids.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const takes = (...items: string[]) => kiosk('issueTicket', { items });
const at = (clock: string) => later(Date.parse(`2026-11-23T${clock}:00+08:00`) - NINE);

describe('issueTicket', () => {
  test('gives the next number of the zone, a case for each item, and the people ahead', () => {
    given(takes('SC001'))
      .when(takes('SC001', 'SC002'))
      .then([
        {
          type: 'TicketIssued',
          ticket: 'A002',
          series: 'A',
          number: 2,
          zone: 'legal-person',
          cases: [
            { case: 'A002-1', item: 'SC001' },
            { case: 'A002-2', item: 'SC002' },
          ],
          creditMs: 0,
          language: 'zh-Hans',
          arrivedAt: NINE,
          orderKey: NINE,
          ahead: 1,
          kiosk: 'kiosk-1',
        },
      ]);
  });

  test('each series counts for itself', () => {
    const day = given(takes('SC001'), takes('GA001'), takes('SC002'), takes('SC009'));
    expect(day.queue).toEqual(['A001', 'B001', 'A002', 'L001']);
  });

  test('after 999 comes a fourth digit, and the order stays', () => {
    const day = given(system('skipNumbers', { series: 'A', to: 998 }), takes('SC001'))
      .when(takes('SC001'))
      .then([{ type: 'TicketIssued', ticket: 'A1000', number: 1000, cases: [{ case: 'A1000-1' }] }])
      .and(takes('SC001'), clerk('K01')('openWindow', { window: 1 }), clerk('K01')('callNext'));
    expect(day.queue).toEqual(['A1000', 'A1001']);
    day.and(visitor('A1000')('cancelTicket', { ticket: 'A1000' }));
    expect(day.queue).toEqual(['A1001']);
  });

  test('a package takes series F, its own zone, and all its items when none is named', () => {
    const pack = { package: 'PK01' };
    given(smallHall())
      .and(clerk('K01')('openWindow', { window: 1 }))
      .when(kiosk('issueTicket', pack))
      .then([
        {
          type: 'TicketIssued',
          ticket: 'F001',
          zone: 'legal-person',
          package: 'PK01',
          cases: [{ item: 'SC001' }, { item: 'RS001' }],
        },
      ])
      .when(kiosk('issueTicket', { ...pack, items: ['RS001'] }))
      .then([{ type: 'TicketIssued', ticket: 'F002', cases: [{ item: 'RS001' }] }])
      .when(kiosk('issueTicket', { package: 'PK99' }))
      .then('unknown-package', 'PK99');
  });

  test('several zones: one window if some serves them all, in the zone of most minutes', () => {
    given()
      .when(takes('RS002', 'RS001'))
      .then([
        {
          ...{ type: 'TicketIssued', ticket: 'A001', zone: 'legal-person' },
          cases: [{ item: 'RS002' }, { item: 'RS001', stop: 2 }],
        },
      ])
      .and(manager('assignWindow', { window: 2, zones: 'all' }))
      .when(takes('RS002', 'RS001'))
      .then([{ type: 'TicketIssued', ticket: 'B001', zone: 'natural-person' }])
      .when(takes('SC001', 'RS001'))
      .then([{ type: 'TicketIssued', ticket: 'A002', zone: 'legal-person' }]);
  });

  test('a class gives no credit where the hall gives none: longest wait first', () => {
    const plain = smallHall({ priorityCredits: false });
    given(plain, takes('SC001'), later(10 * MINUTE))
      .when(kiosk('issueTicket', { items: ['SC001'], class: 'ELD' }))
      .then([{ type: 'TicketIssued', class: 'ELD', creditMs: 0, ahead: 1 }]);
  });

  test('credit of a priority class moves the place, never the arrival', () => {
    const day = given(takes('SC001'), later(10 * MINUTE))
      .when(kiosk('issueTicket', { items: ['SC001'], class: 'ELD', language: 'zh-Hant' }))
      .then([
        {
          type: 'TicketIssued',
          class: 'ELD',
          creditMs: 15 * MINUTE,
          arrivedAt: NINE + 10 * MINUTE,
          orderKey: NINE - 5 * MINUTE,
          ahead: 0,
          language: 'zh-Hant',
        },
      ]);
    expect(day.queue).toEqual(['A002', 'A001']);
  });

  test('classes that staff approve, or that are off', () => {
    const green = { items: ['SC001'], class: 'GREEN' };
    given()
      .when(kiosk('issueTicket', green))
      .then('class-needs-approval')
      .when(manager('issueTicket', green))
      .then([{ type: 'TicketIssued', creditMs: 30 * MINUTE }])
      .when(kiosk('issueTicket', { ...green, class: 'OLD' }))
      .then('unknown-class', 'OLD')
      .when(kiosk('issueTicket', { ...green, class: 'KING' }))
      .then('unknown-class', 'KING');
  });

  test('items that are unknown, missing, doubled or too many', () => {
    given(smallHall({ casesPerTicketMax: 2 }))
      .when(takes('SC001', 'XX001'))
      .then('unknown-item', 'XX001')
      .when(takes())
      .then('no-items')
      .when(takes('SC001', 'SC001'))
      .then('items-twice')
      .when(takes('SC001', 'SC002', 'RS002'))
      .then('too-many-cases', '2');
  });

  test('what no certificate of the hall covers is refused rather than left waiting', () => {
    const nobody = smallHall();
    const staff = nobody.staff.filter((person) => person.staffNo === 'K05');
    given({ ...nobody, staff })
      .when(takes('SC001'))
      .then('no-window-for-items', 'SC001');
  });

  test('only what nobody can take is refused, and it is named', () => {
    const hall = smallHall();
    const staff = hall.staff.filter(({ staffNo }) => staffNo !== 'K07');
    given({ ...hall, staff })
      .when(takes('SC001', 'TX001'))
      .then('no-window-for-items', 'TX001');
  });

  test('what is no longer offered is unknown; a package goes on without it', () => {
    const hall = smallHall();
    const items = hall.items.map((item) =>
      item.code === 'RS001' ? { ...item, retired: true as const } : item,
    );
    given({ ...hall, items })
      .when(takes('SC001', 'RS001'))
      .then('unknown-item', 'RS001')
      .when(kiosk('issueTicket', { package: 'PK01' }))
      .then([{ type: 'TicketIssued', ticket: 'F001', cases: [{ item: 'SC001' }] }]);
    const packages = hall.packages.map((pack) => ({ ...pack, retired: true as const }));
    given({ ...hall, packages })
      .when(kiosk('issueTicket', { package: 'PK01' }))
      .then('unknown-package', 'PK01');
  });

  test('in opening hours only, unless the hall is always open', () => {
    const hours = smallHall({ alwaysOpen: false });
    given(hours, at('11:59'))
      .when(takes('SC001'))
      .then([{ type: 'TicketIssued' }]);
    for (const clock of ['12:00', '13:29']) {
      given(hours, at(clock)).when(takes('SC001')).then('not-open-yet', '13:30');
    }
    for (const clock of ['17:00', '23:30']) {
      given(hours, at(clock)).when(takes('SC001')).then('hall-closed');
    }
    given(smallHall(), at('23:30'))
      .when(takes('SC001'))
      .then([{ type: 'TicketIssued' }]);
  });

  test('a manager issues without paper', () => {
    const day = given(manager('issueTicket', { items: ['SC001'] }));
    expect(day.ticket('A001')).toMatchObject({ kiosk: null, print: { status: 'none' } });
    day.when(manager('reprintTicket', { ticket: 'A001' })).then('no-printer');
  });
});

describe('what the visitor tells the kiosk', () => {
  test('materials that are there, evidence, and the need of a low window', () => {
    const fields = {
      items: ['SC003', 'SC001'],
      brought: [{ item: 'SC003', materials: [2, 0, 2] }],
      ...{ class: 'ELD', evidence: 'id-card', accessible: true },
    };
    const day = given()
      .when(kiosk('issueTicket', fields))
      .then([
        {
          ...{ type: 'TicketIssued', class: 'ELD', evidence: 'id-card', accessible: true },
          cases: [{ item: 'SC003', has: [0, 2] }, { item: 'SC001' }],
        },
      ]);
    expect(day.ticket('A001')).toMatchObject({
      accessible: true,
      cases: [{ has: new Set([0, 2]) }, {}],
    });
  });

  test('materials that no list names are refused', () => {
    const told = (...brought: object[]) => kiosk('issueTicket', { items: ['SC003'], brought });
    given()
      .when(told({ item: 'SC003', materials: [3] }))
      .then('unknown-material')
      .when(told({ item: 'SC001', materials: [] }))
      .then('unknown-material');
  });
});

describe('agents', () => {
  const agent = (no: string, items: string[]) => kiosk('issueTicket', { items, agent: no });

  test('are registered, and the registration is valid on the day', () => {
    given()
      .when(agent('D01', ['SC001']))
      .then([{ type: 'TicketIssued', agent: 'D01' }])
      .when(agent('D02', ['SC001']))
      .then('agent-expired', '2026-11-22')
      .when(agent('D99', ['SC001']))
      .then('unknown-agent', 'D99');
  });

  test('visitor 6: bring the same item for several people, five cases a turn', () => {
    const day = given().and(
      agent(
        'D01',
        Array.from({ length: 12 }, () => 'SC001'),
      ),
    );
    const stops = day.ticket('A001').cases.map(({ stop }) => stop);
    expect(stops).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3]);
    day.when(takes('SC001', 'SC001')).then('items-twice');
  });

  test('the rows of materials of a doubled item belong to its cases in turn', () => {
    const brought = [
      { item: 'SC003', materials: [1] },
      { item: 'SC003', materials: [0] },
    ];
    given()
      .when(kiosk('issueTicket', { items: ['SC003', 'SC003'], agent: 'D01', brought }))
      .then([{ type: 'TicketIssued', cases: [{ has: [1] }, { has: [0] }] }]);
  });
});

describe('fetching a result', () => {
  const fetches = (fields = {}, ...items: string[]) => ({
    by: { kind: 'kiosk', device: deviceId('kiosk-1') } as const,
    command: {
      type: 'issueTicket',
      items: items.map(itemCode),
      pickup: { of: '2026-11-20/A012-1', ...fields },
    } as const,
  });

  test('is a ticket L with the expected time, also when it is not ready yet', () => {
    const expectedAt = NINE + 60 * MINUTE;
    const day = given(manager('assignWindow', { window: 4, zones: 'all' }))
      .when(fetches({ expectedAt }, 'SC001'))
      .then([
        {
          ...{ type: 'TicketIssued', ticket: 'L001', series: 'L', zone: 'legal-person' },
          pickup: { of: '2026-11-20/A012-1', expectedAt },
        },
      ]);
    day.and(clerk('K01')('openWindow', { window: 1 }));
    day.when(clerk('K01')('callNext')).then('nobody-waiting');
    day.and(clerk('K06')('openWindow', { window: 4 }));
    day.when(clerk('K06')('callNext')).then([{ type: 'TicketCalled', ticket: 'L001' }]);
  });

  test('is one result a ticket, and takes nothing from the quota', () => {
    const itemRules = [{ item: itemCode('SC009'), ticketsPerDayMax: 1 }];
    given({ ...smallHall(), itemRules })
      .when(fetches({}))
      .then('no-items')
      .when(fetches({}, 'SC009', 'SC001'))
      .then('too-many-cases', '1')
      .and(fetches({}, 'SC009'), takes('SC009'))
      .when(takes('SC009'))
      .then('quota-used-up', 'SC009')
      .when(fetches({}, 'SC009'))
      .then([{ type: 'TicketIssued', ticket: 'L003' }]);
  });
});

describe('several windows', () => {
  test('visitor 5: what no window and clerk can take together is planned as a second stop', () => {
    given()
      .when(kiosk('issueTicket', { package: 'PK02' }))
      .then([
        {
          ...{ type: 'TicketIssued', ticket: 'F001', zone: 'legal-person', package: 'PK02' },
          cases: [{ item: 'SC001' }, { item: 'RS001' }, { item: 'TX001', stop: 2 }],
        },
      ]);
  });

  test('the first chosen item comes first, and few stops are planned', () => {
    given()
      .when(takes('TX001', 'SC001', 'GA001', 'SC002'))
      .then([
        {
          ...{ type: 'TicketIssued', ticket: 'A001', zone: 'legal-person' },
          cases: [
            { item: 'TX001' },
            { item: 'SC001', stop: 2 },
            { item: 'GA001', stop: 3 },
            { item: 'SC002', stop: 2 },
          ],
        },
      ]);
  });
});

describe('reprintTicket', () => {
  test('is a new job for the same number', () => {
    const day = given(takes('SC001'))
      .when(kiosk('reprintTicket', { ticket: 'A001' }))
      .then([{ type: 'ReprintRequested', ticket: 'A001', job: 'A001/1', kiosk: 'kiosk-1' }])
      .when(manager('reprintTicket', { ticket: 'A001' }))
      .then([{ type: 'ReprintRequested', job: 'A001/2', kiosk: 'kiosk-1' }]);
    expect(day.queue).toEqual(['A001']);
    expect(day.ticket('A001')).toMatchObject({ print: { status: 'waiting', job: 'A001/2' } });
  });

  test('is refused for an unknown and for a finished ticket', () => {
    given(takes('SC001'), visitor('A001')('cancelTicket', { ticket: 'A001' }))
      .when(kiosk('reprintTicket', { ticket: 'A002' }))
      .then('unknown-ticket', 'A002')
      .when(kiosk('reprintTicket', { ticket: 'A001' }))
      .then('ticket-over');
  });
});

describe('recordPrint', () => {
  const told = (outcome: string, more = {}) =>
    system('recordPrint', { ticket: 'A001', job: 'A001/0', outcome, ...more });

  test('printed, unknown, or failed with its reason', () => {
    const day = given(takes('SC001'))
      .when(told('failed', { reason: 'paper-out' }))
      .then([{ type: 'PrintFailed', ticket: 'A001', job: 'A001/0', reason: 'paper-out' }]);
    expect(day.ticket('A001').print).toMatchObject({ status: 'failed', reason: 'paper-out' });
    given(takes('SC001'))
      .when(told('failed'))
      .then([{ type: 'PrintFailed', reason: 'unreachable' }]);
    const printed = given(takes('SC001'))
      .when(told('printed'))
      .then([{ type: 'TicketPrinted', ticket: 'A001', job: 'A001/0' }]);
    expect(printed.ticket('A001').print).toEqual({ status: 'printed', job: 'A001/0' });
    const unknown = given(takes('SC001'))
      .when(told('unknown'))
      .then([{ type: 'PrintUnknown', ticket: 'A001' }]);
    expect(unknown.ticket('A001').print.status).toBe('unknown');
  });

  test('is taken once, and for the newest job alone', () => {
    given(takes('SC001'), told('printed'))
      .when(told('printed'))
      .then('already-printed')
      .and(kiosk('reprintTicket', { ticket: 'A001' }))
      .when(told('failed'))
      .then('already-printed')
      .when(system('recordPrint', { ticket: 'A009', job: 'A009/0', outcome: 'printed' }))
      .then('unknown-ticket', 'A009');
  });
});

describe('skipNumbers', () => {
  test('passes over numbers that were printed before a restore, and says which', () => {
    given(takes('SC001'))
      .when(system('skipNumbers', { series: 'A', to: 7 }))
      .then([{ type: 'NumbersSkipped', series: 'A', from: 2, to: 7 }])
      .when(takes('SC001'))
      .then([{ type: 'TicketIssued', ticket: 'A008' }])
      .when(system('skipNumbers', { series: 'A', to: 8 }))
      .then('nothing-due');
  });

  test('a number in the log is never given again', () => {
    const skipped = happened({ type: 'NumbersSkipped', series: 'B', from: 1, to: 40 });
    given(skipped)
      .when(takes('GA001'))
      .then([{ type: 'TicketIssued', ticket: 'B041' }]);
  });
});
