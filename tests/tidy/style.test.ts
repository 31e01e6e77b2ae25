// The house rules that can be proven: sizes, names, exports, suppressions, headers, READMEs.
import { describe, expect, test } from 'vitest';
import { FILES, PROGRAMS, SOURCES, codeOf, found, textOf } from './sources.ts';

/** Prettier keeps code at 100; a comment or a sentence in quotes may run over by a word. */
const CODE_COLUMNS_MAX = 100;
const WORDS_COLUMNS_MAX = 112;
const LINES = { median: 80, p90: 200, max: 300 };
const README_LINES_MAX = 60;
const HEADER_FROM_LINES = 40;

/** Tables of words in three languages: as long as the surface has words. */
const isWords = (path: string) => path.startsWith('shared/text/');
const linesOf = (path: string) => textOf(path).trimEnd().split('\n');
const lengths = SOURCES.filter((path) => !isWords(path))
  .map((path) => ({ path, lines: linesOf(path).length }))
  .sort((left, right) => left.lines - right.lines);
const share = (part: number) => lengths[Math.floor(lengths.length * part)]?.lines ?? 0;

describe('sizes', () => {
  test('half of the files fit a screen, nine in ten two hundred lines', () => {
    expect(share(0.5)).toBeLessThanOrEqual(LINES.median);
    expect(share(0.9)).toBeLessThanOrEqual(LINES.p90);
  });

  test('no file is longer than three hundred lines', () => {
    const long = lengths.filter(({ lines }) => lines > LINES.max);
    expect(long.map(({ path, lines }) => `${path}: ${String(lines)}`)).toEqual([]);
  });

  test('lines are a hundred columns wide', () => {
    const faults = found(
      PROGRAMS.filter((path) => !isWords(path)),
      (path) =>
        linesOf(path).flatMap((line, index) => {
          const isProse = /^\s*(\/\/|\*|\/\*)|['"`/]/u.test(line);
          const max = isProse ? WORDS_COLUMNS_MAX : CODE_COLUMNS_MAX;
          return [...line].length > max ? [`line ${String(index + 1)}`] : [];
        }),
    );
    expect(faults).toEqual([]);
  });
});

describe('names and shapes', () => {
  test('files are kebab-case', () => {
    const odd = PROGRAMS.filter((path) => {
      const name = path.split('/').at(-1) ?? '';
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))?\.(ts|mjs|js)$/u.test(name);
    });
    expect(odd).toEqual([]);
  });

  test('no catch-all files', () => {
    const names = /\/(utils?|helpers|misc|common|index)\.ts$/u;
    expect(SOURCES.filter((path) => names.test(path) && !isWords(path))).toEqual([]);
  });

  test.each([
    ['any', /(?:[:<|&]\s*|\bas\s+)any\b(?!\w)/u],
    ['a suppression', /@ts-(ignore|expect-error|nocheck)|eslint-disable|prettier-ignore/u],
    ['a barrel', /^\s*export\s+(\*|\{[^}]*\}\s+from)\b/mu],
    ['an enum or a namespace', /^\s*(export\s+)?(const\s+)?(enum|namespace)\s/mu],
    ['a focused or skipped test', /\b(test|describe|it)\.(only|skip|todo|skipIf|runIf)\b/u],
  ])('nothing holds %s', (_, pattern) => {
    const checked = PROGRAMS.filter((path) => path !== 'tests/tidy/style.test.ts');
    const isSuppression = pattern.source.includes('@ts-');
    const read = isSuppression ? textOf : codeOf;
    expect(found(checked, (path) => read(path).match(pattern)?.slice(0, 1) ?? [])).toEqual([]);
  });

  test('exports have names, but where a tool demands a default', () => {
    const own = PROGRAMS.filter((path) => !/\.config\.(ts|js)$/u.test(path));
    expect(
      found(own, (path) => (/^export default/mu.test(codeOf(path)) ? ['default export'] : [])),
    ).toEqual([]);
  });

  test('a file over forty lines says first what it is', () => {
    const silent = SOURCES.filter((path) => linesOf(path).length > HEADER_FROM_LINES).filter(
      (path) => !/^(#!.*\n)?\s*(\/\/|\/\*)/u.test(textOf(path)),
    );
    expect(silent).toEqual([]);
  });
});

describe('READMEs', () => {
  const TOPS = ['shared', 'server', 'drizzle', 'display', 'counter-client', 'tests', 'docs'];

  test.each(TOPS)('%s has one, of sixty lines at most', (top) => {
    expect(FILES).toContain(`${top}/README.md`);
    expect(linesOf(`${top}/README.md`).length).toBeLessThanOrEqual(README_LINES_MAX);
  });

  test('decisions are short', () => {
    const decisions = FILES.filter((path) => path.startsWith('docs/decisions/'));
    expect(decisions.filter((path) => linesOf(path).length > 40)).toEqual([]);
  });
});
