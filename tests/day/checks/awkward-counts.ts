/**
 * How often each awkward case really happened: counted in the stream, and in what was asked and
 * answered where no event tells. A day that has none of one has not tried it.
 */
import type { HallEvent, StoredEvent } from '../../../shared/hall/events.ts';
import type { History } from '../history.ts';
import { ownEvents } from '../history.ts';

export type AwkwardCounts = ReadonlyMap<string, number>;

type Counter = (stored: StoredEvent, seen: Seen) => boolean;

interface Seen {
  readonly date: string;
  readonly misses: Map<string, number>;
  readonly heldUntil: Map<string, number>;
}

const of =
  <Type extends HallEvent['type']>(
    type: Type,
    fits: (
      event: Extract<HallEvent, { type: Type }>,
      stored: StoredEvent,
      seen: Seen,
    ) => boolean = () => true,
  ): Counter =>
  (stored, seen) => {
    const { event } = stored;
    return isOf(event, type) && fits(event, stored, seen);
  };

function isOf<Type extends HallEvent['type']>(
  event: HallEvent,
  type: Type,
): event is Extract<HallEvent, { type: Type }> {
  return event.type === type;
}

const byRule = (rule: string) => of('TicketCalled', ({ why }) => why.rule === rule);
const outcome = (name: string) => of('CaseFinished', (event) => event.outcome === name);
const sentTo = (kind: string) =>
  of('TicketTransferred', ({ to, reason }) => to.kind === kind && reason !== 'wrong-item');
const missedTimes = (times: number) =>
  of('TicketMissed', ({ ticket }, _, seen) => seen.misses.get(ticket) === times);

/** By name, in the order of telling. */
const COUNTERS: readonly (readonly [string, Counter])[] = [
  ['wrong-items', of('CaseRecoded')],
  ['wrong-items-for-elsewhere', of('TicketTransferred', ({ reason }) => reason === 'wrong-item')],
  ['several-cases', of('TicketIssued', ({ cases }) => cases.length > 1)],
  ['packages', of('TicketIssued', (event) => event.package !== undefined)],
  ['moves-to-the-next-window', of('TicketMovedOn', (event) => event.isBatch === undefined)],
  ['stops-planned-at-the-desk', of('StopPlanned')],
  ['agents', of('TicketIssued', (event) => event.agent !== undefined)],
  ['batches-in-turns', of('TicketMovedOn', (event) => event.isBatch === true)],
  ['batches-granted', of('BatchGranted')],
  ['returns-after-a-miss', of('TicketReactivated')],
  ['second-misses', missedTimes(2)],
  ['third-misses-void', of('TicketVoided')],
  ['holds', of('TicketHeld')],
  ['holds-back-in-time', of('TicketReturned', isInTime)],
  [
    'holds-back-late',
    of('TicketReturned', (event, stored, seen) => !isInTime(event, stored, seen)),
  ],
  ['holds-never-back', of('HoldLapsed')],
  ['calls-of-returned-holds', byRule('return')],
  ['stepped-away', of('TicketSteppedAway')],
  ['cancelled', of('TicketCancelled')],
  ['transfers-to-a-window', sentTo('window')],
  ['transfers-to-a-clerk', sentTo('clerk')],
  ['transfers-to-a-zone', sentTo('zone')],
  ['chief-consults', of('ConsultEnded')],
  ['cases-added', of('CaseAdded')],
  ['materials-ticked', of('MaterialTicked')],
  ['accepted-with-gaps', outcome('acceptedWithGaps')],
  ['one-time-notices', outcome('supplement')],
  ['refusals', outcome('refused')],
  ['withdrawn', outcome('withdrawn')],
  ['slips', of('SlipRequested')],
  ['calls-undone', of('CallUndone')],
  ['pauses-with-those-only-here-first', of('WindowPaused', ({ first }) => first !== undefined)],
  ['lunch-pauses', of('WindowPaused', ({ reason }) => reason === 'lunch')],
  ['calls-only-here', byRule('only-here')],
  ['appointments', of('AppointmentBooked')],
  [
    'appointments-booked-ahead',
    of('AppointmentBooked', (_, { at }, { date }) => at < startOf(date)),
  ],
  ['appointments-in-time', of('AppointmentCheckedIn', ({ right }) => right === 'slot')],
  ['appointments-early-or-late', of('AppointmentCheckedIn', ({ right }) => right === 'walkIn')],
  ['appointments-missed', of('AppointmentMissed')],
  ['calls-of-appointments', byRule('appointment')],
  ['classes-with-evidence', of('TicketIssued', (event) => event.evidence !== undefined)],
  ['classes-set', of('ClassSet')],
  ['green-channels', of('GreenChannelGranted')],
  ['calls-by-green-channel', byRule('green-channel')],
  ['calls-by-hand', byRule('by-hand')],
  ['calls-by-transfer', byRule('transfer')],
  ['calls-by-flash-lane', byRule('flash-lane')],
  ['accessible', of('TicketIssued', (event) => event.accessible === true)],
  ['pick-ups', of('TicketIssued', (event) => event.pickup !== undefined)],
  ['pick-ups-expected', of('TicketIssued', ({ pickup }) => pickup?.expectedAt !== undefined)],
  ['results-handed-over', outcome('handedOver')],
  ['diverted-to-a-terminal', of('VisitorDiverted')],
  ['terminals-out-of-order', of('TerminalReported', ({ status }) => status === 'fault')],
  ['desks-taken-over', of('DeskTakenOver')],
  ['emergency-grants', of('CertificateGranted')],
  ['alerts', of('AlertRaised')],
  ['alerts-cleared', of('AlertCleared')],
  ['alerts-acknowledged', of('AlertAcknowledged')],
  ['drills', of('EmergencyShown', ({ kind }) => kind === 'drill')],
  ['published', of('ConfigPublished')],
  ['published-with-tickets-moved', of('ConfigPublished', ({ changes }) => changes.length > 0)],
  ['brought-over-midnight', of('TicketBroughtOver')],
];

/** What only was asked and answered. */
const HAPPENED = [
  ['dry-runs', 'dry run'],
  ['told-too-early', 'told early'],
  ['two-after-one-place', 'two after one place'],
  ['asked-before-closing', 'asked before closing'],
  ['stayed-for-the-last', 'stayed for the last'],
  ['left-with-a-queue', 'left with a queue'],
  ['asked-before-a-take-over', 'asked before a take-over'],
] as const;

/** Every count by its name. */
export function awkwardCounts(history: History): AwkwardCounts {
  const counts = new Map<string, number>(COUNTERS.map(([name]) => [name, 0]));
  const seen: Seen = {
    date: history.date,
    ...{ misses: new Map(), heldUntil: new Map() },
  };
  for (const stored of ownEvents(history)) {
    const { event } = stored;
    if (event.type === 'TicketMissed') {
      seen.misses.set(event.ticket, (seen.misses.get(event.ticket) ?? 0) + 1);
    }
    if (event.type === 'TicketHeld') seen.heldUntil.set(event.ticket, event.returnByAt);
    for (const [name, isOne] of COUNTERS) {
      if (isOne(stored, seen)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const nights = history.nights.flatMap(({ events }) => events);
  const expired = nights.filter(({ event }) => event.type === 'TicketExpired').length;
  counts.set('expired-at-midnight', expired);
  for (const [name, what] of HAPPENED) counts.set(name, history.happened.get(what) ?? 0);
  return counts;
}

function isInTime(
  { ticket }: { readonly ticket: string },
  { at }: StoredEvent,
  seen: Seen,
): boolean {
  return at <= (seen.heldUntil.get(ticket) ?? Infinity);
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}
