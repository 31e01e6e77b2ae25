// What is pure stays pure: no clock, no chance, no screen, no network in the core; and the words that
// people read stand where they can be translated.
import { describe, expect, test } from 'vitest';
import { FILES, SOURCES, codeOf, found, textOf } from './sources.ts';

const CORE = SOURCES.filter(
  (path) => path.startsWith('shared/') && !path.startsWith('shared/client/'),
);

const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bperformance\b|\bTemporal\b/u],
  ['chance', /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/u],
  ['timers', /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/u],
  ['the machine', /\bprocess\b(?!\w)|\bconsole\b|\bBuffer\b|\bglobalThis\b/u],
  ['the network', /\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/u],
  ['the page', /\bwindow\.(location|addEventListener|document)|\bdocument\.|\blocalStorage\b/u],
  ['waiting', /\basync\b|\bawait\b|\bPromise\b/u],
  ['the language of the machine', /\.toLocale\w*\(|\bIntl\b/u],
];

describe('the core of shared', () => {
  test.each(IMPURE)('holds nothing of %s', (_, pattern) => {
    expect(found(CORE, (path) => codeOf(path).match(pattern)?.slice(0, 1) ?? [])).toEqual([]);
  });

  test('is what is looked at', () => {
    expect(CORE.length).toBeGreaterThan(40);
    expect('const at = Date.now();').toMatch(IMPURE[0]?.[1] ?? /never/u);
    expect('new Date(atMs)').not.toMatch(IMPURE[0]?.[1] ?? /./u);
  });
});

describe('Chinese text', () => {
  const HAN = /\p{Script=Han}/u;
  const allowed = /^(shared\/text|shared\/client\/voice|drizzle\/seed\/data)\//u;

  test('stands in shared/text and in data, nowhere else in the product', () => {
    const faults = found(
      SOURCES.filter((path) => !allowed.test(path)),
      (path) =>
        codeOf(path)
          .split('\n')
          .filter((line) => HAN.test(line)),
    );
    expect(faults).toEqual([]);
  });

  test('not in styles, and in pages only what shows before any program runs', () => {
    const pages = FILES.filter((path) =>
      /^(display|counter-client|shared)\/.*\.(html|css)$/u.test(path),
    );
    expect(found(pages, (path) => (HAN.test(startless(path)) ? ['Chinese text'] : []))).toEqual([]);
  });
});

/** A page without its title and without what stands there until, or unless, programs run. */
function startless(path: string): string {
  return textOf(path)
    .replaceAll(/<(title|noscript)\b[\s\S]*?<\/\1>/gu, '')
    .replaceAll(/<!--[\s\S]*?-->/gu, '');
}
