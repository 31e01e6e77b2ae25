// A foreign hall's table as observed days: written in many ways, and dirty.
import { describe, expect, test } from 'vitest';
import { columnsOf, headerUnits } from '../../../../shared/forecast/observed/csv/columns.ts';
import {
  TimeReader,
  clockUnitOf,
  dayOrderOf,
} from '../../../../shared/forecast/observed/csv/times.ts';
import { fromCsv } from '../../../../shared/forecast/observed/from-csv.ts';
import type { CsvLog } from '../../../../shared/forecast/observed/from-csv.ts';
import type { CsvRow } from '../../../../shared/forecast/observed/csv/rows.ts';
import type { ColumnKind } from '../../../../shared/forecast/observed/csv/columns.ts';
import { HEADER, cells, dirtied, foreignDays, local } from './foreign-log.ts';

const MINUTE = 60_000;
const DATES = ['2026-11-23', '2026-11-24', '2026-11-25'];

function read(rows: readonly CsvRow[], header: readonly string[] = HEADER): CsvLog {
  const found = columnsOf(header);
  if (!('columns' in found)) throw new Error(`no ${found.missing}`);
  return fromCsv(rows, { columns: found.columns });
}

const assumed = (log: CsvLog) =>
  Object.fromEntries(log.assumed.map(({ what, count }) => [what, count]));
const leftOut = (log: CsvLog) =>
  Object.fromEntries(log.leftOut.map(({ reason, count }) => [reason, count]));
const row = (...fields: string[]): CsvRow => ({ line: 2, fields });

describe('a clean table', () => {
  const rows = foreignDays(DATES);
  const log = read(cells(rows));

  test('is its days, everybody with the very times, nothing assumed but that idle is away', () => {
    expect(log.days.map(({ date }) => date)).toEqual(DATES);
    expect(log.leftOut).toEqual([]);
    expect(log.assumed).toEqual([]);
    const services = log.days.flatMap((day) => day.services);
    expect(services.map(({ startedAt }) => startedAt).sort()).toEqual(
      rows.map(({ startedAt }) => startedAt - (startedAt % 1_000)).sort(),
    );
    expect(log.windows).toHaveLength(4);
  });

  test('has for every window a session, and a cycle wherever somebody waited', () => {
    for (const { sessions, services } of log.days) {
      expect(sessions).toHaveLength(4);
      for (const { pauses } of sessions) expect(pauses).toEqual([]);
      const busy = services.filter(({ somebodyWaited }) => somebodyWaited);
      expect(busy.length).toBeGreaterThan(10);
      for (const { endedAt, nextStartedAt } of busy) expect(nextStartedAt).toBe(endedAt);
    }
  });

  test('without windows has as many as were busy at a time', () => {
    const bare = cells(rows).map(({ line, fields }) => ({ line, fields: fields.slice(0, 5) }));
    const unnamed = read(bare, HEADER.slice(0, 5));
    expect(assumed(unnamed)).toEqual({ 'windows-from-concurrency': 4 });
    expect(unnamed.days.map(({ sessions }) => sessions.length)).toEqual([4, 4, 4]);
  });

  test('of queues with windows of their own tells so by the order of calls', () => {
    const cards = foreignDays(DATES, { windows: 1, betweenMinutes: 10, seed: 1 });
    const loans = foreignDays(DATES, { windows: 2, betweenMinutes: 4, seed: 2 });
    const own = [
      ...cards.map((one) => ({ ...one, queue: 'cards' })),
      ...loans.map((one) => ({ ...one, queue: 'loans', ticket: `L${one.ticket}` })),
    ];
    const bare = cells(own).map(({ line, fields }) => ({ line, fields: fields.slice(0, 5) }));
    const found = read(bare, HEADER.slice(0, 5));
    expect(assumed(found)).toEqual({ 'windows-from-concurrency': 3, 'windows-by-queue': 3 });
  });

  test('whose clerk column names a branch is not taken for one window', () => {
    const branch = cells(rows).map(({ line, fields }) => ({
      ...{ line, fields: [...fields.slice(0, 5), 'main street'] },
    }));
    expect(assumed(read(branch))).toEqual({ 'name-of-many': 1, 'windows-from-concurrency': 4 });
  });
});

