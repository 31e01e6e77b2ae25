/** The checker itself: a good day has no fault, and each seeded bug is found under its own name. */
import { describe, expect, it } from 'vitest';
import type { Fault, History } from '../../day/history.ts';
import { findings } from '../../day/history.ts';
import type { Loose } from './good-day.ts';
import {
  GOOD_EVENTS,
  faultsOf,
  goodHistory,
  goodScreen,
  issued,
  paper,
  press,
  stream,
} from './good-day.ts';

const without = (type: string) => stream(renumbered(GOOD_EVENTS.filter((e) => e.type !== type)));
/** Keeps the command ids of the good day, so that only the removed event is missing. */
function renumbered(events: readonly Loose[]): (Loose & { id: string })[] {
  return events.map((event) => ({ ...event, id: `c${String(GOOD_EVENTS.indexOf(event) + 1)}` }));
}
const with_ = (...events: Loose[]) => stream([...GOOD_EVENTS, ...events]);

describe('a good day', () => {
  it('has no fault', () => {
    expect(faultsOf(goodHistory())).toEqual({});
  });

  it('may have been restored: passed-over numbers are accounted for', () => {
    const events = with_(
      { type: 'NumbersSkipped', series: 'B', from: 3, to: 9 },
      { ...issued('B', 10), id: 'x10' },
      { type: 'PrintFailed', ticket: 'B010', job: 'B010/0', reason: 'paper-out' },
      { type: 'TicketCancelled', ticket: 'B010' },
    );
    const presses = [
      ...goodHistory().presses,
      press('x10', 'issueTicket', { seq: 17, ticket: 'B010', token: 't-B010' }),
    ];
    expect(faultsOf(goodHistory({ events, presses }))).toEqual({});
  });
});

type Seeded = readonly [bug: string, found: Fault, history: Partial<History>];

const call = { ticket: 'B001', window: 3, clerk: 'JZ03', callSeq: 4 };
const rated = GOOD_EVENTS[12] as Loose;
const good = goodHistory();

