/** Calls as the lobby's view lists them, for the tests of the voice. */
import { ticketId, windowNo, zoneCode } from '../../../shared/base/ids.ts';
import type { LobbyCall } from '../../../shared/views/lobby-board.ts';

/** A call still awaited, unless said otherwise. */
export function call(callSeq: number, more: Partial<LobbyCall> = {}): LobbyCall {
  return {
    callSeq,
    ticket: ticketId(`B${String(callSeq).padStart(3, '0')}`),
    window: windowNo(7),
    zone: zoneCode('natural-person'),
    language: 'zh-Hans',
    calledAt: 0,
    lastCallAt: 0,
    recalls: 0,
    status: 'called',
    carriedFrom: null,
    ...more,
  };
}
