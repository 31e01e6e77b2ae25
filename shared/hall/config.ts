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
import type { Names } from '../text/language.ts';

/** A letter before the number: A legal person, B natural person, C real estate, F, L. */
export type Series = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'L';

export interface Zone {
  readonly code: ZoneCode;
  readonly series: Series;
  readonly name: Names;
  readonly floor: number;
  /** How to walk there, one short phrase. */
  readonly way: Names;
}

export type WindowKind = 'undifferentiated' | 'domain' | 'collection';

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
}

export interface Department {
  readonly code: DepartmentCode;
  readonly name: Names;
  readonly shortName: string;
}

export interface Material {
  readonly name: string;
  readonly mandatory: boolean;
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
}

/** A life-event package: several items that one visit takes at once. */
export interface Package {
  readonly code: PackageCode;
  readonly name: Names;
  readonly zone: ZoneCode;
  readonly items: readonly ItemCode[];
  readonly promisedWorkingDays: number;
}

export type StaffRole = 'clerk' | 'chief' | 'duty-manager' | 'hall-manager' | 'inspector';

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
}

export interface PriorityClass {
  readonly code: string;
  readonly label: Names;
  readonly creditMinutes: number;
  readonly needsApproval: boolean;
  readonly enabled: boolean;
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

/** Numbers that a hall may change; the shipped defaults stand in the seed. */
export interface Policy {
  /** The demo hall takes tickets at any hour. */
  readonly alwaysOpen: boolean;
  readonly recallGapMs: number;
  readonly callsBeforeNoShow: number;
  readonly undoCallMs: number;
  /** A returning visitor is placed behind this many waiting tickets of the zone. */
  readonly reactivatedBehindTickets: number;
  /** From the third on, a missed ticket is void. */
  readonly missesBeforeVoid: number;
  readonly promptMs: number;
  readonly lateRatingDays: number;
  readonly casesPerTicketMax: number;
  /** Whether priority classes shorten the wait; where not, none is offered. */
  readonly priorityCredits: boolean;
  readonly rule: 'longest-wait';
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
}
