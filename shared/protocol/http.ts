/** Bodies of the HTTP interface beside commands. Paths stand in the README of server/http. */
import type { CaseId, HallId, WindowNo } from '../base/ids.ts';
import type {
  Cutoff,
  Department,
  ItemRule,
  Package,
  PriorityClass,
  ServiceItem,
  SlotPlan,
  StaffRole,
  Terminal,
  WindowPlace,
  Zone,
} from '../hall/config.ts';
import type { Policy } from '../hall/policy.ts';
import type { Names } from '../text/language.ts';
import type { HoursView } from '../views/hours.ts';

/** `GET /api/here`: where a page is, before it knows anything. */
export interface Here {
  readonly hall: HallId;
  readonly hallName: Names;
  readonly demo: boolean;
  /** The hall's clock, epoch ms, and how fast it runs. */
  readonly at: number;
  readonly speed: number;
  /** Today's hours; a copy that was kept by an older page has none. */
  readonly hours?: HoursView;
  /** Set in the demo, where the printer is a simulator with a picture. */
  readonly printerSimulator: boolean;
}

/** `GET /api/session`, and the answer to `POST /api/sign-in {staffNo, password, hall?}`. */
export interface Session {
  readonly hall: HallId;
  readonly staffNo: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly role: StaffRole;
  readonly kind: 'clerk' | 'manager' | 'guide' | 'inspector';
  /** The window that this clerk has open, so that a reloaded desk finds its work again. */
  readonly window: WindowNo | null;
}

export type DeviceKind = 'kiosk' | 'screen' | 'evaluator';

/** `GET /api/halls/{hall}/devices`: how many of each kind live, and how many have fallen silent. */
export interface DeviceSum {
  readonly kind: DeviceKind;
  readonly alive: number;
  readonly silent: number;
}

/** `POST /api/demo/device-key {kind, window?}`: pages opened from the demo's own machine. */
export interface DeviceKey {
  readonly device: string;
  /** For `Authorization: Device <key>`. */
  readonly key: string;
}

/** `POST /api/live-ticket`: opens one socket within 30 s, as `/live?ticket=…`. */
export interface LiveTicket {
  readonly ticket: string;
}

/** `GET /api/halls/{hall}/catalogue`: what does not change during the day. */
export interface Catalogue {
  readonly hall: HallId;
  readonly version: number;
  readonly name: Names;
  readonly zones: readonly Zone[];
  readonly departments: readonly Department[];
  readonly items: readonly ServiceItem[];
  readonly packages: readonly Package[];
  readonly windows: readonly WindowPlace[];
  /** Enabled ones; none where the hall gives no credit. */
  readonly priorityClasses: readonly PriorityClass[];
  readonly cutoffs: readonly Cutoff[];
  readonly itemRules: readonly ItemRule[];
  readonly slots: readonly SlotPlan[];
  readonly terminals: readonly Terminal[];
  /** The hall's numbers that visitors are told of. */
  readonly rules: VisitorRules;
}

export type VisitorRules = Pick<
  Policy,
  | 'preOpenIssue'
  | 'elderAgeYears'
  | 'agentCasesPerTurn'
  | 'agentBehindTickets'
  | 'casesPerTicketMax'
  | 'callsBeforeNoShow'
  | 'reactivatedBehindTickets'
  | 'missesBeforeVoid'
  | 'stepAwayTicketsMax'
  | 'bookNeedsIdentity'
  | 'bookEarlyMs'
  | 'bookLateMs'
  | 'bookMissedAfterMs'
>;

/** `GET /api/tickets/{token}`: which hall and day the visitor's page belongs to. */
export interface TicketPlace {
  readonly hall: HallId;
  readonly date: string;
  readonly ticket: string;
}

/** `GET /api/tickets/{token}/words`: what clerks wrote on what is missing, case by case. */
export interface TicketWords {
  readonly cases: readonly { readonly case: CaseId; readonly missing: readonly string[] }[];
}

/** `GET /api/halls/{hall}/audit?limit=50`: newest first, one row per staff action. */
export interface AuditRow {
  readonly date: string;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly action: string;
  /** The event's own fields, as recorded. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `GET /api/halls/{hall}/days`: the days that have a log, newest first. */
export interface DayRow {
  readonly date: string;
  readonly events: number;
  /** False for the day that is going on, and for a day to come that takes bookings. */
  readonly isClosed: boolean;
}
