/**
 * The one way in: a command, the state, and a context give events or a refusal. Pure: no clock, no
 * chance, no ids of its own, nothing changed. Who may ask for what stands in PERMITTED; what each
 * command demands stands in the file of its capability.
 */
import { never } from '../base/assert.ts';
import {
  applyAdvice,
  applyPlan,
  dismissAdvice,
  proposeAdvice,
  revertAdvice,
  scoreAdvice,
} from './advising.ts';
import { callNext, markNoShow, recallTicket, undoCall } from './calling.ts';
import type { Command, CommandType } from './commands.ts';
import type { Day } from './day.ts';
import { closeDay, openDay } from './days.ts';
import type { CommandContext, Decision } from './decision.ts';
import { issueTicket, skipNumbers } from './issuing.ts';
import { cancelTicket, reactivateTicket } from './leaving.ts';
import type { Principal } from './principal.ts';
import { declineRating, ratePastCase, rateCase, touchPrompt } from './rating.ts';
import { refused } from './refusal.ts';
import { finishCase } from './finishing.ts';
import { recodeCase } from './recoding.ts';
import { tickMaterial } from './materials.ts';
import { grantBatch, planStop } from './stops.ts';
import { holdTicket } from './holding.ts';
import { transferTicket } from './transferring.ts';
import { consultChief, endConsult } from './consulting.ts';
import { stepAway } from './stepping-away.ts';
import { callTicket } from './calling-by-hand.ts';
import { grantGreenChannel, setClass } from './priority.ts';
import { bookAppointment, openBookings } from './booking.ts';
import { checkIn } from './check-in.ts';
import { grantCertificate } from './coverage.ts';
import { divertVisitor, reportTerminal } from './terminals.ts';
import { acknowledgeAlert } from './alerting.ts';
import { answerOverload } from './overload.ts';
import { clearEmergency, showEmergency } from './emergency.ts';
import { setExpectations } from './expectations.ts';
import { recordPrint, reprintSlip, reprintTicket } from './printing.ts';
import { publishConfig } from './publishing.ts';
import { bringOver } from './carrying-over.ts';
import { addCase, startService } from './serving.ts';
import { tick } from './tick.ts';
import { closeWindow } from './window-closing.ts';
import { assignWindow, openWindow, pauseWindow, resumeWindow } from './windows.ts';

type Kind = Principal['kind'];

const AT_WINDOW: readonly Kind[] = ['clerk', 'manager'];
const RATER: readonly Kind[] = ['evaluator', 'visitor'];
const SYSTEM: readonly Kind[] = ['system'];

/** Who may ask for which command. A clerk's session can neither rate nor skip a rating. */
export const PERMITTED: Readonly<Record<CommandType, readonly Kind[]>> = {
  issueTicket: ['kiosk', 'guide', 'manager'],
  cancelTicket: ['kiosk', 'visitor', 'manager'],
  reactivateTicket: ['kiosk', 'visitor', 'clerk', 'guide', 'manager'],
  reprintTicket: ['kiosk', 'manager'],
  reprintSlip: ['kiosk', 'clerk', 'manager'],
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
  recodeCase: AT_WINDOW,
  tickMaterial: AT_WINDOW,
  planStop: AT_WINDOW,
  holdTicket: AT_WINDOW,
  transferTicket: AT_WINDOW,
  consultChief: AT_WINDOW,
  endConsult: AT_WINDOW,
  stepAway: ['kiosk', 'visitor', 'manager'],
  callTicket: ['manager'],
  grantGreenChannel: ['manager'],
  grantBatch: ['manager'],
  setClass: ['kiosk', 'guide', 'manager'],
  bookAppointment: ['booker', 'manager'],
  checkIn: ['kiosk', 'visitor', 'manager'],
  grantCertificate: ['manager'],
  reportTerminal: ['kiosk', 'manager'],
  divertVisitor: ['kiosk', 'manager'],
  acknowledgeAlert: ['guide', 'manager'],
  answerOverload: ['manager'],
  showEmergency: ['manager'],
  clearEmergency: ['manager'],
  assignWindow: ['manager'],
  proposeAdvice: SYSTEM,
  scoreAdvice: SYSTEM,
  applyAdvice: ['manager'],
  dismissAdvice: ['manager'],
  revertAdvice: ['manager'],
  applyPlan: ['manager'],
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
  bringOver: SYSTEM,
  openBookings: SYSTEM,
  publishConfig: ['manager', 'system'],
  setExpectations: SYSTEM,
};

