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
import type { Column } from './kind-columns.ts';
import { keptColumns } from './kind-columns.ts';
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
  readonly #columns: Column[] = [];
  readonly #kept: Map<string, Column>;

  constructor(day: Day, learned: Learned, windows: readonly LiveWindow[], at: number) {
    this.#day = day;
    this.#learned = learned;
    this.#windows = windows;
    this.#at = at;
    this.#kept = keptColumns(day, learned, windows);
  }

  /** The ticket's kind, made at the first question. */
  of(ticket: Ticket): number {
    const isOwn = hasItsOwn(ticket);
    const key = keyOf(ticket, isOwn);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const column = this.#kept.get(key) ?? this.#column(ticket);
    if (!isOwn) this.#kept.set(key, column);
    const kind = this.#columns.length;
    this.#columns.push(column);
    this.sds.push(column.sd);
    this.#known.set(key, kind);
    return kind;
  }

  /** What the waits of newcomers of the kind depend on. */
  wishOf(kind: number): Wish {
    return this.#columns[kind]?.wish ?? NO_WISH;
  }

  /** Whether any window may ever call the kind. */
  isServed(kind: number): boolean {
    return this.#columns[kind]?.may.includes(1) ?? false;
  }

  /** The engine's tables, `window × kinds + kind`. */
  tables(): Omit<Floor, 'shifts' | 'noShowMs'> {
    const windows = this.#windows.length;
    const kinds = this.#columns.length;
    const size = windows * kinds;
    const tables = {
      ...{ windows, kinds },
      may: new Uint8Array(size),
      own: new Uint8Array(size),
      expectedMs: new Float64Array(size),
      factor: new Float64Array(size),
      skills: new Int32Array(windows),
    };
    this.#columns.forEach((column, kind) => {
      for (let window = 0; window < windows; window += 1) {
        const cell = window * kinds + kind;
        const may = column.may[window] ?? 0;
        tables.may[cell] = may;
        tables.own[cell] = column.own[window] ?? 0;
        tables.expectedMs[cell] = column.expectedMs[window] ?? 1;
        tables.factor[cell] = column.factor[window] ?? 1;
        tables.skills[window] = (tables.skills[window] ?? 0) + may;
      }
    });
    return tables;
  }

  #column(ticket: Ticket): Column {
    const day = this.#day;
    const { times } = this.#learned;
    const count = this.#windows.length;
    const items = dueItems(day, ticket);
    // When it may be called is the rollouts' business: an appointment's time, how long others wait.
    const free = { ...ticket, appointment: null, orderKey: -Infinity };
    const column = {
      may: new Uint8Array(count),
      own: new Uint8Array(count),
      expectedMs: new Float64Array(count),
      factor: new Float64Array(count),
    };
    let windows = '';
    this.#windows.forEach(({ window, clerk }, index) => {
      const isClosed = window.state.status === 'closed';
      const isServed = isClosed
        ? canServe(day, ticket, window, clerk)
        : isEligible(day, free, window, clerk, this.#at);
      if (isServed && !isClosed) windows += windowMark(window);
      column.may[index] = isServed ? 1 : 0;
      column.own[index] = isOwnZone(day, ticket, window) ? 1 : 0;
      column.expectedMs[index] = expectedMs(day, ticket, clerk);
      column.factor[index] = Math.exp(lengthOf(times, items, clerk).logMs);
    });
    const wish = { windows, expectedMs: expectedMs(day, ticket, null) };
    return { sd: lengthOf(times, items, null).sd, ...column, wish };
  }
}

/** Sent somewhere, back to somebody or to a low window: its windows are its own. */
function hasItsOwn({ accessible, target, affinity }: Ticket): boolean {
  return accessible || target !== null || affinity !== null;
}

function keyOf(ticket: Ticket, isOwn: boolean): string {
  const { series, stop } = ticket;
  const items = itemsDue(ticket).sort().join(' ');
  return `${series}/${ticket.package ?? ''}/${String(stop)}/${items}/${isOwn ? ticket.id : ''}`;
}

/** What is due and not finished: tickets of one kind are alike in that. */
function dueItems(day: Day, ticket: Ticket): TimedItem[] {
  if (ticket.series === 'L') return [PICKUP];
  return itemsDue(ticket).map((item) => ({ item, department: departmentOf(day, item) }));
}

/** What is or was due at this stop, as lengths are learned of it. */
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
