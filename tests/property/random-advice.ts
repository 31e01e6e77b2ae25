/** Acts of the adviser and of managers about advice, sensible and not. */
import type { Day } from '../../shared/hall/day.ts';
import { manager, system } from '../helpers/hall.ts';
import type { Step } from '../helpers/hall.ts';
import type { Rows } from './random-day.ts';
import type { Act } from './random-pick.ts';
import { anyClerk, anyWindow, of } from './random-pick.ts';

const FIGURES = {
  ...{ gainMinutes: 60, lowMinutes: 20, highMinutes: 90, share: 0.1 },
  ...{ zones: [], horizonMs: 4_500_000, rollouts: 24 },
};
const SCORE = { gainMinutes: 50, lowMinutes: 10, highMinutes: 90, rollouts: 16 };

/** Some changes of windows: to a zone, open, close, pause later. */
export function anyChanges(day: Day, act: Act): object[] {
  const zone = of(day.plan.config.zones, act.first).code;
  const window = anyWindow(day, act);
  const other = anyWindow(day, { ...act, first: act.first + 1, second: act.second + 1 });
  const clerk = anyClerk(day, act);
  switch (act.second % 5) {
    case 0:
      return [{ kind: 'assign', window, zones: [zone] }];
    case 1:
      return [
        { kind: 'assign', window, zones: 'all' },
        { kind: 'assign', window: other, zones: [zone] },
      ];
    case 2:
      return [{ kind: 'open', window, clerk, zones: [zone] }];
    case 3:
      return [
        { kind: 'close', window },
        { kind: 'open', window: other, clerk, zones: 'all' },
      ];
    default:
      return [{ kind: act.first % 2 === 0 ? 'pauseLater' : 'close', window }];
  }
}

function anyAdvice(day: Day, { first }: Act): string {
  const ids = [...day.advice.keys()];
  return ids.length === 0 ? 'advice-1' : of([...ids].reverse(), first % 4);
}

/** What the adviser alone thinks of: a kept window, a break at another time, the order of calls. */
function anyAdvised(day: Day, act: Act): object[] {
  const window = anyWindow(day, act);
  const { zones } = day.windows.get(window) ?? { zones: 'all' };
  switch (act.second % 6) {
    case 0:
      return [{ kind: 'order', routing: 'zones' }];
    case 1:
      return [{ kind: 'keep', window, zones }];
    case 2:
      return [{ kind: 'moveBreak', window, clerk: anyClerk(day, act), byMs: 1_800_000 }];
    default:
      return anyChanges(day, act);
  }
}

function propose(day: Day, act: Act): Step {
  const [zone] = day.plan.config.zones;
  const drafts = [{ changes: anyAdvised(day, act), zone: zone?.code, figures: FIGURES }];
  return system('proposeAdvice', { cause: 'timer', drafts });
}

export const ADVICE_ROWS: Rows = [
  [2, propose],
  [2, (day, act) => manager('applyAdvice', { advice: anyAdvice(day, act) })],
  [1, (day, act) => manager('applyPlan', { changes: anyChanges(day, act), forMs: 600_000 })],
  [1, (day, act) => manager('revertAdvice', { advice: anyAdvice(day, act) })],
  [1, (day, act) => manager('dismissAdvice', { advice: anyAdvice(day, act) })],
  [1, (day, act) => system('scoreAdvice', { advice: anyAdvice(day, act), score: SCORE })],
];
