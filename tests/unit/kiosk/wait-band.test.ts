/** The band of a zone's waiting: honest where nobody is served. */
import { expect, test } from 'vitest';
import { waitBand } from '../../../display/parts/wait-band.ts';

test.each([
  ['no window is open, nobody waits', null, 0, 0, 'shut'],
  ['no window is open, many wait a short time', 3, 37, 0, 'shut'],
  ['nobody waits', null, 0, 2, 'none'],
  ['one waits a moment', 1, 1, 2, 'short'],
  ['a crowd has just come', 1, 11, 2, 'medium'],
  ['the first waits a quarter of an hour', 15, 2, 2, 'medium'],
  ['the first waits half an hour', 30, 2, 2, 'long'],
] as const)('%s', (_, longestMinutes, people, openWindows, band) => {
  expect(waitBand({ longestMinutes, people, openWindows })).toBe(band);
});
