// Search at the kiosk, over the very items of the demo hall: what a visitor types, what comes first.
import { describe, expect, test } from 'vitest';
import { demoHall } from '../../../drizzle/seed/demo-hall.ts';
import {
  SEARCH_RESULTS_MAX,
  fold,
  searchIndex,
  searchItems,
} from '../../../shared/views/item-search.ts';

const index = searchIndex(demoHall('jingzhou').items);
const codes = (query: string) => searchItems(index, query).map(({ code }) => code);
const names = (query: string) => searchItems(index, query).map(({ name }) => name['zh-Hans']);

describe('what a visitor types', () => {
  test('initials of the whole name find it first, in either case', () => {
    expect(codes('GSSLDJ')[0]).toBe('SC001');
    expect(codes('gssldj')).toEqual(codes('GSSLDJ'));
  });

  test('Chinese text, in either script', () => {
    expect(codes('公司设立登记')[0]).toBe('SC001');
    expect(codes('公司設立登記')[0]).toBe('SC001');
  });

  test('half-width and full-width brackets, and none, are alike', () => {
    const full = codes('食品经营许可（新办）');
    expect(names('食品经营许可（新办）')[0]).toBe('食品经营许可（新办）');
    expect(codes('食品经营许可(新办)')).toEqual(full);
    expect(codes('食品经营许可新办')).toEqual(full);
    expect(codes('SPJYXK(XB)')[0]).toBe(full[0]);
  });

  test('characters and letters may be mixed', () => {
    expect(codes('公司SL登记')[0]).toBe('SC001');
  });

  test('English words, begun and in any order', () => {
    expect(codes('company registration')).toContain('SC001');
    expect(codes('establ comp')).toContain('SC001');
  });

  test("the item's own code", () => {
    expect(codes('sc001')[0]).toBe('SC001');
  });
});

describe('what comes first', () => {
  test('a name that begins so comes before one that only contains it', () => {
    const found = names('公司');
    const lastStart = found.findLastIndex((name) => name.startsWith('公司'));
    const firstInside = found.findIndex((name) => !name.startsWith('公司'));
    expect(lastStart).toBeGreaterThanOrEqual(0);
    expect(firstInside === -1 || firstInside > lastStart).toBe(true);
  });

  test('among equals the more wanted one', () => {
    const started = searchItems(index, 'GS').filter(({ initials }) => initials.startsWith('GS'));
    const wanted = started.map(({ popularity }) => popularity);
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted).toEqual([...wanted].sort((left, right) => right - left));
  });

  test('characters with gaps are found, but last', () => {
    expect(codes('公司登记')).toContain('SC001');
  });
});

describe('limits', () => {
  test('nothing for nothing, for signs alone and for nonsense', () => {
    expect(codes('')).toEqual([]);
    expect(codes(' （）')).toEqual([]);
    expect(codes('QQQQQQ')).toEqual([]);
  });

  test('never more than fit a visitor’s patience', () => {
    expect(codes('S')).toHaveLength(SEARCH_RESULTS_MAX);
  });

  test('every item is found by its own initials, its name and its English name', () => {
    for (const { item } of index) {
      expect(codes(item.code)).toContain(item.code);
      expect(codes(item.name['zh-Hans'])).toContain(item.code);
    }
  });

  test('folding keeps letters and digits alone', () => {
    expect(fold('Ａ（新办） 1-b')).toBe('a新办1b');
  });
});
