// What the server knows of devices and paper, as the hall's alerts are told.
import { expect, test } from 'vitest';
import { paperWatch } from '../../../server/devices/paper.ts';
import type { SeenDevice } from '../../../server/devices/silence.ts';
import { deviceSums, silentDevices } from '../../../server/devices/silence.ts';
import { businessDate, hallId, windowNo } from '../../../shared/base/ids.ts';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const WALL = 5_000_000_000;
const about = {
  date: businessDate('2026-11-23'),
  silentAfterMs: 30_000,
  openWindows: new Set([windowNo(7)]),
};
const seen = (device: string, agoMs: number, more: Partial<SeenDevice> = {}): SeenDevice => ({
  ...{ device, kind: 'screen', window: null, seenAt: WALL - agoMs },
  ...more,
});
const silent = (devices: readonly SeenDevice[], speed = 1) =>
  silentDevices(devices, about, { now: () => NOW, speed }, WALL);

test('a device is silent after the policy’s time, since it was heard last', () => {
  expect(silent([seen('lobby-1', 29_999), seen('lobby-2', 30_000)])).toEqual([
    { device: 'lobby-2', sinceAt: NOW - 30_000 },
  ]);
});

test('clerk 9: an evaluator is missed while its window is open, and not otherwise', () => {
  const evaluator = (no: number) =>
    seen(`evaluator-${String(no)}`, 60_000, { kind: 'evaluator', window: windowNo(no) });
  expect(silent([evaluator(7), evaluator(8)]).map(({ device }) => device)).toEqual(['evaluator-7']);
});

test('a page that another one at the same window has replaced is not missed', () => {
  const at = { kind: 'screen' as const, window: windowNo(3) };
  expect(silent([seen('screen-3-new', 1_000, at), seen('screen-3-old', 90_000, at)])).toEqual([]);
});

test('what was not heard today is not missed, by the hall’s own clock', () => {
  expect(silent([seen('kiosk-1', 9 * 3_600_000 + 1)])).toEqual([]);
  expect(silent([seen('kiosk-1', 600_000)], 60)).toEqual([]);
  expect(silent([seen('kiosk-1', 60_000)], 60)).toEqual([
    { device: 'kiosk-1', sinceAt: NOW - 3_600_000 },
  ]);
});

test('the list is bounded, the newest silence first', () => {
  const many = Array.from({ length: 80 }, (_, no) => seen(`lobby-${String(no)}`, 60_000 + no));
  const found = silent(many);
  expect(found).toHaveLength(50);
  expect(found[0]?.device).toBe('lobby-0');
});

test('paper: the sensor near the end, paper out, enough again; other faults say nothing', () => {
  const hall = hallId('small');
  const papers = paperWatch();
  expect(papers.papersOf(hall)).toEqual([]);
  papers.note(hall, { outcome: 'printed', isPaperLow: true });
  expect(papers.papersOf(hall)).toEqual([{ device: 'printer', percent: 15 }]);
  papers.note(hall, { outcome: 'failed', reason: 'paper-out' });
  papers.note(hall, { outcome: 'failed', reason: 'offline' });
  expect(papers.papersOf(hall)).toEqual([{ device: 'printer', percent: 0 }]);
  papers.note(hall, { outcome: 'printed', isPaperLow: false });
  expect(papers.papersOf(hall)).toEqual([{ device: 'printer', percent: 100 }]);
  expect(papers.papersOf(hallId('other'))).toEqual([]);
});

test('manager 1: devices are counted by kind, each place once, silent ones apart', () => {
  const devices = [
    seen('kiosk-1', 1_000, { kind: 'kiosk' }),
    seen('kiosk-2', 90_000, { kind: 'kiosk' }),
    seen('kiosk-old', 10 * 3_600_000, { kind: 'kiosk' }),
    seen('screen-3-new', 1_000, { window: windowNo(3) }),
    seen('screen-3-also', 2_000, { window: windowNo(3) }),
    seen('lobby', 1_000),
    seen('evaluator-8', 90_000, { kind: 'evaluator', window: windowNo(8) }),
  ];
  expect(deviceSums(devices, about, { now: () => NOW, speed: 1 }, WALL)).toEqual([
    { kind: 'kiosk', alive: 1, silent: 1 },
    { kind: 'screen', alive: 2, silent: 0 },
    { kind: 'evaluator', alive: 0, silent: 0 },
  ]);
});
