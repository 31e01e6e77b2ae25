/** What the page says after a command, and who and where the numbers in the audit are. Pure. */
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import { managerText } from '../../shared/text/manager.ts';
import { overloadText } from '../../shared/text/overload.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { Sendable } from '../parts/press.ts';
import type { AuditNames } from './audit-list.ts';
import { cardName, personName } from './names.ts';

/** One sentence for a command that was done. */
export function doneWords(command: Sendable, view: FloorView | null, language: Language): string {
  const { done } = managerText[language];
  const no = Number(command['window'] ?? 0);
  const ticket = typeof command['ticket'] === 'string' ? command['ticket'] : '';
  switch (command.type) {
    case 'assignWindow':
      return movedWords(command, view, language);
    case 'openWindow':
    case 'pauseWindow':
    case 'resumeWindow':
    case 'closeWindow':
      return done[command.type](no);
    case 'callTicket':
      return done.callTicket(ticket, no);
    case 'reprintSlip':
      return deskText[language].slipAgain.done(String(command['case']));
    case 'reprintTicket':
    case 'grantGreenChannel':
    case 'setClass':
    case 'grantBatch':
    case 'cancelTicket':
    case 'reactivateTicket':
      return done[command.type](ticket);
    case 'acknowledgeAlert':
    case 'showEmergency':
    case 'clearEmergency':
      return done[command.type];
    case 'answerOverload':
      return overloadText[language].said;
    case 'grantCertificate':
      return done.grantCertificate(
        personName(view?.people ?? [], String(command['clerk']), language),
      );
    case 'reportTerminal':
      return done.reportTerminal(Number(command['terminal']));
    case 'applyAdvice':
    case 'dismissAdvice':
    case 'revertAdvice':
    case 'applyPlan':
      return adviceText[language].done[command.type];
    default:
      return done.other;
  }
}

function movedWords(command: Sendable, view: FloorView | null, language: Language): string {
  const { done, allZones } = managerText[language];
  const no = Number(command['window']);
  if (command['lane'] === 'flash') return done.laneFlash(no);
  if (command['lane'] === 'any') return done.laneAny(no);
  const zones = command['zones'];
  const code: unknown = Array.isArray(zones) ? zones[0] : null;
  const zone = view?.zones.find((one) => one.code === code);
  return done.assignWindow(no, zone?.name[language] ?? allZones);
}

/** The people and zones that the audit may name. */
export function auditNames(view: FloorView, language: Language): AuditNames {
  const staff = view.people.map((one): [string, string] => [one.staffNo, cardName(one, language)]);
  const zones = view.zones.map((zone): [string, string] => [zone.code, zone.name[language]]);
  return { staff: new Map(staff), zones: new Map(zones) };
}
