// Advice that is not a moved window: the walls between the zones open for a while, a break begins at
// another time; and advice that nobody wants rests, or ends when its reason has gone.
import { describe, expect, test } from 'vitest';
import { endingLoans } from '../../../shared/hall/advice-loan.ts';
import { planOf } from '../../../shared/hall/plan.ts';
import type { Policy } from '../../../shared/hall/policy.ts';
import { freeHere } from '../../../shared/hall/presence.ts';
import { staffNo } from '../../../shared/base/ids.ts';
import { MINUTE, NINE, clerk, foldedAnew, given, kiosk, later } from '../../helpers/hall.ts';
import { manager, system } from '../../helpers/hall.ts';
import type { Step } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const ORDER = { kind: 'order', routing: 'zones' };
const ASSIGN = { kind: 'assign', window: 2, zones: ['legal-person'] };
const BREAK = { kind: 'moveBreak', window: 2, clerk: 'K06', byMs: 30 * MINUTE };
const NAMES_ORDER: Partial<Policy> = { adviceNamesOrder: true };

function propose(change: object, gainMinutes = 100): Step {
  const figures = {
    ...{ gainMinutes, lowMinutes: 50, highMinutes: 150, share: 0.2 },
    ...{ zones: [], horizonMs: 75 * MINUTE, rollouts: 24 },
  };
  const drafts = [{ changes: [change], zone: 'legal-person', figures }];
  return system('proposeAdvice', { cause: 'timer', drafts });
}
const apply = (advice = 'advice-1') => manager('applyAdvice', { advice });
const revert = (advice = 'advice-1') => manager('revertAdvice', { advice });
const dismiss = (advice = 'advice-1') => manager('dismissAdvice', { advice });
const tick = system('tick');

/** K01 and K06 sit at windows 1 and 2; one company visitor waits. */
const staffed = (policy: Partial<Policy> = {}) =>
  given(
    smallHall(policy),
    clerk('K01')('openWindow', { window: 1 }),
    clerk('K06')('openWindow', { window: 2 }),
    kiosk('issueTicket', { items: ['SC001'] }),
  );
const routing = (hall: ReturnType<typeof staffed>) => hall.day.plan.config.policy.routing;

