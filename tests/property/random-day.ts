/**
 * Random days. An act is a handful of numbers, so that fast-check can shrink it; what it means is
 * found in the state as it is then. Most acts make sense, some none at all, and the clock jumps.
 */
import fc from 'fast-check';
import { ticketId } from '../../shared/base/ids.ts';
import type { CommandType } from '../../shared/hall/commands.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import type { WindowState } from '../../shared/hall/window.ts';
import { oracleChoice } from './oracle.ts';
import { clerk, evaluator, kiosk, manager, system, visitor } from '../helpers/hall.ts';
import type { Step } from '../helpers/hall.ts';
import type { Act } from './random-pick.ts';
import {
  anyCase,
  anyClerk,
  anyTicket,
  anyWindow,
  items,
  of,
  seated,
  ticketIn,
} from './random-pick.ts';
import { HALL_ROWS, ORDER_ROWS } from './random-hall.ts';
import { VISIT_ROWS } from './random-visit.ts';
import { ADVICE_ROWS } from './random-advice.ts';

export type Does = (day: Day, act: Act) => Step;
export type Rows = readonly (readonly [weight: number, does: Does])[];

const JUMPS_MS = [0, 0, 0, 100, 1_000, 5_000, 20_000, 60_000, 180_000, 900_000];
const WILD_JUMPS_MS = [-3_600_000, -86_400_000, 86_400_000, 7_200_000];
const KINDS = 1_000;

/** Acts of a day, at least some tens of them. */
export const acts = (maxLength: number) =>
  fc.array(
    fc.noBias(
      fc.record({
        kind: fc.nat(KINDS - 1),
        first: fc.nat(9_999),
        second: fc.nat(9_999),
        jump: fc.nat(499),
      }),
    ),
    { minLength: Math.round(maxLength / 2), maxLength, size: 'max' },
  );

/** How far the hall's clock goes before the act, ms; now and then back, or by a day. */
export function jumpMs({ jump }: Act): number {
  return of(jump < 3 ? WILD_JUMPS_MS : JUMPS_MS, jump);
}

/** What the act is in the day as it stands. */
export function stepOf(day: Day, act: Act): Step {
  const total = ROWS.reduce((sum, [weight]) => sum + weight, 0);
  let left = (act.kind / KINDS) * total;
  for (const [weight, does] of ROWS) {
    left -= weight;
    if (left < 0) return does(day, act);
  }
  return system('tick');
}

function issue(day: Day, { first, second }: Act): Step {
  const list = items(day);
  const pack = day.plan.config.packages[first % 9];
  if (first % 11 === 0 && pack) return kiosk('issueTicket', { package: pack.code });
  const wanted = new Set([of(list, first)]);
  if (second % 3 === 0) wanted.add(of(list, second));
  const priority = second % 10 === 0 ? { class: 'ELD' } : {};
  const act = first % 13 === 0 ? manager : kiosk;
  if (second % 17 === 0) return kiosk('issueTicket', { items: list.slice(0, 12), agent: 'D01' });
  const low = second % 7 === 0 ? { accessible: true } : {};
  return act('issueTicket', { items: [...wanted], ...priority, ...low });
}

const OUTCOMES = [
  ...['closed', 'closed', 'accepted', 'acceptedWithGaps', 'supplement', 'refused'],
  ...['withdrawn', 'handedOver', 'closed'],
];

function endCase(day: Day, act: Act): Step {
  const id = anyCase(day, act);
  const state = day.tickets.get(ticketId(id.slice(0, id.lastIndexOf('-'))))?.state;
  const by = state?.status === 'serving' ? state.clerk : seated(day, act);
  const outcome = of(OUTCOMES, act.second);
  const row = [...day.tickets.values()].flatMap(({ cases }) => cases).find((one) => one.id === id);
  const [material] = (row && day.plan.items.get(row.item)?.materials) ?? [];
  const missing = act.first % 3 === 0 || !material ? {} : { missing: [material.name] };
  const reason = act.first % 5 === 0 ? {} : { reason: 'out-of-scope' };
  return clerk(by)('finishCase', {
    ...{ case: id, outcome, recipient: 'self' },
    ...missing,
    ...reason,
  });
}

function rate(day: Day, act: Act): Step {
  const prompts = [...day.prompts.values()];
  const prompt = prompts.length === 0 ? undefined : of([...prompts].reverse(), act.second % 5);
  const id = prompt?.case ?? anyCase(day, act);
  const level = (act.first % 5) + 1;
  const tag = day.plan.config.tags.find((one) => one.level === level)?.code;
  const tags = tag !== undefined && act.first % 2 === 0 ? [tag] : [];
  const who = act.first % 4;
  if (who === 0) return visitor(prompt?.ticket ?? 'A001')('rateCase', { case: id, level, tags });
  if (who === 1) return clerk(seated(day, act))('rateCase', { case: id, level, tags });
  const window = prompt?.window ?? anyWindow(day, act);
  if (act.second % 4 === 0) return evaluator(window)('declineRating', { case: id });
  return evaluator(window)('rateCase', { case: id, level, tags });
}

function touch(day: Day, act: Act): Step {
  const asked = [...day.openPrompts].filter((prompt) => prompt.deadlineAt !== null);
  const window = asked.length > 0 ? of(asked, act.first).window : anyWindow(day, act);
  return evaluator(act.second % 9 === 0 ? anyWindow(day, act) : window)('touchPrompt', { window });
}

