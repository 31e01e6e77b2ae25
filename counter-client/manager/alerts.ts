/**
 * What needs the manager, red before yellow, the newest first: the server's warnings, which stay until
 * they clear by themselves, and what the floor itself tells: tickets that nobody may call, papers that
 * failed, evaluators that did not answer, pauses past their return. When one of the latter was first
 * seen is kept by the page. Pure.
 */
import type { Alert as HallAlert, AlertLevel } from '../../shared/hall/alerts.ts';
import type { PrintFailure } from '../../shared/hall/paper-events.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';

const TICKETS_NAMED_MAX = 3;
/** A minute late is not worth a warning. */
const RETURN_GRACE_MS = 60_000;

type Waiting = FloorView['waiting'][number];

interface Head {
  readonly key: string;
  readonly level: AlertLevel;
}

export type Alert = Head &
  (
    | { readonly kind: 'hall'; readonly alert: HallAlert }
    /** Departments with items that nobody may handle, where there are several of a level. */
    | { readonly kind: 'holes'; readonly alerts: readonly HallAlert[] }
    | {
        readonly kind: 'stranded';
        readonly zone: ZoneRow;
        readonly tickets: readonly Waiting[];
        readonly count: number;
        readonly longestSinceAt: number;
        /** A closed window of the zone that could be opened, or null. */
        readonly window: number | null;
      }
    | {
        readonly kind: 'paper';
        /** Newest first; the printer is one cause, so its papers are one alert. */
        readonly tickets: readonly string[];
        /** Of the newest; `unknown` when the printer did not say. */
        readonly cause: PrintFailure | 'unknown';
      }
    | { readonly kind: 'silent'; readonly window: number; readonly count: number }
    | { readonly kind: 'overdue'; readonly window: number; readonly returnAt: number }
  );

/** Every alert of the floor as it stands, in no order that means anything. */
export function alertsOf(view: FloorView, now: number): Alert[] {
  const isHole = ({ kind }: HallAlert) => kind === 'coverage-hole';
  const raised = view.alerts.filter((alert) => !isHole(alert)).map(ofHall);
  const holes = holesOf(view.alerts.filter(isHole));
  return [
    ...raised,
    ...holes,
    ...stranded(view),
    ...papers(view),
    ...silent(view),
    ...overdue(view, now),
  ];
}

function ofHall(alert: HallAlert): Alert {
  return { kind: 'hall', key: alert.alert, level: alert.level, alert };
}

/** One card for each level: a morning has a hole in many departments at once. */
function holesOf(holes: readonly HallAlert[]): Alert[] {
  return [...Map.groupBy(holes, ({ level }) => level)].flatMap(([level, alerts]): Alert[] =>
    alerts.length > 1
      ? [{ kind: 'holes', key: `holes/${level}`, level, alerts }]
      : alerts.map(ofHall),
  );
}

/**
 * Red first, then by when each was raised or first seen, the newest on top; items that nobody may
 * handle come last of their level, for a morning has many of them and people wait elsewhere. `seen`
 * learns new ones, forgets ended ones.
 */
export function inOrder(alerts: readonly Alert[], seen: Map<string, number>, now: number): Alert[] {
  const keys = new Set(alerts.map((alert) => alert.key));
  for (const key of seen.keys()) if (!keys.has(key)) seen.delete(key);
  for (const key of keys) if (!seen.has(key)) seen.set(key, now);
  const since = (one: Alert) =>
    one.kind === 'hall' ? one.alert.raisedAt : (seen.get(one.key) ?? 0);
  const heat = (one: Alert) => (one.level === 'red' ? 0 : 1);
  return [...alerts].sort(
    (a, b) => heat(a) - heat(b) || holeLast(a) - holeLast(b) || since(b) - since(a),
  );
}

function holeLast(one: Alert): 0 | 1 {
  const isHole = one.kind === 'hall' && one.alert.kind === 'coverage-hole';
  return isHole || one.kind === 'holes' ? 1 : 0;
}

/** A closed window that may be opened for a zone: surge windows first, those of one domain last. */
export function windowToOpen(view: FloorView, zone: string): number | null {
  if (view.freeClerks.length === 0) return null;
  const wish = { surge: 0, domain: 2, dedicated: 2 };
  const rank = (kind: string) => (kind in wish ? wish[kind as keyof typeof wish] : 1);
  const closed = view.windows.filter((one) => one.status === 'closed' && one.kind !== 'collection');
  const [first] = closed
    .filter(({ zones }) => zones === 'all' || zones.some((code) => code === zone))
    .sort((left, right) => rank(left.kind) - rank(right.kind));
  return first?.no ?? null;
}

function stranded(view: FloorView): Alert[] {
  return view.zones.flatMap((zone) => {
    const rows = view.waiting.filter((row) => row.stranded && row.zone === zone.code);
    if (rows.length === 0) return [];
    return [
      {
        kind: 'stranded' as const,
        key: `stranded/${zone.code}`,
        level: 'red' as const,
        zone,
        tickets: rows.slice(0, TICKETS_NAMED_MAX),
        count: rows.length,
        longestSinceAt: Math.min(...rows.map((row) => row.arrivedAt)),
        window: windowToOpen(view, zone.code),
      },
    ];
  });
}

function papers({ papers: rows }: FloorView): Alert[] {
  const [newest] = rows;
  if (newest === undefined) return [];
  const cause = newest.print.status === 'failed' ? newest.print.reason : 'unknown';
  const tickets = rows.map(({ ticket }) => ticket);
  return [{ kind: 'paper', key: `paper/${newest.ticket}`, level: 'yellow', tickets, cause }];
}

function silent(view: FloorView): Alert[] {
  return view.windows
    .filter(({ prompts }) => prompts.deviceFault > 0)
    .map(({ no, prompts }) => ({
      kind: 'silent',
      key: `silent/${String(no)}/${String(prompts.deviceFault)}`,
      level: 'yellow',
      window: no,
      count: prompts.deviceFault,
    }));
}

/** A pause past its return, until the server's own warning of an unexplained pause takes over. */
function overdue(view: FloorView, now: number): Alert[] {
  const told = new Set(
    view.alerts.filter(({ kind }) => kind === 'unexplained-pause').map(({ about }) => about.window),
  );
  return view.windows.flatMap(({ no, status, pause }) => {
    const returnAt = status === 'paused' ? (pause?.returnAt ?? null) : null;
    if (returnAt === null || returnAt + RETURN_GRACE_MS > now || told.has(no)) return [];
    const key = `overdue/${String(no)}`;
    return [{ kind: 'overdue' as const, key, level: 'yellow' as const, window: no, returnAt }];
  });
}
