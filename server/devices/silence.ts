/**
 * Devices that were heard today and are silent now, for the manager's alerts. An evaluator matters
 * while its window is open. Of several devices at one window the newest counts: a page that was
 * replaced by another is not missed. What was never heard today was not put up today.
 */
import type { HallId, WindowNo } from '../../shared/base/ids.ts';
import { startOfDay } from '../../shared/calendar/business-date.ts';
import type { BusinessDate } from '../../shared/base/ids.ts';
import type { HallFacts } from '../../shared/hall/system-commands.ts';
import type { DeviceKind, DeviceSum } from '../../shared/protocol/http.ts';
import type { HallClock } from '../clock.ts';
import type { Sql } from '../storage/database.ts';

const DEVICES_MAX = 500;
const SILENT_MAX = 50;

export interface SeenDevice {
  readonly device: string;
  readonly kind: DeviceKind;
  readonly window: WindowNo | null;
  /** Wall clock. */
  readonly seenAt: number;
}

export interface SilenceOf {
  readonly date: BusinessDate;
  readonly silentAfterMs: number;
  readonly openWindows: ReadonlySet<WindowNo>;
}

/** The devices of a hall that could be missed, as the database knows them; any server hears them. */
export async function seenDevices(sql: Sql, hall: HallId): Promise<SeenDevice[]> {
  const rows = await sql<SeenDevice[]>`
    select device_id as device, kind, window_no as "window", seen_at as "seenAt" from devices
    where hall_id = ${hall} and not revoked and seen_at > 0
    order by seen_at desc limit ${DEVICES_MAX}`;
  return [...rows];
}

/** Which of them are silent, newest first, with the hall's time at which they fell silent. */
export function silentDevices(
  seen: readonly SeenDevice[],
  { date, silentAfterMs, openWindows }: SilenceOf,
  clock: Pick<HallClock, 'now' | 'speed'>,
  wallNow: number,
): HallFacts['silent'] {
  const hallNow = clock.now();
  const silent: HallFacts['silent'][number][] = [];
  const places = new Set<string>();
  for (const { device, kind, window, seenAt } of seen) {
    const place = window === null ? device : `${kind}/${String(window)}`;
    if (places.has(place)) continue;
    places.add(place);
    if (kind === 'evaluator' && (window === null || !openWindows.has(window))) continue;
    const silentMs = wallNow - seenAt;
    const sinceAt = hallNow - Math.round(silentMs * clock.speed);
    if (silentMs < silentAfterMs || sinceAt < startOfDay(date)) continue;
    silent.push({ device, sinceAt });
  }
  return silent.slice(0, SILENT_MAX);
}

const KINDS: readonly DeviceKind[] = ['kiosk', 'screen', 'evaluator'];

/** How the devices of each kind are; of several at one place one is counted. */
export function deviceSums(
  seen: readonly SeenDevice[],
  about: SilenceOf,
  clock: Pick<HallClock, 'now' | 'speed'>,
  wallNow: number,
): DeviceSum[] {
  const silent = new Set(silentDevices(seen, about, clock, wallNow).map(({ device }) => device));
  return KINDS.map((kind) => {
    const own = seen.filter((one) => one.kind === kind);
    const alive = own.filter(({ seenAt }) => wallNow - seenAt < about.silentAfterMs);
    const places = new Set(alive.map(({ device, window }) => window ?? device));
    const missed = own.filter(({ device }) => silent.has(device));
    return { kind, alive: places.size, silent: missed.length };
  });
}
