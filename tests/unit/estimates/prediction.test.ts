// What a server predicted for a manager's plan comes back over the page, and nothing else does.
import { expect, test } from 'vitest';
import { openedPrediction, sealedPrediction } from '../../../server/http/plan-prediction.ts';
import { hallId, windowNo } from '../../../shared/base/ids.ts';
import { MINUTE_MS } from '../../../shared/base/time.ts';
import type { AdviceChange, AdviceFigures } from '../../../shared/hall/advice.ts';
import { testSecrets } from '../../helpers/actors.ts';

const HALL = hallId('small');
const figures: AdviceFigures = {
  ...{ gainMinutes: 180, lowMinutes: 120, highMinutes: 240, share: 0.2 },
  ...{ zones: [], horizonMs: 75 * MINUTE_MS, rollouts: 24 },
};
const close = (window: number): AdviceChange[] => [{ kind: 'close', window: windowNo(window) }];
const sealed = sealedPrediction(testSecrets, HALL, close(1), { figures, at: 0 });
const clockAt = (minutes: number, speed = 1) => ({ now: () => minutes * MINUTE_MS, speed });
const opened = (more: { window?: number; hall?: string; sealed?: string; minutes?: number }) =>
  openedPrediction(testSecrets, hallId(more.hall ?? 'small'), close(more.window ?? 1), {
    sealed: more.sealed ?? sealed,
    clock: clockAt(more.minutes ?? 1),
  });

test('a plan has the figures that were predicted of it, in this hall and for a while', () => {
  expect(opened({})).toEqual(figures);
  expect(opened({ window: 2 })).toBeNull();
  expect(opened({ hall: 'other' })).toBeNull();
  expect(opened({ minutes: 16 })).toBeNull();
  const fast = { sealed, clock: clockAt(16, 60) };
  expect(openedPrediction(testSecrets, HALL, close(1), fast)).toEqual(figures);
});

test('what a page makes up, changes or cuts short is nothing', () => {
  expect(opened({ sealed: '' })).toBeNull();
  expect(opened({ sealed: JSON.stringify({ plan: 'small', figures, at: 0 }) })).toBeNull();
  expect(opened({ sealed: sealed.slice(0, -8) })).toBeNull();
  expect(
    opened({ sealed: `A${sealed.slice(1)}` === sealed ? 'B' : `A${sealed.slice(1)}` }),
  ).toBeNull();
});
