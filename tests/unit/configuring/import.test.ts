// Taking a hall's files in: what is read, what is named, and that nothing of a bad file is taken.
import { describe, expect, test } from 'vitest';
import { csvTable } from '../../../server/configuring/csv-table.ts';
import { readImport } from '../../../server/configuring/import.ts';
import type { ImportFaultCode } from '../../../shared/text/configuring.ts';
import { IMPORT_FAULTS, faultText, placeText } from '../../../shared/text/configuring.ts';
import { CONFIG_FAULTS } from '../../../shared/hall/config-check.ts';
import { LANGUAGES } from '../../../shared/text/language.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const BASE = smallHall();
const HEADER = 'code,department,name,zone,kind,promisedDays,expectedMinutes,materials';
const GOOD = 'SC001,SC,公司设立登记,legal-person,deadline,3,20,M:申请书;O:委托书';

const catalogue = (...lines: string[]) => ({
  catalogue: { name: 'items.csv', content: [HEADER, ...lines].join('\n') },
});
const windows = (...lines: string[]) => ({
  windows: {
    name: 'windows.csv',
    content: ['hall,number,name,zone,kind,domains', ...lines].join('\n'),
  },
});
const clerks = (...lines: string[]) => ({
  clerks: {
    name: 'clerks.csv',
    content: [
      'staffNo,name,role,certifiedDepartments,extraItems,certificateExpires,homeZone',
      ...lines,
    ].join('\n'),
  },
});

describe('a file', () => {
  const columns = { required: ['a', 'b'], optional: [] };
  const cells = (content: string | Uint8Array) => {
    const { rows, faults } = csvTable('f', content, columns);
    return { rows: rows.map((row) => [row.line, row.field('a'), row.field('b')]), faults };
  };

  test.each([
    ['UTF-8', new TextEncoder().encode('a,b\n申请,1\n')],
    ['UTF-8 with a mark', new TextEncoder().encode('\uFEFFa,b\r\n申请,1\r\n')],
    // 申请 in GB18030.
    ['GB18030', new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0xc9, 0xea, 0xc7, 0xeb, 0x2c, 0x31])],
  ])('is read in %s', (_, content) => {
    expect(cells(content)).toEqual({ rows: [[2, '申请', '1']], faults: [] });
  });

  test('may quote fields, leave lines empty and end lines either way', () => {
    const content = 'a,b\r\n1,"x, ""y""\r\nz"\r\n\r\n2,3\r\n,\r\n4,5';
    expect(cells(content).rows).toEqual([
      [2, '1', 'x, "y"\nz'],
      [5, '2', '3'],
      [7, '4', '5'],
    ]);
  });

  test.each<[string, string | Uint8Array, object]>([
    ['bytes of no text', new Uint8Array([0xff, 0xff, 0x00]), { line: 0, code: 'unreadable' }],
    ['a spreadsheet', 'PK\u0003\u0004\0\0', { line: 0, code: 'unreadable' }],
    ['a quote that is not closed', 'a,b\n1,"2\n', { code: 'broken-quotes' }],
    ['no rows', 'a,b\n', { line: 0, code: 'no-rows' }],
    ['nothing at all', '', { line: 0, code: 'no-rows' }],
    ['a missing column', 'a,c\n1,2\n', { line: 1, column: 'b', code: 'no-column' }],
    ['a field too many', 'a,b\n1,2\n1,2,3\n', { line: 3, code: 'field-count', value: '3' }],
    ['too many rows', `a,b\n${'1,2\n'.repeat(20_001)}`, { code: 'too-many-rows' }],
    ['too many bytes', new Uint8Array(10_000_001), { line: 0, code: 'too-large' }],
  ])('with %s is named and gives no row', (_, content, fault) => {
    const { rows, faults } = cells(content);
    expect(rows).toEqual([]);
    expect(faults).toMatchObject([fault]);
  });
});

