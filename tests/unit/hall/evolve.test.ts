// Folding: in order, in place, throwing at what does not fit, and the same anew.
import { describe, expect, test } from 'vitest';
import { evolve } from '../../../shared/hall/evolve.ts';
import { must } from '../../../shared/base/assert.ts';
import { MINUTE, NINE, clerk, foldedAnew, given, happened, kiosk } from '../../helpers/hall.ts';
import { later, manager, openHall, system, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });

describe('the stream', () => {
  test('a gap or a repetition in seq throws and changes nothing', () => {
    const { day, log } = openHall();
    const first = must(log[0], 'the first event');
    for (const seq of [0, 1, 3]) {
      expect(() => {
        evolve(day, { ...first, seq });
      }).toThrow('cannot follow 1');
    }
    expect(day.seq).toBe(1);
  });

  test('unknown tickets, windows and kinds of events throw: they are bugs', () => {
    expect(() => given(happened({ type: 'TicketCancelled', ticket: 'A007' }))).toThrow('A007');
    expect(() => given(happened({ type: 'WindowClosed', window: 77 }))).toThrow('window 77');
    expect(() => given(happened({ type: 'TicketLost' }))).toThrow('unhandled event');
    expect(() => given(happened({ type: 'WindowPaused', window: 1, reason: 'lunch' }))).toThrow(
      'closed',
    );
    const recalled = { type: 'TicketRecalled', ticket: 'A001', window: 1, callSeq: 2 };
    expect(() => given(company, happened(recalled))).toThrow('not called');
    const strange = { type: 'CaseFinished', ticket: 'A001', case: 'A001-9' };
    expect(() => given(company, happened(strange))).toThrow('A001-9');
  });

  test('the same log folded anew is the same day', () => {
    const day = given(smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 }), company, company, sits)
      .and(k1('callNext'), k1('markNoShow'), later(MINUTE), k1('callNext'), k1('startService'))
      .and(k1('addCase', { item: 'RS001' }), k1('pauseWindow', { reason: 'meeting' }))
      .and(k1('finishCase', { case: 'A002-1', outcome: 'refused', reason: 'other' }))
      .and(visitor('A001')('reactivateTicket', { ticket: 'A001' }))
      .and(manager('assignWindow', { window: 2, zones: 'all' }), system('fence'));
    expect(foldedAnew(day.hall)).toEqual(day.day);
  });
});

describe('the state', () => {
  test('a ticket from issue to done, a window from idle to idle', () => {
    const day = given(company, sits);
    expect(day.ticket('A001')).toMatchObject({
      ...{
        id: 'A001',
        series: 'A',
        number: 1,
        zone: 'legal-person',
        package: null,
        kiosk: 'kiosk-1',
      },
      ...{ arrivedAt: NINE, orderKey: NINE, misses: 0, reprints: 0, state: { status: 'waiting' } },
      print: { status: 'waiting', job: 'A001/0' },
    });
    day.and(later(MINUTE), k1('callNext'));
    expect(day.ticket('A001').state).toEqual({
      ...{ status: 'called', window: 1, clerk: 'K01', calls: 1 },
      ...{ calledAt: NINE + MINUTE, lastCallAt: NINE + MINUTE },
    });
    expect(day.window(1).state).toMatchObject({ status: 'calling', ticket: 'A001' });
    day.and(later(MINUTE), k1('recallTicket'));
    expect(day.ticket('A001').state).toMatchObject({ calls: 2, lastCallAt: NINE + 2 * MINUTE });
    day.and(k1('startService'), later(MINUTE));
    day.and(k1('finishCase', { case: 'A001-1', outcome: 'accepted' }));
    expect(day.ticket('A001').state).toEqual({
      status: 'done',
      window: 1,
      doneAt: NINE + 3 * MINUTE,
    });
    expect(day.ticket('A001').cases[0]?.state).toMatchObject({ outcome: 'accepted', window: 1 });
    expect(day.window(1)).toMatchObject({
      state: { status: 'idle' },
      served: 1,
      lastTicket: 'A001',
    });
  });

  test('calls are counted by one across calls and recalls', () => {
    const day = given(company, company, sits, k1('callNext'), later(MINUTE), k1('recallTicket'));
    day.and(k1('startService'), k1('finishCase', { case: 'A001-1', outcome: 'closed' }));
    day.and(k1('callNext'));
    expect(day.day.calls.map((call) => [call.callSeq, call.ticket, call.recall])).toEqual([
      [1, 'A001', false],
      [2, 'A001', true],
      [3, 'A002', false],
    ]);
    expect(day.day.calls[1]?.why).toBeNull();
  });

  test('a cancelled call frees the window, and a wish to pause comes true', () => {
    const day = given(company, sits, k1('callNext'), k1('pauseWindow', { reason: 'break' }));
    day.and(visitor('A001')('cancelTicket', { ticket: 'A001' }));
    expect(day.window(1).state).toMatchObject({ status: 'paused', pause: { reason: 'break' } });
  });
});
