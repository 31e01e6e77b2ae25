// Which items nobody present may handle, who could help, and emergency certificates.
import { describe, expect, test } from 'vitest';
import { itemCode, staffNo } from '../../../shared/base/ids.ts';
import { must } from '../../../shared/base/assert.ts';
import {
  coverageHoles,
  grantCertificate,
  idsOnlyHere,
  onlyHere,
} from '../../../shared/hall/coverage.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { clerk, given, kiosk, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const sits = (no: string, window: number) => clerk(no)('openWindow', { window });
const grants = (no: string, items: readonly string[]) =>
  manager('grantCertificate', { clerk: no, items, reason: 'colleague-absent' });
const hole = (day: Day, department: string) =>
  must(
    coverageHoles(day).find((row) => row.department === department),
    `the hole of ${department}`,
  );
/** The holes of one reason, each with its number of items. */
const holes = (day: Day, why: 'nobody' | 'elsewhere') =>
  coverageHoles(day)
    .filter((row) => row.why === why)
    .map(({ department, count }) => [department, count]);

describe('manager 9: a colleague is sick', () => {
  /** K02 alone is there; of SC nobody. K05's certificate for SC ended yesterday. */
  const day = () => given(sits('K02', 2));

  test('the hole shows how many items of which department nobody present may handle', () => {
    expect(holes(day().day, 'nobody')).toEqual([
      ['SC', 5],
      ['GA', 2],
      ['TX', 1],
    ]);
    expect(hole(day().day, 'GA').items).toEqual(['GA002', 'GA003']);
  });

  test('and who could close it: absent with a valid certificate, or ended by how many days', () => {
    expect(hole(day().day, 'SC').helpers).toEqual([
      { clerk: 'K01', window: null, items: 5, expiredDaysAgo: null },
      { clerk: 'K06', window: null, items: 5, expiredDaysAgo: null },
      { clerk: 'K05', window: null, items: 5, expiredDaysAgo: 1 },
    ]);
  });

  test('a clerk who is there, paused or not, closes it; retired items and people do not count', () => {
    const closed = day().and(sits('K01', 1), clerk('K01')('pauseWindow', { reason: 'break' }));
    expect(holes(closed.day, 'nobody')).toEqual([
      ['GA', 2],
      ['TX', 1],
    ]);
    const config = smallHall();
    const items = config.items.map((item) => ({ ...item, retired: true as const }));
    expect(coverageHoles(given({ ...config, items }).day)).toEqual([]);
    const staff = config.staff.map((row) => ({ ...row, retired: true as const }));
    expect(hole(given({ ...config, staff }).day, 'SC').helpers).toEqual([]);
  });

  test('a manager grants it for the day; the clerk may sit down and serve, and it is logged', () => {
    const granted = day()
      .and(kiosk('issueTicket', { items: ['SC001'] }))
      .when(sits('K05', 1))
      .then('not-certified', 'K05')
      .when(grants('K05', ['SC001', 'SC002', 'SC001']))
      .then([
        {
          type: 'CertificateGranted',
          clerk: 'K05',
          items: ['SC001', 'SC002'],
          reason: 'colleague-absent',
        },
      ])
      .and(sits('K05', 1))
      .when(clerk('K05')('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'A001', clerk: 'K05' }]);
    expect(hole(granted.day, 'SC').count).toBe(3);
    expect(granted.hall.log.find(({ event }) => event.type === 'CertificateGranted')?.by).toBe(
      'manager:M01',
    );
  });

  test('what the clerk may do already is left out, or refused when it is all', () => {
    given()
      .when(grants('K01', ['SC001', 'GA001']))
      .then([{ type: 'CertificateGranted', items: ['GA001'] }])
      .when(grants('K01', ['SC001', 'GA001']))
      .then('already-certified');
  });

  test('unknown people and items, none at all, and people who serve nobody are refused', () => {
    const config = smallHall();
    const items = config.items.map((item) =>
      item.code === itemCode('GA003') ? { ...item, retired: true as const } : item,
    );
    given({ ...config, items })
      .when(grants('K99', ['SC001']))
      .then('unknown-clerk', 'K99')
      .when(grants('K01', ['GA001', 'XX001']))
      .then('unknown-item', 'XX001')
      .when(grants('K01', ['GA003']))
      .then('unknown-item', 'GA003')
      .when(grants('M01', ['SC001']))
      .then('not-certified', 'M01')
      .when(clerk('K01')('grantCertificate', { ...grantFields, clerk: 'K01' }))
      .then('not-allowed');
    const nothing = { type: 'grantCertificate', items: [], reason: 'other' } as const;
    const { day: hall } = given();
    expect(grantCertificate(hall, { ...nothing, clerk: staffNo('K01') })).toEqual({
      refused: 'no-items',
    });
    const staff = config.staff.map((row) =>
      row.staffNo === staffNo('K01') ? { ...row, retired: true as const } : row,
    );
    given({ ...config, staff })
      .when(grants('K01', ['GA001']))
      .then('unknown-clerk', 'K01');
  });
});

describe('a clerk covers only what can be called at the own window', () => {
  test('certified at a window that does not take it is a hole of its own kind, and says where', () => {
    const day = given(sits('K06', 4)).day;
    expect(holes(day, 'nobody')).toEqual([['TX', 1]]);
    expect(holes(day, 'elsewhere')).toEqual([
      ['SC', 4],
      ['GA', 3],
      ['RS', 2],
    ]);
    const sc = hole(day, 'SC');
    expect(sc).toMatchObject({ why: 'elsewhere', items: ['SC001', 'SC002', 'SC003', 'SC004'] });
    expect(sc.helpers).toEqual([
      { clerk: 'K06', window: 4, items: 4, expiredDaysAgo: null },
      { clerk: 'K01', window: null, items: 4, expiredDaysAgo: null },
      { clerk: 'K05', window: null, items: 4, expiredDaysAgo: 1 },
    ]);
  });

  test('a zone is a wall in the strict order alone; what a domain window is for always binds', () => {
    const rest = (policy: Parameters<typeof smallHall>[0], window: number) =>
      holes(given(smallHall(policy), sits('K06', window)).day, 'elsewhere');
    expect(rest({}, 1)).toEqual([
      ['GA', 3],
      ['RS', 1],
      ['SC', 1],
    ]);
    expect(rest({ routing: 'promise' }, 1)).toEqual([['SC', 1]]);
    expect(rest({ routing: 'promise' }, 3)).toEqual([
      ['SC', 5],
      ['RS', 2],
    ]);
  });

  test('results need a window for them, and no certificate', () => {
    const day = given(sits('K01', 1)).day;
    expect(hole(day, 'SC')).toMatchObject({ why: 'elsewhere', items: ['SC009'] });
    const both = given(sits('K01', 1), sits('K02', 4)).day;
    expect(holes(both, 'elsewhere').map(([department]) => department)).not.toContain('SC');
  });

  test('moving the window closes it; who was granted it today counts as certified', () => {
    const day = given(sits('K02', 2), grants('K02', ['SC001']));
    expect(holes(day.day, 'elsewhere')).toContainEqual(['SC', 1]);
    expect(
      coverageHoles(day.day)
        .find((row) => row.department === 'SC' && row.why === 'elsewhere')
        ?.helpers.at(0),
    ).toEqual({ clerk: 'K02', window: 2, items: 1, expiredDaysAgo: null });
    day.and(manager('assignWindow', { window: 2, zones: 'all' }));
    expect(holes(day.day, 'elsewhere')).toEqual([]);
  });
});

const grantFields = { items: ['GA001'], reason: 'other' };

test('a certificate for a single item that holds longer lets its clerk sit down', () => {
  const config = smallHall();
  const staff = config.staff.map((row) =>
    row.staffNo === staffNo('K05') ? { ...row, itemExpires: { SC002: '2026-12-01' } } : row,
  );
  given({ ...config, staff })
    .when(sits('K05', 1))
    .then([{ type: 'WindowOpened', clerk: 'K05' }]);
});

test('who waits for one window alone: nobody, once another one may call them too', () => {
  const company = kiosk('issueTicket', { items: ['SC001'] });
  const hall = given(company, company, sits('K01', 1));
  const window = () => hall.window(1);
  const k1 = staffNo('K01');
  expect(onlyHere(hall.day, window(), k1).map(({ id }) => id)).toEqual(['A001', 'A002']);
  expect(idsOnlyHere(hall.day, window(), k1, 1)).toEqual(['A001']);
  hall.and(manager('assignWindow', { window: 2, zones: 'all' }), sits('K06', 2));
  expect(onlyHere(hall.day, window(), k1)).toEqual([]);
});
