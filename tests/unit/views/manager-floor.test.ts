// The manager's floor: every window, who is stranded, and sums that always add up.
import { describe, expect, test } from 'vitest';
import { floorView } from '../../../shared/views/manager-floor.ts';
import { MINUTE, NINE, booker, clerk, evaluator, given, kiosk } from '../../helpers/hall.ts';
import { later, manager, system, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
const k1 = clerk('K01');
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const sits = k1('openWindow', { window: 1 });
const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
const floor = (day: ReturnType<typeof given>) => floorView(day.day);

describe('the floor', () => {
  test('each window with clerk, ticket, since when, and whether it is at home', () => {
    const day = given(takes('SC001', 'SC002'), takes('SC001'), sits, k1('callNext'));
    day.and(manager('assignWindow', { window: 1, zones: 'all' }));
    expect(floor(day).windows).toMatchObject([
      {
        ...{ no: 1, status: 'calling', ticket: 'A001', cases: 2, sinceAt: NINE, eligible: 1 },
        ...{ atHome: false, zones: 'all', clerk: { staffNo: 'K01' }, accessible: true },
      },
      { no: 2, status: 'closed', clerk: null, ticket: null, atHome: true },
      { no: 3, kind: 'domain' },
      { no: 4, kind: 'collection' },
      { no: 5, kind: 'domain' },
    ]);
  });

  test('a waiting ticket that no open window with its clerk may call is stranded', () => {
    const day = given(takes('SC001'), takes('GA002'), sits);
    expect(floor(day)).toMatchObject({
      strandedCount: 1,
      waiting: [
        { ticket: 'A001', stranded: false },
        { ticket: 'B001', stranded: true, items: [{ en: 'item GA002' }] },
      ],
    });
    day.and(clerk('K02')('openWindow', { window: 2 }));
    expect(floor(day).strandedCount).toBe(1);
    day.and(clerk('K02')('closeWindow'), clerk('K03')('openWindow', { window: 2 }));
    expect(floor(day).strandedCount).toBe(0);
  });

  test('an appointment that waits for its slot is not stranded', () => {
    const books = { date: '2026-11-23', time: '10:00', items: ['RS001'] };
    const comes = kiosk('checkIn', { ticket: 'Y001' });
    const day = given(booker('bookAppointment', books), later(46 * MINUTE), comes);
    expect(floor(day).strandedCount).toBe(1);
    day.and(clerk('K02')('openWindow', { window: 2 }));
    expect(floor(day)).toMatchObject({ strandedCount: 0, waiting: [{ stranded: false }] });
    expect(floor(day).windows[1]).toMatchObject({ no: 2, eligible: 0 });
  });

  test('a long wait names who waits longest now, not the one it was raised for', () => {
    const ticks = system('tick', { facts: { silent: [], papers: [] } });
    const second = [takes('SC001'), later(31 * MINUTE - 20_000)];
    const day = given(sits, takes('SC001'), later(20_000), ...second, ticks);
    const waits = () => floor(day).alerts.filter(({ kind }) => kind === 'long-wait');
    const burns = { alert: 'wait:legal-person', level: 'red' };
    const first = { ticket: 'A001', sinceAt: NINE, count: 31 };
    expect(waits()).toMatchObject([{ ...burns, about: first }]);
    day.and(k1('callNext'), ticks);
    const next = { ticket: 'A002', sinceAt: NINE + 20_000, count: 30 };
    expect(waits()).toMatchObject([{ ...burns, about: next }]);
    expect(day.day.alerts.get('wait:legal-person')?.about.ticket).toBe('A001');
    day.and(kiosk('cancelTicket', { ticket: 'A002' }));
    expect(waits()).toEqual([]);
  });

  test('a hole of a wrong window names who sits where now, and nothing once it is closed', () => {
    const day = given(clerk('K06')('openWindow', { window: 4 }), later(MINUTE));
    day.and(system('tick', { facts: { silent: [], papers: [] } }));
    const sc = () =>
      floor(day)
        .alerts.filter(({ alert }) => alert === 'misplaced:SC')
        .map(({ about }) => [about.window, about.clerk, about.count]);
    expect(sc()).toEqual([[4, 'K06', 4]]);
    day.and(clerk('K06')('closeWindow'), clerk('K06')('openWindow', { window: 2 }));
    expect(sc()).toEqual([[2, 'K06', 5]]);
    day.and(manager('assignWindow', { window: 2, zones: 'all' }), k1('openWindow', { window: 4 }));
    expect(sc()).toEqual([]);
  });

  test('free clerks hold a valid certificate and sit nowhere', () => {
    const free = floor(given(sits)).freeClerks.map((card) => card.staffNo);
    expect(free).toEqual(['K02', 'K03', 'K04', 'K06', 'K07']);
  });

  test('an emergency certificate makes a clerk free for a window, as for sitting down', () => {
    const items = ['SC001'];
    const day = given(sits);
    const grant = { clerk: 'K05', items, reason: 'certificate-renewing' };
    const free = floor(day.and(manager('grantCertificate', grant))).freeClerks;
    expect(free.map((card) => card.staffNo)).toContain('K05');
    day.when(manager('openWindow', { window: 5, clerk: 'K05' })).then([{ type: 'WindowOpened' }]);
  });

  test('the states add up to what was issued', () => {
    const day = given(quick, ...Array.from({ length: 7 }, () => takes('SC001')), sits)
      .and(k1('callNext'), k1('markNoShow'), k1('callNext'), k1('startService'), ends('A002-1'))
      .and(visitor('A003')('cancelTicket', { ticket: 'A003' }), k1('callNext'), k1('startService'))
      .and(clerk('K06')('openWindow', { window: 2 }))
      .and(manager('assignWindow', { window: 2, zones: 'all' }), clerk('K06')('callNext'));
    expect(floor(day).totals).toMatchObject({
      ...{ issued: 7, waiting: 2, called: 1, serving: 1, noShow: 1 },
      ...{ done: 1, abandoned: 1, voided: 0, expired: 0 },
    });
    expect(floor(day.and(system('closeDay'))).totals).toMatchObject({ expired: 4, waiting: 0 });
  });

  test('ratings stand with their coverage, and calling on early shows as left', () => {
    const day = given(takes('SC001', 'SC002'), takes('SC001'), sits, k1('callNext'))
      .and(k1('startService'), ends('A001-1'), ends('A001-2'))
      .and(evaluator(1)('rateCase', { case: 'A001-1', level: 4, tags: [] }), k1('callNext'))
      .and(visitor('A001')('rateCase', { case: 'A001-2', level: 2, tags: [] }))
      .and(k1('startService'), ends('A002-1'));
    expect(floor(day).ratings).toEqual({
      ...{ finishedCases: 3, rated: 2, good: 1 },
      outcomes: { rated: 1, declined: 0, timedOut: 0, left: 1, deviceFault: 0, open: 1 },
    });
    expect(floor(day).windows[0]).toMatchObject({ served: 2, prompts: { rated: 1, left: 1 } });
  });

  test('papers that failed or are uncertain, newest first', () => {
    const told = (ticket: string, outcome: string) =>
      system('recordPrint', { ticket, job: `${ticket}/0`, outcome });
    const day = given(takes('SC001'), takes('SC001'), takes('SC001')).and(
      told('A001', 'failed'),
      told('A002', 'printed'),
      told('A003', 'unknown'),
    );
    expect(floor(day).papers).toMatchObject([
      { ticket: 'A003', print: { status: 'unknown' } },
      { ticket: 'A001', print: { status: 'failed', reason: 'unreachable' } },
    ]);
  });
});