describe('the order of calls', () => {
  test('is proposed only where the hall allows it, and only from the strict order', () => {
    staffed().when(propose(ORDER)).then('advice-outdated');
    staffed({ ...NAMES_ORDER, routing: 'promise' })
      .when(propose(ORDER))
      .then('advice-outdated');
    staffed(NAMES_ORDER)
      .when(propose(ORDER))
      .then([{ type: 'AdviceProposed' }]);
  });

  test('is set in one press, takes no move, and opens the walls for who waited long', () => {
    const hall = staffed({ ...NAMES_ORDER, adviceMovesPerDayMax: 1 }).and(propose(ORDER));
    hall.when(apply()).then([
      { type: 'AdviceApplied', advice: 'advice-1' },
      { type: 'OrderSet', routing: 'zones', advice: 'advice-1' },
    ]);
    expect(routing(hall)).toBe('zones');
    expect(hall.day.adviceMoves).toBe(0);
    hall.when(clerk('K06')('callNext')).then('nobody-waiting');
    hall.and(later(16 * MINUTE));
    hall.when(clerk('K06')('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });

  test('returns by itself, and the log tells the same day again', () => {
    const hall = staffed(NAMES_ORDER).and(propose(ORDER), apply(), later(75 * MINUTE));
    hall.when(tick).then([
      { type: 'AdviceReverted', returned: [], kept: [], order: 'returned' },
      { type: 'OrderSet', routing: null },
    ]);
    expect(routing(hall)).toBe('strict');
    expect(hall.day.advice.get('advice-1')?.state.status).toBe('returned');
    expect(foldedAnew(hall.hall)).toEqual(hall.day);
  });

  test('is proposed once at a time, and nobody sets it twice', () => {
    const hall = staffed(NAMES_ORDER).and(propose(ORDER));
    hall.when(propose(ORDER)).then('advice-outdated');
    hall.and(apply());
    hall.when(propose(ORDER)).then('advice-outdated');
  });

  test('stays as it was published, when somebody publishes meanwhile', () => {
    const hall = staffed(NAMES_ORDER).and(propose(ORDER), apply());
    const next = smallHall({ ...NAMES_ORDER, routing: 'promise' });
    hall.day.plans.set(2, planOf({ ...next, version: 2 }));
    hall.and(manager('publishConfig', { configVersion: 2 }));
    hall.when(revert()).then([{ type: 'AdviceReverted', order: 'kept' }]);
    expect(routing(hall)).toBe('promise');
  });

  test('waits to return while only an open wall serves somebody', () => {
    const hall = staffed(NAMES_ORDER).and(propose(ORDER), apply());
    hall.and(clerk('K01')('closeWindow', { leave: true }));
    hall.when(revert()).then([{ type: 'AdviceReverted', returned: [], kept: [] }]);
    hall.when(revert()).then('advice-not-yet');
    expect(routing(hall)).toBe('zones');
    hall.and(clerk('K01')('openWindow', { window: 1 }), tick);
    expect(routing(hall)).toBe('strict');
  });
});

describe('a break at another time', () => {
  test('is noted when a manager has asked for it, and nothing moves', () => {
    const hall = staffed({ adviceAuto: true }).and(propose(BREAK));
    expect(hall.day.advice.get('advice-1')?.state.status).toBe('proposed');
    hall.when(apply()).then([{ type: 'AdviceApplied', advice: 'advice-1' }]);
    expect(hall.day.adviceMoves).toBe(0);
    hall
      .and(later(75 * MINUTE))
      .when(tick)
      .then([{ type: 'AdviceReverted', returned: [2], kept: [] }]);
    expect(foldedAnew(hall.hall)).toEqual(hall.day);
  });

  test('is no advice for who is on a break already, or not there', () => {
    staffed()
      .when(propose({ ...BREAK, clerk: 'K01' }))
      .then('advice-outdated', '2');
    staffed()
      .and(clerk('K06')('pauseWindow', { reason: 'lunch' }))
      .when(propose(BREAK))
      .then('advice-outdated', '2');
  });
});

describe('a window that is kept', () => {
  const KEEP = { kind: 'keep', window: 2, zones: ['legal-person'] };
  const lent = () => staffed().and(propose(ASSIGN), apply(), later(70 * MINUTE));

  test('stays where it is, takes no move, and goes home when the new time is over', () => {
    const hall = lent().and(propose(KEEP));
    hall.when(apply('advice-2')).then([
      { type: 'AdviceApplied', advice: 'advice-2' },
      { type: 'WindowAssigned', window: 2, zones: ['legal-person'], advice: 'advice-2' },
    ]);
    expect(hall.day.adviceMoves).toBe(1);
    expect(hall.day.advice.get('advice-1')?.state.status).toBe('returned');
    hall
      .and(later(74 * MINUTE))
      .when(tick)
      .then('nothing-due');
    hall.and(later(MINUTE), tick);
    expect(hall.window(2).zones).toEqual(['natural-person']);
    expect(hall.day.advice.get('advice-2')?.state.status).toBe('returned');
    expect(foldedAnew(hall.hall)).toEqual(hall.day);
  });

  test('is thought of shortly before its time is over', () => {
    const { day } = lent();
    const home = [{ window: 2, zones: ['natural-person'] }];
    expect(endingLoans(day, NINE + 72 * MINUTE, NINE + 82 * MINUTE)).toEqual(home);
    expect(endingLoans(day, NINE + 75 * MINUTE, NINE + 85 * MINUTE)).toEqual([]);
    expect(endingLoans(day, NINE + 60 * MINUTE, NINE + 70 * MINUTE)).toEqual([]);
    expect(endingLoans(staffed().day, NINE, NINE + 75 * MINUTE)).toEqual([]);
  });

  test('is one that advice has lent; when it has gone back the proposal ends', () => {
    staffed().when(propose(KEEP)).then('advice-outdated', '2');
    const hall = lent().and(propose(KEEP), later(5 * MINUTE), tick);
    expect(hall.window(2).zones).toEqual(['natural-person']);
    hall.when(tick).then([{ type: 'AdviceExpired', advice: 'advice-2' }]);
  });

  test('of two that were lent the other one goes back at its own time', () => {
    const hall = staffed().and(clerk('K03')('openWindow', { window: 3 }));
    const both = [ASSIGN, { ...ASSIGN, window: 3 }];
    hall.and(manager('applyPlan', { changes: both }), later(70 * MINUTE), propose(KEEP));
    hall.and(apply('advice-2'), later(5 * MINUTE), tick);
    expect(hall.window(2).zones).toEqual(['legal-person']);
    expect(hall.window(3).zones).toEqual(['natural-person']);
    hall.and(revert('advice-2'));
    expect(hall.window(2).zones).toEqual(['natural-person']);
  });
});

describe('what nobody wants', () => {
  const also = { ...ASSIGN, zones: ['natural-person', 'legal-person'] };

  test('is not said again for half an hour, not even in other words', () => {
    const hall = staffed().and(propose(ASSIGN), dismiss());
    hall.when(propose(ASSIGN)).then('advice-outdated');
    hall.when(propose(also)).then('advice-outdated');
    hall.and(later(30 * MINUTE - 1));
    hall.when(propose(ASSIGN)).then('advice-outdated');
    hall.and(later(1));
    hall.when(propose(ASSIGN)).then([{ type: 'AdviceProposed' }]);
  });

  test('unless it saves clearly more by now, or the hall wants no rest', () => {
    const hall = staffed().and(propose(ASSIGN, 100), dismiss());
    hall.when(propose(ASSIGN, 149)).then('advice-outdated');
    hall.when(propose(ASSIGN, 150)).then([{ type: 'AdviceProposed' }]);
    staffed({ adviceRestMs: 0 })
      .and(propose(ASSIGN), dismiss())
      .when(propose(ASSIGN))
      .then([{ type: 'AdviceProposed' }]);
  });

  test('rests as well when it lapsed, or a manager took it back', () => {
    const lapsed = staffed().and(propose(ASSIGN), later(10 * MINUTE), tick);
    lapsed.when(propose(ASSIGN)).then('advice-outdated');
    const back = staffed().and(propose(ASSIGN), apply(), later(MINUTE), revert());
    back.when(propose(ASSIGN)).then('advice-outdated');
  });

  test('what returned at its time may be said at once', () => {
    const hall = staffed().and(propose(ASSIGN), apply(), later(75 * MINUTE), tick);
    hall.when(propose(ASSIGN)).then([{ type: 'AdviceProposed', advice: 'advice-2' }]);
  });
});

describe('a proposal without a reason', () => {
  const expired = [{ type: 'AdviceExpired', advice: 'advice-1' }] as const;

  test('ends at once when nobody waits there any more, and may come again', () => {
    const hall = staffed().and(propose(ASSIGN));
    hall.when(tick).then('nothing-due');
    hall.and(clerk('K01')('callNext')).when(tick).then(expired);
    hall.and(kiosk('issueTicket', { items: ['SC001'] }));
    hall.when(propose(ASSIGN)).then([{ type: 'AdviceProposed', advice: 'advice-2' }]);
  });

  test('and when its window was moved, or its clerk sits elsewhere', () => {
    staffed()
      .and(propose(ASSIGN), manager('assignWindow', { window: 2, zones: ['legal-person'] }))
      .when(tick)
      .then(expired);
    staffed()
      .and(propose({ kind: 'open', window: 3, clerk: 'K03' }))
      .and(clerk('K03')('openWindow', { window: 5 }))
      .when(tick)
      .then(expired);
  });
});

test('clerks and chiefs with a page open are here; a manager who looks on is not meant', () => {
  const { day } = staffed();
  const signedIn = new Set(['K06', 'K03', 'M01', 'K99'].map(staffNo));
  expect(freeHere(day)).toEqual([]);
  expect(freeHere(day, signedIn)).toEqual(['K03']);
  expect(day.lastAt).toBeGreaterThanOrEqual(NINE);
});
