// A foreign table as a file: in every writing that halls have, and refused in one clear sentence.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encode } from 'iconv-lite';
import { csvFile } from '../../../server/simulate/log/csv-file.ts';
import { logCautions } from '../../../server/simulate/log/cautions.ts';
import { logDays } from '../../../server/simulate/log/log-days.ts';
import { readLines } from '../../../server/simulate/log/read-lines.ts';
import { logOptions } from '../../../server/simulate/log/options.ts';
import { logPlotFiles } from '../../../server/simulate/plots/log-plots.ts';
import { logFigures, runLog } from '../../../server/simulate/log/run-log.ts';
import { cells, foreignDays } from '../forecast/observed/foreign-log.ts';

const HEADER = '票号,事项,取号时间,叫号时间,办结时间,窗口,满意度';
const rows = (dates: readonly string[]) =>
  cells(foreignDays(dates)).map(({ fields }) => [...fields, '5'].join(','));
const THREE = ['2026-11-23', '2026-11-24', '2026-11-25'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-table-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function optionsOf(name: string, content: string | Uint8Array, more: Record<string, string> = {}) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const options = logOptions({ log: file, ...more });
  if (!options) throw new Error('a log is asked for');
  return options;
}

const read = (...given: Parameters<typeof optionsOf>) => logDays(optionsOf(...given));

describe('the same table', () => {
  const text = [HEADER, ...rows(THREE)].join('\r\n');
  const tabs = text.replaceAll(',', '\t');
  test.each<[string, string | Uint8Array]>([
    ['in UTF-8', text],
    ['with a mark', `\uFEFF${text}`],
    ['in GB18030', encode(text, 'gb18030')],
    ['parted by semicolons', text.replaceAll(',', ';')],
    ['parted by tabs, in UTF-16', encode(`\uFEFF${tabs}`, 'utf-16le')],
    ['with every field in quotes', text.replaceAll(/[^,\r\n]+/gu, '"$&"')],
    ['below titles', `明细表,,,,,,\r\n\r\n${text}`],
  ])('%s is read', (_, content) => {
    const log = read('table.csv', content);
    expect(log.days.map(({ observed }) => observed.date)).toEqual(THREE);
    expect(log.leftOut).toEqual([]);
    expect(log.header?.taken).toEqual([
      { kind: 'ticket', name: '票号' },
      { kind: 'queue', name: '事项' },
      { kind: 'arrival', name: '取号时间' },
      { kind: 'start', name: '叫号时间' },
      { kind: 'end', name: '办结时间' },
      { kind: 'window', name: '窗口' },
    ]);
    expect(log.header?.unused).toEqual(['满意度']);
  });
});

describe('quotes that do not close', () => {
  const at = (line: number, content: string) =>
    csvFile(new TextEncoder().encode(content))?.rows.filter((row) => row.line === line)[0];

  test('cost their own row alone, wherever it stands', () => {
    const content = 'a,b\n"1,2\n"3","4"\n"5,6"\n"7","8';
    const found = csvFile(new TextEncoder().encode(content))?.rows ?? [];
    expect(found.filter(({ isBroken }) => isBroken).map(({ line }) => line)).toEqual([2, 5]);
    expect(found.filter(({ isBroken }) => !isBroken).map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['3', '4'],
      ['5,6'],
    ]);
  });

  test('are told from quotes that go over lines, stand doubled or within a field', () => {
    expect(at(2, 'a,b\n"x\ny",2\n')?.fields).toEqual(['x\ny', '2']);
    expect(at(2, 'a,b\n"say ""no""",2\n')?.fields).toEqual(['say "no"', '2']);
    expect(at(2, 'a,b\n5" desk,2\n')?.fields).toEqual(['5" desk', '2']);
    expect(at(2, 'a,b\n"5" desk,2\n')).toMatchObject({ isBroken: true });
    expect(at(2, 'a,b\n,""\n')?.fields).toEqual(['', '']);
  });

  test('are named with their line when a log is read', () => {
    const body = rows(THREE);
    const lines = readLines(read('cut.csv', [HEADER, ...body, '"A9,x,2026-11-25 09'].join('\n')));
    expect(lines.join('\n')).toContain(
      `1 quotes that do not close: line ${String(body.length + 2)} ""A9,x,2026-11-25 09"`,
    );
  });
});

