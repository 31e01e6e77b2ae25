// Who runs on this cluster? Told by command line, data folder and start time, never by pid alone:
// after a crash or a reboot the pid in postmaster.pid may belong to anybody.
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, startedAtOf } from '../process-table.ts';

export interface RunningPostmaster {
  readonly pid: number;
  readonly port: number;
  /** As the server itself reports it: starting, ready, stopping … */
  readonly status: string;
}

const START_TOLERANCE_MS = 5000;

/** The postmaster of this very cluster, if one is alive. */
export function findPostmaster(cluster: string): RunningPostmaster | null {
  const lines = pidFileLines(cluster);
  if (!lines) return null;
  const pid = Number(lines[0]);
  const startedAt = startedAtOf(pid);
  const line = commandLineOf(pid);
  if (startedAt === null || line === null) return null;
  const folder = line[line.indexOf('-D') + 1];
  const isOurs =
    line.some((part) => part.endsWith('/postgres')) &&
    folder !== undefined &&
    existsSync(folder) &&
    realpathSync(folder) === realpathSync(cluster) &&
    Math.abs(startedAt - Number(lines[2]) * 1000) < START_TOLERANCE_MS;
  if (!isOurs) return null;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' };
}

/** Whether postmaster.pid names a process that lives but is not this cluster's server. */
export function isPidFileStale(cluster: string): boolean {
  const lines = pidFileLines(cluster);
  if (!lines || findPostmaster(cluster)) return false;
  return commandLineOf(Number(lines[0])) !== null && !hasBackends(cluster);
}

/** Whether any process still works in the cluster (a killed server's children take a moment). */
export function hasBackends(cluster: string): boolean {
  const folder = realpathSync(cluster);
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

function pidFileLines(cluster: string): string[] | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines.length > 3 ? lines : null;
  } catch {
    return null;
  }
}
