// Advice in the day's log: proposed, applied in one decision, dismissed, expired, returned by itself,
// measured. Window 2 (natural person) is moved to the legal persons' zone and comes back.
import { describe, expect, test } from 'vitest';
import type { AdviceChange, AdviceFigures } from '../../../shared/hall/advice.ts';
import type { Policy } from '../../../shared/hall/policy.ts';
import { clerk, foldedAnew, given, kiosk, later, manager, system } from '../../helpers/hall.ts';
import { MINUTE, NINE } from '../../helpers/hall.ts';
import type { Step } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const LEGAL = ['legal-person'];
const NATURAL = ['natural-person'];
const FIGURES: AdviceFigures = {
  ...{ gainMinutes: 180, lowMinutes: 120, highMinutes: 240, share: 0.2 },
  ...{ zones: [], horizonMs: 75 * MINUTE, rollouts: 24 },
};
const SCORE = { gainMinutes: 150, lowMinutes: 90, highMinutes: 200, rollouts: 24 };
const assign = { kind: 'assign', window: 2, zones: LEGAL };

function propose(...changes: readonly object[]): Step {
  const drafts = changes.map((change) => ({
    ...{ changes: [change], zone: 'legal-person', figures: FIGURES },
  }));
  return system('proposeAdvice', { cause: 'timer', drafts });
}
/** Clerk K01 (SC RS) at windows 1, K06 (SC RS GA) at 2. */
const staffed = (policy: Partial<Policy> = {}) =>
  given(
    smallHall(policy),
    clerk('K01')('openWindow', { window: 1 }),
    clerk('K06')('openWindow', { window: 2 }),
  );
const apply = (advice = 'advice-1') => manager('applyAdvice', { advice });
const revert = (advice = 'advice-1') => manager('revertAdvice', { advice });
const tick = system('tick');
const zonesOf = (hall: ReturnType<typeof staffed>, no: number) => hall.window(no).zones;
const statusOf = (hall: ReturnType<typeof staffed>, id = 'advice-1') =>
  hall.day.advice.get(id)?.state.status;

describe('a proposal', () => {
  test('stands with its figures and changes nothing', () => {
    const hall = staffed()
      .when(propose(assign))
      .then([{ type: 'AdviceProposed', advice: 'advice-1', figures: FIGURES }]);
    expect(zonesOf(hall, 2)).toEqual(NATURAL);
    expect(hall.day.advice.get('advice-1')).toMatchObject({
      ...{ expiresAt: NINE + 10 * MINUTE, untilAt: NINE + 75 * MINUTE },
    });
  });

  test('there are two at most, each with windows of its own', () => {
    const second = { kind: 'assign', window: 1, zones: NATURAL };
    const third = { kind: 'assign', window: 3, zones: LEGAL };
    staffed().and(propose(assign)).when(propose(assign)).then('advice-in-force', '2');
    const hall = staffed().and(propose(assign, second));
    expect(hall.day.advice.get('advice-2')?.onTopOf).toBe('advice-1');
    hall.when(propose(third)).then('advice-limit');
    hall.when(propose()).then('advice-limit');
  });

  test('none beyond the moves of a day, and none at all where the hall wants none', () => {
    staffed({ adviceMovesPerDayMax: 0 }).when(propose(assign)).then('advice-limit');
    staffed({ adviceMovesPerDayMax: 1 })
      .and(propose(assign), apply(), revert())
      .when(propose(assign))
      .then('advice-limit');
  });

  test('what changes nothing, or names what is not there, is none', () => {
    const hall = staffed();
    const changed = (change: object) => hall.when(propose(change));
    changed({ ...assign, zones: NATURAL }).then('advice-outdated', '2');
    changed({ ...assign, zones: ['moon'] }).then('unknown-zone', 'moon');
    changed({ ...assign, window: 99 }).then('unknown-window', '99');
    changed({ kind: 'close', window: 3 }).then('advice-outdated', '3');
    changed({ kind: 'pauseLater', window: 2 }).then('advice-outdated', '2');
    changed({ kind: 'open', window: 2, clerk: 'K03' }).then('window-taken', 'K06');
    changed({ kind: 'open', window: 3, clerk: 'K01' }).then('clerk-at-other-window', '1');
    changed({ kind: 'open', window: 3, clerk: 'K05' }).then('not-certified', 'K05');
    changed({ kind: 'open', window: 3, clerk: 'K99' }).then('unknown-clerk', 'K99');
  });

  test('expires when nobody answers, and cannot be applied then', () => {
    const hall = staffed().and(propose(assign), later(10 * MINUTE));
    hall.when(apply()).then('advice-over');
    hall.when(tick).then([{ type: 'AdviceExpired', advice: 'advice-1' }]);
    expect(statusOf(hall)).toBe('expired');
    hall.when(tick).then('nothing-due');
  });

  test('is dismissed with a reason, once', () => {
    const dismiss = manager('dismissAdvice', { advice: 'advice-1', reason: 'staff-needed' });
    const hall = staffed().and(propose(assign));
    hall
      .when(dismiss)
      .then([{ type: 'AdviceDismissed', advice: 'advice-1', reason: 'staff-needed' }]);
    hall.when(dismiss).then('advice-over');
    hall.when(apply()).then('advice-over');
    hall.when(manager('dismissAdvice', { advice: 'advice-9' })).then('unknown-advice', 'advice-9');
  });
});

