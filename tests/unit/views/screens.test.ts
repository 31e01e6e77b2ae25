// The window's sign, the kiosk, and that no public screen holds anything personal.
import { describe, expect, test } from 'vitest';
import { windowNo } from '../../../shared/base/ids.ts';
import { kioskView } from '../../../shared/views/kiosk-screen.ts';
import { lobbyView } from '../../../shared/views/lobby-board.ts';
import { ticketView } from '../../../shared/views/ticket-page.ts';
import { windowView } from '../../../shared/views/window-sign.ts';
import { NINE, clerk, given, kiosk, later, manager, system } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'], language: 'zh-Hant' });
const sits = k1('openWindow', { window: 1 });
const sign = (day: ReturnType<typeof given>, no = 1) =>
  windowView(day.day, windowNo(no), (id) => id);

describe('the sign above a window', () => {
  test('follows the window from closed over calling and serving to paused', () => {
    const day = given(company);
    expect(sign(day).state).toEqual({ status: 'closed' });
    expect(sign(day.and(sits)).state).toEqual({ status: 'idle' });
    day.and(k1('callNext'), later(20_000), k1('recallTicket'));
    expect(sign(day).state).toEqual({
      ...{ status: 'calling', ticket: 'A001', callSeq: 2, language: 'zh-Hant' },
      ...{ calledAt: NINE, lastCallAt: NINE + 20_000 },
      carriedFrom: null,
    });
    day.and(k1('startService'), k1('pauseWindow', { reason: 'lunch', returnAt: NINE + 3_600_000 }));
    expect(sign(day).state).toEqual({ status: 'serving', ticket: 'A001', isConsulting: false });
    day.and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }));
    expect(sign(day).state).toEqual({
      ...{ status: 'paused', reason: 'lunch', returnAt: NINE + 3_600_000 },
    });
  });

  test('clerk 10: says while it serves the last one that it will pause, and until when', () => {
    const day = given(company, sits, k1('callNext'), k1('startService'));
    expect(sign(day).pauseComing).toBeNull();
    day.and(k1('pauseWindow', { reason: 'lunch', returnAt: NINE + 3_600_000 }));
    expect(sign(day).pauseComing).toEqual({ reason: 'lunch', returnAt: NINE + 3_600_000 });
    day.and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }));
    expect(sign(day)).toMatchObject({ pauseComing: null, state: { status: 'paused' } });
  });

  test('names its zones as they are now, none for all', () => {
    const day = given();
    expect(sign(day)).toMatchObject({ accessible: true, zones: [{ en: 'legal-person' }] });
    day.and(manager('assignWindow', { window: 1, zones: 'all' }));
    expect(sign(day).zones).toBeNull();
  });
});

describe('the kiosk', () => {
  test('its papers newest first, tickets without paper left out', () => {
    const day = given(company, manager('issueTicket', { items: ['SC001'] }), company).and(
      system('recordPrint', { ticket: 'A001', job: 'A001/0', outcome: 'printed' }),
    );
    expect(kioskView(day.day)).toMatchObject({
      phase: 'open',
      prints: [
        { ticket: 'A003', kiosk: 'kiosk-1', status: 'waiting', print: { status: 'waiting' } },
        { ticket: 'A001', kiosk: 'kiosk-1', print: { status: 'printed', job: 'A001/0' } },
      ],
    });
  });

  test('thirty papers at most', () => {
    const day = given(...Array.from({ length: 35 }, () => company));
    const { prints } = kioskView(day.day);
    expect(prints).toHaveLength(30);
    expect(prints[0]?.ticket).toBe('A035');
  });
});

test('no public screen and no phone names a member of staff (D5)', () => {
  const day = given(company, company, sits, k1('callNext'), k1('startService'))
    .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }), k1('callNext'))
    .and(k1('pauseWindow', { reason: 'lunch' }));
  const ticket = day.ticket('A001');
  const seen = JSON.stringify([
    lobbyView(day.day),
    kioskView(day.day),
    ...[1, 2, 3, 4].map((no) => sign(day, no)),
    ticketView(day.day, ticket, () => 'nonce'),
  ]);
  for (const { staffNo, name, nameLatin } of day.day.plan.config.staff) {
    for (const personal of [`"${staffNo}"`, name, nameLatin]) expect(seen).not.toContain(personal);
  }
});
