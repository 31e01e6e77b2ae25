/**
 * A staff session is a signed text in a cookie: any server of the hall can read it, also after a
 * restart. It names hall and staff number only; the role is read from the configuration each time.
 */
import type { HallId, StaffNo } from '../../shared/base/ids.ts';
import { hallId, staffNo } from '../../shared/base/ids.ts';
import type { Secrets } from '../secrets.ts';
import { sameSecret } from '../secrets.ts';

export const SESSION_COOKIE = 'yichuang_session';
export const SESSION_MS = 12 * 3_600_000;

export interface StaffSession {
  readonly hall: HallId;
  readonly staffNo: StaffNo;
}

/** The cookie's text for a session that begins at `at`, wall clock. */
export function sessionText(secrets: Secrets, session: StaffSession, at: number): string {
  const payload = [session.hall, session.staffNo, at + SESSION_MS].join('.');
  return `${payload}.${secrets.sessionMac(payload)}`;
}

/** The session of a cookie, or null when it is not ours, changed or over. */
export function readSession(
  secrets: Secrets,
  text: string | undefined,
  at: number,
): StaffSession | null {
  const [hall, number, until, mac, ...rest] = (text ?? '').split('.');
  if (!hall || !number || !until || !mac || rest.length > 0) return null;
  if (!sameSecret(mac, secrets.sessionMac([hall, number, until].join('.')))) return null;
  return Number(until) > at ? { hall: hallId(hall), staffNo: staffNo(number) } : null;
}
