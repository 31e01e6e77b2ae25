/** Windows on loan: moved by advice in force, and to go back when its time is over. */
import type { WindowNo } from '../base/ids.ts';
import { windowOfChange } from './advice.ts';
import type { Advice } from './advice.ts';
import type { ZoneScope } from './config.ts';
import type { Day } from './day.ts';

/** The advice in force that has put the window into its zones and is to take it back; or null. */
export function loanOf(day: Day, window: WindowNo): Advice | null {
  const advice = day.advice.get(day.windows.get(window)?.advice ?? '');
  if (advice?.state.status !== 'applied') return null;
  const isLent = advice.state.returns.some(
    ({ change }) => change.kind === 'assign' && change.window === window,
  );
  return isLent ? advice : null;
}

/** A window whose advice ends soon, with the zones that it will go back to. */
export interface EndingLoan {
  readonly window: WindowNo;
  readonly zones: ZoneScope;
}

/** The windows that would go back after `fromAt` and by `untilAt`. */
export function endingLoans(day: Day, fromAt: number, untilAt: number): EndingLoan[] {
  const isBetween = (at: number) => at > fromAt && at <= untilAt;
  return [...day.windows.keys()].flatMap((no) => {
    const advice = loanOf(day, no);
    if (advice?.state.status !== 'applied' || !isBetween(advice.untilAt)) return [];
    const own = advice.state.returns.find(({ change }) => windowOfChange(change) === no);
    return own ? [{ window: no, zones: own.zones }] : [];
  });
}
