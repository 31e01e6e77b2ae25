/**
 * Bugs in a log: each bends the journal of a whole day in one place, and the invariant that it breaks
 * must say so. The day that is bent holds every kind of event that a bug needs.
 */
import { must } from '../../shared/base/assert.ts';
import { staffNo, ticketId } from '../../shared/base/ids.ts';
import type { CallReason, CallRule } from '../../shared/hall/call-reason.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { EventOf, EventType, HallEvent, StoredEvent } from '../../shared/hall/events.ts';
import type { Principal } from '../../shared/hall/principal.ts';
import { refused } from '../../shared/hall/refusal.ts';
import type { Bent, Entry } from './journal.ts';

export type Log = { entries: BentEntry[]; day: Day };
export type BentEntry = Omit<Bent<Entry>, 'stored'> & { stored: Bent<StoredEvent>[] };

/** The entry and place of one event of a kind, by default of the first. */
function find<Type extends EventType>(log: Log, type: Type, nth = 0) {
  const all = log.entries.flatMap((entry) =>
    entry.stored.flatMap((stored, place) => (stored.event.type === type ? [{ entry, place }] : [])),
  );
  return must(all.at(nth), `${type} in the seeded day`);
}

function change<Type extends EventType>(log: Log, type: Type, fields: object, nth = 0): void {
  const { entry, place } = find(log, type, nth);
  const stored = must(entry.stored[place], 'the event');
  stored.event = { ...stored.event, ...fields };
}

function drop(log: Log, type: EventType, nth = 0): void {
  const { entry, place } = find(log, type, nth);
  entry.stored.splice(place, 1);
}

function repeat(log: Log, type: EventType): void {
  const { entry, place } = find(log, type);
  entry.stored.push(must(entry.stored[place], 'the event'));
}

const eventsCalled = (log: Log) =>
  log.entries.flatMap(({ stored }) =>
    stored.flatMap(({ event }) => (event.type === 'TicketCalled' ? [event] : [])),
  );

const copyOf = (log: Log, type: EventType) => {
  const { entry, place } = find(log, type);
  return must(entry.stored[place], 'the event').event;
};

/** The first call by that rule, its reason bent. */
function changeCall(
  log: Log,
  rule: CallRule,
  bend: (why: CallReason) => Partial<CallReason>,
): void {
  for (const entry of log.entries) {
    for (const stored of entry.stored) {
      const { event } = stored;
      if (event.type !== 'TicketCalled' || event.why.rule !== rule) continue;
      stored.event = { ...event, why: { ...event.why, ...bend(event.why) } };
      return;
    }
  }
}

/** Two tickets called to one window, which no honest decide gives. */
function twoAtOneWindow(log: Log): void {
  const first = copyOf(log, 'TicketCalled') as EventOf<'TicketCalled'>;
  const issued = find(log, 'TicketIssued');
  const one = must(issued.entry.stored[issued.place], 'the event');
  const events: HallEvent[] = ['A901', 'A902'].map(
    (id) => ({ ...one.event, ticket: ticketId(id) }) as HallEvent,
  );
  events.push(...['A901', 'A902'].map((id) => ({ ...first, ticket: ticketId(id) })));
  log.entries.push({ ...issued.entry, stored: events.map((event) => ({ ...one, event })) });
}