function past(_: Day, { first, second }: Act): Step {
  const date = of(['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-01'], first);
  const of1 = { case: `B00${String((second % 3) + 1)}-1`, serviceSeq: 1, window: 2, clerk: 'K02' };
  return visitor('B001')('ratePastCase', { ...of1, date, finishedAt: 1, level: 4, tags: [] });
}

function print(day: Day, act: Act): Step {
  const waiting = (one: Ticket) =>
    [one.print, ...one.slips.map((slip) => slip.print)].filter(
      ({ status }) => status === 'waiting',
    );
  const ticket = ticketIn(day, act, (one) => waiting(one).length > 0);
  const found = day.tickets.get(ticketId(ticket));
  const [state] = found ? waiting(found) : [];
  const job = state && 'job' in state ? state.job : `${ticket}/0`;
  const outcome = of(['printed', 'printed', 'failed', 'unknown'], act.first);
  return system('recordPrint', { ticket, job, outcome });
}

function pause(day: Day, act: Act): Step {
  const returnAt = act.second % 3 === 0 ? { returnAt: day.lastAt + 600_000 } : {};
  const first = act.first % 2 === 0 ? { onlyHereFirst: true } : {};
  return clerk(seated(day, act))('pauseWindow', { reason: 'lunch', ...returnAt, ...first });
}

function assign(day: Day, act: Act): Step {
  const zones = act.second % 2 === 0 ? 'all' : [of(day.plan.config.zones, act.second).code];
  const lane = of([{}, { lane: 'flash' }, { lane: 'any' }], act.first);
  return manager('assignWindow', { window: anyWindow(day, act), zones, ...lane });
}

/** Whoever asks for whatever, about things that may not exist. */
function nonsense(day: Day, act: Act): Step {
  const window = (act.first % 40) + 1;
  const who = of([clerk(anyClerk(day, act)), kiosk, manager, evaluator(window)], act.second);
  const ticket = of(['A001', 'B001', 'Z999', 'A1000'], act.first);
  return of(
    [
      who('callNext', { window }),
      who('finishCase', { case: `${ticket}-2`, outcome: 'closed' }),
      who('openWindow', { window, clerk: 'K99' }),
      who('assignWindow', { window, zones: ['nowhere'] }),
      who('issueTicket', { items: ['nothing'], class: 'KING' }),
      who('cancelTicket', { ticket }),
      who('rateCase', { case: `${ticket}-1`, level: 5, tags: ['510'] }),
      who('closeDay'),
      who('startService', { window }),
      visitor(ticket)('cancelTicket', { ticket: 'A002' }),
    ],
    act.second >> 2,
  );
}

/** Mostly at a window that has somebody to call. */
function callNext(day: Day, act: Act): Step {
  const fruitful = [...day.windows.values()].flatMap((window) => {
    if (window.state.status !== 'idle') return [];
    const { clerk: there } = window.state.session;
    return oracleChoice(day, window, there, day.lastAt) === null ? [] : [there];
  });
  const often = fruitful.length > 0 && act.second % 5 > 0;
  return clerk(often ? of(fruitful, act.first) : seated(day, act, 'idle'))('callNext');
}

/** A clerk does something at the own window, mostly when it is apt. */
function atOwn(type: CommandType, status: WindowState['status']): Does {
  return (day, act) => clerk(seated(day, act, status))(type);
}

const missed = ({ state }: Ticket) => state.status === 'noShow' || state.status === 'held';

const ROWS: Rows = [
  [130, issue],
  [110, (day, act) => clerk(anyClerk(day, act))('openWindow', { window: anyWindow(day, act) })],
  [190, callNext],
  [150, atOwn('startService', 'calling')],
  [210, endCase],
  [70, atOwn('recallTicket', 'calling')],
  [80, atOwn('markNoShow', 'calling')],
  [15, atOwn('undoCall', 'calling')],
  [
    25,
    (day, act) =>
      clerk(seated(day, act, 'serving'))('addCase', { item: of(items(day), act.second) }),
  ],
  [90, rate],
  [20, touch],
  [20, (day, act) => visitor(anyTicket(day, act))('cancelTicket', { ticket: anyTicket(day, act) })],
  [40, (day, act) => kiosk('reactivateTicket', { ticket: ticketIn(day, act, missed) })],
  [15, (day, act) => kiosk('reprintTicket', { ticket: anyTicket(day, act) })],
  [40, print],
  [8, (day, act) => clerk(seated(day, act))('reprintSlip', { case: anyCase(day, act) })],
  [10, pause],
  [20, atOwn('resumeWindow', 'paused')],
  [8, atOwn('closeWindow', 'idle')],
  [20, assign],
  [30, (day, act) => system('tick', { silentEvaluators: [anyWindow(day, act)] })],
  [10, past],
  [3, () => system('fence')],
  [3, (day, act) => system('skipNumbers', { series: 'B', to: lastB(day) + (act.first % 3) })],
  [1, (_, act) => system(act.first % 4 === 0 ? 'closeDay' : 'fence')],
  [1, (day) => system('openDay', { configVersion: day.plan.config.version })],
  [36, nonsense],
  ...ORDER_ROWS,
  ...VISIT_ROWS,
  ...ADVICE_ROWS,
  ...HALL_ROWS,
];

function lastB(day: Day): number {
  return day.lastNumber.get('B') ?? 0;
}