describe('a dirty table', () => {
  const clean = cells(foreignDays(DATES));
  const { rows, dirt } = dirtied(clean);
  const log = read(rows);

  test('is read as far as it can be true; the rest is counted by reason', () => {
    expect(log.isRefused).toBe(false);
    expect(leftOut(log)).toEqual({
      'too-few-fields': dirt.get('short'),
      'unreadable-time': dirt.get('nonsense'),
      'start-before-arrival': dirt.get('backwards'),
      twice: dirt.get('twice'),
    });
    const bad = log.leftOut.reduce((sum, { count }) => sum + count, 0);
    const tickets = log.days.flatMap((day) => day.tickets);
    expect(tickets).toHaveLength(rows.length - bad);
    expect(tickets.filter(({ end }) => end === 'abandoned')).toHaveLength(dirt.get('left') ?? 0);
  });

  test('says what was filled in', () => {
    expect(assumed(log)).toMatchObject({
      'start-from-window': dirt.get('no-start'),
      'end-from-queue': dirt.get('no-end'),
    });
  });

  test('names lines and values of what was left out', () => {
    const [times] = log.leftOut.filter(({ reason }) => reason === 'unreadable-time');
    expect(times?.examples.length).toBeGreaterThan(0);
    for (const { line, value } of times?.examples ?? []) {
      expect(rows.find((one) => one.line === line)?.fields[2]).toBe(value);
    }
  });

  test('names a row whose quotes do not close, and keeps the others', () => {
    const last = { line: 900, fields: ['"x', 'cards'], isBroken: true };
    const found = read([...clean, last]);
    expect(found.leftOut).toEqual([
      { reason: 'broken-quotes', count: 1, examples: [{ line: 900, value: '"x,cards' }] },
    ]);
    expect(found.days.flatMap((day) => day.tickets)).toHaveLength(clean.length);
  });

  test('of nothing but nonsense is refused', () => {
    const nonsense = clean.map(({ line, fields }, index) => ({
      line,
      fields: index % 3 === 0 ? fields : ['x', 'y', 'z', '', '', ''],
    }));
    expect(read(nonsense)).toMatchObject({ isRefused: true, days: [] });
    expect(read([])).toMatchObject({ isRefused: true, days: [] });
  });
});

describe('instants', () => {
  const nine = Date.parse('2026-11-23T09:05:00+08:00');
  test.each([
    '2026-11-23 09:05',
    '2026-11-23T09:05:00',
    '2026-11-23T01:05:00Z',
    '2026-11-23T02:05:00+01:00',
    '2026/11/23 9:05:00.000',
    '2026年11月23日 09:05',
    '23.11.2026 9:05',
    '23/11/2026 09:05',
    '11/23/2026 9:05 AM',
    '20261123090500',
    String(nine),
    String(nine / 1_000),
    '46349.3784722222',
    '23 Nov 2026 09:05',
  ])('%s is five past nine', (text) => {
    const { order } = dayOrderOf([text]);
    const at = new TimeReader(order, null).instant(text, null);
    expect(at === null ? null : Math.round(at / 1_000)).toBe(nine / 1_000);
  });

  test.each(['', 'soon', '2026-13-01 09:05', '2026-11-23 09:75', '31.02.2026 09:00', '17'])(
    '%o is none',
    (text) => {
      expect(new TimeReader('day-first', null).instant(text, null)).toBeNull();
    },
  );

  test('a bare time goes with the day beside it, a small number with its unit', () => {
    const reader = new TimeReader('day-first', 'minutes');
    expect(reader.instant('09:05', '261123')).toBe(nine);
    expect(reader.instant('545', '2026-11-23')).toBe(nine);
    expect(reader.length('1:05', 'minutes')).toBe(65 * MINUTE);
    expect(reader.length('2.5', 'minutes')).toBe(2.5 * MINUTE);
  });

  test('hours and minutes may be parted by words, and a date may have no strokes', () => {
    const reader = new TimeReader('day-first', null);
    expect(reader.instant('2026年11月23日 09时05分', null)).toBe(nine);
    expect(reader.instant('20261123 09:05:00', null)).toBe(nine);
    expect(reader.instant('09：05', '2026-11-23')).toBe(nine);
  });

  test('plain numbers are in the only unit that fits them all, or in none', () => {
    expect(clockUnitOf(['545', '1012.5'])).toBe('minutes');
    expect(clockUnitOf(['32700', '61200'])).toBe('seconds');
    expect(clockUnitOf(['9.25', '16.5'])).toBe('hours');
    expect(clockUnitOf(['9', '16'])).toBeNull();
    expect(clockUnitOf(['0.37', '0.69'])).toBeNull();
    expect(clockUnitOf(['46349.37', '46349.69'])).toBeNull();
    expect(clockUnitOf(['soon', ''])).toBeNull();
  });

  test('a file tells which of day and month comes first, or it is said that it does not', () => {
    expect(dayOrderOf(['01/02/2026', '13/02/2026'])).toEqual({ order: 'day-first', isSure: true });
    expect(dayOrderOf(['01/02/2026', '02/13/2026'])).toEqual({
      ...{ order: 'month-first', isSure: true },
    });
    expect(dayOrderOf(['01/02/2026']).isSure).toBe(false);
  });
});

