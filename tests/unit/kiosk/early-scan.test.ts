// A slip held under the scanner before the kiosk's line was up.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EarlyScan } from '../../../display/kiosk/early-scan.ts';

const slip = { is: 'ticket', number: 'B012' } as const;

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

test('is taken once the line is up, and once only', () => {
  const early = new EarlyScan();
  early.keep(slip);
  vi.advanceTimersByTime(4_000);
  expect(early.take()).toBe(slip);
  expect(early.take()).toBeNull();
});

test('is forgotten when the line comes late, or something else was typed', () => {
  const early = new EarlyScan();
  early.keep(slip);
  vi.advanceTimersByTime(11_000);
  expect(early.take()).toBeNull();
  early.keep(slip);
  early.keep(null);
  expect(early.take()).toBeNull();
});