describe('applied', () => {
  test('the window moves in the same decision and names the advice', () => {
    const hall = staffed().and(propose(assign));
    hall.when(apply()).then([
      { type: 'AdviceApplied', advice: 'advice-1', untilAt: NINE + 75 * MINUTE },
      { type: 'WindowAssigned', window: 2, zones: LEGAL, advice: 'advice-1' },
    ]);
    expect(zonesOf(hall, 2)).toEqual(LEGAL);
    expect(hall.day.adviceMoves).toBe(1);
    hall.when(apply()).then('advice-over');
    hall.when(apply('advice-9')).then('unknown-advice', 'advice-9');
  });

  test('a visitor who is being served stays', () => {
    const hall = staffed().and(
      kiosk('issueTicket', { items: ['RS001'] }),
      clerk('K06')('callNext'),
      clerk('K06')('startService'),
      propose(assign),
      apply(),
    );
    expect(hall.ticket('B001').state.status).toBe('serving');
    expect(zonesOf(hall, 2)).toEqual(LEGAL);
  });

  test('is refused when it would leave a waiting ticket without a window', () => {
    const hall = staffed().and(propose(assign), kiosk('issueTicket', { items: ['RS001'] }));
    hall.when(apply()).then('only-here-waiting', '1');
    expect(zonesOf(hall, 2)).toEqual(NATURAL);
    hall.and(clerk('K03')('openWindow', { window: 3 }));
    // Window 3 takes GA alone; a window for RS opens only when somebody is certified for it there.
    hall.when(apply()).then('only-here-waiting', '1');
  });

  test('or who is served now and goes on to that window', () => {
    const hall = staffed().and(clerk('K07')('openWindow', { window: 5 }));
    hall.and(kiosk('issueTicket', { package: 'PK02' }), clerk('K01')('callNext'));
    const close = manager('applyPlan', { changes: [{ kind: 'close', window: 5 }] });
    hall.when(close).then('only-here-waiting', '1');
    hall.and(clerk('K01')('startService')).when(close).then('only-here-waiting', '1');
  });

  test('is refused when the hall is no longer as it was', () => {
    const hall = staffed().and(
      propose(assign),
      manager('assignWindow', { window: 2, zones: LEGAL }),
    );
    hall.when(apply()).then('advice-outdated', '2');
  });

  test('by itself where the hall has turned that on', () => {
    const hall = staffed({ adviceAuto: true });
    hall
      .when(propose(assign))
      .then([
        { type: 'AdviceProposed' },
        { type: 'AdviceApplied' },
        { type: 'WindowAssigned', zones: LEGAL },
      ]);
  });

  test('but by itself no window opens in the name of a clerk who may have gone', () => {
    const open = { kind: 'open', window: 3, clerk: 'K03' };
    const hall = staffed({ adviceAuto: true });
    hall.when(propose(open)).then([{ type: 'AdviceProposed' }]);
    expect(hall.window(3).state.status).toBe('closed');
    hall.when(apply()).then([{ type: 'AdviceApplied' }, { type: 'WindowOpened', clerk: 'K03' }]);
  });

  test('late, it stays at least as long as a moved window must', () => {
    const hall = staffed({ adviceHorizonMs: 15 * MINUTE, adviceExpiryMs: 15 * MINUTE }).and(
      ...[propose(assign), later(14 * MINUTE), apply()],
    );
    expect(hall.day.advice.get('advice-1')?.untilAt).toBe(NINE + 34 * MINUTE);
  });
});