describe('a file that is no log', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', ' \n', 'is empty'],
    ['of a header alone', `${HEADER}\n`, 'has a header and no row below it'],
    ['of noise', Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 256), 'neither days'],
    ['of a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 9), 'save it as CSV'],
    [
      'of other columns',
      'a,b\n1,2\n',
      'no column whose name is known for the arrival; it has a, b',
    ],
    ['without an end', '取号时间,叫号时间\n1,2\n', 'for the end'],
    ['of an export cut off', '{"hall":"h","date":"2026-11-23"}\n{"seq":1,"ev', 'line 2 is no line'],
    ['of other JSON', '{"date":"2026-11-23"}', 'holds no event'],
    ['of nonsense', `${HEADER}\n1,a,x,y,z,1,5\n`, '1 of 1 rows cannot be used'],
  ])('%s is refused and says why', (_, content, reason) => {
    expect(() => read('none.csv', content)).toThrow(reason);
  });

  test('names a column that was asked for and is not there', () => {
    const asked = { columns: 'clerk=经办' };
    expect(() => read('t.csv', `${HEADER}\n1,2,3,4,5,6,7\n`, asked)).toThrow('no column 经办');
  });
});

describe('a log that is played', () => {
  const said: string[] = [];
  const screen = { say: (line: string) => said.push(line), progress: () => undefined };
  const options = () =>
    optionsOf('played.csv', [HEADER, ...rows(THREE)].join('\n'), { estimates: '90' });

  test('says what it stands on, and has every figure and picture', () => {
    const played = runLog(options(), screen);
    expect(said[0]).toMatch(/^[\d,]+ rows: 3 days \(2026-11-23 to 2026-11-25\), [\d,]+ visits/u);
    expect(said[1]).toMatch(
      /^columns \(line 1\): ticket = 票号, queue = 事项, arrival = 取号时间/u,
    );
    expect(said).toContain('not used: 满意度');
    expect(played.cautions[0]).toMatch(/^3 days only/u);
    expect(Object.keys(logFigures(played).orders)).toEqual([
      ...['fifo', 'promise', 'sept', 'clairvoyant'],
    ]);
    const files = new Map(logPlotFiles(played));
    expect([...files.keys()]).toEqual(['waits.svg', 'told.svg', 'floor.svg', 'index.html']);
    expect(files.get('waits.svg')).toContain('minutes waited, arrival to call');
    expect(files.get('told.svg')).toContain('minutes to wait');
    for (const window of ['1', '2', '3', '4']) {
      expect(files.get('floor.svg')).toMatch(new RegExp(`text-anchor="end"[^>]*>${window}<`, 'u'));
    }
    const page = files.get('index.html') ?? '';
    expect(page.match(/<figcaption>/gu)).toHaveLength(3);
    expect(page).toContain('3 days only');
    for (const svg of files.values()) expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
  });

  test('of one day with few visitors says that its figures carry little', () => {
    const log = read('one.csv', [HEADER, ...rows(['2026-11-23']).slice(0, 40)].join('\n'));
    const cautions = logCautions(log).join('\n');
    expect(cautions).toContain('one day only: no interval');
    expect(cautions).toContain('40 visits only');
  });

  test('of one day has its pictures but that of the estimate', () => {
    const one = optionsOf('day.csv', [HEADER, ...rows(['2026-11-23'])].join('\n'));
    const files = logPlotFiles(runLog(one, screen)).map(([name]) => name);
    expect(files).toEqual(['waits.svg', 'floor.svg', 'index.html']);
  });
});
