// Hold and return: paying or fetching something, back to the same clerk, or not back in time.
import { describe, expect, test } from 'vitest';
import { lapsedHolds } from '../../../shared/hall/holding.ts';
import { MINUTE, NINE, SECOND, clerk, given, happened, kiosk, later } from '../../helpers/hall.ts';
import { manager, system, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k6 = clerk('K06');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const starts = [k1('callNext'), k1('startService')];
const holds = k1('holdTicket', { reason: 'pay' });
const held = [company, later(MINUTE), company, sits, ...starts, holds];
const back = visitor('A001')('reactivateTicket', { ticket: 'A001' });
const elsewhere = [
  manager('assignWindow', { window: 2, zones: 'all' }),
  k6('openWindow', { window: 2 }),
];

describe('holdTicket', () => {
  test('clerk 7: the visitor goes to pay, until in 30 minutes; the clerk serves others', () => {
    const day = given(company, later(MINUTE), company, sits, ...starts)
      .when(holds)
      .then([
        {
          ...{ type: 'TicketHeld', ticket: 'A001', window: 1, clerk: 'K01', reason: 'pay' },
          returnByAt: NINE + 31 * MINUTE,
        },
      ]);
    expect(day.ticket('A001')).toMatchObject({ holds: 1, state: { status: 'held' } });
    day.when(k1('callNext')).then([{ type: 'TicketCalled', ticket: 'A002' }]);
  });

  test('what is finished before a hold or a transfer can be rated at once, for a minute', () => {
    const two = kiosk('issueTicket', { items: ['SC001', 'SC002'] });
    const done = k1('finishCase', { case: 'A001-1', outcome: 'closed' });
    const sent = k1('transferTicket', { to: { kind: 'window', window: 2 }, reason: 'other' });
    for (const leaves of [holds, sent]) {
      const day = given(two, sits, ...elsewhere, ...starts, done, leaves);
      const [prompt] = day.day.openPrompts;
      expect(prompt).toMatchObject({ case: 'A001-1', deadlineAt: NINE + MINUTE });
      day
        .and(later(MINUTE))
        .when(system('tick'))
        .then([{ type: 'PromptEnded', case: 'A001-1', outcome: 'timedOut' }]);
    }
  });

  test('until a time that is still to come', () => {
    given(company, sits, ...starts)
      .when(k1('holdTicket', { reason: 'copy', returnBy: NINE }))
      .then('return-in-the-past')
      .when(k1('holdTicket', { reason: 'copy', returnBy: NINE + 1 }))
      .then([{ type: 'TicketHeld', returnByAt: NINE + 1 }]);
  });

  test('at the latest until the hall closes, after that until midnight', () => {
    const hours = smallHall({ alwaysOpen: false });
    const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`);
    const until = (time: string) => k1('holdTicket', { reason: 'copy', returnBy: at(time) });
    const late = given(hours, company, sits, ...starts, later(at('16:45') - NINE));
    late.when(until('17:01')).then('return-too-late', '17:00');
    // Half an hour is the rule, a quarter of one is left.
    const asked = given(hours, company, sits, ...starts, later(at('16:45') - NINE));
    asked.when(holds).then([{ type: 'TicketHeld', returnByAt: at('17:00') }]);
    const after = given(hours, company, sits, ...starts, later(at('17:10') - NINE));
    after.when(holds).then([{ type: 'TicketHeld', returnByAt: at('17:40') }]);
    given(company, sits, ...starts)
      .when(k1('holdTicket', { reason: 'copy', returnBy: at('23:59') + 2 * MINUTE }))
      .then('return-too-late', '00:00')
      .when(until('23:59'))
      .then([{ type: 'TicketHeld' }]);
  });

  test('only somebody who is being served', () => {
    given(sits)
      .when(holds)
      .then('no-ticket-at-window')
      .and(company, k1('callNext'))
      .when(holds)
      .then('not-serving', 'A001');
  });
});

describe('the return', () => {
  test('clerk 7: to the next free turn of this clerk, before who came later', () => {
    const day = given(...held, ...elsewhere, later(10 * MINUTE))
      .when(back)
      .then([{ type: 'TicketReturned', clerk: 'K01', affinityUntilAt: NINE + 16 * MINUTE }]);
    expect(day.ticket('A001')).toMatchObject({ requeues: 0, misses: 0, arrivedAt: NINE });
    day.when(k6('callNext')).then([{ type: 'TicketCalled', ticket: 'A002' }]);
    day.when(k1('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });

  test('clerk 7: to any skilled clerk after five minutes', () => {
    const day = given(...held, ...elsewhere, back, later(5 * MINUTE));
    day.when(k6('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });

  test('is bound to nobody when that clerk has gone or pauses', () => {
    const gone = [k1('closeWindow', { leave: true }), k1('pauseWindow', { reason: 'lunch' })];
    for (const leaves of gone) {
      given(company, sits, ...starts, holds, leaves)
        .when(back)
        .then([{ type: 'TicketReturned', affinityUntilAt: NINE }]);
    }
  });

  test('a clerk or a kiosk may bring the visitor back too, nobody else’s phone', () => {
    given(...held)
      .when(visitor('A002')('reactivateTicket', { ticket: 'A001' }))
      .then('unknown-ticket', 'A001')
      .when(k1('reactivateTicket', { ticket: 'A001' }))
      .then([{ type: 'TicketReturned' }]);
    given(...held)
      .when(kiosk('reactivateTicket', { ticket: 'A001' }))
      .then([{ type: 'TicketReturned' }]);
  });

  test('the visit goes on with its open cases', () => {
    const day = given(company, sits, ...starts, k1('addCase', { item: 'SC002' }))
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }), holds, back, ...starts)
      .and(k1('finishCase', { case: 'A001-2', outcome: 'closed' }));
    expect(day.ticket('A001')).toMatchObject({ state: { status: 'done' }, windowsVisited: [1] });
  });
});

describe('a hold that lapses', () => {
  const lapseAt = NINE + MINUTE + 45 * MINUTE;

  test('15 minutes after the time named, as a missed call', () => {
    const day = given(...held);
    expect(lapsedHolds(day.day, lapseAt - SECOND)).toEqual([]);
    expect(lapsedHolds(day.day, lapseAt)).toEqual([{ type: 'HoldLapsed', ticket: 'A001' }]);
    day.and(happened({ type: 'HoldLapsed', ticket: 'A001' }));
    expect(day.ticket('A001')).toMatchObject({ misses: 1, state: { status: 'noShow' } });
    expect(lapsedHolds(day.day, lapseAt)).toEqual([]);
    day.when(back).then([{ type: 'TicketReactivated', ticket: 'A001' }]);
  });

  test('void with the last miss that the policy allows', () => {
    const strict = smallHall({ missesBeforeVoid: 1 });
    const events = lapsedHolds(given(strict, ...held).day, lapseAt);
    expect(events.map(({ type }) => type)).toEqual(['HoldLapsed', 'TicketVoided']);
  });
});