const SEEDED: readonly Seeded[] = [
  [
    'an acknowledged ticket is in no event',
    'lost',
    {
      presses: [...good.presses, press('z', 'issueTicket', { ticket: 'B009', seq: 99 })],
    },
  ],
  ['a ticket waits for ever', 'lost', { events: with_({ ...issued('B', 3), id: 'c3' }) }],
  ['a number is issued twice', 'duplicated', { events: with_({ ...issued('B', 2), id: 'c3' }) }],
  [
    'one press makes two tickets',
    'duplicated',
    {
      events: with_({ ...issued('B', 3), id: 'c2' }),
    },
  ],
  [
    'two visitors hold one ticket',
    'duplicated',
    {
      presses: [...good.presses, press('y', 'issueTicket', { ticket: 'B001', seq: 2 })],
    },
  ],
  [
    'a ticket in service is called',
    'calledTwice',
    {
      events: stream([...GOOD_EVENTS.slice(0, 8), { type: 'TicketCalled', ...call }]),
    },
  ],
  [
    'two presses are told the same call',
    'calledTwice',
    {
      presses: [...good.presses, press('y', 'callNext', { ticket: 'B001', callSeq: 1, seq: 6 })],
    },
  ],
  [
    'a clerk is told another ticket than was called',
    'calledTwice',
    {
      presses: good.presses.map((row) =>
        row.commandId === 'c7'
          ? press('c7', 'callNext', { ticket: 'B001', callSeq: 2, seq: 7 })
          : row,
      ),
    },
  ],
  ['a number is missing', 'numbersMissing', { events: with_(issued('B', 4)) }],
  ['a ticket is finished without service', 'illegalMoves', { events: without('ServiceStarted') }],
  [
    'a window calls with somebody there',
    'illegalMoves',
    {
      events: stream([
        ...GOOD_EVENTS.slice(0, 8),
        issued('B', 3),
        { type: 'TicketCalled', ticket: 'B003', window: 1, clerk: 'JZ01', callSeq: 3 },
      ]),
    },
  ],
  ['nobody asked for a ticket', 'notAskedFor', { events: with_(issued('B', 3)) }],
  [
    'an accepted press left no event',
    'acknowledgedLost',
    {
      presses: [...good.presses, press('gone', 'finishCase', { seq: 99 })],
    },
  ],
  [
    'a retry gets another ticket',
    'answersChanged',
    {
      presses: [twice(press('c2', 'issueTicket', { seq: 2, ticket: 'B001' }), { ticket: 'B002' })],
    },
  ],
  [
    'a retry of an accepted press is refused',
    'answersChanged',
    {
      presses: [
        twice(press('c6', 'callNext', { seq: 6, ticket: 'B001', callSeq: 1 }), {
          accepted: false,
          status: 409,
          code: 'window-busy',
        }),
      ],
    },
  ],
  [
    'a case of a finished visit has no outcome',
    'casesWithoutOutcome',
    {
      events: without('CaseFinished'),
    },
  ],
  [
    'a case is finished twice',
    'casesWithoutOutcome',
    {
      events: with_(GOOD_EVENTS[9] as Loose),
    },
  ],
  ['a prompt never ends', 'promptsWithoutEnd', { events: without('PromptEnded') }],
  ['a case ends without a prompt', 'promptsWithoutEnd', { events: without('PromptOpened') }],
  ['a prompt ends twice', 'promptsWithoutEnd', { events: with_(GOOD_EVENTS[13] as Loose) }],
  ['a case is rated twice', 'ratingsTwice', { events: with_({ ...rated, id: 'c13' }) }],
  [
    'a case is rated that was never finished',
    'ratingsTwice',
    {
      events: with_({ ...rated, case: 'B002-1', id: 'c13' }),
    },
  ],
  [
    'a rating comes from nowhere',
    'ratingsForged',
    {
      presses: good.presses.filter(({ type }) => type !== 'rateCase'),
    },
  ],
  [
    'a replayed rating is accepted',
    'ratingsForged',
    {
      forgeries: [{ by: 'wrong-nonce', what: 'rateCase', case: 'B001-1', accepted: true }],
    },
  ],
  [
    "a clerk's rating is accepted",
    'ratingsFromClerks',
    {
      forgeries: [{ by: 'clerk:1', what: 'declineRating', case: 'B001-1', accepted: true }],
    },
  ],
  [
    'a screen never showed a call',
    'screensMissedOrRepeated',
    {
      screens: [goodScreen(withoutCall(1))],
    },
  ],
  [
    'a screen showed a call and did not speak',
    'screensMissedOrRepeated',
    {
      screens: [goodScreen({ spoken: goodScreen().spoken.slice(1) })],
    },
  ],
  [
    'a screen spoke twice',
    'screensMissedOrRepeated',
    {
      screens: [
        goodScreen({ spoken: [...goodScreen().spoken, ...goodScreen().spoken.slice(0, 1)] }),
      ],
    },
  ],
  [
    'a screen spoke what was never called',
    'screensMissedOrRepeated',
    {
      screens: [
        goodScreen({
          spoken: goodScreen().spoken.map((row) => ({ ...row, window: row.window + 1 })),
        }),
      ],
    },
  ],
  ['a subscription was refused', 'topicsRefused', { topicsRefused: ['phone B001: unknown-topic'] }],
  [
    'a screen was given an older view',
    'viewsWentBack',
    {
      screens: [goodScreen({ wentBack: ['lobby-1: 3 after 5'] })],
    },
  ],
  [
    'a retry printed a second original',
    'papersDoubled',
    {
      papers: [...good.papers, paper(3, 'B001')],
    },
  ],
  [
    'a paper is called printed and lies nowhere',
    'papersMissing',
    {
      papers: good.papers.slice(1),
    },
  ],
  [
    'nobody was told what became of a paper',
    'papersMissing',
    {
      events: stream(
        renumbered(
          GOOD_EVENTS.filter((e) => !(e.type === 'TicketPrinted' && e['ticket'] === 'B001')),
        ),
      ),
    },
  ],
  [
    "a paper bears another ticket's code",
    'papersWrong',
    {
      papers: [paper(1, 'B001', { token: 't-B002' }), paper(2, 'B002')],
    },
  ],
];

