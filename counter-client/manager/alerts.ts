/**
 * What needs the manager: tickets that nobody may call, papers that failed, evaluators that do not
 * answer, pauses past their return. Each says what is so and carries one action. Pure; when an alert
 * was first seen is kept by the page, so that the newest stands first.
 */
import type { PrintFailure } from '../../shared/hall/events.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';

const TICKETS_NAMED_MAX = 3;
/** A minute late is not worth a warning. */
const RETURN_GRACE_MS = 60_000;

type Waiting = FloorView['waiting'][number];

export type Alert =
  | {
      readonly kind: 'stranded';
      readonly key: string;
      readonly zone: ZoneRow;
      readonly tickets: readonly Waiting[];
      readonly count: number;
      readonly longestSinceAt: number;
      /** A closed window of the zone that could be opened, or null. */
      readonly window: number | null;
    }
  | {
      readonly kind: 'paper';
      readonly key: string;
      /** Newest first; the printer is one cause, so its papers are one alert. */
      readonly tickets: readonly string[];
      /** Of the newest; `unknown` when the printer did not say. */
      readonly cause: PrintFailure | 'unknown';
    }
  | {
      readonly kind: 'silent';
      readonly key: string;
      readonly window: number;
      readonly count: number;
    }
  | {
      readonly kind: 'overdue';
      readonly key: string;
      readonly window: number;
      readonly returnAt: number;
    };

/** Every alert of the floor as it stands, in no order that means anything. */
export function alertsOf(view: FloorView, now: number): Alert[] {
  return [...stranded(view), ...papers(view), ...silent(view), ...overdue(view, now)];
}

/** Newest first by when each was first seen; `seen` learns new ones and forgets those that ended. */
export function newestFirst(
  alerts: readonly Alert[],
  seen: Map<string, number>,
  now: number,
): Alert[] {
  const keys = new Set(alerts.map((alert) => alert.key));
  for (const key of seen.keys()) if (!keys.has(key)) seen.delete(key);
  for (const key of keys) if (!seen.has(key)) seen.set(key, now);
  return [...alerts].sort((left, right) => (seen.get(right.key) ?? 0) - (seen.get(left.key) ?? 0));
}

function stranded(view: FloorView): Alert[] {
  return view.zones.flatMap((zone) => {
    const rows = view.waiting.filter((row) => row.stranded && row.zone === zone.code);
    if (rows.length === 0) return [];
    const openable = view.freeClerks.length > 0 ? closedWindowOf(view, zone.code) : null;
    return [
      {
        kind: 'stranded' as const,
        key: `stranded/${zone.code}`,
        zone,
        tickets: rows.slice(0, TICKETS_NAMED_MAX),
        count: rows.length,
        longestSinceAt: Math.min(...rows.map((row) => row.arrivedAt)),
        window: openable,
      },
    ];
  });
}

function closedWindowOf(view: FloorView, zone: string): number | null {
  const closed = view.windows.filter((one) => one.status === 'closed' && one.kind !== 'collection');
  const serving = closed.filter(
    ({ zones }) => zones === 'all' || zones.some((code) => code === zone),
  );
  const [first] = serving.sort(
    (left, right) => Number(left.kind === 'domain') - Number(right.kind === 'domain'),
  );
  return first?.no ?? null;
}

function papers({ papers: rows }: FloorView): Alert[] {
  const [newest] = rows;
  if (newest === undefined) return [];
  const cause = newest.print.status === 'failed' ? newest.print.reason : 'unknown';
  const tickets = rows.map(({ ticket }) => ticket);
  return [{ kind: 'paper', key: `paper/${newest.ticket}`, tickets, cause }];
}

function silent(view: FloorView): Alert[] {
  return view.windows
    .filter(({ prompts }) => prompts.deviceFault > 0)
    .map(({ no, prompts }) => ({
      kind: 'silent',
      key: `silent/${String(no)}/${String(prompts.deviceFault)}`,
      window: no,
      count: prompts.deviceFault,
    }));
}

function overdue(view: FloorView, now: number): Alert[] {
  return view.windows.flatMap(({ no, status, pause }) => {
    const returnAt = status === 'paused' ? (pause?.returnAt ?? null) : null;
    if (returnAt === null || returnAt + RETURN_GRACE_MS > now) return [];
    return [{ kind: 'overdue' as const, key: `overdue/${String(no)}`, window: no, returnAt }];
  });
}
