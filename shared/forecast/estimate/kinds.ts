/**
 * Kinds of visit: tickets that are alike for every window (the same items due, nothing of their own)
 * share a column of the engine's tables. Who was sent somewhere, comes back to somebody or needs a
 * low window is a kind of its own.
 */
import type { DepartmentCode } from '../../base/ids.ts';
import { departmentCode, itemCode } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import { expectedMs } from '../../hall/expectations.ts';
import { canServe, isEligible, isOwnZone, itemsDue } from '../../hall/routing/eligible.ts';
import type { Ticket } from '../../hall/ticket.ts';
import type { Wish } from '../../hall/wish.ts';
import { windowMark } from '../../hall/wish.ts';
import type { ObservedItem } from '../observed/observed-day.ts';
import type { Floor } from '../simulation/floor.ts';
import { PICKUP } from './durations.ts';
import type { Learned } from './learn.ts';
import type { LiveWindow } from './live-situation.ts';
import { lengthOf } from './service-times.ts';

const NO_WISH: Wish = { windows: '', expectedMs: 0 };

type TimedItem = Pick<ObservedItem, 'item' | 'department'>;

export class KindTable {
  readonly sds: number[] = [];
  readonly #day: Day;
  readonly #learned: Learned;
  readonly #windows: readonly LiveWindow[];
  readonly #at: number;
  readonly #known = new Map<string, number>();
  /** By kind, then window. */
  readonly #may: number[] = [];
  readonly #own: number[] = [];
  readonly #expectedMs: number[] = [];
  readonly #factor: number[] = [];
  readonly #wishes: Wish[] = [];

  constructor(day: Day, learned: Learned, windows: readonly LiveWindow[], at: number) {
    this.#day = day;
    this.#learned = learned;
    this.#windows = windows;
    this.#at = at;
  }

  /** The ticket's kind, made at the first question. */
  of(ticket: Ticket): number {
    const key = keyOf(ticket);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const kind = this.sds.length;
    const items = timedItems(this.#day, ticket);
    this.sds.push(lengthOf(this.#learned.times, items, null).sd);
    this.#addColumn(ticket, items);
    this.#known.set(key, kind);
    return kind;
  }

  /** What the waits of newcomers of the kind depend on. */
  wishOf(kind: number): Wish {
    return this.#wishes[kind] ?? NO_WISH;
  }

  /** Whether any window may ever call the kind. */
  isServed(kind: number): boolean {
    const windows = this.#windows.length;
    for (let cell = kind * windows; cell < (kind + 1) * windows; cell += 1) {
      if (this.#may[cell] === 1) return true;
    }
    return false;
  }

  /** The engine's tables, `window × kinds + kind`. */
  tables(): Omit<Floor, 'shifts' | 'noShowMs'> {
    const windows = this.#windows.length;
    const kinds = this.sds.length;
    const size = windows * kinds;
    const tables = {
      ...{ windows, kinds },
      may: new Uint8Array(size),
      own: new Uint8Array(size),
      expectedMs: new Float64Array(size),
      factor: new Float64Array(size),
      skills: new Int32Array(windows),
    };
    for (let kind = 0, from = 0; kind < kinds; kind += 1) {
      for (let window = 0; window < windows; window += 1, from += 1) {
        const cell = window * kinds + kind;
        const may = this.#may[from] ?? 0;
        tables.may[cell] = may;
        tables.own[cell] = this.#own[from] ?? 0;
        tables.expectedMs[cell] = this.#expectedMs[from] ?? 1;
        tables.factor[cell] = this.#factor[from] ?? 1;
        tables.skills[window] = (tables.skills[window] ?? 0) + may;
      }
    }
    return tables;
  }

  #addColumn(ticket: Ticket, items: readonly TimedItem[]): void {
    const day = this.#day;
    const { times } = this.#learned;
    // When it may be called is the rollouts' business: an appointment's time, how long others wait.
    const free = { ...ticket, appointment: null, orderKey: -Infinity };
    let windows = '';
    for (const { window, clerk } of this.#windows) {
      const isServed =
        window.state.status === 'closed'
          ? canServe(day, ticket, window, clerk)
          : isEligible(day, free, window, clerk, this.#at);
      if (isServed && window.state.status !== 'closed') windows += windowMark(window);
      this.#may.push(isServed ? 1 : 0);
      this.#own.push(isOwnZone(day, ticket, window) ? 1 : 0);
      this.#expectedMs.push(expectedMs(day, ticket, clerk));
      this.#factor.push(Math.exp(lengthOf(times, items, clerk).logMs));
    }
    this.#wishes.push({ windows, expectedMs: expectedMs(day, ticket, null) });
  }
}

function keyOf(ticket: Ticket): string {
  const { series, stop, accessible, target, affinity } = ticket;
  const isOwn = accessible || target !== null || affinity !== null;
  const items = itemsDue(ticket).sort().join(' ');
  return `${series}/${ticket.package ?? ''}/${String(stop)}/${items}/${isOwn ? ticket.id : ''}`;
}

/** What is due, as lengths are learned of it. */
export function timedItems(
  day: Day,
  ticket: Pick<Ticket, 'series' | 'stop' | 'cases'>,
): TimedItem[] {
  const due = ticket.cases.filter(({ stop }) => stop === ticket.stop);
  if (ticket.series === 'L') return [PICKUP];
  return due.map(({ item }) => ({ item, department: departmentOf(day, item) }));
}

function departmentOf(day: Day, item: string): DepartmentCode {
  return day.plan.items.get(itemCode(item))?.department ?? departmentCode('');
}