/** What is wrong, the invariant that must notice, and how the log is bent. */
export const LOG_BUGS: readonly (readonly [
  bug: string,
  invariant: string,
  bend: (log: Log) => void,
])[] = [
  [
    'a number twice',
    'T1',
    (log) => {
      repeat(log, 'TicketIssued');
    },
  ],
  [
    'a number lost',
    'T2',
    (log) => {
      drop(log, 'TicketIssued');
    },
  ],
  [
    'a number out of turn',
    'T2',
    (log) => {
      change(log, 'TicketIssued', { number: 77 });
    },
  ],
  [
    'a ticket nobody asked for',
    'T5',
    (log) => {
      const { entry } = find(log, 'PromptEnded');
      const issued = find(log, 'TicketIssued');
      entry.stored.push(must(issued.entry.stored[issued.place], 'the event'));
    },
  ],
  [
    'refused, and yet done',
    'T5',
    (log) => {
      find(log, 'TicketCancelled').entry.decision = refused('ticket-over');
    },
  ],
  [
    'served without coming',
    'T8',
    (log) => {
      drop(log, 'ServiceStarted');
    },
  ],
  [
    'called again while called',
    'T8',
    (log) => {
      repeat(log, 'TicketCalled');
    },
  ],
  ['two at one window', 'T8', twoAtOneWindow],
  [
    'a call told by another rule',
    'T11 replayed',
    (log) => {
      const call = copyOf(log, 'TicketCalled') as EventOf<'TicketCalled'>;
      change(log, 'TicketCalled', { why: { ...call.why, rule: 'appointment' } });
    },
  ],
  [
    'passed others without a right',
    'T12 explained',
    (log) => {
      const call = copyOf(log, 'TicketCalled') as EventOf<'TicketCalled'>;
      change(log, 'TicketCalled', { why: { ...call.why, creditMs: 0, passedCount: 2 } });
    },
  ],
  [
    'passed more often than anybody may be',
    'T12 overtaken',
    (log) => {
      const [passed] = eventsCalled(log).flatMap(({ why }) => why.overtook ?? []);
      changeCall(log, 'best-score', () => ({
        overtook: Array.from({ length: 11 }, () => passed ?? ticketId('A001')),
      }));
    },
  ],
  [
    'by score, while a promise had come',
    'T12 promises',
    (log) => {
      changeCall(log, 'promise-due', () => ({ rule: 'best-score' }));
    },
  ],
  [
    'called without a certificate',
    'T13',
    (log) => {
      change(log, 'TicketCalled', { clerk: staffNo('K05') });
    },
  ],
  [
    'finished without a certificate',
    'T13',
    (log) => {
      change(log, 'CaseFinished', { clerk: staffNo('K05') });
    },
  ],
  [
    'a return to the front',
    'T14',
    (log) => {
      change(log, 'TicketReactivated', { orderKey: 0 });
    },
  ],
  [
    'an arrival forgotten',
    'T14',
    (log) => {
      change(log, 'TicketIssued', { arrivedAt: 1 });
    },
  ],
  [
    'a day never closed',
    'T16',
    (log) => {
      drop(log, 'DayClosed');
    },
  ],
  [
    'a day closed twice',
    'T16',
    (log) => {
      repeat(log, 'DayClosed');
    },
  ],
  [
    'a call after the end',
    'T16',
    (log) => {
      const { entry } = find(log, 'DayClosed');
      entry.stored.push({ ...must(entry.stored[0], 'x'), event: copyOf(log, 'TicketCalled') });
    },
  ],
  [
    'a gap in seq',
    'T17',
    (log) => {
      const { entry, place } = find(log, 'TicketCalled');
      must(entry.stored[place], 'the event').seq += 1;
    },
  ],
  [
    'a clock that goes back',
    'T17',
    (log) => {
      const { entry, place } = find(log, 'TicketCalled', -1);
      must(entry.stored[place], 'the event').at -= 86_400_000;
    },
  ],
  [
    'a call not counted',
    'D3',
    (log) => {
      change(log, 'TicketCalled', { callSeq: 1 }, 1);
    },
  ],
  [
    'a recall not counted',
    'D3',
    (log) => {
      change(log, 'TicketRecalled', { callSeq: 1 }, -1);
    },
  ],
  [
    'rated twice',
    'R1',
    (log) => {
      repeat(log, 'CaseRated');
    },
  ],
  [
    'rated, never finished',
    'R2',
    (log) => {
      change(log, 'CaseRated', { case: 'A999-1' });
    },
  ],
  [
    'rated for another clerk',
    'R2',
    (log) => {
      change(log, 'CaseRated', { clerk: staffNo('K77') });
    },
  ],
  [
    'rated for tomorrow',
    'R2',
    (log) => {
      change(log, 'CaseRated', { date: '2026-11-24' });
    },
  ],
  [
    'finished without a prompt',
    'R4 R6',
    (log) => {
      drop(log, 'PromptOpened');
    },
  ],
  [
    'a prompt that never ends',
    'R4 R6',
    (log) => {
      drop(log, 'PromptEnded');
    },
  ],
  [
    'a prompt that ends twice',
    'R4 R6',
    (log) => {
      repeat(log, 'PromptEnded');
    },
  ],
  [
    'satisfied by default',
    'R4 honest',
    (log) => {
      const { entry, place } = find(log, 'WindowClosed', -1);
      const ended = copyOf(log, 'PromptEnded');
      const stored = must(entry.stored[place], 'the event');
      entry.stored.push({ ...stored, event: { ...ended, outcome: 'rated' } as HallEvent });
    },
  ],
  [
    'rated by the clerk',
    'R5',
    (log) => {
      const by: Principal = { kind: 'clerk', staffNo: staffNo('K01') };
      find(log, 'CaseRated').entry.by = by;
    },
  ],
  [
    'folds to another day',
    'folded anew',
    (log) => {
      log.day.callSeq += 1;
    },
  ],
  [
    'a consult without its end',
    'V1',
    (log) => {
      drop(log, 'ConsultEnded');
    },
  ],
  [
    'a result that nobody took',
    'V2',
    (log) => {
      change(log, 'CaseFinished', { case: 'L001-1', outcome: 'closed' });
    },
  ],
];
