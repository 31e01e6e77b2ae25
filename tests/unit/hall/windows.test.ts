// Opening, pausing, closing and moving windows.
import { describe, expect, test } from 'vitest';
import { staffNo, windowNo } from '../../../shared/base/ids.ts';
import type { Principal } from '../../../shared/hall/principal.ts';
import { MINUTE, NINE, clerk, given, kiosk, later, manager, send } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const lunch = (more = {}) => k1('pauseWindow', { reason: 'lunch', ...more });

describe('openWindow', () => {
  test('a clerk sits down, or a manager opens for one', () => {
    given()
      .when(sits)
      .then([{ type: 'WindowOpened', window: 1, clerk: 'K01' }])
      .when(manager('openWindow', { window: 2, clerk: 'K02' }))
      .then([{ type: 'WindowOpened', window: 2, clerk: 'K02' }]);
  });

  test('one clerk at one window, one window with one clerk', () => {
    given(sits)
      .when(clerk('K06')('openWindow', { window: 1 }))
      .then('window-taken', 'K01')
      .when(k1('openWindow', { window: 2 }))
      .then('clerk-at-other-window', '1')
      .when(manager('openWindow', { window: 3, clerk: 'K01' }))
      .then('clerk-at-other-window', '1')
      .when(sits)
      .then('window-taken', 'K01');
  });

  test('unknown windows and people, ended certificates, other names', () => {
    given()
      .when(k1('openWindow', { window: 9 }))
      .then('unknown-window', '9')
      .when(manager('openWindow', { window: 1, clerk: 'K99' }))
      .then('unknown-clerk', 'K99')
      .when(clerk('K05')('openWindow', { window: 1 }))
      .then('not-certified', 'K05')
      .when(manager('openWindow', { window: 1 }))
      .then('not-certified', 'M01')
      .when(k1('openWindow', { window: 1, clerk: 'K02' }))
      .then('not-allowed')
      .when(clerk('K06')('openWindow', { window: 1, clerk: 'K06' }))
      .then([{ type: 'WindowOpened', clerk: 'K06' }]);
  });
});

describe('clerk 1: never two places at once, and never without a question', () => {
  const takesOver = (window: number, more = {}) =>
    k1('openWindow', { window, takeOver: true, ...more });

  test('another page at the same desk is asked, and then the first one is read-only', () => {
    const day = given(k1('openWindow', { window: 1, station: 'page-a' }))
      .when(k1('openWindow', { window: 1, station: 'page-b' }))
      .then('used-elsewhere')
      .when(takesOver(1, { station: 'page-b' }))
      .then([{ type: 'DeskTakenOver', window: 1, clerk: 'K01', station: 'page-b' }])
      .when(takesOver(1, { station: 'page-b' }))
      .then('window-taken', 'K01');
    expect(day.window(1).state).toMatchObject({ session: { station: 'page-b' } });
  });

  test('taking the desk over leaves the visitor who is there', () => {
    const day = given(company, k1('openWindow', { window: 1, station: 'page-a' }));
    day.and(k1('callNext'), takesOver(1, { station: 'page-b' }));
    expect(day.window(1).state).toMatchObject({ status: 'calling', ticket: 'A001' });
  });

  test('a desk that no page holds yet is joined without a question', () => {
    given(manager('openWindow', { window: 1, clerk: 'K01' }))
      .when(k1('openWindow', { window: 1, station: 'page-a' }))
      .then([{ type: 'DeskTakenOver', station: 'page-a' }]);
  });

  test('the clerk’s other window closes first, with its prompts, and this one opens', () => {
    given(company, sits, k1('callNext'), k1('startService'))
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
      .when(takesOver(2, { station: 'page-a' }))
      .then([
        { type: 'PromptEnded', case: 'A001-1', outcome: 'left' },
        { type: 'WindowClosed', window: 1 },
        { type: 'WindowOpened', window: 2, clerk: 'K01', station: 'page-a' },
      ]);
  });

  test('with a visitor at the other window it is refused, and nothing is lost', () => {
    const day = given(company, sits, k1('callNext')).when(takesOver(2)).then('window-busy', 'A001');
    expect(day.window(1).state.status).toBe('calling');
    given(sits, clerk('K02')('openWindow', { window: 2 }))
      .when(takesOver(2))
      .then('window-taken', 'K02');
  });

  test('a window that the hall has given up is not opened, nor moved', () => {
    const config = smallHall();
    const windows = config.windows.map((place) =>
      place.no === windowNo(2) ? { ...place, retired: true as const } : place,
    );
    given({ ...config, windows })
      .when(k1('openWindow', { window: 2 }))
      .then('unknown-window', '2')
      .when(manager('assignWindow', { window: 2, zones: 'all' }))
      .then('unknown-window', '2');
  });

  test('somebody who has left the hall for good sits nowhere', () => {
    const config = smallHall();
    const staff = config.staff.map((person) => ({ ...person, retired: true as const }));
    given({ ...config, staff })
      .when(sits)
      .then('unknown-clerk', 'K01');
  });
});

