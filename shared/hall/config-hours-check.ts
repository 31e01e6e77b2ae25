/**
 * What is wrong with the times of a configuration: hours that are none, sessions that end before they
 * begin or run into each other, dates that do not exist, slots of what the hall does not have. With
 * such hours a hall would stay shut, or open on a holiday, without a word.
 */
import type { ConfigFault } from './config-check.ts';
import type { HallConfig } from './config.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Every fault of sessions, cut-offs, slots, item times, calendar and dates of validity. */
export function hoursFaults(config: HallConfig): ConfigFault[] {
  const faults = [...timeFaults(config), ...dateFaults(config)];
  return faults.length > 0 ? faults : [...orderFaults(config), ...slotFaults(config)];
}

function timeFaults(config: HallConfig): ConfigFault[] {
  const times: (readonly [string, string])[] = [['kioskOnAt', config.kioskOnAt]];
  for (const { open, close } of config.sessions)
    times.push(['sessions', open], ['sessions', close]);
  for (const { at } of config.cutoffs) for (const time of at) times.push(['cutoffs', time]);
  for (const slot of config.slots) for (const time of slot.times) times.push(['slots', time]);
  for (const { item, from, to } of config.itemRules) {
    if (from !== undefined) times.push([`itemRules.${item}`, from]);
    if (to !== undefined) times.push([`itemRules.${item}`, to]);
  }
  return times
    .filter(([, time]) => !TIME.test(time))
    .map(([at, value]) => ({ at, code: 'no-time', value }));
}

function dateFaults({ calendar, agents, staff }: HallConfig): ConfigFault[] {
  const { holidays, makeUpDays, coveredUntil } = calendar;
  const dates: (readonly [string, string])[] = [
    ...holidays.flatMap(({ from, to }) => [from, to].map((day) => ['calendar', day] as const)),
    ...makeUpDays.map((day) => ['calendar', day] as const),
    ...(coveredUntil === null ? [] : [['calendar', coveredUntil] as const]),
    ...agents.map(({ agentNo, validUntil }) => [`agents.${agentNo}`, validUntil] as const),
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
    ...sessions.map(({ open, close }) => ['sessions', open, close] as const),
    // The next session begins when the one before has ended, or later.
    ...sessions.slice(1).flatMap(({ open }, place) => {
      const before = sessions[place]?.close ?? open;
      return before > open ? [['sessions', before, open] as const] : [];
    }),
    ...itemRules.map(
      ({ item, from = '00:00', to = '24:00' }) => [`itemRules.${item}`, from, to] as const,
    ),
  ];
  const days = calendar.holidays.filter(({ from, to }) => from > to);
  return [
    ...spans
      .filter(([, from, to]) => from >= to)
      .map(([at, from, to]): ConfigFault => ({ at, code: 'wrong-order', value: `${from}–${to}` })),
    ...days.map(({ from, to }): ConfigFault => ({
      ...{ at: 'calendar', code: 'wrong-order', value: `${from}–${to}` },
    })),
  ];
}

function slotFaults({ slots, zones, items }: HallConfig): ConfigFault[] {
  const zoneCodes = new Set<string>(zones.map(({ code }) => code));
  const itemCodes = new Set<string>(items.map(({ code }) => code));
  return slots.flatMap(({ zone, items: named = [] }): ConfigFault[] => [
    ...(zoneCodes.has(zone) ? [] : [{ at: 'slots', code: 'unknown-zone', value: zone } as const]),
    ...named
      .filter((item) => !itemCodes.has(item))
      .map((item) => ({ at: 'slots', code: 'unknown-item', value: item }) as const),
  ]);
}
