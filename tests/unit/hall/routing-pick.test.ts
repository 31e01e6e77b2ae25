// The choosing function on bare rows: what decides, at its very edges.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../shared/base/seeded-random.ts';
import { MINUTE_MS } from '../../../shared/base/time.ts';
import type { Contender, Desk, OrderRules } from '../../../shared/hall/routing/pick.ts';
import { isByChoice, pick } from '../../../shared/hall/routing/pick.ts';

interface Row extends Contender {
  readonly name: string;
  readonly takesMs: number;
  readonly own: boolean;
  readonly windows: number;
  readonly may: boolean;
}

const AT = 100 * MINUTE_MS;
const STRICT: OrderRules = { kind: 'strict' };
const ZONES: OrderRules = { kind: 'zones', overflowAfterMs: 15 * MINUTE_MS };
const PROMISE: OrderRules = { kind: 'promise', overtakenMax: 10, otherZoneFactor: 0.4 };

let seq = 0;
/** Came `minutes` ago; ten minutes' service in the own zone, nothing promised, no right. */
function row(name: string, minutes: number, more: Partial<Row> = {}): Row {
  const placeAt = AT - minutes * MINUTE_MS;
  seq += 1;
  return {
    ...{ name, placeAt, orderKey: placeAt, orderSeq: seq, promiseAt: Infinity, overtaken: 0 },
    ...{ slotAt: Infinity, greenAt: Infinity, takesMs: 10 * MINUTE_MS },
    ...{ own: true, windows: 10, may: true },
    ...more,
  };
}

const DESK: Desk<Row> = {
  mayCall: ({ may }) => may,
  expectedMs: ({ takesMs }) => takesMs,
  isOwn: ({ own }) => own,
  scarcity: ({ windows }) => windows,
};

function picks(rules: OrderRules, queue: readonly Row[], desk: Desk<Row> = DESK): string {
  const picked = pick(queue, desk, rules, AT);
  return picked ? `${picked.row.name} ${picked.rule}` : 'nobody';
}

describe.each([
  ['strict', STRICT],
  ['zones', ZONES],
] as const)('%s order', (_, rules) => {
  test('calls the smallest key, then the earlier number, wherever they stand', () => {
    const [first, second] = [row('first', 5), row('second', 5)];
    expect(picks(rules, [row('late', 1), second, first])).toBe('first longest-wait');
    const boosted = row('boosted', 1, { orderKey: AT - 20 * MINUTE_MS });
    expect(picks(rules, [first, boosted])).toBe('boosted longest-wait');
  });

  test('rights come first: a slot that has come, then the green channel granted first', () => {
    const early = row('early', 30);
    const slot = row('slot', 1, { slotAt: AT });
    const before = row('before', 2, { slotAt: AT });
    const green = row('green', 1, { greenAt: AT - 1 });
    const other = row('other', 9, { greenAt: AT });
    expect(picks(rules, [early, green, slot, before])).toBe('before appointment');
    expect(picks(rules, [early, slot, green])).toBe('slot appointment');
    expect(picks(rules, [early, other, green])).toBe('green green-channel');
    const tooEarly = row('too early', 1, { slotAt: AT + 1 });
    expect(picks(rules, [early, tooEarly])).toBe('early longest-wait');
  });

  test('never calls whom the window may not serve', () => {
    const barred = { may: false, slotAt: AT, greenAt: AT };
    expect(picks(rules, [row('barred', 9, barred)])).toBe('nobody');
    expect(picks(rules, [row('barred', 9, barred), row('served', 1)])).toBe('served longest-wait');
  });
});

