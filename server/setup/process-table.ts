import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** The arguments of a living process; null when there is none (a zombie has none either). */
export function commandLineOf(pid: number): string[] | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  const line = readProc(`${pid}/cmdline`);
  return line ? line.split('\0').filter((part) => part !== '') : null;
}

/** When a living process was started, in epoch ms, to about a second; null when there is none. */
export function startedAtOf(pid: number): number | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  const stat = readProc(`${pid}/stat`);
  const bootedAt = readProc('stat')?.match(/^btime (\d+)$/m)?.[1];
  // The name in parentheses may hold anything, so count from its end: field 22 is the start.
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  if (ticks === undefined || bootedAt === undefined) return null;
  return Number(bootedAt) * 1000 + (Number(ticks) / TICKS_PER_SECOND) * 1000;
}

function readProc(path: string): string | null {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return null;
  }
}
