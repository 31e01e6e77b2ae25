// How PostgreSQL's values come into JavaScript and back, arrays of them included.
//
// Written out here so that a new connection need not ask the server for its types first.
// bigint becomes a number and is refused when it is not a safe integer; date stays the text
// 'YYYY-MM-DD'; instants are bigint milliseconds in our own tables. Arrays have one dimension.
import type postgres from 'postgres';

const BOOL = 16;
const INT8 = 20;
const DATE = 1082;
const JSON_OIDS = [114, 3802];

export const scalarTypes = {
  bigint: {
    to: INT8,
    from: [INT8],
    serialize: (value: number | bigint) => String(value),
    parse: safeInteger,
  },
  date: {
    to: DATE,
    from: [DATE],
    serialize: (value: string) => value,
    parse: (text: string) => text,
  },
} satisfies Record<string, postgres.PostgresType>;

/** The array type of each element type that our tables and statements use. */
const ARRAY_OIDS: readonly [elementOid: number, arrayOid: number][] = [
  [BOOL, 1000],
  [17, 1001],
  [21, 1005],
  [23, 1007],
  [INT8, 1016],
  [25, 1009],
  [1043, 1015],
  [701, 1022],
  [1700, 1231],
  [DATE, 1182],
  [1184, 1185],
  [2950, 2951],
  [114, 199],
  [3802, 3807],
];

export const arrayTypes: Record<string, postgres.PostgresType> = Object.fromEntries(
  ARRAY_OIDS.map(([elementOid, arrayOid]) => [
    `array${elementOid}`,
    {
      to: arrayOid,
      from: [arrayOid],
      serialize: (values: readonly unknown[] | string) => arrayText(values, elementOid),
      parse: (text: string) => arrayParts(text).map((part) => elementValue(part, elementOid)),
    },
  ]),
);

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is not a safe integer`);
  return value;
}

function arrayText(values: readonly unknown[] | string, elementOid: number): string {
  if (typeof values === 'string') return values;
  const parts = values.map((value) => {
    if (value === null || value === undefined) return 'NULL';
    return `"${elementText(value, elementOid).replace(/[\\"]/g, String.raw`\$&`)}"`;
  });
  return `{${parts.join(',')}}`;
}

function elementText(value: unknown, elementOid: number): string {
  if (JSON_OIDS.includes(elementOid)) return JSON.stringify(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return String.raw`\x${Buffer.from(value).toString('hex')}`;
  return String(value);
}

/** The elements of a one-dimensional array literal; null for NULL. */
function arrayParts(text: string): (string | null)[] {
  const parts: (string | null)[] = [];
  for (const [, quoted, bare] of text.matchAll(/"((?:[^"\\]|\\.)*)"|([^{},"]+)/gs)) {
    if (quoted !== undefined) parts.push(quoted.replace(/\\(.)/gs, '$1'));
    else parts.push(bare === 'NULL' || bare === undefined ? null : bare);
  }
  return parts;
}

function elementValue(part: string | null, elementOid: number): unknown {
  if (part === null) return null;
  if (elementOid === INT8) return safeInteger(part);
  if ([21, 23, 701].includes(elementOid)) return Number(part);
  if (elementOid === BOOL) return part === 't';
  if (JSON_OIDS.includes(elementOid)) return JSON.parse(part);
  if (elementOid === 1184) return new Date(part);
  return part;
}
