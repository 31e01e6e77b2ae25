// The embedded cluster's files: made whole or not at all, and owned by the one who may run it.
//
// initdb works in a temporary folder that is renamed when it is finished, so that a death in the
// middle leaves nothing that looks like a cluster. fsync and checksums are on.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { syncFolder } from '../whole-file.ts';
import type { Binaries } from './binaries.ts';
import type { Credentials } from './credentials.ts';
import { giveTo, launchAs, type RunUser } from './run-user.ts';

export const ADMIN = 'yichuang_admin';
const INITDB_TIMEOUT_MS = 120_000;

/**
 * Makes the cluster `folder/cluster` when there is none: initialised beside it, then renamed, so
 * that a half made one is never taken for whole. Checksums on; scram passwords; text ordered by
 * PostgreSQL's own C.UTF-8, which no upgrade of the system changes.
 */
export function ensureCluster(
  folder: string,
  binaries: Binaries,
  user: RunUser,
  credentials: Credentials,
): string {
  const cluster = join(folder, 'cluster');
  if (existsSync(join(cluster, 'PG_VERSION'))) return cluster;
  for (const name of readdirSync(folder)) {
    if (name.startsWith('unfinished')) rmSync(join(folder, name), { recursive: true });
  }
  const unfinished = join(folder, `unfinished-${process.pid}`);
  const passwordFile = join(folder, `unfinished-password-${process.pid}`);
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${credentials.adminPassword}\n`, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  giveTo(user, unfinished);
  giveTo(user, passwordFile);
  try {
    initialise(binaries.initdb, unfinished, passwordFile, user);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
  syncFolder(folder);
  return cluster;
}

function initialise(initdb: string, cluster: string, passwordFile: string, user: RunUser): void {
  const args = [
    `--pgdata=${cluster}`,
    `--pwfile=${passwordFile}`,
    `--username=${ADMIN}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
  const launch = launchAs(user, initdb, args, cluster);
  const done = spawnSync(launch.command, launch.args, {
    ...launch.options,
    encoding: 'utf8',
    timeout: INITDB_TIMEOUT_MS,
  });
  if (done.status === 0) return;
  const said = [done.error?.message, done.stderr].filter(Boolean).join(' ').trim();
  throw new SetupError(`PostgreSQL could not make its data folder: ${said.slice(-600)}`);
}
