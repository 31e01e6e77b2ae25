// An extra window that a plan opened for a while, and that is never without a visitor: it closes in
// place of a next call, so that it does not stand until the evening.
import { describe, expect, test } from 'vitest';
import { deskView } from '../../../shared/views/clerk-desk.ts';
import { MINUTE, NINE, clerk, foldedAnew, given, kiosk } from '../../helpers/hall.ts';
import { later, manager, system } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const NATURAL = ['natural-person'];
const tick = system('tick');
/** Clerk K01 (SC RS) at windows 1, K06 (SC RS GA) at 2. */
const staffed = () =>
  given(
    smallHall(),
    clerk('K01')('openWindow', { window: 1 }),
    clerk('K06')('openWindow', { window: 2 }),
  );

describe('an extra window with visitors one after the other', () => {
  const open = { kind: 'open', window: 3, clerk: 'K03', zones: NATURAL };
  const K03 = clerk('K03');
  const plan = manager('applyPlan', { changes: [open], forMs: 5 * MINUTE });
  /** K06 at window 2 may serve whoever comes here; K03 has a visitor when the time is over. */
  const overdue = () =>
    staffed().and(
      plan,
      kiosk('issueTicket', { items: ['GA001'] }),
      kiosk('issueTicket', { items: ['GA001'] }),
      ...[K03('callNext'), K03('startService'), later(5 * MINUTE)],
    );
  const done = K03('finishCase', { case: 'B001-1', outcome: 'closed' });

  test('closes in place of the next call, with no tick between', () => {
    const hall = overdue().and(done);
    hall.when(K03('callNext')).then([
      { type: 'AdviceReverted', advice: 'advice-1', returned: [3], kept: [] },
      { type: 'PromptEnded', outcome: 'left' },
      { type: 'WindowClosed', window: 3 },
    ]);
    expect(hall.day.advice.get('advice-1')?.state.status).toBe('returned');
    expect(hall.ticket('B002').state.status).toBe('waiting');
    expect(foldedAnew(hall.hall)).toEqual(hall.day);
  });

  test('interrupts nobody, and the desk knows when it closes', () => {
    const hall = overdue();
    hall.when(tick).then('nothing-due');
    hall.when(K03('callNext')).then('window-busy', 'B001');
    expect(deskView(hall.day, hall.window(3).no)).toMatchObject({
      ...{ status: 'serving', closesAt: NINE + 5 * MINUTE },
    });
    expect(deskView(hall.day, hall.window(2).no).closesAt).toBeNull();
  });

  test('and a rating that nobody gave end one after the other, though both were due at once', () => {
    const hall = overdue().and(done, later(5 * MINUTE));
    hall.when(tick).then([{ type: 'PromptEnded', outcome: 'timedOut' }]);
    hall.when(tick).then([
      { type: 'AdviceReverted', returned: [3] },
      { type: 'WindowClosed', window: 3 },
    ]);
    expect(foldedAnew(hall.hall)).toEqual(hall.day);
  });

  test('calls on until its time, and while somebody can go to no other window', () => {
    const early = staffed().and(plan, kiosk('issueTicket', { items: ['GA001'] }));
    early
      .and(later(5 * MINUTE - 1))
      .when(K03('callNext'))
      .then([{ type: 'TicketCalled' }]);
    const alone = overdue().and(clerk('K06')('closeWindow', { leave: true }), done);
    alone
      .when(K03('callNext'))
      .then([{ type: 'PromptEnded' }, { type: 'TicketCalled', ticket: 'B002' }]);
  });

  test('is the own of whoever opened it again since', () => {
    const hall = overdue().and(done, K03('closeWindow'), later(1));
    hall.and(K03('openWindow', { window: 3 }));
    expect(deskView(hall.day, hall.window(3).no).closesAt).toBeNull();
    hall.when(K03('callNext')).then([{ type: 'TicketCalled', ticket: 'B002' }]);
  });
});
