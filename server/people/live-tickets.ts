/**
 * One-time tickets for live sockets: a browser cannot send headers with a WebSocket, and a key in an
 * address would stand in logs. Signed, so that any server on the port takes them; good for 30 s and
 * for one socket of each server.
 */
import { randomBytes } from 'node:crypto';
import type { Secrets } from '../secrets.ts';
import { sameSecret } from '../secrets.ts';
import type { Identity } from './identity.ts';

const GOOD_FOR_MS = 30_000;
const USED_MAX = 100_000;

export interface LiveTickets {
  mint(identity: Identity): string;
  /** The identity of a ticket that is used for the first time, or null. */
  use(ticket: string): Identity | null;
}

interface Payload {
  readonly identity: Identity;
  readonly untilAt: number;
  readonly once: string;
}

/** Tickets signed with the hall's key; `now` is wall time. */
export function liveTickets(secrets: Secrets, now: () => number): LiveTickets {
  const used = new Map<string, number>();
  return {
    mint(identity) {
      const once = randomBytes(9).toString('base64url');
      const payload: Payload = { identity, untilAt: now() + GOOD_FOR_MS, once };
      const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
      return `${text}.${secrets.sessionMac(`live.${text}`)}`;
    },
    use(ticket) {
      const [text, mac] = ticket.split('.');
      if (!text || !mac || !sameSecret(mac, secrets.sessionMac(`live.${text}`))) return null;
      const payload = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Payload;
      if (payload.untilAt < now() || used.has(payload.once)) return null;
      for (const [once, untilAt] of used) {
        if (untilAt >= now() && used.size < USED_MAX) break;
        used.delete(once);
      }
      used.set(payload.once, payload.untilAt);
      return payload.identity;
    },
  };
}
