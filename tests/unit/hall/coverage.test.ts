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

describe('manager 9: a colleague is sick', () => {
  /** K02 alone is there; of SC nobody. K05's certificate for SC ended yesterday. */
  const day = () => given(sits('K02', 2));

  test('the hole shows how many items of which department nobody present may handle', () => {
    const holes = coverageHoles(day().day).map(({ department, count }) => [department, count]);
    expect(holes).toEqual([
      ['SC', 5],
      ['GA', 2],
      ['TX', 1],
    ]);
    expect(hole(day().day, 'GA').items).toEqual(['GA002', 'GA003']);
  });

  test('and who could close it: absent with a valid certificate, or ended by how many days', () => {
    expect(hole(day().day, 'SC').helpers).toEqual([
      { clerk: 'K01', isPresent: false, items: 5, expiredDaysAgo: null },
      { clerk: 'K06', isPresent: false, items: 5, expiredDaysAgo: null },
      { clerk: 'K05', isPresent: false, items: 5, expiredDaysAgo: 1 },
    ]);
  });

  test('a clerk who is there, paused or not, closes it; retired items and people do not count', () => {
    const closed = day().and(sits('K01', 1), clerk('K01')('pauseWindow', { reason: 'break' }));
    expect(coverageHoles(closed.day).map(({ department }) => department)).toEqual(['GA', 'TX']);
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
