/**
 * What is wrong with the times of a configuration: hours that are none, sessions that end before they
 * begin or run into each other, dates that do not exist, rows of what the hall does not have, or of
 * what another row says already. The row is named by its number or key, `sessions.2.open`. With such
 * hours a hall would stay shut, or open on a holiday, without a word.
 */
import type { ConfigFault } from './config-check.ts';
import type { HallConfig } from './config.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Every fault of sessions, cut-offs, slots, item times, calendar and dates of validity. */
export function hoursFaults(config: HallConfig): ConfigFault[] {
  const faults = [...timeFaults(config), ...dateFaults(config)];
  return faults.length > 0 ? faults : [...orderFaults(config), ...rowFaults(config)];
}

function timeFaults(config: HallConfig): ConfigFault[] {
  const times: (readonly [string, string])[] = [['kioskOnAt', config.kioskOnAt]];
  for (const [no, { open, close }] of numbered(config.sessions))
    times.push([`sessions.${no}.open`, open], [`sessions.${no}.close`, close]);
  for (const [no, { at }] of numbered(config.cutoffs))
    for (const time of at) times.push([`cutoffs.${no}.at`, time]);
  for (const [no, slot] of numbered(config.slots))
    for (const time of slot.times) times.push([`slots.${no}.times`, time]);
  for (const { item, from, to } of config.itemRules) {
    if (from !== undefined) times.push([`itemRules.${item}.from`, from]);
    if (to !== undefined) times.push([`itemRules.${item}.to`, to]);
  }
  return times
    .filter(([, time]) => !TIME.test(time))
    .map(([at, value]) => ({ at, code: 'no-time', value }));
}

/** Rows with their number as people count: the first is 1. */
function numbered<Row>(rows: readonly Row[]): (readonly [string, Row])[] {
  return rows.map((row, place) => [String(place + 1), row]);
}

function dateFaults({ calendar, agents, staff }: HallConfig): ConfigFault[] {
  const { holidays, makeUpDays, coveredUntil } = calendar;
  const dates: (readonly [string, string])[] = [
    ...numbered(holidays).flatMap(
      ([no, { from, to }]) =>
        [
          [`calendar.holidays.${no}.from`, from],
          [`calendar.holidays.${no}.to`, to],
        ] as const,
    ),
    ...numbered(makeUpDays).map(([no, day]) => [`calendar.makeUpDays.${no}`, day] as const),
    ...(coveredUntil === null ? [] : [['calendar.coveredUntil', coveredUntil] as const]),
    ...agents.map(({ agentNo, validUntil }) => {
      return [`agents.${agentNo}.validUntil`, validUntil] as const;
    }),
    ...staff.flatMap(({ staffNo, certificateExpires, itemExpires = {} }) =>
      [certificateExpires ?? [], Object.values(itemExpires)]
        .flat()
        .map((day) => [`staff.${staffNo}`, day] as const),
    ),
  ];
  return dates
    .filter(([, day]) => !isDate(day))
    .map(([at, value]) => ({ at, code: 'not-a-date', value }));
}

/** A day that exists, `YYYY-MM-DD`: the 30th of February is none. */
function isDate(day: string): boolean {
  const at = DATE.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function orderFaults({ sessions, itemRules, calendar }: HallConfig): ConfigFault[] {
  const spans: (readonly [string, string, string])[] = [
    ...numbered(sessions).map(([no, { open, close }]) => [`sessions.${no}`, open, close] as const),
    // The next session begins when the one before has ended, or later.
    ...numbered(sessions).flatMap(([no, { open }], place) => {
      const before = sessions[place - 1]?.close ?? open;
      return before > open ? [[`sessions.${no}`, before, open] as const] : [];
    }),
    ...itemRules.map(
      ({ item, from = '00:00', to = '24:00' }) => [`itemRules.${item}`, from, to] as const,
    ),
  ];
  const days = numbered(calendar.holidays).filter(([, { from, to }]) => from > to);
  return [
    ...spans
      .filter(([, from, to]) => from >= to)
      .map(([at, from, to]): ConfigFault => ({ at, code: 'wrong-order', value: `${from}–${to}` })),
    ...days.map(([no, { from, to }]): ConfigFault => ({
      ...{ at: `calendar.holidays.${no}`, code: 'wrong-order', value: `${from}–${to}` },
    })),
  ];
}

/** Rows for zones and items that are not there; rows and times of which only the first would hold. */
function rowFaults({
  sessions,
  slots,
  cutoffs,
  itemRules,
  zones,
  items,
}: HallConfig): ConfigFault[] {
  const zoneCodes = new Set<string>(zones.map(({ code }) => code));
  const itemCodes = new Set<string>(items.map(({ code }) => code));
  const known = (at: string, zone: string | undefined, named: readonly string[] = []) => [
    ...(zone === undefined || zoneCodes.has(zone)
      ? []
      : [{ at: `${at}.zone`, code: 'unknown-zone', value: zone } as const]),
    ...named
      .filter((item) => !itemCodes.has(item))
      .map((item) => ({ at: `${at}.items`, code: 'unknown-item', value: item }) as const),
  ];
  const plans = slots.map(({ zone, items: of }) => (of ? [...of].sort().join('+') : zone));
  return [
    ...numbered(slots).flatMap(([no, { zone, items: of, times }], place): ConfigFault[] => [
      ...known(`slots.${no}`, zone, of),
      ...again(times).map((value) => ({ at: `slots.${no}.times`, code: 'twice', value }) as const),
      ...(plans.indexOf(plans[place] ?? '') < place
        ? [{ at: `slots.${no}`, code: 'twice', value: plans[place] ?? '' } as const]
        : []),
    ]),
    ...numbered(cutoffs).flatMap(([no, row]): ConfigFault[] => [
      // A zone that is not there fits nothing, and does no harm.
      ...known(`cutoffs.${no}`, undefined, row.items),
      // Later sessions of the day would go without one, unsaid.
      ...(row.at.length < sessions.length
        ? [
            {
              at: `cutoffs.${no}.at`,
              code: 'cut-off-missing',
              value: ofAll(row.at, sessions),
            } as const,
          ]
        : []),
    ]),
    ...again(itemRules.map(({ item }) => item)).map((value) => {
      return { at: `itemRules.${value}`, code: 'twice', value } as const;
    }),
  ];
}

/** How many of how many there should be. */
function ofAll(left: readonly unknown[], right: readonly unknown[]): string {
  return `${String(left.length)}/${String(right.length)}`;
}

/** What stands there a second time. */
function again(values: readonly string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) < place);
}
