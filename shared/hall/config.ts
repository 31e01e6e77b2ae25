/**
 * A hall's configuration: what stands in it and by which rules it works. Rows are immutable and
 * versioned; a day's stream names the version that it was folded with. Everything here is plain
 * data that survives JSON; lookups are made by `planOf` in plan.ts.
 */
import type {
  DepartmentCode,
  HallId,
  ItemCode,
  PackageCode,
  StaffNo,
  WindowNo,
  ZoneCode,
} from '../base/ids.ts';
import { EVERY_DAY } from '../calendar/working-days.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Names } from '../text/language.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Policy } from './policy.ts';

/**
 * A letter before the number: A legal person, B natural person, C real estate, F package,
 * L collection, Y appointment.
 */
export type Series = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'L' | 'Y';

export interface Zone {
  readonly code: ZoneCode;
  readonly series: Series;
  readonly name: Names;
  readonly floor: number;
  /** How to walk there, one short phrase. */
  readonly way: Names;
}

/**
 * undifferentiated: the whole catalogue of its zones. domain: some departments. dedicated: some
 * items or packages. collection: results handed out. accessible: undifferentiated, low desk. surge:
 * undifferentiated, opened on load.
 */
export const WINDOW_KINDS = [
  'undifferentiated',
  'domain',
  'dedicated',
  'collection',
  'accessible',
  'surge',
] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** Which zones a window serves: a list, or every one. */
export type ZoneScope = 'all' | readonly ZoneCode[];

export interface WindowPlace {
  readonly no: WindowNo;
  readonly name: Names;
  readonly kind: WindowKind;
  readonly zones: ZoneScope;
  readonly accessible: boolean;
  /** Departments of a domain window; empty otherwise. */
  readonly domains: readonly DepartmentCode[];
  /** What a dedicated window takes; absent otherwise. */
  readonly items?: readonly ItemCode[];
  readonly packages?: readonly PackageCode[];
  readonly retired?: true;
}

export interface Department {
  readonly code: DepartmentCode;
  readonly name: Names;
  readonly shortName: string;
}

export interface Material {
  /** As the catalogue has it; cases and slips know it by this name. */
  readonly name: string;
  readonly mandatory: boolean;
  /** In other scripts, where the hall has given them. */
  readonly names?: MaterialNames;
}

export interface MaterialNames {
  readonly 'zh-Hant'?: string | undefined;
  readonly en?: string | undefined;
}

export type ItemKind = 'instant' | 'deadline' | 'joint';

export interface ServiceItem {
  readonly code: ItemCode;
  readonly department: DepartmentCode;
  readonly name: Names;
  /** First letters of the Chinese characters, upper case, for search by letters. */
  readonly initials: string;
  readonly zone: ZoneCode;
  readonly kind: ItemKind;
  readonly promisedWorkingDays: number;
  readonly statutoryWorkingDays: number;
  readonly expectedMinutes: number;
  readonly flash: boolean;
  readonly anySite: boolean;
  readonly materials: readonly Material[];
  /** Relative demand, for the list of what is most wanted. */
  readonly popularity: number;
  /** No longer offered; kept, for tickets and logs name it. */
  readonly retired?: true;
}

/** A life-event package: several items that one visit takes at once. */
export interface Package {
  readonly code: PackageCode;
  readonly name: Names;
  readonly zone: ZoneCode;
  readonly items: readonly ItemCode[];
  readonly promisedWorkingDays: number;
  readonly retired?: true;
}

export type StaffRole = 'clerk' | 'chief' | 'duty-manager' | 'hall-manager' | 'inspector' | 'guide';

export interface Staff {
  readonly staffNo: StaffNo;
  readonly name: string;
  readonly nameLatin: string;
  readonly role: StaffRole;
  readonly certifiedDepartments: readonly DepartmentCode[];
  readonly extraItems: readonly ItemCode[];
  readonly excludedItems: readonly ItemCode[];
  /** Last day of validity, `YYYY-MM-DD`; null where no certificate is held. */
  readonly certificateExpires: string | null;
  readonly homeZone: string | null;
  /** Items whose certificate ends on another day than the person's own. */
  readonly itemExpires?: Readonly<Record<string, string>>;
  readonly retired?: true;
}

