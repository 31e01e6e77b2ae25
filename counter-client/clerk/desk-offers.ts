/**
 * What the desk offers in each state: one primary action on F2, the others on keys of their own, and
 * for each that is not possible now the reason. Pure: the view and the hall's clock come in.
 * Assumes the view is the server's newest; the server decides again whatever is offered here.
 */
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskCase, DeskTicket } from '../../shared/views/desk-ticket.ts';

export type DeskCommand =
  | 'callNext'
  | 'startService'
  | 'finishCase'
  | 'recallTicket'
  | 'markNoShow'
  | 'addCase'
  | 'pauseWindow'
  | 'resumeWindow'
  | 'undoCall'
  | 'closeWindow'
  | 'holdTicket'
  | 'transferTicket'
  | 'consultChief'
  | 'help';

export type Block =
  | { readonly code: 'nobody' | 'notCalled' | 'notServing' | 'undoOver' | 'busy' | 'stale' }
  | { readonly code: 'elsewhere' | 'consulting' | 'noChief' | 'panelOpen' }
  | { readonly code: 'wait'; readonly seconds: number }
  | { readonly code: 'callsMissing'; readonly count: number };

export interface Offer {
  readonly command: DeskCommand;
  readonly key: string;
  readonly block: Block | null;
  /** Until when it stays possible. */
  readonly secondsLeft: number | null;
}

/**
 * The one primary action of the state, always on F2. No case is finished while a form stands open
 * (`hasForm`): the outcome is out of sight then, and whoever presses means the form.
 */
export function primaryOffer(view: DeskView, hasForm = false): Offer {
  const offer = (command: DeskCommand, block: Block | null = null): Offer => ({
    command,
    key: 'F2',
    block,
    secondsLeft: null,
  });
  switch (view.status) {
    case 'calling':
      return offer('startService');
    case 'serving':
      return offer('finishCase', hasForm ? { code: 'panelOpen' } : null);
    case 'paused':
      return offer('resumeWindow');
    case 'idle':
    case 'closed':
      return offer('callNext', view.eligible === 0 ? { code: 'nobody' } : null);
  }
}

/** The other actions, always in the same order: the call's, the visitor's, the window's. */
export function otherOffers(view: DeskView, now: number): Offer[] {
  const { ticket } = view;
  const called = ticket?.status === 'called' ? ticket : null;
  const notServing: Block | null = ticket?.status === 'serving' ? null : { code: 'notServing' };
  const offer = (command: DeskCommand, key: string, block: Block | null): Offer => ({
    ...{ command, key, block, secondsLeft: null },
  });
  return [
    offer('recallTicket', 'F3', recallBlock(called, now)),
    offer('markNoShow', 'F4', noShowBlock(called, now)),
    undoOffer(called, now),
    offer('addCase', 'F6', notServing),
    offer('holdTicket', 'H', notServing),
    offer('transferTicket', 'T', notServing),
    offer('consultChief', 'C', notServing ?? consultBlock(view)),
    offer(view.pause === null ? 'pauseWindow' : 'resumeWindow', 'F7', null),
    offer('closeWindow', 'F9', ticket === null ? null : { code: 'busy' }),
    offer('help', '?', null),
  ];
}

function consultBlock({ ticket, chiefs }: DeskView): Block | null {
  if (ticket?.consult) return { code: 'consulting' };
  return chiefs.length === 0 ? { code: 'noChief' } : null;
}

function recallBlock(called: DeskTicket | null, now: number): Block | null {
  if (!called) return { code: 'notCalled' };
  const seconds = secondsUntil(called.recallFromAt, now);
  return seconds > 0 ? { code: 'wait', seconds } : null;
}

function noShowBlock(called: DeskTicket | null, now: number): Block | null {
  if (!called) return { code: 'notCalled' };
  if (called.callsMissing > 0) return { code: 'callsMissing', count: called.callsMissing };
  const seconds = secondsUntil(called.noShowFromAt, now);
  return seconds > 0 ? { code: 'wait', seconds } : null;
}

function undoOffer(called: DeskTicket | null, now: number): Offer {
  const base = { command: 'undoCall', key: 'F8' } as const;
  if (!called) return { ...base, block: { code: 'notCalled' }, secondsLeft: null };
  const seconds = secondsUntil(called.undoUntilAt, now);
  if (seconds <= 0) return { ...base, block: { code: 'undoOver' }, secondsLeft: null };
  return { ...base, block: null, secondsLeft: seconds };
}

/** Whole seconds from now, rounded up; 0 or less when the instant has come. */
function secondsUntil(at: number | null, now: number): number {
  return at === null ? 0 : Math.ceil((at - now) / 1_000);
}

/** The case that the primary action is about: the chosen one while open, else the first open. */
export function currentCase(view: DeskView, chosen: string | null): DeskCase | null {
  const open = openCases(view);
  const here = open.find((row) => row.stop === view.ticket?.stop);
  return open.find((row) => row.case === chosen) ?? here ?? open[0] ?? null;
}

/** The open case `step` places away from `from`, around the ends. */
export function otherCase(view: DeskView, from: string | null, step: 1 | -1): string | null {
  const open = openCases(view);
  const place = open.findIndex((row) => row.case === from);
  return open[(place + step + open.length) % Math.max(1, open.length)]?.case ?? null;
}

function openCases({ ticket }: DeskView): DeskCase[] {
  return (ticket?.cases ?? []).filter((row) => row.status === 'draft');
}

/** Why this desk is no longer this clerk's: its window is closed, or somebody else sits there. */
export function leftAs({ clerk }: DeskView, staffNo: string): 'closed' | 'lost' | null {
  if (clerk === null) return 'closed';
  return clerk.staffNo === staffNo ? null : 'lost';
}
