// PostgreSQL refuses to run as root, so root hands it to the user `postgres`, made if missing.
//
// The data may lie where that user cannot go (a folder under /root, say). Then the server keeps
// one capability, to pass through folders, by `setpriv` of util-linux; no folder's mode is changed.
// An ordinary user runs it plainly.
import { spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync } from 'node:fs';
import { SetupError } from '../setup-error.ts';

export interface RunUser {
  /** Null: the present user. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid' | 'env' | 'cwd'>;
}

const USER = 'postgres';
/** The narrower first; containers often grant only the second. */
const PASS_CAPABILITIES = ['dac_read_search', 'dac_override'];
const COMMAND_TIMEOUT_MS = 10_000;

/** The user that PostgreSQL runs as. As root, makes the user `postgres` when there is none. */
export function findRunUser(): RunUser {
  if (process.getuid?.() !== 0) return { ids: null };
  const known = idsOf(USER);
  if (known) return { ids: known };
  run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', USER]);
  const made = idsOf(USER);
  if (made) return { ids: made };
  throw new SetupError(
    `PostgreSQL cannot run as root and the user ${USER} cannot be made: ` +
      'run as an ordinary user, or set DATABASE_URL.',
  );
}

export function giveTo(user: RunUser, path: string): void {
  if (user.ids) chownSync(path, user.ids.uid, user.ids.gid);
}

/** How to start `command` as that user so that it can work in `folder`. */
export function launchAs(
  user: RunUser,
  command: string,
  args: readonly string[],
  folder: string,
): Launch {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const options = { env, cwd: '/' };
  if (!user.ids) return { command, args, options };
  if (canReach(user, folder)) return { command, args, options: { ...user.ids, ...options } };
  for (const capability of PASS_CAPABILITIES) {
    const prefix = passingArgs(user.ids, capability);
    if (run('setpriv', [...prefix, 'stat', folder]) === null) continue;
    if (run('setpriv', [...prefix, command, '--version']) === null) continue;
    return { command: 'setpriv', args: [...prefix, command, ...args], options };
  }
  throw new SetupError(
    `The user ${USER}, who runs PostgreSQL for root, cannot reach ${folder}: ` +
      'put DATA_DIR outside closed folders such as /root, or set DATABASE_URL.',
  );
}

/** Whether that user may enter a folder, or run a file, without any capability. */
export function canReach(user: RunUser, path: string): boolean {
  if (!user.ids) return true;
  const done = spawnSync('test', ['-x', path], {
    ...user.ids,
    cwd: '/',
    timeout: COMMAND_TIMEOUT_MS,
  });
  return done.status === 0;
}

function passingArgs(ids: { uid: number; gid: number }, capability: string): string[] {
  const kept = `+${capability}`;
  return [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    `--inh-caps=-all,${kept}`,
    `--ambient-caps=-all,${kept}`,
  ];
}

function idsOf(name: string): { uid: number; gid: number } | null {
  const uid = run('id', ['-u', name]);
  const gid = run('id', ['-g', name]);
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function run(command: string, args: readonly string[]): string | null {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: COMMAND_TIMEOUT_MS });
  return done.status === 0 ? done.stdout.trim() : null;
}
