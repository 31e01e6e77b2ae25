/** Small streams and sightings for the checks' tests: a day of two tickets, all well. */
import type { HallEvent, StoredEvent } from '../../../shared/hall/events.ts';
import type { History, Paper, Press, ScreenHistory, SeenAnswer } from '../../day/history.ts';
import { findings } from '../../day/history.ts';
import type { Fault } from '../../day/history.ts';

const START_AT = Date.parse('2026-11-23T08:30+08:00');

export type Loose = { readonly type: HallEvent['type'] } & Readonly<Record<string, unknown>>;

const WHY = { why: { rule: 'longest-wait' } };

/** Events in order, a hall minute apart; `commandId` is `c<seq>` unless given. */
export function stream(events: readonly (Loose & { readonly id?: string })[]): StoredEvent[] {
  return events.map(({ id, ...event }, index) => ({
    seq: index + 1,
    at: START_AT + index * 60_000,
    by: typeof event['by'] === 'string' ? event['by'] : 'system',
    commandId: id ?? `c${String(index + 1)}`,
    event: { ...(event.type === 'TicketCalled' && WHY), ...event } as unknown as HallEvent,
  }));
}

const one = { ticket: 'B001', window: 1, clerk: 'JZ01' };
const two = { ticket: 'B002', window: 2, clerk: 'JZ02' };

/** B001 is served with one case and rated, B002 is called again, missed and gone. */
export const GOOD_EVENTS: readonly Loose[] = [
  { type: 'DayOpened', configVersion: 1 },
  issued('B', 1),
  issued('B', 2),
  { type: 'TicketPrinted', ticket: 'B001', job: 'B001/0' },
  { type: 'TicketPrinted', ticket: 'B002', job: 'B002/0' },
  { type: 'TicketCalled', ...one, callSeq: 1 },
  { type: 'TicketCalled', ...two, callSeq: 2 },
  { type: 'ServiceStarted', ...one },
  { type: 'TicketRecalled', ticket: 'B002', window: 2, callSeq: 3 },
  { type: 'CaseFinished', ...one, case: 'B001-1', item: 'X', serviceSeq: 1, outcome: 'closed' },
  { type: 'PromptOpened', ...one, case: 'B001-1', serviceSeq: 1 },
  { type: 'TicketFinished', ...one, promptDeadlineAt: START_AT },
  { type: 'CaseRated', date: '2026-11-23', case: 'B001-1', serviceSeq: 1, window: 1, level: 5 },
  { type: 'PromptEnded', ...one, case: 'B001-1', serviceSeq: 1, outcome: 'rated' },
  { type: 'TicketMissed', ticket: 'B002', window: 2 },
];

/** A ticket as the kiosk gave it. */
export function issued(series: string, number: number): Loose {
  const ticket = `${series}${String(number).padStart(3, '0')}`;
  const cases = [{ case: `${ticket}-1`, item: 'X' }];
  return { type: 'TicketIssued', ticket, series, number, zone: 'z', cases, kiosk: 'kiosk-1' };
}

/** An accepted press. */
export function press(commandId: string, type: string, answer: Partial<SeenAnswer>): Press {
  return {
    commandId,
    type,
    by: 'somebody',
    window: null,
    sentMs: 0,
    failures: [],
    answers: [{ atMs: 5, status: 200, accepted: true, ...answer }],
  };
}

export function paper(id: number, number: string, change: Partial<Paper> = {}): Paper {
  return { id, number, slipOf: null, token: `t-${number}`, reprint: false, whole: true, ...change };
}

/** A lobby screen that got every view in one connection and spoke every call. */
export function goodScreen(change: Partial<ScreenHistory> = {}): ScreenHistory {
  const call = (callSeq: number, ticket: string, window: number, seq: number) => ({
    callSeq,
    ticket,
    window,
    seq,
    atMs: seq * 10,
  });
  const calls = [call(1, 'B001', 1, 6), call(2, 'B002', 2, 7), call(3, 'B002', 2, 9)];
  return {
    name: 'lobby-1',
    window: null,
    sessions: [
      { views: GOOD_EVENTS.map((_, seq) => ({ seq: seq + 1, atMs: seq * 10 })), closedMs: null },
    ],
    shown: calls,
    spoken: calls,
    wentBack: [],
    ...change,
  };
}

/** A day on which everything went well. */
export function goodHistory(change: Partial<History> = {}): History {
  return {
    alone: true,
    date: '2026-11-23',
    configs: [],
    nights: [],
    nightPresses: [],
    arrivalsChanged: [],
    happened: new Map(),
    afterSeq: 0,
    events: stream(GOOD_EVENTS),
    presses: [
      press('c2', 'issueTicket', { seq: 2, ticket: 'B001', token: 't-B001' }),
      press('c3', 'issueTicket', { seq: 3, ticket: 'B002', token: 't-B002' }),
      press('c6', 'callNext', { seq: 6, ticket: 'B001', callSeq: 1 }),
      press('c7', 'callNext', { seq: 7, ticket: 'B002', callSeq: 2 }),
      press('c13', 'rateCase', { seq: 13 }),
    ],
    forgeries: [{ by: 'clerk:1', what: 'rateCase', case: 'B001-1', accepted: false }],
    screens: [goodScreen()],
    papers: [paper(1, 'B001'), paper(2, 'B002')],
    topicsRefused: [],
    papersUnseen: 0,
    killsMs: [],
    speed: 180,
    latenessMs: 0,
    ...change,
  };
}

/** The faults found in a history, by name, those with none left out. */
export function faultsOf(history: History): Partial<Record<Fault, string[]>> {
  const all = Object.entries(findings(history).findings);
  return Object.fromEntries(all.filter(([, sentences]) => sentences.length > 0));
}
