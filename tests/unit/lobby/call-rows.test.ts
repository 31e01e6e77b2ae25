/** Which calls stand on the board, and in which order. */
import { expect, test } from 'vitest';
import { callPages, callsOfZone, zonesNear } from '../../../display/lobby/call-rows.ts';
import { zoneCode } from '../../../shared/base/ids.ts';
import type { ZoneRow } from '../../../shared/views/zones.ts';
import { call } from '../client/calls.ts';

const inAll = { 'zh-Hans': '区', 'zh-Hant': '區', en: 'zone' };
const company = zoneCode('legal-person');

function zone(code: string, floor: number): ZoneRow {
  const nobody = {
    waiting: 0,
    collecting: 0,
    longestSinceAt: null,
    windows: [],
    paused: [],
    estimate: null,
  };
  return { code: zoneCode(code), name: inAll, series: 'A', floor, way: inAll, ...nobody };
}

const rows = [zone('a', 1), zone('b', 1), zone('c', 1), zone('d', 2), zone('e', 2)];
const near = (code: string | null) => zonesNear(rows, code).map((row) => row.code);

test('lobby 6: a screen shows its own zone and those beside it on its floor', () => {
  expect(near('b')).toEqual(['b', 'a', 'c']);
  expect(near('c')).toEqual(['c', 'b']);
  expect(near('e')).toEqual(['e', 'd']);
  expect(near(null)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(near('nowhere')).toEqual([]);
});

test('lobby 6: own calls come first, and more than four turn their pages', () => {
  const own = [1, 2, 3].map((seq) => call(seq));
  const others = [4, 5].map((seq) => call(seq, { zone: company }));
  const pages = callPages([...own, ...others], 0, 'natural-person');
  expect(pages.map((page) => page.map((row) => row.callSeq))).toEqual([
    [3, 2, 1, 5],
    [2, 1, 5, 4],
  ]);
  expect(callsOfZone([...own, ...others], 'natural-person')).toEqual(own);
});