describe('zones', () => {
  const lent = (minutes: number, more = {}) => row('lent', minutes, { own: false, ...more });

  test('another zone’s visitor is called from the very minute on', () => {
    expect(picks(ZONES, [lent(15), row('own', 1)])).toBe('lent longest-wait');
    expect(picks(ZONES, [lent(14.9), row('own', 1)])).toBe('own longest-wait');
    expect(picks(STRICT, [lent(2), row('own', 1)])).toBe('lent longest-wait');
  });

  test('counts the wait itself: a credit opens no wall', () => {
    const credited = lent(10, { orderKey: AT - 30 * MINUTE_MS });
    expect(picks(ZONES, [credited, row('own', 1)])).toBe('own longest-wait');
  });

  test('a right opens no wall either', () => {
    expect(picks(ZONES, [lent(1, { greenAt: AT, slotAt: AT })])).toBe('nobody');
  });
});

describe('promises', () => {
  const minutes = (count: number, more = {}) => ({ takesMs: count * MINUTE_MS, ...more });

  test.each([
    ['of the first pass, .15', {}, 8.69, 8.7],
    ['twice that where half of its passes are used', { overtaken: 5 }, 7.69, 7.7],
    ['and ten times where one is left', { overtaken: 9 }, 3.99, 4.01],
    ['twice that where only five windows may call it', { windows: 5 }, 7.69, 7.7],
    ['no less where twenty may', { windows: 20 }, 8.69, 8.7],
    ['ten times where no window but this may', { windows: 1 }, 3.99, 4.01],
    ['and no more where none is counted', { windows: 0 }, 3.99, 4.01],
  ])('a shorter service is called where it is worth the price %s', (_, more, less, same) => {
    const head = row('head', 5, more);
    expect(picks(PROMISE, [head, row('short', 1, minutes(less))])).toBe('short best-score');
    expect(picks(PROMISE, [head, row('short', 1, minutes(same))])).toBe('head best-score');
  });

  test('the prices of all who are passed add up', () => {
    const two = [row('head', 5), row('next', 4)];
    expect(picks(PROMISE, [...two, row('short', 1, minutes(7.68))])).toBe('short best-score');
    expect(picks(PROMISE, [...two, row('short', 1, minutes(7.7))])).toBe('head best-score');
    const barred = row('barred', 9, { may: false });
    expect(picks(PROMISE, [barred, two[0]!, row('short', 1, minutes(8.69))])).toBe(
      'short best-score',
    );
  });

  test('where the window counts no others, as many as usual are supposed', () => {
    const { mayCall, expectedMs, isOwn } = DESK;
    const plain = { mayCall, expectedMs, isOwn };
    const queue = (count: number) => [row('head', 5), row('short', 1, minutes(count))];
    expect(picks(PROMISE, queue(8.69), plain)).toBe('short best-score');
    expect(picks(PROMISE, queue(8.7), plain)).toBe('head best-score');
  });

  test('even scores go to who came first', () => {
    const free = { ...PROMISE, overtakenMax: 0.5 };
    const never = row('never', 9, { overtaken: -1e12 });
    expect(picks(free, [never, row('same', 1)])).toBe('never best-score');
  });

  test('another zone’s service counts four tenths', () => {
    const other = row('other', 5, { own: false });
    expect(picks(PROMISE, [other, row('own', 1, minutes(21))])).toBe('own best-score');
    expect(picks(PROMISE, [other, row('own', 1, minutes(22))])).toBe('other best-score');
  });

  test('who was passed as often as may be is next, the earliest of them', () => {
    const [late, early] = [row('late', 5, { overtaken: 11 }), row('early', 6, { overtaken: 10 })];
    const short = row('short', 1, minutes(1, { promiseAt: AT - 1 }));
    expect(picks(PROMISE, [late, early, short])).toBe('early overtaken-limit');
    const twin = row('twin', 6, { overtaken: 10 });
    expect(picks(PROMISE, [twin, early])).toBe('early overtaken-limit');
    expect(picks(PROMISE, [row('nearly', 6, { overtaken: 9 }), short])).toBe('short promise-due');
  });

  test('a promise is kept at its instant, two minutes sooner in its own zone', () => {
    const due = (leftMs: number, own: boolean) =>
      row('due', 1, minutes(60, { promiseAt: AT + leftMs, own }));
    const head = row('head', 9);
    expect(picks(PROMISE, [head, due(0, false)])).toBe('due promise-due');
    expect(picks(PROMISE, [head, due(1, false)])).toBe('head best-score');
    expect(picks(PROMISE, [head, due(2 * MINUTE_MS, true)])).toBe('due promise-due');
    expect(picks(PROMISE, [head, due(2 * MINUTE_MS + 1, true)])).toBe('head best-score');
  });

  test('of promises that are due the smallest comes first', () => {
    const due = (name: string, ago: number) => row(name, 1, { promiseAt: AT - ago });
    expect(picks(PROMISE, [due('one', 1), due('two', 3), due('three', 2)])).toBe('two promise-due');
  });

  test('rights come after what is due: a slot, then a green channel, then the score', () => {
    const slot = row('slot', 1, minutes(60, { slotAt: AT }));
    const green = row('green', 1, minutes(60, { greenAt: AT }));
    const short = row('short', 9, minutes(1));
    expect(picks(PROMISE, [short, green, slot])).toBe('slot appointment');
    expect(picks(PROMISE, [short, green])).toBe('green green-channel');
    const due = row('due', 1, { promiseAt: AT });
    expect(picks(PROMISE, [due, green, slot])).toBe('due promise-due');
    const sooner = row('sooner', 1, minutes(60, { greenAt: AT - 1 }));
    expect(picks(PROMISE, [green, sooner])).toBe('sooner green-channel');
    const before = row('before', 3, minutes(60, { slotAt: AT }));
    expect(picks(PROMISE, [slot, before])).toBe('before appointment');
    const ahead = row('ahead', 3, minutes(60, { slotAt: AT + 1 }));
    expect(picks(PROMISE, [short, ahead])).toBe('short best-score');
  });

  test('a green channel that is due itself, or at the limit, comes before all others', () => {
    const due = row('due', 9, { promiseAt: AT - 5 });
    const limit = row('limit', 9, { overtaken: 10 });
    const green = (more: Partial<Row>) => row('green', 1, { greenAt: AT, ...more });
    expect(picks(PROMISE, [due, limit, green({ promiseAt: AT })])).toBe('green green-channel');
    expect(picks(PROMISE, [due, limit, green({ overtaken: 10 })])).toBe('green green-channel');
    expect(picks(PROMISE, [due, limit, green({})])).toBe('limit overtaken-limit');
  });

  test('nobody whom the window may not serve, whatever right or promise', () => {
    const more = { may: false, promiseAt: 0, overtaken: 99, slotAt: 0, greenAt: 0 };
    expect(picks(PROMISE, [row('barred', 9, more)])).toBe('nobody');
  });

  test('ending the search early changes no answer', () => {
    const random = seededRandom(20_261_122);
    for (let hall = 0; hall < 400; hall += 1) {
      const queue = Array.from({ length: 30 }, (_, place) =>
        row(String(place), 30 - place, {
          takesMs: (2 + 28 * random()) * MINUTE_MS,
          ...{ own: random() < 0.7, windows: 1 + Math.floor(12 * random()) },
          ...{ overtaken: Math.floor(10 * random()), may: random() < 0.8 },
        }),
      );
      const early = picks(PROMISE, queue, { ...DESK, leastMs: 2 * MINUTE_MS });
      expect(early).toBe(picks(PROMISE, queue));
    }
  });
});

test.each([
  ['best-score', 0, true],
  ['best-score', 5, true],
  ['overtaken-limit', 0, true],
  ['share-limit', 5, true],
  ['promise-due', 0, true],
  ['promise-due', 5, false],
  ['appointment', 0, false],
  ['green-channel', 0, false],
  ['longest-wait', 0, false],
])('a call by %s with a credit of %d ms passes others by choice: %s', (rule, creditMs, is) => {
  expect(isByChoice(rule, creditMs)).toBe(is);
});
