// Leaving a window: for lunch with a queue, and for the day.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, clerk, given, kiosk, later, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const lunch = (more = {}) => k1('pauseWindow', { reason: 'lunch', ...more });

describe('clerk 10: lunch with a queue', () => {
  const k6 = clerk('K06');
  const citizen = kiosk('issueTicket', { items: ['RS001'] });
  const k3 = clerk('K03');
  /** Window 1 alone takes companies, window 2 alone citizens. */
  const queue = [company, citizen, company, sits, k3('openWindow', { window: 2 })];

  test('those who wait for this window alone are served first, then it pauses by itself', () => {
    const returnAt = NINE + 60 * MINUTE;
    const day = given(...queue)
      .when(lunch({ returnAt, onlyHereFirst: true }))
      .then([{ type: 'WindowPaused', window: 1, returnAt, first: ['A001', 'A002'] }]);
    expect(day.window(1).state).toMatchObject({ status: 'idle', pauseAfter: { returnAt } });
    const serves = (id: string) => [
      ...[k1('callNext'), k1('startService')],
      k1('finishCase', { case: `${id}-1`, outcome: 'closed' }),
    ];
    day.and(...serves('A001'));
    expect(day.window(1).state.status).toBe('idle');
    day.and(company, later(MINUTE), ...serves('A002'));
    expect(day.window(1).state).toMatchObject({
      status: 'paused',
      pause: { reason: 'lunch', returnAt, sinceAt: NINE + MINUTE },
    });
    expect(day.queue).toEqual(['B001', 'A003']);
  });

  test('where another window can take them, the pause begins at once', () => {
    given(...queue, manager('assignWindow', { window: 2, zones: 'all' }))
      .and(manager('closeWindow', { window: 2, leave: true }), k6('openWindow', { window: 2 }))
      .when(lunch({ onlyHereFirst: true }))
      .then([{ type: 'WindowPaused', window: 1, reason: 'lunch' }]);
  });

  test('a window that is paused or about to pause is no help', () => {
    const both = [manager('assignWindow', { window: 2, zones: 'all' }), sits];
    const day = given(company, ...both, k6('openWindow', { window: 2 }));
    day.and(k6('pauseWindow', { reason: 'lunch' }));
    day
      .when(lunch({ onlyHereFirst: true }))
      .then([{ type: 'WindowPaused', first: ['A001'] }])
      .and(k6('resumeWindow'))
      .when(k6('closeWindow'))
      .then('only-here-waiting', '1');
  });

  test('a visitor who goes away keeps nobody from lunch', () => {
    const day = given(company, sits, lunch({ onlyHereFirst: true }));
    expect(day.window(1).state.status).toBe('idle');
    day.and(kiosk('cancelTicket', { ticket: 'A001' }));
    expect(day.window(1).state.status).toBe('paused');
  });

  test('asked again without waiting for them, it pauses now', () => {
    const day = given(company, sits, lunch({ onlyHereFirst: true }), lunch());
    expect(day.window(1).state.status).toBe('paused');
    expect(day.queue).toEqual(['A001']);
  });
});

describe('clerk 14: closing with somebody left, and overtime', () => {
  const hours = smallHall({ alwaysOpen: false });
  const serve = [company, sits, k1('callNext'), k1('startService')];
  const ends = k1('finishCase', { case: 'A001-1', outcome: 'closed' });
  const until = (time: string) => later(Date.parse(`2026-11-23T${time}:00+08:00`) - NINE);

  test('a window closes with a question while somebody waits whom it alone may call', () => {
    given(company, company, sits)
      .when(k1('closeWindow'))
      .then('only-here-waiting', '2')
      .when(k1('closeWindow', { leave: true }))
      .then([{ type: 'WindowClosed', window: 1 }]);
    given(company, sits, manager('assignWindow', { window: 2, zones: 'all' }))
      .and(clerk('K06')('openWindow', { window: 2 }))
      .when(k1('closeWindow'))
      .then([{ type: 'WindowClosed', window: 1 }]);
  });

  test('what was served after the last session is credited, not the tidying up after it', () => {
    const day = given(hours, ...serve, until('17:12'), ends, later(20 * MINUTE))
      .when(k1('closeWindow'))
      .then([
        { type: 'PromptEnded' },
        { type: 'WindowClosed', window: 1, overtimeMs: 12 * MINUTE },
      ]);
    expect(day.window(1).overtimeMs).toBe(12 * MINUTE);
  });

  test('served in time there is none; nor in a hall without an end, nor on a day off', () => {
    const isPlain = (config: typeof hours) => {
      const day = given(config, ...serve, until('17:12'), ends, k1('closeWindow'));
      expect(day.window(1).overtimeMs).toBe(0);
      expect(day.hall.log.at(-1)?.event).toEqual({ type: 'WindowClosed', window: 1 });
    };
    isPlain(smallHall());
    const inTime = given(hours, ...serve, until('16:59'), ends, later(40 * MINUTE));
    inTime.and(k1('closeWindow'));
    expect(inTime.window(1).overtimeMs).toBe(0);
  });

  test('who sat down after the end is credited from then on', () => {
    const day = given(hours, company, until('17:30'), sits, k1('callNext'), k1('startService'));
    day.and(later(5 * MINUTE), ends, k1('closeWindow'));
    expect(day.window(1).overtimeMs).toBe(5 * MINUTE);
  });
});
