// What one address may ask of a public route: a burst, then one every while, counted apart.
import { expect, test } from 'vitest';
import { rateLimit } from '../../../server/http/rate-limit.ts';

test('a burst is admitted, then one every while; other addresses are counted apart', () => {
  let now = 0;
  const limit = rateLimit(2, 1_000, () => now);
  const ask = () => [limit.admits('here'), limit.admits('here'), limit.admits('here')];
  expect(ask()).toEqual([true, true, false]);
  expect(limit.admits('there')).toBe(true);
  now = 999;
  expect(limit.admits('here')).toBe(false);
  now = 1_000;
  expect(ask()).toEqual([true, false, false]);
  now = 60_000;
  expect(ask()).toEqual([true, true, false]);
});

test('asking in vain does not put off the next one', () => {
  let now = 0;
  const limit = rateLimit(1, 1_000, () => now);
  limit.admits('here');
  for (now = 0; now < 1_000; now += 100) limit.admits('here');
  now = 1_001;
  expect(limit.admits('here')).toBe(true);
});
