/**
 * Which column of a foreign log means what: named by whoever runs it, else by the names that such
 * logs use. Names are compared without case, spaces, `_` and `-`.
 */
export const COLUMN_KINDS = [
  'ticket',
  'queue',
  'zone',
  'date',
  'arrival',
  'start',
  'end',
  'wait',
  'service',
  'window',
  'clerk',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Places of the columns in a row; what the log lacks is absent. */
export type Columns = Partial<Readonly<Record<ColumnKind, number>>>;

const USUAL: Readonly<Record<ColumnKind, readonly string[]>> = {
  ticket: [
    'ticket',
    'ticketid',
    'ticketno',
    'ticketnumber',
    'visit',
    'visitid',
    'caseid',
    'callid',
  ],
  queue: [
    'queue',
    'item',
    'queuename',
    'serviceitem',
    'servicename',
    'servicetype',
    'type',
    'skill',
  ],
  zone: ['zone', 'area', 'hall', 'branchzone'],
  date: ['date', 'day', 'businessdate'],
  arrival: ['arrival', 'arrivedat', 'arrivaltime', 'arrivalat', 'issued', 'issuedat', 'createdat'],
  start: ['start', 'startedat', 'starttime', 'servicestart', 'serstart', 'begin', 'answered'],
  end: ['end', 'endedat', 'endtime', 'serviceend', 'serexit', 'finish', 'finishedat', 'completed'],
  wait: ['wait', 'waittime', 'waiting', 'waitingtime', 'qtime'],
  service: ['service', 'servicetime', 'duration', 'servicelength', 'sertime', 'handlingtime'],
  window: ['window', 'windowno', 'counter', 'desk', 'station', 'position', 'counterno'],
  clerk: ['clerk', 'agent', 'agentid', 'server', 'resource', 'staff', 'employee', 'user'],
};

export type ColumnsFound =
  | { readonly columns: Columns }
  /** A named column that is not there, or a meaning that no column was found for. */
  | { readonly missing: string; readonly kind: ColumnKind };

/**
 * The columns of a header. `named` is what was asked for, meaning → name; the others are looked for.
 * Refuses a log without a readable arrival or start, or without an end.
 */
export function columnsOf(
  header: readonly string[],
  named: Partial<Readonly<Record<ColumnKind, string>>> = {},
): ColumnsFound {
  const names = header.map(plain);
  const columns: Partial<Record<ColumnKind, number>> = {};
  for (const kind of COLUMN_KINDS) {
    const asked = named[kind];
    if (asked !== undefined) {
      const at = names.indexOf(plain(asked));
      if (at < 0) return { missing: asked, kind };
      columns[kind] = at;
    }
  }
  const taken = new Set(Object.values(columns));
  for (const kind of COLUMN_KINDS) {
    if (columns[kind] !== undefined) continue;
    const at = names.findIndex((name, index) => USUAL[kind].includes(name) && !taken.has(index));
    if (at < 0) continue;
    columns[kind] = at;
    taken.add(at);
  }
  if (columns.arrival === undefined && columns.start === undefined) {
    return { missing: 'arrival', kind: 'arrival' };
  }
  if (columns.end === undefined && columns.service === undefined) {
    return { missing: 'end', kind: 'end' };
  }
  return { columns };
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