function twice(row: ReturnType<typeof press>, second: object): ReturnType<typeof press> {
  const [first] = row.answers;
  if (first) row.answers.push({ ...first, ...second, atMs: first.atMs + 1 });
  return row;
}

function withoutCall(callSeq: number) {
  const { shown, spoken } = goodScreen();
  const others = (rows: typeof shown) => rows.filter((row) => row.callSeq !== callSeq);
  return { shown: others(shown), spoken: others(spoken) };
}

describe('each seeded bug is found', () => {
  it.each(SEEDED)('%s', (_bug, fault, change) => {
    expect(Object.keys(faultsOf(goodHistory(change)))).toContain(fault);
  });
});

describe('what is no fault', () => {
  it('a second paper that says so, and a torn one', () => {
    const papers = [
      paper(1, 'B001', { whole: false }),
      paper(2, 'B001'),
      paper(3, 'B001', { reprint: true }),
      paper(4, 'B002'),
    ];
    expect(faultsOf(goodHistory({ papers }))).toEqual({});
  });

  it('a call that was over when a cut-off screen came back', () => {
    const all = goodScreen().sessions[0]?.views ?? [];
    const sessions = [
      { views: all.filter((view) => view.seq < 6), closedMs: 60 },
      { views: all.filter((view) => view.seq >= 8), closedMs: null },
    ];
    const screen = goodScreen({ ...withoutCall(1), sessions });
    expect(faultsOf(goodHistory({ screens: [screen] }))).toEqual({});
  });

  it('but a screen that came back in time and did not show it is a fault', () => {
    const all = goodScreen().sessions[0]?.views ?? [];
    const sessions = [
      { views: all.filter((view) => view.seq < 6), closedMs: 60 },
      { views: all.filter((view) => view.seq >= 7), closedMs: null },
    ];
    const screen = goodScreen({ ...withoutCall(1), sessions });
    expect(faultsOf(goodHistory({ screens: [screen] }))).toHaveProperty('screensMissedOrRepeated');
  });

  it("another window's call on a window's own screen", () => {
    const { shown, spoken, sessions } = goodScreen();
    const own = (rows: typeof shown) => rows.filter((row) => row.window === 2);
    const screen = { name: 'window-2', window: 2, sessions, wentBack: [] };
    const history = goodHistory({
      screens: [{ ...screen, shown: own(shown), spoken: own(spoken) }],
    });
    expect(faultsOf(history)).toEqual({});
  });

  it('an earlier part of the same day, which is not ours', () => {
    const events = with_(
      { ...issued('B', 3), id: 'x' },
      { type: 'TicketCancelled', ticket: 'B003' },
    );
    const { counts } = findings(
      goodHistory({ events, alone: false, afterSeq: GOOD_EVENTS.length }),
    );
    expect(counts).toMatchObject({ issued: 1, finished: 0, abandoned: 1, missed: 0, calls: 0 });
  });

  it('a hall shared with others: their tickets and ratings are not ours', () => {
    const events = with_(issued('B', 3), { type: 'TicketCancelled', ticket: 'B003' });
    const presses = good.presses.filter(({ type }) => type !== 'rateCase');
    const told = faultsOf(goodHistory({ events, presses, alone: false }));
    expect(told).not.toHaveProperty('notAskedFor');
    expect(told).not.toHaveProperty('ratingsForged');
  });
});
