// Bugs that other queue systems had, each asked of this one (docs/peers-bugs.md).
import { describe, expect, test } from 'vitest';
import { decodeCommand } from '../../../shared/protocol/decode.ts';
import type { Step } from '../../helpers/hall.ts';
import { MINUTE, NINE, clerk, given, kiosk, later, manager, system } from '../../helpers/hall.ts';
import { visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k6 = clerk('K06');
const takes = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const serves: readonly Step[] = [sits, k1('callNext'), k1('startService')];

describe('a wait has one beginning', () => {
  const ends = (id: string) => k1('finishCase', { case: `${id}-1`, outcome: 'closed' });
  const goesOn: readonly (readonly [string, readonly Step[]])[] = [
    ['a recall', [k1('callNext'), later(MINUTE), k1('recallTicket')]],
    ['a call taken back', [k1('callNext'), k1('undoCall')]],
    [
      'a transfer to another window',
      [
        ...[k6('openWindow', { window: 2 }), manager('assignWindow', { window: 2, zones: 'all' })],
        ...[k1('callNext'), k1('startService')],
        k1('transferTicket', { to: { kind: 'window', window: 2 }, reason: 'lunch' }),
      ],
    ],
    [
      'a hold and the return',
      [
        ...[k1('callNext'), k1('startService'), k1('holdTicket', { reason: 'pay' })],
        ...[later(5 * MINUTE), kiosk('reactivateTicket', { ticket: 'A001' })],
      ],
    ],
    [
      'stepping away',
      [takes, later(MINUTE), visitor('A001')('stepAway', { ticket: 'A001', pass: 1 })],
    ],
    [
      'a missed call and the return',
      [k1('callNext'), k1('markNoShow'), kiosk('reactivateTicket', { ticket: 'A001' })],
    ],
    [
      'a wrong matter put right',
      [
        ...[k1('callNext'), k1('startService')],
        k1('recodeCase', { case: 'A001-1', item: 'SC002' }),
      ],
    ],
  ];

  test.each(goesOn)('%s does not begin it anew', (_, steps) => {
    const hasty = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
    const day = given(hasty, sits, takes, later(10 * MINUTE)).and(...steps);
    expect(day.ticket('A001').arrivedAt).toBe(NINE);
  });

  test('and the call after a transfer tells the whole of it', () => {
    const day = given(takes, ...serves, later(10 * MINUTE), k6('openWindow', { window: 2 }))
      .and(manager('assignWindow', { window: 2, zones: 'all' }), takes)
      .and(k1('transferTicket', { to: { kind: 'clerk', clerk: 'K06' }, reason: 'approval' }))
      .when(k6('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'A001', why: expect.anything() }]);
    expect(day.day.calls.at(-1)?.why?.waitedMs).toBe(10 * MINUTE);
    day.and(k6('startService'), k6('finishCase', { case: 'A001-1', outcome: 'closed' }));
    day.and(k1('callNext'), k1('startService'), ends('A002'));
    expect(day.ticket('A002').state.status).toBe('done');
  });
});

describe('a transfer goes where it was sent', () => {
  /** Windows 1, 2, 5 with K01, K06, K03; each may take the matter. */
  const three: readonly Step[] = [
    ...[sits, k6('openWindow', { window: 2 }), clerk('K03')('openWindow', { window: 5 })],
    ...[2, 5].map((window) => manager('assignWindow', { window, zones: 'all' })),
  ];
  const wide = () => {
    const config = smallHall();
    const staff = config.staff.map((row) => ({
      ...row,
      certifiedDepartments: config.departments.map(({ code }) => code),
    }));
    const windows = config.windows.map((row) =>
      row.kind === 'domain' ? { ...row, kind: 'undifferentiated' as const } : row,
    );
    return { ...config, staff, windows };
  };
  const all = ['K01', 'K03', 'K06'] as const;
  const targets = [
    ['window 2', { kind: 'window', window: 2 }, ['K06']],
    ['window 5', { kind: 'window', window: 5 }, ['K03']],
    ['clerk K03', { kind: 'clerk', clerk: 'K03' }, ['K03']],
    ['clerk K06', { kind: 'clerk', clerk: 'K06' }, ['K06']],
    ['the zone', { kind: 'zone', zone: 'legal-person' }, ['K01', 'K03', 'K06']],
  ] as const;

  test.each(targets)('to %s, and nobody else may call it', (_, to, may) => {
    for (const who of all) {
      const day = given(wide(), takes, ...three, k1('callNext'), k1('startService'));
      const called = day
        .and(k1('transferTicket', { to, reason: 'lunch' }))
        .when(clerk(who)('callNext')).decision;
      expect([who, 'refused' in called]).toEqual([who, !may.some((one) => one === who)]);
    }
  });
});

test('who has no credit is called although elders never stop coming', () => {
  const elder = kiosk('issueTicket', { items: ['SC001'], class: 'ELD' });
  const day = given(smallHall({ priorityShareMax: 1 }), sits, takes);
  const state = () => day.ticket('A001').state.status;
  let minute = 0;
  while (state() === 'waiting' && minute < 120) {
    day.and(elder, later(MINUTE), k1('callNext'));
    if (state() !== 'waiting') break;
    const called = day.day.calls.at(-1)?.ticket ?? '';
    day.and(k1('startService'), k1('finishCase', { case: `${called}-1`, outcome: 'closed' }));
    minute += 1;
  }
  // At most those who came within the credit of fifteen minutes after.
  expect(state()).toBe('called');
  expect(minute).toBeLessThanOrEqual(16);
});

test('minutes above fifty-nine are counted on', () => {
  const day = given(smallHall({ alertWaitYellowMs: MINUTE }), takes, later(135 * MINUTE));
  day.and(system('tick', { facts: { silent: [], papers: [] } }));
  expect(day.day.alerts.get('wait:legal-person')?.about.count).toBe(135);
  day.and(sits, k1('callNext'));
  expect(day.day.calls[0]?.why?.waitedMs).toBe(135 * MINUTE);
});

test('a place, a number and an arrival that a client sends are not heard', () => {
  const sent = { commandId: 'press-0001', type: 'issueTicket', items: ['SC001'] };
  const wish = { orderKey: 1, number: 1, arrivedAt: 1, ahead: 0, creditMs: 9, ticket: 'A001' };
  const decoded = decodeCommand({ ...sent, ...wish });
  expect(decoded).toMatchObject({ command: { type: 'issueTicket', items: ['SC001'] } });
  expect('command' in decoded && Object.keys(decoded.command).sort()).toEqual(['items', 'type']);
});

test('a clerk who goes home takes no waiting ticket along', () => {
  const day = given(takes, takes, sits, k1('callNext'), k1('undoCall'));
  day.and(k1('closeWindow', { leave: true }));
  expect(day.queue).toEqual(['A001', 'A002']);
});
