/**
 * Branded ids: a ticket's id can never be passed where a case's id is wanted.
 * Ids are made where they enter (decoded messages, seeds, `decide`) and nowhere else.
 */
declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type HallId = Branded<string, 'HallId'>;
/** `YYYY-MM-DD` in the hall's time zone. */
export type BusinessDate = Branded<string, 'BusinessDate'>;
/** The printed number, `B012`: unique within one hall and one business date. */
export type TicketId = Branded<string, 'TicketId'>;
/** The ticket's id and a counter, `B012-1`. */
export type CaseId = Branded<string, 'CaseId'>;
export type ItemCode = Branded<string, 'ItemCode'>;
export type DepartmentCode = Branded<string, 'DepartmentCode'>;
export type PackageCode = Branded<string, 'PackageCode'>;
export type ZoneCode = Branded<string, 'ZoneCode'>;
export type StaffNo = Branded<string, 'StaffNo'>;
/** The number painted on the furniture, from 1. */
export type WindowNo = Branded<number, 'WindowNo'>;
export type DeviceId = Branded<string, 'DeviceId'>;
export type CommandId = Branded<string, 'CommandId'>;

export const hallId = (text: string) => text as HallId;
export const businessDate = (text: string) => text as BusinessDate;
export const ticketId = (text: string) => text as TicketId;
export const caseId = (text: string) => text as CaseId;
export const itemCode = (text: string) => text as ItemCode;
export const departmentCode = (text: string) => text as DepartmentCode;
export const packageCode = (text: string) => text as PackageCode;
export const zoneCode = (text: string) => text as ZoneCode;
export const staffNo = (text: string) => text as StaffNo;
export const windowNo = (value: number) => value as WindowNo;
export const deviceId = (text: string) => text as DeviceId;
export const commandId = (text: string) => text as CommandId;

/** The ticket that a case was taken on: `B012-1` → `B012`. */
export function ticketOfCase(id: CaseId): TicketId {
  return ticketId(id.slice(0, Math.max(0, id.lastIndexOf('-'))));
}
