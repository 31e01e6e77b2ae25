/**
 * The state of the house in one line, worked out: which devices to look at, how many windows are open,
 * which of them should be and are not. Pure: the view, the devices and the hall's clock come in.
 */
import type { WindowNo } from '../../shared/base/ids.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import type { DeviceSum } from '../../shared/protocol/http.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

export interface BoardState {
  /** Kinds with their living ones; empty while nothing is known or nothing has connected. */
  readonly alive: readonly DeviceSum[];
  readonly silent: readonly DeviceSum[];
  /** Percent of paper where it runs out, else null. */
  readonly paper: number | null;
  /** Alerts of devices that the sums do not tell, so that bad news never waits for them. */
  readonly bad: number;
  readonly open: number;
  readonly all: number;
  readonly late: { readonly windows: readonly WindowNo[]; readonly minutes: number } | null;
}

/** The house as it stands at `now`; `devices` is null until they were told. */
export function boardState(
  view: FloorView,
  devices: readonly DeviceSum[] | null,
  now: number,
): BoardState {
  const sums = devices ?? [];
  const silent = sums.filter((one) => one.silent > 0);
  const told = silent.reduce((sum, one) => sum + one.silent, 0);
  const raised = view.alerts.filter(({ kind }) => kind === 'device-silent').length;
  const low = view.alerts.find(({ kind }) => kind === 'paper-low');
  const isOut = view.papers.some(
    ({ print }) => print.status === 'failed' && print.reason === 'paper-out',
  );
  const paper = low ? (low.about.count ?? 0) : isOut ? 0 : null;
  return {
    alive: sums.filter(({ alive }) => alive > 0),
    silent,
    paper,
    bad: Math.max(told, raised) + (paper === null ? 0 : 1),
    open: view.windows.filter(({ status }) => status !== 'closed').length,
    all: view.windows.length,
    late: lateWindows(view, now),
  };
}

/**
 * Windows at which nobody has sat since the session began, though the hall is open: surge windows open
 * when they are needed, and a window that was closed during the session is closed on purpose.
 */
export function lateWindows({ hours, windows }: FloorView, now: number): BoardState['late'] {
  const session = hours.sessions.find(({ openAt, closeAt }) => openAt <= now && now < closeAt);
  if (!session) return null;
  const late = windows.filter(
    ({ status, kind, sinceAt }) =>
      status === 'closed' && kind !== 'surge' && sinceAt < session.openAt,
  );
  if (late.length === 0) return null;
  const minutes = Math.floor((now - session.openAt) / MINUTE_MS);
  return { windows: late.map(({ no }) => no), minutes };
}