describe('pauseWindow and resumeWindow', () => {
  test('an idle window pauses at once, with reason and return', () => {
    const returnAt = NINE + 30 * MINUTE;
    const day = given(sits)
      .when(lunch({ returnAt }))
      .then([{ type: 'WindowPaused', window: 1, reason: 'lunch', returnAt }]);
    expect(day.window(1).state).toMatchObject({ status: 'paused', pause: { returnAt } });
    day.when(lunch()).then('window-paused');
    day.when(k1('resumeWindow')).then([{ type: 'WindowResumed', window: 1 }]);
    expect(day.window(1).state.status).toBe('idle');
  });

  test('with a visitor there it holds from the moment that the visitor has left', () => {
    const day = given(company, company, sits, k1('callNext'), lunch(), k1('startService'));
    expect(day.window(1).state).toMatchObject({
      status: 'serving',
      pauseAfter: { reason: 'lunch' },
    });
    day.and(later(MINUTE), k1('finishCase', { case: 'A001-1', outcome: 'closed' }));
    expect(day.window(1).state).toMatchObject({
      status: 'paused',
      pause: { reason: 'lunch', sinceAt: NINE + MINUTE },
    });
    day.when(k1('callNext')).then('window-paused');
  });

  test('the wish can be taken back, and changed', () => {
    const day = given(company, sits, k1('callNext'), lunch());
    day.and(k1('pauseWindow', { reason: 'meeting' }));
    expect(day.window(1).state).toMatchObject({ pauseAfter: { reason: 'meeting' } });
    day.and(k1('resumeWindow')).when(k1('resumeWindow')).then('window-not-paused');
    day.and(k1('undoCall'));
    expect(day.window(1).state.status).toBe('idle');
  });

  test('a pause takes no ticket away, and a call taken back leaves the window paused', () => {
    const day = given(company, sits, k1('callNext'), lunch(), k1('undoCall'));
    expect(day.window(1).state.status).toBe('paused');
    expect(day.queue).toEqual(['A001']);
  });

  test('refused with a return in the past, and at windows that are not one’s own', () => {
    given(sits)
      .when(lunch({ returnAt: NINE }))
      .then('return-in-the-past')
      .when(lunch({ returnAt: NINE + 15 * 60 * MINUTE }))
      .then('return-too-late', '23:59')
      .when(k1('resumeWindow'))
      .then('window-not-paused')
      .when(clerk('K02')('pauseWindow', { reason: 'other', window: 1 }))
      .then('not-your-window')
      .when(clerk('K02')('resumeWindow'))
      .then('no-window-open');
  });
});

describe('closeWindow', () => {
  test('closes an idle and a paused window, and ends its prompts as left', () => {
    const day = given(company, sits, k1('callNext'), k1('startService'))
      .when(k1('closeWindow'))
      .then('window-busy', 'A001')
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }), lunch())
      .when(k1('closeWindow'))
      .then([
        { type: 'PromptEnded', case: 'A001-1', outcome: 'left' },
        { type: 'WindowClosed', window: 1 },
      ]);
    expect(day.window(1).state.status).toBe('closed');
    day.when(k1('closeWindow')).then('no-window-open');
    day.when(manager('closeWindow', { window: 1 })).then('window-closed');
  });

  test('waiting tickets stay where they are', () => {
    const leaves = k1('closeWindow', { leave: true });
    const day = given(company, sits, leaves, clerk('K06')('openWindow', { window: 1 }));
    expect(day.queue).toEqual(['A001']);
    day.when(clerk('K06')('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });
});

describe('assignWindow', () => {
  test('gives it a lane, which stays when the zones change', () => {
    const day = given()
      .when(manager('assignWindow', { window: 2, zones: ['natural-person'], lane: 'flash' }))
      .then([{ type: 'WindowAssigned', window: 2, lane: 'flash' }])
      .and(manager('assignWindow', { window: 2, zones: 'all' }));
    expect(day.window(2)).toMatchObject({ zones: 'all', lane: 'flash' });
    day.and(manager('assignWindow', { window: 2, zones: 'all', lane: 'any' }));
    expect(day.window(2).lane).toBe('any');
  });

  test('moves an open or closed window to zones, and no ticket is lost by it', () => {
    const day = given(company, kiosk('issueTicket', { items: ['RS001'] }), sits)
      .when(manager('assignWindow', { window: 1, zones: ['natural-person'] }))
      .then([{ type: 'WindowAssigned', window: 1, zones: ['natural-person'] }])
      .when(k1('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'B001' }])
      .when(manager('assignWindow', { window: 2, zones: 'all' }))
      .then([{ type: 'WindowAssigned', window: 2, zones: 'all' }]);
    expect(day.queue).toEqual(['A001']);
  });

  test('unknown windows and zones are refused', () => {
    given()
      .when(manager('assignWindow', { window: 8, zones: 'all' }))
      .then('unknown-window', '8')
      .when(manager('assignWindow', { window: 1, zones: ['legal-person', 'moon'] }))
      .then('unknown-zone', 'moon');
  });

  test('no zone at all is refused, whoever decoded it', () => {
    const { hall } = given();
    const by: Principal = { kind: 'manager', staffNo: staffNo('M01') };
    const nowhere = { type: 'assignWindow', window: windowNo(1), zones: [] } as const;
    expect(send(hall, by, nowhere)).toEqual({ refused: 'unknown-zone' });
  });
});