export interface PriorityClass {
  readonly code: string;
  readonly label: Names;
  readonly creditMinutes: number;
  readonly needsApproval: boolean;
  readonly enabled: boolean;
  /** What the visitor shows for it; absent in old configurations. */
  readonly evidence?: Names;
}

/** A registered agent (代办员), known by number and organisation. */
export interface Agent {
  readonly agentNo: string;
  readonly organisation: string;
  /** Last day of the registration, `YYYY-MM-DD`. */
  readonly validUntil: string;
}

/** A self-service terminal of the hall, and what can be done at it. */
export interface Terminal {
  readonly no: number;
  readonly name: Names;
  readonly items: readonly ItemCode[];
  readonly floor: number;
  readonly way: Names;
  readonly expectedMinutes: number;
}

/** Bookable times of a zone, or of some items alone; one capacity for each time. */
export interface SlotPlan {
  readonly zone: ZoneCode;
  /** Only these items, with a capacity of their own; absent: the whole zone. */
  readonly items?: readonly ItemCode[];
  /** `HH:MM`, in the hall's time. */
  readonly times: readonly string[];
  readonly minutes: number;
  readonly capacity: number;
}

/** From when in a session no more tickets are issued; the first matching row wins. */
export interface Cutoff {
  readonly items?: readonly ItemCode[];
  readonly zone?: ZoneCode;
  readonly kinds?: readonly ItemKind[];
  readonly packages?: true;
  readonly flash?: true;
  readonly minExpectedMinutes?: number;
  /** `HH:MM` for each session of the day, in order. */
  readonly at: readonly string[];
}

/** What binds a single item: how many a day, and between which times. */
export interface ItemRule {
  readonly item: ItemCode;
  readonly ticketsPerDayMax?: number;
  /** `HH:MM` */
  readonly from?: string;
  readonly to?: string;
}

export type RatingLevel = 1 | 2 | 3 | 4 | 5;

/** One level of the scale; `good` counts as satisfied in every sum. */
export interface RatingScaleLevel {
  readonly level: RatingLevel;
  readonly text: Names;
  readonly good: boolean;
}

export interface RatingTag {
  readonly code: string;
  readonly level: RatingLevel;
  readonly text: Names;
  /** The base set is shown first, the extended set after it. */
  readonly base: boolean;
}

export interface HallConfig {
  readonly hall: HallId;
  readonly version: number;
  readonly demo: boolean;
  readonly name: Names;
  readonly zones: readonly Zone[];
  readonly windows: readonly WindowPlace[];
  readonly departments: readonly Department[];
  readonly items: readonly ServiceItem[];
  readonly packages: readonly Package[];
  readonly staff: readonly Staff[];
  readonly priorityClasses: readonly PriorityClass[];
  readonly levels: readonly RatingScaleLevel[];
  readonly tags: readonly RatingTag[];
  /** Opening hours of a working day, `HH:MM`, in the hall's time. */
  readonly sessions: readonly { readonly open: string; readonly close: string }[];
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  /** Screens and kiosks wake, `HH:MM`. */
  readonly kioskOnAt: string;
  readonly cutoffs: readonly Cutoff[];
  readonly itemRules: readonly ItemRule[];
  readonly slots: readonly SlotPlan[];
  readonly agents: readonly Agent[];
  readonly terminals: readonly Terminal[];
}

/** A configuration as it was stored: earlier versions lack what came later. */
export type StoredConfig = Omit<HallConfig, LaterField | 'policy'> &
  Partial<Pick<HallConfig, LaterField>> & { readonly policy: Partial<Policy> };
type LaterField =
  'calendar' | 'kioskOnAt' | 'cutoffs' | 'itemRules' | 'slots' | 'agents' | 'terminals';

/** A stored configuration with what it lacks: a hall of before these fields had none of them. */
export function completed(stored: StoredConfig): HallConfig {
  return {
    calendar: EVERY_DAY,
    kioskOnAt: '08:20',
    cutoffs: [],
    itemRules: [],
    slots: [],
    agents: [],
    terminals: [],
    ...stored,
    policy: { ...DEFAULT_POLICY, ...stored.policy },
  };
}