/** What may be done on a day to come. */
const ON_BOOKING_DAY: ReadonlySet<CommandType> = new Set([
  'bookAppointment',
  'cancelTicket',
  'publishConfig',
  'skipNumbers',
  'closeDay',
]);

/** Decides one command; refuses rather than throws whatever a user could have meant. */
export function decide(day: Day, command: Command, ctx: CommandContext): Decision {
  if (!PERMITTED[command.type].includes(ctx.by.kind)) return refused('not-allowed');
  if (command.type === 'openDay') return openDay(day, command);
  if (command.type === 'fence') return [{ type: 'Fenced' }];
  if (command.type === 'openBookings') return openBookings(day, command);
  const isOpen = day.phase === 'open';
  if (!isOpen && !(day.phase === 'booking' && ON_BOOKING_DAY.has(command.type))) {
    return refused('day-not-open');
  }
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(day, command, ctx);
    case 'cancelTicket':
      return cancelTicket(day, command, ctx);
    case 'reactivateTicket':
      return reactivateTicket(day, command, ctx);
    case 'reprintTicket':
      return reprintTicket(day, command, ctx);
    case 'reprintSlip':
      return reprintSlip(day, command, ctx);
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
      return closeDay(day, command);
    case 'recodeCase':
      return recodeCase(day, command, ctx);
    case 'tickMaterial':
      return tickMaterial(day, command, ctx);
    case 'planStop':
      return planStop(day, command, ctx);
    case 'grantBatch':
      return grantBatch(day, command);
    case 'holdTicket':
      return holdTicket(day, command, ctx);
    case 'transferTicket':
      return transferTicket(day, command, ctx);
    case 'consultChief':
      return consultChief(day, command, ctx);
    case 'endConsult':
      return endConsult(day, command, ctx);
    case 'stepAway':
      return stepAway(day, command, ctx);
    case 'callTicket':
      return callTicket(day, command, ctx);
    case 'grantGreenChannel':
      return grantGreenChannel(day, command, ctx);
    case 'setClass':
      return setClass(day, command, ctx);
    case 'bookAppointment':
      return bookAppointment(day, command, ctx);
    case 'checkIn':
      return checkIn(day, command, ctx);
    case 'grantCertificate':
      return grantCertificate(day, command);
    case 'reportTerminal':
      return reportTerminal(day, command);
    case 'divertVisitor':
      return divertVisitor(day, command);
    case 'acknowledgeAlert':
      return acknowledgeAlert(day, command);
    case 'answerOverload':
      return answerOverload(day, command, ctx.at);
    case 'showEmergency':
      return showEmergency(command);
    case 'clearEmergency':
      return clearEmergency(day);
    case 'publishConfig':
      return publishConfig(day, command, ctx);
    case 'proposeAdvice':
      return proposeAdvice(day, command, ctx);
    case 'applyAdvice':
      return applyAdvice(day, command, ctx);
    case 'applyPlan':
      return applyPlan(day, command, ctx);
    case 'dismissAdvice':
      return dismissAdvice(day, command);
    case 'revertAdvice':
      return revertAdvice(day, command, ctx);
    case 'scoreAdvice':
      return scoreAdvice(day, command);
    case 'bringOver':
      return bringOver(day, command);
    case 'setExpectations':
      return setExpectations(day, command);
    default:
      return never(command, 'command');
  }
}
