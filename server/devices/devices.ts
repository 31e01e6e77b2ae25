/**
 * Kiosks, screens and evaluators: each has a key of its own, of which only a keyed hash is stored.
 * Keys are looked up once and kept for a few seconds, so that a revoked one stops working soon.
 */
import { randomBytes } from 'node:crypto';
import type { DeviceId, HallId, WindowNo } from '../../shared/base/ids.ts';
import { deviceId, windowNo } from '../../shared/base/ids.ts';
import type { DeviceKey, DeviceKind } from '../../shared/protocol/http.ts';
import type { Secrets } from '../secrets.ts';
import type { Sql } from '../storage/database.ts';

const KEPT_MS = 1_000;
const KEPT_MAX = 5_000;
const KEY_BYTES = 24;
/** A device that was not heard for so long is silent; it says that it lives every 5 s. */
export const SILENT_AFTER_MS = 15_000;
const SEEN_EVERY_MS = 5_000;

export interface Device {
  readonly hall: HallId;
  readonly device: DeviceId;
  readonly kind: DeviceKind;
  readonly window: WindowNo | null;
}

export interface Devices {
  byKey(key: string): Promise<Device | null>;
  enrol(hall: HallId, kind: DeviceKind, window: WindowNo | null): Promise<DeviceKey>;
  /** The device drew just now. */
  alive(device: Device): void;
  evaluatorAlive(hall: HallId, window: WindowNo): Promise<boolean>;
}

interface DeviceRow {
  readonly hall_id: HallId;
  readonly device_id: string;
  readonly kind: DeviceKind;
  readonly window_no: number | null;
}

/** Devices over their table; `now` is wall time. */
export function devices(sql: Sql, secrets: Secrets, now: () => number): Devices {
  const kept = new Map<string, { readonly device: Device | null; readonly untilAt: number }>();
  const seen = new Map<string, number>();
  return {
    async byKey(key) {
      const hash = secrets.deviceKeyHash(key);
      const known = kept.get(hash);
      if (known && known.untilAt > now()) return known.device;
      const [row] = await sql<DeviceRow[]>`
        select hall_id, device_id, kind, window_no from devices
        where key_hash = ${hash} and not revoked`;
      const device = row ? deviceOf(row) : null;
      if (kept.size >= KEPT_MAX) kept.clear();
      kept.set(hash, { device, untilAt: now() + KEPT_MS });
      return device;
    },
    async enrol(hall, kind, window) {
      const key = randomBytes(KEY_BYTES).toString('base64url');
      const place = window === null ? kind : `${kind}-${String(window)}`;
      const device = `${place}-${randomBytes(3).toString('hex')}`;
      await sql`
        insert into devices (hall_id, device_id, kind, window_no, key_hash)
        values (${hall}, ${device}, ${kind}, ${window}, ${secrets.deviceKeyHash(key)})`;
      return { device, key };
    },
    alive(device) {
      const key = `${device.hall}/${device.device}`;
      if (now() - (seen.get(key) ?? 0) < SEEN_EVERY_MS - 500) return;
      seen.set(key, now());
      sql`update devices set seen_at = ${now()}
        where hall_id = ${device.hall} and device_id = ${device.device}`.catch(() => undefined);
    },
    async evaluatorAlive(hall, window) {
      const rows = await sql`
        select 1 from devices where hall_id = ${hall} and kind = 'evaluator'
          and window_no = ${window} and not revoked and seen_at > ${now() - SILENT_AFTER_MS}
        limit 1`;
      return rows.length > 0;
    },
  };
}

function deviceOf(row: DeviceRow): Device {
  return {
    hall: row.hall_id,
    device: deviceId(row.device_id),
    kind: row.kind,
    window: row.window_no === null ? null : windowNo(row.window_no),
  };
}