describe('what was assumed of times', () => {
  const header = ['ticket', 'arrival', 'start', 'end'];

  test('counts the rows whose dates can be read both ways, and no others', () => {
    const log = read(
      [
        row('1', '2026-03-04 09:00', '2026-03-04 09:05', '2026-03-04 09:10'),
        row('2', '03/04/2026 09:00', '03/04/2026 09:05', '03/04/2026 09:10'),
        row('3', '03/03/2026 09:00', '03/03/2026 09:05', '03/03/2026 09:10'),
      ],
      header,
    );
    expect(assumed(log)).toMatchObject({ 'month-first': 1 });
    const iso = read(
      [row('1', '2026-03-04 09:00', '2026-03-04 09:05', '2026-03-04 09:10')],
      header,
    );
    expect(assumed(iso)).not.toHaveProperty('month-first');
    expect(assumed(iso)).not.toHaveProperty('day-first');
  });

  test('counts rows, not times, without a date, and those counted from midnight', () => {
    const bare = read([row('1', '9:00', '9:05', '9:10'), row('2', '9:01', '9:10', '9:15')], header);
    expect(assumed(bare)).toMatchObject({ 'no-date': 2 });
    const counted = read([row('1', '540', '545', '550'), row('2', '541', '550', '555')], header);
    expect(assumed(counted)).toMatchObject({ 'no-date': 2, 'unit-minutes': 2 });
    expect(
      counted.days[0]?.services.map(({ waitedFromAt, calledAt }) => calledAt - waitedFromAt),
    ).toEqual([5 * MINUTE, 9 * MINUTE]);
  });

  test('says where times without a date begin anew, as if another day began', () => {
    const day = [row('1', '9:00', '9:05', '9:10'), row('2', '15:00', '15:10', '15:15')];
    expect(assumed(read(day, header))).not.toHaveProperty('goes-back');
    expect(assumed(read([...day, ...day], header))).toMatchObject({ 'no-date': 4, 'goes-back': 1 });
  });

  test('a length is in the unit of its header, else seconds, which is said', () => {
    const lengths = (wait: string, service: string) => {
      const names = ['arrival', wait, service];
      const found = columnsOf(names);
      if (!('columns' in found)) throw new Error(`no ${found.missing}`);
      return fromCsv([row('2026-11-23 09:00', '3', '4')], {
        ...{ columns: found.columns, units: headerUnits(names, found.columns) },
      });
    };
    const told = lengths('等候时长（分钟）', 'duration_min');
    expect(told.days[0]?.services).toMatchObject([
      {
        calledAt: Date.parse('2026-11-23T09:03:00+08:00'),
        endedAt: Date.parse('2026-11-23T09:07:00+08:00'),
      },
    ]);
    expect(assumed(told)).not.toHaveProperty('lengths-in-seconds');
    const plain = lengths('wait', 'duration');
    expect(assumed(plain)).toMatchObject({ 'lengths-in-seconds': 1 });
    const [service] = plain.days[0]?.services ?? [];
    expect(service?.calledAt).toBe(Date.parse('2026-11-23T09:00:03+08:00'));
  });
});

