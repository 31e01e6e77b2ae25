import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Spoken } from '../../../shared/client/voice/speech-ledger.ts';
import {
  isStillCalled,
  nextToSpeak,
  spokenUpTo,
  waitingToBeSpoken,
} from '../../../shared/client/voice/speech-ledger.ts';
import type { LobbyCall } from '../../../shared/views/lobby-board.ts';
import { call } from './calls.ts';

const TODAY = '2026-11-23';

describe('which call is spoken next', () => {
  test('a screen that never spoke says only those still called, the oldest first', () => {
    const calls = [call(5), call(4), call(3, { status: 'serving' }), call(2, { status: 'noShow' })];
    expect(waitingToBeSpoken(null, TODAY, calls).map((one) => one.callSeq)).toEqual([4, 5]);
  });

  test('what was spoken is not said again, after a reload neither', () => {
    expect(nextToSpeak({ date: TODAY, callSeq: 5 }, TODAY, [call(5), call(4)])).toBeNull();
  });

  test('a recall has a number of its own and is said again', () => {
    const recalled = call(6, { recalls: 1 });
    expect(nextToSpeak({ date: TODAY, callSeq: 5 }, TODAY, [recalled])).toBe(recalled);
  });

  test('a new business date begins at one again', () => {
    const first = call(1);
    expect(nextToSpeak({ date: TODAY, callSeq: 90 }, '2026-11-24', [first])).toBe(first);
  });

  test('a view of yesterday that comes late says nothing', () => {
    expect(nextToSpeak({ date: TODAY, callSeq: 1 }, '2026-11-22', [call(80)])).toBeNull();
  });

  test('a visitor who has come is not called a second time', () => {
    expect(isStillCalled(call(3), [call(3, { status: 'serving' })])).toBe(false);
    expect(isStillCalled(call(3), [call(9), call(3)])).toBe(true);
  });

  test('the memory never goes back', () => {
    const last = { date: TODAY, callSeq: 7 };
    expect(spokenUpTo(last, TODAY, 6)).toBe(last);
    expect(spokenUpTo(last, '2026-11-22', 60)).toBe(last);
    expect(spokenUpTo(last, TODAY, 8)).toEqual({ date: TODAY, callSeq: 8 });
  });
});

/** What may happen in a hall, with the ticket it happens to. */
const happening = fc.record({
  kind: fc.constantFrom('call', 'recall', 'end', 'nextDay'),
  ticket: fc.nat(5),
});
/** What a screen does meanwhile: gets the newest view, an old one again, or says one call. */
const reaction = fc.constantFrom('newest', 'older', 'speak', 'nothing');

interface Shown {
  readonly day: number;
  readonly seq: number;
  readonly calls: readonly LobbyCall[];
}

describe('whatever the hall does and however views arrive', () => {
  test('calls are said in order, none twice, none that is over, and none is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, reaction), { maxLength: 60 }), (story) => {
        const screen = new Screen();
        const hall = new Hall();
        for (const [what, reacts] of story) {
          hall.happen(what.kind, what.ticket);
          screen.react(reacts, hall.views);
        }
        screen.react('newest', hall.views);
        for (let index = 0; index < 20; index += 1) screen.react('speak', hall.views);
        expect(screen.faults).toEqual([]);
        expect(nextToSpeak(screen.last, ...screen.truth)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});

class Hall {
  readonly views: Shown[] = [{ day: 0, seq: 0, calls: [] }];
  #callSeq = 0;
  #day = 0;
  #rows = new Map<number, LobbyCall>();

  happen(kind: string, ticket: number): void {
    const row = this.#rows.get(ticket);
    if (kind === 'nextDay') {
      this.#day += 1;
      this.#callSeq = 0;
      this.#rows = new Map();
    } else if (kind === 'end') {
      if (row) this.#rows.set(ticket, { ...row, status: 'serving' });
    } else if (kind === 'call' || row?.status === 'called') {
      this.#callSeq += 1;
      this.#rows.set(ticket, call(this.#callSeq));
    }
    const seq = this.views.length;
    this.views.push({ day: this.#day, seq, calls: [...this.#rows.values()] });
  }
}

class Screen {
  last: Spoken | null = null;
  readonly faults: string[] = [];
  #shown: Shown = { day: 0, seq: 0, calls: [] };

  get truth(): [string, readonly LobbyCall[]] {
    return [dateOf(this.#shown.day), this.#shown.calls];
  }

  react(reaction: string, views: readonly Shown[]): void {
    // Latest wins: an older view that arrives late is dropped, as the live view does.
    const arrived = reaction === 'newest' ? views.at(-1) : views[Math.floor(views.length / 2)];
    if (reaction !== 'speak' && reaction !== 'nothing') {
      if (arrived && arrived.seq >= this.#shown.seq) this.#shown = arrived;
      return;
    }
    if (reaction === 'speak') this.#speak();
  }

  #speak(): void {
    const [date, calls] = this.truth;
    const next = nextToSpeak(this.last, date, calls);
    if (next === null) return;
    const before = this.last;
    const goesOn = before === null || before.date < date || before.callSeq < next.callSeq;
    if (!goesOn) this.faults.push(`${date}/${String(next.callSeq)} out of order or twice`);
    if (next.status !== 'called') this.faults.push(`${String(next.callSeq)} is over`);
    const passed = calls.some(
      (one) => one.status === 'called' && one.callSeq < next.callSeq && isAfter(one, before, date),
    );
    if (passed) this.faults.push(`passed over before ${String(next.callSeq)}`);
    this.last = spokenUpTo(before, date, next.callSeq);
  }
}

function isAfter(one: LobbyCall, last: Spoken | null, date: string): boolean {
  return last === null || last.date < date || one.callSeq > last.callSeq;
}

function dateOf(day: number): string {
  return `2026-11-${String(10 + day).padStart(3, '0')}`;
}
