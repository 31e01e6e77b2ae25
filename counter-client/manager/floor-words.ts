/** What the floor says after a command, and who and where the numbers in the audit are. */
import type { Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { Sendable } from '../parts/press.ts';
import type { AuditNames } from './audit-list.ts';

/** One sentence for a command that was done. */
export function doneWords(command: Sendable, view: FloorView | null, language: Language): string {
  const { done, allZones } = managerText[language];
  const no = Number(command['window'] ?? 0);
  switch (command.type) {
    case 'assignWindow': {
      const zones = command['zones'];
      const code: unknown = Array.isArray(zones) ? zones[0] : null;
      const zone = view?.zones.find((one) => one.code === code);
      return done.assignWindow(no, zone?.name[language] ?? allZones);
    }
    case 'reprintTicket':
      return done.reprintTicket(String(command['ticket']));
    default:
      return done[command.type as 'openWindow'](no);
  }
}

/** The people and zones that the floor knows by name. */
export function auditNames(view: FloorView, session: Session, language: Language): AuditNames {
  const nameOf = (person: { readonly name: string; readonly nameLatin: string }) =>
    language === 'en' ? person.nameLatin : person.name;
  const cards = [...view.freeClerks, ...view.windows.flatMap((one) => one.clerk ?? [])];
  const staff = [...cards, session].map((one): [string, string] => [one.staffNo, nameOf(one)]);
  const zones = view.zones.map((zone): [string, string] => [zone.code, zone.name[language]]);
  return { staff: new Map(staff), zones: new Map(zones) };
}
