// The cluster's port and passwords, made once and kept beside it, readable by its owner alone.
//
// The port is chosen free at the first start and kept; when somebody else has taken it since,
// another one is chosen and kept instead. Nobody types these passwords.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { writeWhole } from '../whole-file.ts';

/** What is kept beside the cluster, readable by the one who starts it alone. */
export interface Credentials {
  readonly port: number;
  readonly adminPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** Reads what was kept; the first time, makes passwords and chooses a free port. */
export async function loadCredentials(path: string): Promise<Credentials> {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Credentials;
  const made: Credentials = {
    port: await freePort(),
    adminPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
  };
  saveCredentials(path, made);
  return made;
}

export function saveCredentials(path: string, credentials: Credentials): void {
  writeWhole(path, `${JSON.stringify(credentials, null, 2)}\n`, 0o600);
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

/** Whether the port of that address can be listened on now. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
