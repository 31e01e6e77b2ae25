/**
 * Secrets derived from one key that stands outside the database, in the data directory. Tickets'
 * tokens and prompts' nonces are derived, never stored: a copy of the database opens nothing, and a
 * retry gives the same token. Every use has its own label, so that no value serves two purposes.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { timingSafeEqual } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessDate, CaseId, HallId, TicketId } from '../shared/base/ids.ts';

const KEY_BYTES = 32;
const TOKEN_CHARS = 22;
const GCM_NONCE_BYTES = 12;
const GCM_TAG_BYTES = 16;

export interface Secrets {
  /** The token in the ticket's QR: 132 bits, text that a URL takes as it is. */
  tokenOf(hall: HallId, date: BusinessDate, ticket: TicketId): string;
  tokenHash(token: string): string;
  /** The nonce with which one case of one service can be rated once. */
  nonceOf(hall: HallId, date: BusinessDate, id: CaseId, serviceSeq: number): string;
  deviceKeyHash(key: string): string;
  commandHash(body: string): string;
  textHash(text: string): string;
  /** Stands for an identity number in one hall; two halls cannot be compared. */
  personHash(hall: HallId, number: string): string;
  sessionMac(payload: string): string;
  seal(text: string): string;
  open(sealed: string): string;
}

/** The key of an installation, in its data folder; without it no token can be made again. */
export const SECRET_FILE = 'secret.key';

/** Reads the key, or makes it: two servers that start at once end with the same one. */
export function loadSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, SECRET_FILE);
  const made = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    return secretsOf(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  writeFileSync(made, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
  try {
    linkSync(made, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(made);
  }
  return secretsOf(readFileSync(path));
}

/** Secrets from a key of at least 32 bytes. */
export function secretsOf(key: Uint8Array): Secrets {
  if (key.length < KEY_BYTES) throw new Error('the key of the hall is too short');
  const mac = (label: string, ...parts: (string | number)[]) =>
    createHmac('sha256', key)
      .update([label, ...parts].join('\n'))
      .digest('base64url');
  const sealKey = createHmac('sha256', key).update('seal').digest();
  return {
    tokenOf: (hall, date, ticket) => mac('token', hall, date, ticket).slice(0, TOKEN_CHARS),
    tokenHash: (token) => mac('token-hash', token),
    nonceOf: (hall, date, id, serviceSeq) =>
      mac('nonce', hall, date, id, serviceSeq).slice(0, TOKEN_CHARS),
    deviceKeyHash: (deviceKey) => mac('device', deviceKey),
    commandHash: (body) => mac('command', body).slice(0, TOKEN_CHARS),
    textHash: (text) => mac('text', text),
    personHash: (hall, number) => mac('person', hall, number).slice(0, TOKEN_CHARS),
    sessionMac: (payload) => mac('session', payload),
    seal(text) {
      const nonce = randomBytes(GCM_NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const nonce = bytes.subarray(0, GCM_NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', sealKey, nonce);
      decipher.setAuthTag(bytes.subarray(GCM_NONCE_BYTES, GCM_NONCE_BYTES + GCM_TAG_BYTES));
      const text = bytes.subarray(GCM_NONCE_BYTES + GCM_TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
  };
}

/** Compares two secrets without telling by time how much of them agrees. */
export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
