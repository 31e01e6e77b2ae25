/**
 * When a demo hall works: sessions, the calendar with holidays and make-up days, the last times for
 * tickets, and the bookable slots. Assumes the shapes of hours.json and calendar-YYYY.json; a cut-off
 * that names items of which this hall has none is left out, for an empty list would match nothing.
 */
import { must } from '../../shared/base/assert.ts';
import { itemCode, zoneCode } from '../../shared/base/ids.ts';
import type { Holiday, WorkCalendar } from '../../shared/calendar/working-days.ts';
import type {
  Cutoff,
  HallConfig,
  ItemKind,
  ServiceItem,
  SlotPlan,
  Zone,
} from '../../shared/hall/config.ts';
import { jsonFile } from './data-file.ts';

interface CutoffRow {
  readonly match: {
    readonly names?: readonly string[];
    readonly zone?: string;
    readonly kind?: readonly ItemKind[];
    readonly packages?: boolean;
    readonly flash?: boolean;
    readonly minExpectedMinutes?: number;
  };
  readonly morning: string;
  readonly afternoon: string;
}
interface HoursFile {
  readonly halls: readonly {
    readonly hall: string;
    readonly sessions: HallConfig['sessions'];
    readonly kioskOn: string;
  }[];
  readonly ticketCutoffs: { readonly rows: readonly CutoffRow[] };
  readonly appointments: {
    readonly slotMinutes: number;
    readonly slots: Readonly<Record<string, readonly string[]>>;
    readonly slotMinutesByZone: Readonly<Record<string, number>>;
    readonly quotaPerSlot: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}
interface CalendarFile {
  readonly provisional: boolean;
  readonly holidays: readonly Holiday[];
  readonly makeupWorkdays: readonly { readonly date: string }[];
}

const YEARS = [2026, 2027] as const;

type Hours = Pick<HallConfig, 'sessions' | 'kioskOnAt' | 'calendar' | 'cutoffs' | 'slots'>;

/** Everything about a demo hall's time. */
export function demoHours(
  code: string,
  zones: readonly Zone[],
  items: readonly ServiceItem[],
): Hours {
  const file = jsonFile<HoursFile>('hours.json');
  const { sessions, kioskOn } = must(
    file.halls.find(({ hall }) => hall === code),
    `the hours of ${code}`,
  );
  return {
    sessions,
    kioskOnAt: kioskOn,
    calendar: demoCalendar(),
    cutoffs: file.ticketCutoffs.rows.flatMap((row) => cutoffOf(row, items)),
    slots: zones.flatMap((zone) => slotsOf(zone, code, file.appointments)),
  };
}

/** A provisional year gives its holidays, but no notice covers it. */
export function demoCalendar(): WorkCalendar {
  const years = YEARS.map((year) => ({
    year,
    ...jsonFile<CalendarFile>(`calendar-${String(year)}.json`),
  }));
  const covered = years.filter(({ provisional }) => !provisional).at(-1);
  return {
    everyDay: false,
    holidays: years.flatMap(({ holidays }) =>
      holidays.map(({ name, from, to }) => ({ name, from, to })),
    ),
    makeUpDays: years.flatMap(({ makeupWorkdays }) => makeupWorkdays.map(({ date }) => date)),
    coveredUntil: covered ? `${String(covered.year)}-12-31` : null,
  };
}

function cutoffOf(
  { match, morning, afternoon }: CutoffRow,
  items: readonly ServiceItem[],
): Cutoff[] {
  const named = new Set(match.names);
  const codes = items.filter(({ name }) => named.has(name['zh-Hans'])).map(({ code }) => code);
  if (match.names && codes.length === 0) return [];
  return [
    {
      ...(match.names ? { items: codes } : {}),
      ...(match.zone === undefined ? {} : { zone: zoneCode(match.zone) }),
      ...(match.kind ? { kinds: match.kind } : {}),
      ...(match.packages ? { packages: true } : {}),
      ...(match.flash ? { flash: true } : {}),
      ...(match.minExpectedMinutes === undefined
        ? {}
        : { minExpectedMinutes: match.minExpectedMinutes }),
      at: [morning, afternoon],
    },
  ];
}

function slotsOf({ code }: Zone, hall: string, rows: HoursFile['appointments']): SlotPlan[] {
  const quota = rows.quotaPerSlot[hall] ?? {};
  const capacity = quota[code] ?? quota['all'] ?? 0;
  const times = rows.slots[code] ?? [];
  if (capacity === 0 || times.length === 0) return [];
  return [
    { zone: code, times, minutes: rows.slotMinutesByZone[code] ?? rows.slotMinutes, capacity },
  ];
}

interface RulesFile {
  readonly itemRules: readonly (Omit<HallConfig['itemRules'][number], 'item'> & {
    readonly item: string;
  })[];
  readonly agents: HallConfig['agents'];
  readonly terminals: readonly (Omit<HallConfig['terminals'][number], 'items'> & {
    readonly hall: string;
    readonly items: readonly string[];
  })[];
}

/** What binds single items, the registered agents and the self-service terminals. */
export function demoRules(
  code: string,
  offered: ReadonlySet<string>,
): Pick<HallConfig, 'itemRules' | 'agents' | 'terminals'> {
  const { itemRules, agents, terminals } = jsonFile<RulesFile>('hall-rules.json');
  return {
    itemRules: itemRules
      .filter(({ item }) => offered.has(item))
      .map((rule) => ({ ...rule, item: itemCode(rule.item) })),
    agents,
    terminals: terminals
      .filter(({ hall }) => hall === code)
      .map(({ hall: _, items, ...terminal }) => ({ ...terminal, items: items.map(itemCode) })),
  };
}
