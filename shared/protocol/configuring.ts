/**
 * The manager's settings over HTTP: what holds now, the dry run of a change, publishing it, and taking
 * whole lists in from CSV. Who changes says which version they had before them (`baseVersion`).
 */
import { z } from 'zod';
import type { BusinessDate, TicketId } from '../base/ids.ts';
import { departmentCode, itemCode, packageCode, staffNo, windowNo, zoneCode } from '../base/ids.ts';
import { WINDOW_KINDS } from '../hall/config.ts';
import type { HallConfig } from '../hall/config.ts';
import type { ConfigEdit } from '../hall/config-edit.ts';
import type { RowCounts } from '../hall/whole-lists.ts';
import type { ConfigFault } from '../hall/config-check.ts';
import type { PolicyField, Routing } from '../hall/policy.ts';
import { POLICY_FIELDS } from '../hall/policy.ts';
import type { TicketChange } from '../hall/publishing.ts';
import type { WaitUnder } from '../forecast/advise/orders.ts';
import type { ImportFault } from '../text/configuring.ts';

/** Rows of a dry run that are told; the counts are of all. */
export const CHANGE_ROWS_MAX = 300;
export const CSV_CHARS_MAX = 10_000_000;

/** `GET /api/halls/{hall}/config`, and `…/config/{version}` for the plan of a past day. */
export interface ConfigView {
  readonly version: number;
  /** The whole configuration, so that a page can fold a day's events. */
  readonly config: HallConfig;
  readonly fields: readonly PolicyField[];
  /** Who published which version and when, newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly at: number;
    readonly by: string;
  }[];
}

/** `POST …/config/dry-run`: what publishing would do. Faults: it cannot be published. */
export interface DryRun {
  readonly baseVersion: number;
  /** Somebody has published since: the page should be opened anew. */
  readonly isMoved: boolean;
  readonly waiting: number;
  readonly changedTickets: number;
  /** In the order of the queue, at most 300. */
  readonly rows: readonly TicketChange[];
  /** Tickets that no window could take any more. */
  readonly stranded: readonly TicketId[];
  /** The order of calling where the change is to another one. */
  readonly order: { readonly from: Routing; readonly to: Routing } | null;
  /** Promises told to those who wait, on paper too: how many bind no more, how many are new. */
  readonly promises: { readonly ended: number; readonly made: number };
  /** Days with bookings whose time would not be offered any more, in order. */
  readonly bookings: readonly { readonly date: BusinessDate; readonly tickets: number }[];
  /** Predicted waits of those who wait; null where they were not, or could not be predicted. */
  readonly waits: WaitShifts | null;
  readonly faults: readonly (ConfigFault & { readonly message: string })[];
}

/** Who would be called how much sooner or later, in ms from now; less than a minute is neither. */
export interface WaitShifts {
  /** How many could be predicted. */
  readonly tickets: number;
  readonly sooner: { readonly count: number; readonly mostMs: number };
  readonly later: { readonly count: number; readonly mostMs: number };
  /** Those that shift, in the order of the queue, at most 300. */
  readonly rows: readonly WaitUnder[];
  /** Those that were predicted and do not shift, at most 300. */
  readonly same: readonly TicketId[];
}

/** `POST …/config`. */
export interface Published {
  readonly version: number;
  /** Waiting tickets that were moved; null while the version is still on its way into the day. */
  readonly moved: number | null;
}

/** `POST …/import/check` and `…/import`, and what `npm run import` prints. */
export interface ImportReport {
  readonly faults: readonly (ImportFault & { readonly message: string })[];
  readonly counts: Readonly<Partial<Record<'items' | 'windows' | 'staff', RowCounts>>>;
  readonly dryRun: DryRun | null;
  /** Null when it was only checked, or has faults. */
  readonly published: Published | null;
  /** New members of staff with their first passwords, told once. */
  readonly signIns: readonly { readonly staffNo: string; readonly password: string }[];
}

const code = z.string().min(1).max(40);
const text = z.string().max(400);
const count = z.number().int().min(0).max(10_000);
const time = z.string().max(5);
const names = z.object({ 'zh-Hans': text.min(1), 'zh-Hant': text, en: text });
const retired = z.literal(true).optional();
const codes = <T>(make: (value: string) => T) => z.array(code.transform(make)).max(2_000);
const itemCodes = codes(itemCode);

const material = z.object({
  name: text.min(1),
  mandatory: z.boolean(),
  names: z.object({ 'zh-Hant': text.optional(), en: text.optional() }).optional(),
});
const item = z.object({
  code: code.transform(itemCode),
  department: code.transform(departmentCode),
  name: names,
  initials: text,
  zone: code.transform(zoneCode),
  kind: z.enum(['instant', 'deadline', 'joint']),
  promisedWorkingDays: count,
  statutoryWorkingDays: count,
  expectedMinutes: z.number().min(1).max(480),
  flash: z.boolean(),
  anySite: z.boolean(),
  materials: z.array(material).max(60),
  popularity: z.number().min(0),
  retired,
});
const window = z.object({
  no: z.number().int().min(1).max(9999).transform(windowNo),
  name: names,
  kind: z.enum(WINDOW_KINDS),
  zones: z.union([z.literal('all'), codes(zoneCode)]),
  accessible: z.boolean(),
  domains: codes(departmentCode),
  items: itemCodes.optional(),
  packages: codes(packageCode).optional(),
  retired,
});
const person = z.object({
  staffNo: z
    .string()
    .regex(/^[A-Z0-9-]{2,20}$/)
    .transform(staffNo),
  name: text.min(1),
  nameLatin: text,
  role: z.enum(['clerk', 'chief', 'duty-manager', 'hall-manager', 'inspector', 'guide']),
  certifiedDepartments: codes(departmentCode),
  extraItems: itemCodes,
  excludedItems: itemCodes,
  certificateExpires: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  homeZone: code.nullable(),
  itemExpires: z.record(code, z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).optional(),
  retired,
});
const level = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  text: names,
  good: z.boolean(),
});
const priorityClass = z.object({
  code,
  label: names,
  creditMinutes: z.number().min(0).max(240),
  needsApproval: z.boolean(),
  enabled: z.boolean(),
  evidence: names.optional(),
});
const slot = z.object({
  zone: code.transform(zoneCode),
  items: itemCodes.optional(),
  times: z.array(time).max(100),
  minutes: z.number().int().min(1).max(480),
  capacity: z.number().int().min(0).max(1_000),
});
const cutoff = z.object({
  items: itemCodes.optional(),
  zone: code.transform(zoneCode).optional(),
  kinds: z.array(z.enum(['instant', 'deadline', 'joint'])).optional(),
  packages: z.literal(true).optional(),
  flash: z.literal(true).optional(),
  minExpectedMinutes: count.optional(),
  at: z.array(time).max(6),
});
const itemRule = z.object({
  item: code.transform(itemCode),
  ticketsPerDayMax: count.optional(),
  from: time.optional(),
  to: time.optional(),
});
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const calendar = z.object({
  everyDay: z.boolean(),
  holidays: z.array(z.object({ name: names, from: day, to: day })).max(200),
  makeUpDays: z.array(day).max(200),
  coveredUntil: day.nullable(),
});
const terminal = z.object({
  no: z.number().int().min(1).max(999),
  name: names,
  items: itemCodes,
  floor: z.number().int().min(-9).max(99),
  way: names,
  expectedMinutes: z.number().min(0).max(480),
});
const agent = z.object({ agentNo: code, organisation: text, validUntil: z.string().max(10) });

