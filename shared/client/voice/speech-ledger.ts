/**
 * Which call is to be spoken next. Pure. A screen remembers the last one that it spoke, as
 * (date, callSeq); a view carries every ticket still called and the last calls, whole, so that the
 * memory and the newest view alone decide, whatever was missed, repeated or reordered in between.
 * Promises: in callSeq order, none twice, none that is finished, and none that is still called is
 * passed over. A recall has a callSeq of its own, and is therefore spoken again.
 */
import type { LobbyCall } from '../../views/lobby-board.ts';

export interface Spoken {
  readonly date: string;
  readonly callSeq: number;
}

/** The call whose turn it is, or null. `last` is null on a screen that never spoke. */
export function nextToSpeak(
  last: Spoken | null,
  date: string,
  calls: readonly LobbyCall[],
): LobbyCall | null {
  const [first] = waitingToBeSpoken(last, date, calls);
  return first ?? null;
}

/** All calls that are due, in the order in which they will be spoken. */
export function waitingToBeSpoken(
  last: Spoken | null,
  date: string,
  calls: readonly LobbyCall[],
): LobbyCall[] {
  if (last !== null && date < last.date) return [];
  const after = last !== null && last.date === date ? last.callSeq : 0;
  return calls
    .filter((call) => call.status === 'called' && call.callSeq > after)
    .sort((left, right) => left.callSeq - right.callSeq);
}

/** The visitor is still awaited: worth saying a second time. A recall has its own turn. */
export function isStillCalled(call: LobbyCall, calls: readonly LobbyCall[]): boolean {
  return calls.some((one) => one.callSeq === call.callSeq && one.status === 'called');
}

/** The memory after a call was said. It never goes back. */
export function spokenUpTo(last: Spoken | null, date: string, callSeq: number): Spoken {
  if (last !== null && (last.date > date || (last.date === date && last.callSeq >= callSeq))) {
    return last;
  }
  return { date, callSeq };
}