describe('the label of a day', () => {
  const header = ['ticket', 'arrival', 'start', 'end'];
  const on = (date: string, times: readonly string[]) =>
    times.map((time) => row(time, `${date} ${time}`, `${date} ${time}`, `${date} ${time}`));

  test.each([
    ['a morning hall', ['09:00', '10:30', '11:45']],
    ['an afternoon hall', ['14:00', '16:30', '20:45']],
    ['one from early to late', ['07:00', '12:30', '23:10']],
  ])('of %s is the date of its visitors', (_, times) => {
    const log = read([...on('2026-11-23', times), ...on('2026-11-24', times)], header);
    expect(log.days.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24']);
    expect(log.dayStartsAt).toBe(0);
  });

  test('of nights that begin after midnight is the date on which most came', () => {
    const night = ['00:10', '01:30', '02:30', '03:40', '05:10'];
    const log = read(
      [...on('2026-11-22', ['23:50']), ...on('2026-11-23', night), ...on('2026-11-23', ['23:40'])],
      header,
    );
    expect(log.days.map(({ date, tickets }) => [date, tickets.length])).toEqual([
      ['2026-11-23', 6],
      ['2026-11-24', 1],
    ]);
  });
});

describe('a header', () => {
  test('of a Chinese system is known by itself', () => {
    const header = [
      '票号',
      '办理事项',
      '取号时间',
      '叫号时间',
      '开始时间',
      '办结时间',
      '窗口',
      '区域',
    ];
    expect(columnsOf(header)).toEqual({
      columns: { ticket: 0, queue: 1, arrival: 2, start: 4, end: 5, window: 6, zone: 7 },
    });
    const other = [
      '日期',
      '排队号码',
      '队列',
      '领号时间',
      '叫号时间',
      '结束时间',
      '柜台号',
      '工号',
    ];
    expect(columnsOf(other)).toEqual({
      columns: { date: 0, ticket: 1, queue: 2, arrival: 3, start: 4, end: 5, window: 6, clerk: 7 },
    });
  });

  test('may have brackets, units and any case; what is asked for comes first', () => {
    const header = ['[Ticket No]', 'Issued-At', 'Called', 'Completed', 'Wait (min)', 'opened'];
    expect(columnsOf(header)).toEqual({
      columns: { ticket: 0, arrival: 1, start: 2, end: 3, wait: 4 },
    });
    expect(columnsOf(header, { start: 'opened' })).toMatchObject({ columns: { start: 5 } });
  });
});

describe('a table of another kind', () => {
  test('with a date beside bare times, as call centres write: over midnight, and left before', () => {
    const header = ['call_id', 'type', 'date', 'arrival', 'ser_start', 'ser_exit', 'agent'];
    const log = read(
      [
        row('1', 'PS', '990105', '23:58:00', '0:02:00', '0:09:00', 'AVI'),
        row('2', 'PS', '990105', '23:50:00', '0:00:00', '23:55:00', 'NO_SERVER'),
        row('3', 'PS', '990105', '10:00:00', '0:00:00', '0:00:00', 'NO_SERVER'),
        row('4', 'PS', '990105', '11:00:00', '11:01:00', '11:05:00', 'AVI'),
        row('5', 'PS', '990105', '16:00:00', '16:01:00', '16:05:00', 'AVI'),
      ],
      header,
    );
    const [day] = log.days;
    expect(day?.services.map(({ ticket }) => ticket)).toEqual(['4', '5', '1']);
    expect(day?.tickets.map(({ id, end }) => [id, end])).toEqual([
      ...[
        ['3', 'abandoned'],
        ['4', 'served'],
        ['5', 'served'],
        ['2', 'abandoned'],
        ['1', 'served'],
      ],
    ]);
  });

  test('of arrival, wait and length', () => {
    const header = ['queue', 'arrival', 'wait', 'duration'];
    const log = read([row('a', '2026-11-23 09:00', '120', '300')], header);
    expect(log.days[0]?.services).toMatchObject([
      {
        calledAt: Date.parse('2026-11-23T09:02:00+08:00'),
        endedAt: Date.parse('2026-11-23T09:07:00+08:00'),
      },
    ]);
  });

  test('of one visit in several rows waits at the second window from the first', () => {
    const at = (time: string) => `2026-11-23 ${time}`;
    const log = read([
      row('1', 'a', at('09:00'), at('09:05'), at('09:10'), '1'),
      row('1', 'b', at('09:00'), at('09:20'), at('09:30'), '2'),
      row('1', 'a', at('15:00'), at('15:05'), at('15:10'), '1'),
    ]);
    expect(assumed(log)).toMatchObject({ 'wait-from-previous-end': 1 });
    expect(log.days[0]?.tickets.map(({ id, queuedAt }) => [id, local(queuedAt)])).toEqual([
      ['1', at('09:00:00')],
      ['1/2', at('09:10:00')],
      ['1/3', at('15:00:00')],
    ]);
  });

  test('of nights: a shift from evening to morning is one day', () => {
    const at = (time: string) => (time > '12' ? `2026-11-23 ${time}` : `2026-11-24 ${time}`);
    const times = ['20:00', '21:30', '23:50', '00:30', '03:00', '05:30'];
    const log = read(times.map((time) => row(time, 'a', at(time), at(time), at(time), '1')));
    expect(log.days).toHaveLength(1);
    expect(log.dayStartsAt).toBeGreaterThan(5);
    expect(log.dayStartsAt).toBeLessThan(20);
  });

  test('overlapping at one window: the first ends where the next begins', () => {
    const at = (time: string) => `2026-11-23 ${time}`;
    const log = read([
      row('1', 'a', at('09:00'), at('09:00'), at('09:10'), '1'),
      row('2', 'a', at('09:01'), at('09:08'), at('09:20'), '1'),
    ]);
    expect(assumed(log)).toEqual({ 'overlap-cut': 1 });
    const [first, second] = log.days[0]?.services ?? [];
    expect(first?.endedAt).toBe(second?.startedAt);
  });

  test('without what it takes is told which column is missing', () => {
    const named = (more: Partial<Record<ColumnKind, string>>) => columnsOf(HEADER, more);
    expect(named({ clerk: 'Bediener' })).toEqual({ missing: 'Bediener', kind: 'clerk' });
    expect(columnsOf(['ticket', 'queue', 'end'])).toMatchObject({ kind: 'arrival' });
    expect(columnsOf(['ticket', 'arrival'])).toMatchObject({ kind: 'end' });
    expect(columnsOf(['A', 'Ser Exit', 'CREATED_AT'])).toEqual({
      columns: { end: 1, arrival: 2 },
    });
  });
});