/** What is no number. */
const VALUES: Readonly<Partial<Record<PolicyField['unit'], z.ZodType>>> = {
  flag: z.boolean(),
  choice: z.string().max(40),
};

/** Values are checked against POLICY_FIELDS, which names the one that is out of its range. */
const policy = z.object(
  Object.fromEntries(
    POLICY_FIELDS.map(({ key, unit }) => [key, VALUES[unit]?.optional() ?? z.number().optional()]),
  ),
);

export const configBody = z.object({
  baseVersion: z.number().int().min(1),
  policy: policy.optional(),
  items: z.array(item).max(20_000).optional(),
  windows: z.array(window).max(1_000).optional(),
  staff: z.array(person).max(20_000).optional(),
  levels: z.array(level).max(5).optional(),
  priorityClasses: z.array(priorityClass).max(60).optional(),
  sessions: z
    .array(z.object({ open: time, close: time }))
    .min(1)
    .max(6)
    .optional(),
  kioskOnAt: time.optional(),
  cutoffs: z.array(cutoff).max(100).optional(),
  itemRules: z.array(itemRule).max(2_000).optional(),
  slots: z.array(slot).max(200).optional(),
  agents: z.array(agent).max(5_000).optional(),
  calendar: calendar.optional(),
  terminals: z.array(terminal).max(200).optional(),
  removed: z
    .object({
      agents: z.array(code).max(5_000).optional(),
      terminals: z.array(z.number().int()).max(200).optional(),
    })
    .optional(),
});

export const importBody = z.object({
  catalogue: z.string().max(CSV_CHARS_MAX).optional(),
  windows: z.string().max(CSV_CHARS_MAX).optional(),
  clerks: z.string().max(CSV_CHARS_MAX).optional(),
});
export type ImportFiles = z.infer<typeof importBody>;

export interface ConfigRequest {
  readonly baseVersion: number;
  readonly edit: ConfigEdit;
}

/** The change that a body asks for; the path of what is wrong where it is none. */
export function configRequest(body: unknown): ConfigRequest | { readonly fault: string } {
  const parsed = configBody.safeParse(body);
  if (!parsed.success) return { fault: parsed.error.issues[0]?.path.join('.') ?? 'body' };
  const { baseVersion, ...edit } = parsed.data;
  return { baseVersion, edit: edit as ConfigEdit };
}
