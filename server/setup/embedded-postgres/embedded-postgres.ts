// The PostgreSQL of a hall that has none of its own: `folder` holds its cluster, passwords, log.
//
// Assumes that the caller alone works in `folder` (the supervisor's lock). Promises a server that
// syncs every commit to disk, found again after any death of ours: adopted when it still runs,
// started when not, and started again when it dies while we watch. Listens on 127.0.0.1 only, on
// a port chosen once; another is taken, and kept, when that one is occupied.
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureRoles, roleUrl } from '../database-roles.ts';
import { commandLineOf } from '../process-table.ts';
import { findBinaries } from './binaries.ts';
import { ADMIN, ensureCluster } from './cluster.ts';
import { freePort, isPortFree, loadCredentials, saveCredentials } from './credentials.ts';
import { startPostmaster, stopPostmaster, waitUntilReady } from './postmaster.ts';
import { findRunUser } from './run-user.ts';
import { findPostmaster } from './running-postmaster.ts';

export interface EmbeddedPostgres {
  /** Superuser, for making roles and test databases. */
  readonly adminUrl: string;
  /** Owns the tables: migrates. */
  readonly ownerUrl: string;
  /** Serves. */
  readonly appUrl: string;
  readonly wasAdopted: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly root: string;
  readonly folder: string;
  /** False only for tests: no fsync. */
  readonly durable?: boolean;
  /** Told when the server died and was started again, or could not be. */
  readonly onTrouble?: (sentence: string) => void;
}

const WATCH_MS = 500;

/** Starts or adopts the cluster in `folder`; resolves when both roles can connect. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { root, folder } = options;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  const user = findRunUser();
  const binaries = findBinaries(root, user);
  const path = join(folder, 'credentials.json');
  let credentials = await loadCredentials(path);
  const cluster = ensureCluster(folder, binaries, user, credentials);
  const start = (port: number): Promise<number> =>
    startPostmaster({
      folder,
      cluster,
      binary: binaries.postgres,
      user,
      port,
      durable: options.durable ?? true,
    });

  const wasAdopted = findPostmaster(cluster) !== null && (await waitUntilReady(cluster));
  if (!wasAdopted) {
    await stopPostmaster(cluster);
    if (!(await isPortFree(credentials.port, '127.0.0.1'))) {
      credentials = { ...credentials, port: await freePort() };
      saveCredentials(path, credentials);
    }
    await start(credentials.port);
  }
  const port = findPostmaster(cluster)?.port ?? credentials.port;
  const url = (role: string, password: string, database: string): string =>
    roleUrl(`postgres://127.0.0.1:${port}/${database}`, role, password);
  const adminUrl = url(ADMIN, credentials.adminPassword, 'postgres');
  await ensureRoles(adminUrl, credentials);
  const stopWatching = watch(cluster, () => start(port), options.onTrouble);
  return {
    adminUrl,
    ownerUrl: url('yichuang_owner', credentials.ownerPassword, 'yichuang'),
    appUrl: url('yichuang_app', credentials.appPassword, 'yichuang'),
    wasAdopted,
    stop: async () => {
      await stopWatching();
      await stopPostmaster(cluster);
    },
  };
}

/** Looks after the server; returns a function that ends that. */
function watch(
  cluster: string,
  start: () => Promise<number>,
  onTrouble?: (sentence: string) => void,
): () => Promise<void> {
  let pid = findPostmaster(cluster)?.pid ?? 0;
  let restart: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (restart || commandLineOf(pid) !== null) return;
    onTrouble?.('The embedded PostgreSQL ended; it is started again.');
    restart = start()
      .then((started) => {
        pid = started;
      })
      .catch((error: unknown) => onTrouble?.(error instanceof Error ? error.message : 'unknown'))
      .finally(() => (restart = null));
  }, WATCH_MS);
  return async () => {
    clearInterval(timer);
    await restart;
  };
}
