/** Views that cost much: several commits as one picture, and the last state always arrives. */
import { beforeEach, expect, test } from 'vitest';
import type { HallId } from '../../../shared/base/ids.ts';
import { hallId } from '../../../shared/base/ids.ts';
import { SlowViews } from '../../../server/realtime/slow-views.ts';

const HALL = hallId('small');
let state = 0;
let drawn: string[] = [];
let now = 0;
let faults = 0;
/** How the next reads end, first come first. */
let broken = 0;
/** Those who rest, to be woken by the test. */
let resting: { readonly forMs: number; readonly wake: () => void }[] = [];
let costMs = 1;
let onDraw: () => void = () => undefined;

interface Desk {
  readonly hall: HallId;
  readonly no: number;
  readonly listeners: Set<string>;
}

const desk = (no: number): Desk => ({ hall: HALL, no, listeners: new Set(['somebody']) });

function views(): SlowViews<Desk, number> {
  return new SlowViews({
    read(_, use) {
      broken -= 1;
      if (broken >= 0) return Promise.reject(new Error('the database is away'));
      use(state);
      return Promise.resolve();
    },
    draw({ no }, seen) {
      drawn.push(`${String(no)}:${String(seen)}`);
      now += costMs;
      onDraw();
    },
    onFault: () => (faults += 1),
    now: () => now,
    rest: (forMs) => new Promise((wake) => resting.push({ forMs, wake: () => wake() })),
  });
}

beforeEach(() => {
  [state, now, faults, broken, costMs] = [0, 0, 0, 0, 1];
  [drawn, resting, onDraw] = [[], [], () => undefined];
});

/** Lets everybody who only steps aside go on, until somebody really rests or nobody is left. */
async function untilRest(): Promise<number | null> {
  for (let turns = 0; turns < 1_000; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const [first] = resting;
    if (!first || first.forMs > 0) return first?.forMs ?? null;
    resting.shift();
    first.wake();
  }
  throw new Error('never rests');
}

function wakeUp(): void {
  resting.shift()?.wake();
}

test('many commits before the round are one picture, of the last state', async () => {
  const slow = views();
  const one = desk(1);
  for (state = 1; state < 40; state += 1) slow.mark(one);
  expect(await untilRest()).toBe(499);
  expect(drawn).toEqual(['1:40']);
});

test('what changes during a round is drawn again after the rest', async () => {
  const slow = views();
  const one = desk(1);
  onDraw = () => {
    if (state === 0) slow.mark(one);
    state = 1;
  };
  slow.mark(one);
  await untilRest();
  expect(drawn).toEqual(['1:0']);
  wakeUp();
  await untilRest();
  expect(drawn).toEqual(['1:0', '1:1']);
  wakeUp();
  expect(await untilRest()).toBeNull();
});

test('a change while the hall rests waits for the rest to end, and is not lost', async () => {
  const slow = views();
  slow.mark(desk(1));
  await untilRest();
  state = 7;
  slow.mark(desk(2));
  await untilRest();
  expect(drawn).toEqual(['1:0']);
  wakeUp();
  await untilRest();
  expect(drawn).toEqual(['1:0', '2:7']);
});

test('a dear round is cut into slices and followed by a longer rest', async () => {
  costMs = 8;
  const slow = views();
  for (let no = 1; no <= 33; no += 1) slow.mark(desk(no));
  expect(await untilRest()).toBe(33 * 8 * 3);
  expect(drawn).toHaveLength(33);
});

test('a slice stops after five milliseconds, so that a call goes between two desks', async () => {
  costMs = 3;
  const slow = views();
  for (let no = 1; no <= 4; no += 1) slow.mark(desk(no));
  // The first step aside, before anything is drawn.
  resting.shift()?.wake();
  await new Promise((resolve) => setImmediate(resolve));
  expect(drawn).toHaveLength(2);
});

test('a round that fails is made again with what it left', async () => {
  const slow = views();
  broken = 1;
  slow.mark(desk(1));
  await untilRest();
  expect([drawn, faults]).toEqual([[], 1]);
  wakeUp();
  await untilRest();
  expect(drawn).toEqual(['1:0']);
});

test('what was drawn otherwise, or has no listener left, is not drawn', async () => {
  const slow = views();
  const [shown, left] = [desk(1), desk(2)];
  slow.mark(shown);
  slow.mark(left);
  slow.unmark(shown);
  left.listeners.clear();
  await untilRest();
  expect(drawn).toEqual([]);
});