describe('rows', () => {
  test('become items, with what a file may leave out', () => {
    const { faults, next, counts } = readImport(BASE, catalogue(GOOD));
    expect(faults).toEqual([]);
    expect(counts.items).toMatchObject({ changed: 1, retired: BASE.items.length - 1 });
    expect(next?.items.find(({ code }) => code === 'SC001')).toEqual({
      ...{ code: 'SC001', department: 'SC', initials: '', zone: 'legal-person' },
      name: { 'zh-Hans': '公司设立登记', 'zh-Hant': '公司设立登记', en: '公司设立登记' },
      ...{ kind: 'deadline', promisedWorkingDays: 3, statutoryWorkingDays: 3 },
      ...{ expectedMinutes: 20, flash: false, anySite: false, popularity: 1 },
      materials: [
        { name: '申请书', mandatory: true },
        { name: '委托书', mandatory: false },
      ],
    });
  });

  test('may give materials other names, one for each, and none where a place is empty', () => {
    const rows = (hant: string, en: string) => ({
      catalogue: {
        name: 'items.csv',
        content: [`${HEADER},materialsHant,materialsEn`, `${GOOD},${hant},${en}`].join('\n'),
      },
    });
    const { next, faults } = readImport(BASE, rows('申請書;委託書', 'Form;'));
    expect(faults).toEqual([]);
    expect(next?.items.find(({ code }) => code === 'SC001')?.materials).toEqual([
      { name: '申请书', mandatory: true, names: { 'zh-Hant': '申請書', en: 'Form' } },
      { name: '委托书', mandatory: false, names: { 'zh-Hant': '委託書' } },
    ]);
    const again = readImport(next ?? BASE, catalogue(GOOD, GOOD.replace('SC001', 'SC002')));
    // SC001 keeps its names though this file has none, and SC002 takes them over.
    expect(again.counts.items).toMatchObject({ changed: 1 });
    const formOf = (item: string) =>
      again.next?.items.find(({ code }) => code === item)?.materials[0]?.names?.en;
    expect([formOf('SC001'), formOf('SC002')]).toEqual(['Form', 'Form']);
    const cleared = readImport(next ?? BASE, rows('申請書;委託書', ';'));
    expect(cleared.next?.items[0]?.materials[0]?.names).toEqual({ 'zh-Hant': '申請書' });
    const short = readImport(BASE, rows('', 'Form'));
    expect(short.faults).toMatchObject([
      { line: 2, column: 'materialsEn', code: 'other-count', value: '1 / 2' },
    ]);
    expect(short.next).toBeNull();
  });

  test.each<[string, string, string, ImportFaultCode]>([
    ['an empty name', 'SC002,SC,,legal-person,instant,0,5,', 'name', 'empty'],
    ['a code with a blank', 'SC 2,SC,n,legal-person,instant,0,5,', 'code', 'bad-code'],
    ['the same code again', 'SC001,SC,n,legal-person,instant,0,5,', 'code', 'twice'],
    [
      'an unknown department',
      'SC002,XX,n,legal-person,instant,0,5,',
      'department',
      'unknown-department',
    ],
    ['an unknown zone', 'SC002,SC,n,moon,instant,0,5,', 'zone', 'unknown-zone'],
    ['an unknown kind', 'SC002,SC,n,legal-person,slow,0,5,', 'kind', 'not-one-of'],
    [
      'minutes in words',
      'SC002,SC,n,legal-person,instant,0,five,',
      'expectedMinutes',
      'not-a-number',
    ],
    ['no minutes', 'SC002,SC,n,legal-person,instant,0,,', 'expectedMinutes', 'empty'],
    [
      'a day of minutes',
      'SC002,SC,n,legal-person,instant,0,481,',
      'expectedMinutes',
      'out-of-range',
    ],
    ['a promise left out', 'SC002,SC,n,legal-person,deadline,,5,', 'promisedDays', 'empty'],
    [
      'a material without a mark',
      'SC002,SC,n,legal-person,instant,0,5,form',
      'materials',
      'bad-material',
    ],
    ['a name of 201', `SC002,SC,${'n'.repeat(201)},legal-person,instant,0,5,`, 'name', 'too-long'],
  ])(
    'with %s are named by line, column and reason, and nothing is taken',
    (_, line, column, code) => {
      const { faults, next, counts } = readImport(BASE, {
        ...catalogue(GOOD, line),
        ...windows(',1,n,all,surge,'),
      });
      expect(faults).toMatchObject([{ file: 'items.csv', line: 3, column, code }]);
      expect([next, counts]).toEqual([null, {}]);
    },
  );

  test('of windows: zones, domains and the rows of other halls', () => {
    const { faults, next } = readImport(
      BASE,
      windows('small,1,一窗,legal-person;natural-person,domain,SC;RS', 'big,2,n,moon,surge,'),
    );
    expect(faults).toEqual([]);
    expect(next?.windows.filter(({ retired }) => !retired)).toMatchObject([
      { no: 1, zones: ['legal-person', 'natural-person'], domains: ['SC', 'RS'] },
    ]);
    const foreign = readImport(BASE, windows('big,1,n,all,surge,'));
    expect(foreign.faults).toMatchObject([{ file: 'windows.csv', line: 0, code: 'no-rows' }]);
  });

  test('of clerks: a certificate may name an item that the same import brings', () => {
    const files = {
      ...catalogue(GOOD, 'NEW1,SC,新事项,legal-person,instant,0,5,'),
      ...clerks('k09,新人,clerk,SC,NEW1,2027-12-31,legal-person'),
    };
    const { faults, next } = readImport(BASE, files);
    expect(faults).toEqual([]);
    const added = next?.staff.find(({ staffNo }) => staffNo === 'K09');
    expect(added).toMatchObject({ extraItems: ['NEW1'], certificateExpires: '2027-12-31' });
  });

  test.each<[string, string, string, ImportFaultCode]>([
    ['a day that is none', 'K09,n,clerk,SC,,2027-02-30,', 'certificateExpires', 'not-a-date'],
    ['an unknown item', 'K09,n,clerk,SC,ZZ1,,', 'extraItems', 'unknown-item'],
    ['an unknown role', 'K09,n,king,SC,,,', 'role', 'not-one-of'],
    ['a number of another hall', 'T01,n,clerk,SC,,,', 'staffNo', 'used-elsewhere'],
  ])('of clerks with %s are named', (_, line, column, code) => {
    const { faults } = readImport(BASE, clerks(line), new Set(['T01']));
    expect(faults).toMatchObject([{ file: 'clerks.csv', line: 2, column, code }]);
  });

  test('at most a hundred faults are told', () => {
    const bad = Array.from({ length: 150 }, (_, index) => `B${String(index)},XX,n,moon,slow,0,x,`);
    expect(readImport(BASE, catalogue(...bad)).faults).toHaveLength(100);
  });
});

describe('what is said of a fault', () => {
  test('every kind has its phrase in three languages', () => {
    for (const language of LANGUAGES) {
      for (const code of [...IMPORT_FAULTS, ...CONFIG_FAULTS]) {
        expect(faultText({ code, value: '7' }, language)).not.toMatch(/\{\}|^$/);
      }
    }
  });

  test('its place is told as people count', () => {
    const fault = { file: 'items.csv', line: 12, column: 'zone', code: 'empty' } as const;
    expect(placeText(fault, 'en')).toBe('items.csv line 12 [zone]');
    expect(placeText({ ...fault, line: 0, column: '' }, 'zh-Hans')).toBe('items.csv');
  });
});
