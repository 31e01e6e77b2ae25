/**
 * The one way in: a command, the state, and a context give events or a refusal. Pure: no clock, no
 * chance, no ids of its own, nothing changed. Who may ask for what stands in PERMITTED; what each
 * command demands stands in the file of its capability.
 */
import { never } from '../base/assert.ts';
import { callNext, markNoShow, recallTicket, undoCall } from './calling.ts';
import type { Command, CommandType } from './commands.ts';
import type { Day } from './day.ts';
import { closeDay, openDay } from './days.ts';
import type { CommandContext, Decision } from './decision.ts';
import { issueTicket, recordPrint, reprintTicket, skipNumbers } from './issuing.ts';
import { cancelTicket, reactivateTicket } from './leaving.ts';
import type { Principal } from './principal.ts';
import { declineRating, ratePastCase, rateCase, tick, touchPrompt } from './rating.ts';
import { refused } from './refusal.ts';
import { addCase, finishCase, startService } from './serving.ts';
import { assignWindow, closeWindow, openWindow, pauseWindow, resumeWindow } from './windows.ts';

type Kind = Principal['kind'];

const AT_WINDOW: readonly Kind[] = ['clerk', 'manager'];
const RATER: readonly Kind[] = ['evaluator', 'visitor'];
const SYSTEM: readonly Kind[] = ['system'];

/** Who may ask for which command. A clerk's session can neither rate nor skip a rating. */
export const PERMITTED: Readonly<Record<CommandType, readonly Kind[]>> = {
  issueTicket: ['kiosk', 'manager'],
  cancelTicket: ['visitor', 'manager'],
  reactivateTicket: ['kiosk', 'visitor', 'clerk', 'manager'],
  reprintTicket: ['kiosk', 'manager'],
  openWindow: AT_WINDOW,
  pauseWindow: AT_WINDOW,
  resumeWindow: AT_WINDOW,
  closeWindow: AT_WINDOW,
  callNext: AT_WINDOW,
  recallTicket: AT_WINDOW,
  markNoShow: AT_WINDOW,
  undoCall: AT_WINDOW,
  startService: AT_WINDOW,
  addCase: AT_WINDOW,
  finishCase: AT_WINDOW,
  assignWindow: ['manager'],
  rateCase: RATER,
  declineRating: RATER,
  touchPrompt: ['evaluator'],
  ratePastCase: ['visitor'],
  recordPrint: SYSTEM,
  tick: SYSTEM,
  openDay: SYSTEM,
  closeDay: SYSTEM,
  fence: SYSTEM,
  skipNumbers: SYSTEM,
};

/** Decides one command; refuses rather than throws whatever a user could have meant. */
export function decide(day: Day, command: Command, ctx: CommandContext): Decision {
  if (!PERMITTED[command.type].includes(ctx.by.kind)) return refused('not-allowed');
  if (command.type === 'openDay') return openDay(day, command);
  if (command.type === 'fence') return [{ type: 'Fenced' }];
  if (day.phase !== 'open') return refused('day-not-open');
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(day, command, ctx);
    case 'cancelTicket':
      return cancelTicket(day, command, ctx);
    case 'reactivateTicket':
      return reactivateTicket(day, command, ctx);
    case 'reprintTicket':
      return reprintTicket(day, command, ctx);
    case 'recordPrint':
      return recordPrint(day, command);
    case 'skipNumbers':
      return skipNumbers(day, command);
    case 'openWindow':
      return openWindow(day, command, ctx);
    case 'pauseWindow':
      return pauseWindow(day, command, ctx);
    case 'resumeWindow':
      return resumeWindow(day, command, ctx);
    case 'closeWindow':
      return closeWindow(day, command, ctx);
    case 'assignWindow':
      return assignWindow(day, command);
    case 'callNext':
      return callNext(day, command, ctx);
    case 'recallTicket':
      return recallTicket(day, command, ctx);
    case 'markNoShow':
      return markNoShow(day, command, ctx);
    case 'undoCall':
      return undoCall(day, command, ctx);
    case 'startService':
      return startService(day, command, ctx);
    case 'addCase':
      return addCase(day, command, ctx);
    case 'finishCase':
      return finishCase(day, command, ctx);
    case 'rateCase':
      return rateCase(day, command, ctx);
    case 'declineRating':
      return declineRating(day, command, ctx);
    case 'touchPrompt':
      return touchPrompt(day, command, ctx);
    case 'ratePastCase':
      return ratePastCase(day, command, ctx);
    case 'tick':
      return tick(day, command, ctx);
    case 'closeDay':
      return closeDay(day);
    default:
      return never(command, 'command');
  }
}