describe('the way back', () => {
  const moved = () => staffed().and(propose(assign), apply());

  test('comes by itself at its time', () => {
    const hall = moved().and(later(75 * MINUTE - 1));
    hall.when(tick).then('nothing-due');
    hall
      .and(later(1))
      .when(tick)
      .then([
        { type: 'AdviceReverted', advice: 'advice-1', returned: [2], kept: [] },
        { type: 'WindowAssigned', window: 2, zones: NATURAL },
      ]);
    expect(zonesOf(hall, 2)).toEqual(NATURAL);
    expect(statusOf(hall)).toBe('returned');
    expect(foldedAnew(hall.hall)).toEqual(hall.day);
  });

  test('or earlier, when a manager wants it', () => {
    const hall = moved();
    hall.when(revert()).then([{ type: 'AdviceReverted' }, { type: 'WindowAssigned' }]);
    hall.when(revert()).then('advice-over');
    hall.when(revert('advice-9')).then('unknown-advice', 'advice-9');
  });

  test('leaves alone what somebody has changed since, even to the same zones', () => {
    const hall = moved().and(manager('assignWindow', { window: 2, zones: LEGAL }));
    hall.when(revert()).then([{ type: 'AdviceReverted', returned: [], kept: [2] }]);
    expect(zonesOf(hall, 2)).toEqual(LEGAL);
  });

  test('waits while only this window may call somebody', () => {
    const hall = moved().and(
      kiosk('issueTicket', { items: ['SC001'] }),
      clerk('K01')('closeWindow', { leave: true }),
      later(75 * MINUTE),
    );
    hall.when(tick).then('nothing-due');
    hall.when(revert()).then('advice-not-yet', '2');
    hall.and(clerk('K06')('callNext'), clerk('K06')('startService'));
    hall.and(clerk('K06')('finishCase', { case: 'A001-1', outcome: 'closed' }));
    hall.and(tick);
    expect(zonesOf(hall, 2)).toEqual(NATURAL);
  });

  test('an extra clerk leaves when the visitor at the window has left', () => {
    const hall = staffed().and(
      propose({ kind: 'open', window: 3, clerk: 'K03', zones: NATURAL }),
      apply(),
      kiosk('issueTicket', { items: ['GA001'] }),
      clerk('K03')('callNext'),
      clerk('K03')('startService'),
    );
    hall.when(revert()).then([{ type: 'AdviceReverted', returned: [], kept: [] }]);
    hall.when(revert()).then('advice-not-yet', '3');
    hall.and(clerk('K03')('finishCase', { case: 'B001-1', outcome: 'closed' }));
    hall.and(tick);
    expect(hall.window(3).state.status).toBe('closed');
    expect(statusOf(hall)).toBe('returned');
  });

  test('a pause that was put off begins, as long as it was to be', () => {
    const pause = { reason: 'lunch', returnAt: NINE + 30 * MINUTE, onlyHereFirst: true };
    const hall = staffed().and(
      kiosk('issueTicket', { items: ['RS001'] }),
      clerk('K06')('pauseWindow', pause),
      propose({ kind: 'pauseLater', window: 2 }),
      apply(),
    );
    expect(hall.window(2).state).toMatchObject({ status: 'idle', pauseAfter: null });
    const returnAt = NINE + 105 * MINUTE;
    hall
      .and(later(75 * MINUTE))
      .when(tick)
      .then([
        { type: 'AdviceReverted', returned: [2] },
        { type: 'WindowPaused', window: 2, reason: 'lunch', returnAt },
      ]);
  });
});

describe('a plan by hand', () => {
  const plan = (...changes: readonly object[]) => manager('applyPlan', { changes });
  /** A clerk goes from window 1 to window 3. */
  const clerkMoves: readonly AdviceChange[] = [
    { kind: 'close', window: 1 as never },
    { kind: 'open', window: 3 as never, clerk: 'K01' as never, zones: 'all' },
  ];

  test('moves a clerk from one window to another, and back in the other order', () => {
    const hall = staffed();
    hall
      .when(plan(...clerkMoves))
      .then([
        { type: 'AdviceProposed', source: 'hand' },
        { type: 'AdviceApplied' },
        { type: 'WindowClosed', window: 1 },
        { type: 'WindowAssigned', window: 3, zones: 'all' },
        { type: 'WindowOpened', window: 3, clerk: 'K01' },
      ]);
    hall.when(plan({ ...assign, window: 3 })).then('advice-in-force', '3');
    hall.when(revert()).then([
      { type: 'AdviceReverted', returned: [3, 1], kept: [] },
      { type: 'WindowClosed', window: 3 },
      { type: 'WindowAssigned', window: 3, zones: NATURAL },
      { type: 'WindowOpened', window: 1, clerk: 'K01' },
    ]);
    expect(foldedAnew(hall.hall)).toEqual(hall.day);
  });

  test('takes nothing from the moves of the adviser', () => {
    const hall = staffed({ adviceMovesPerDayMax: 1 }).and(plan(assign), revert(), propose(assign));
    expect(statusOf(hall, 'advice-2')).toBe('proposed');
  });

  test('does not interrupt: a window with a visitor does not close', () => {
    const hall = staffed().and(
      kiosk('issueTicket', { items: ['SC001'] }),
      clerk('K01')('callNext'),
    );
    hall.when(plan(...clerkMoves)).then('window-busy', 'A001');
  });

  test('each window once, and not without any change', () => {
    staffed()
      .when(plan(assign, { kind: 'close', window: 2 }))
      .then('advice-outdated');
  });
});

test('what was measured afterwards stands beside what was predicted, once', () => {
  const score = system('scoreAdvice', { advice: 'advice-1', score: SCORE });
  const hall = staffed().and(propose(assign));
  hall.when(score).then('advice-over');
  hall.and(manager('dismissAdvice', { advice: 'advice-1' }));
  hall.when(score).then([{ type: 'AdviceScored', advice: 'advice-1', score: SCORE }]);
  expect(hall.day.advice.get('advice-1')?.score).toEqual(SCORE);
  hall.when(score).then('advice-over');
  hall.when(system('scoreAdvice', { advice: 'advice-7', score: SCORE })).then('unknown-advice');
});
