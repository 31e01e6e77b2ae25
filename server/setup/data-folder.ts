/** The data folder: there, a folder, and writable; with its real path. */
import { existsSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from './setup-error.ts';

const FOLDERS_IN_IT = ['postgres', 'high-water'];

/** Makes the folder if it is missing; refuses one that cannot be used. Returns its real path. */
export function usableDataFolder(path: string): string {
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw new Error('it is not a folder');
    const probe = join(path, `.probe-${process.pid}`);
    writeFileSync(probe, 'probe');
    rmSync(probe);
    for (const name of FOLDERS_IN_IT) {
      const inside = join(path, name);
      if (existsSync(inside) && !statSync(inside).isDirectory()) {
        throw new Error(`${name} in it is not a folder`);
      }
    }
    return realpathSync(path);
  } catch (error) {
    throw new SetupError(`The data folder ${path} cannot be used: ${reasonOf(error)}.`);
  }
}

/** Like mkdir -p. Node's own recursive mkdir never returns where a file system refuses folders. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it cannot be made there';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EROFS') return 'the file system is read-only';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'it is, or lies below, a file';
  return error instanceof Error ? error.message : String(error);
}
