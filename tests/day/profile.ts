/**
 * How visitors come, from the hall's own data: the share of each half hour per zone, cases per
 * ticket, packages, no-shows, design numbers. Reads `drizzle/seed/data/hours.json`.
 */
import { readFileSync } from 'node:fs';
import type { Random } from '../../shared/base/seeded-random.ts';
import { between, weighted } from './chance.ts';

const MINUTE_MS = 60_000;
/** The last tickets before a closing are given a quarter of an hour early. */
const LAST_INTERVAL_MINUTES = 15;
const BEFORE_CLOSING = ['11:30', '17:00'];

export interface ArrivalProfile {
  readonly intervalMinutes: number;
  readonly intervalStart: readonly string[];
  readonly byZone: Readonly<Record<string, readonly number[]>>;
  readonly designTicketsPerDay: Readonly<Record<string, number>>;
  /** `"1": 0.72 … "6-20": 0.01`. */
  readonly casesPerTicket: Readonly<Record<string, number>>;
  readonly packageShare: number;
  readonly noShowRate: number;
  readonly abandonRate: number;
}

/** The profile that ships with the demo halls. */
export function arrivalProfile(): ArrivalProfile {
  const path = new URL('../../drizzle/seed/data/hours.json', import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8')) as { arrivalProfile: ArrivalProfile };
  return file.arrivalProfile;
}

/** An arrival of the zone, ms after midnight. */
export function arrivalMs(profile: ArrivalProfile, zone: string, random: Random): number {
  const shares = profile.byZone[zone] ?? Object.values(profile.byZone)[0] ?? [];
  const rows = profile.intervalStart.map((start, index) => ({ start, share: shares[index] ?? 0 }));
  const chosen = weighted(random, rows, (row) => row.share)?.start ?? '09:00';
  const minutes = BEFORE_CLOSING.includes(chosen) ? LAST_INTERVAL_MINUTES : profile.intervalMinutes;
  return timeMs(chosen) + between(random, 0, minutes) * MINUTE_MS;
}

/** How many cases one ticket carries. */
export function casesOfTicket(profile: ArrivalProfile, random: Random): number {
  const range = weighted(random, Object.entries(profile.casesPerTicket), ([, share]) => share);
  const [low = 1, high = low] = (range?.[0] ?? '1').split('-').map(Number);
  return Math.floor(between(random, low, high + 1));
}

/** `08:30` as ms after midnight. */
export function timeMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE_MS;
}
