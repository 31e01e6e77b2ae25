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
import type { ObservedItem } from '../observed/observed-day.ts';
import type { Floor } from '../simulation/floor.ts';
import { PICKUP } from './durations.ts';
import type { Learned } from './learn.ts';
import type { LiveWindow } from './live-situation.ts';
import { lengthOf } from './service-times.ts';

type TimedItem = Pick<ObservedItem, 'item' | 'department'>;

export class KindTable {
  readonly sds: number[] = [];
  readonly #day: Day;
  readonly #learned: Learned;
  readonly #windows: readonly LiveWindow[];
  readonly #at: number;
  readonly #known = new Map<string, number>();
  readonly #columns: Column[] = [];

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
    const kind = this.#columns.length;
    this.#columns.push(this.#column(ticket));
    this.sds.push(lengthOf(this.#learned.times, timedItems(this.#day, ticket), null).sd);
    this.#known.set(key, kind);
    return kind;
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
    const items = timedItems(day, ticket);
    const free = { ...ticket, appointment: null };
    return {
      may: this.#windows.map(({ window, clerk }) =>
        Number(
          window.state.status === 'closed'
            ? canServe(day, ticket, window, clerk)
            : isEligible(day, free, window, clerk, this.#at),
        ),
      ),
      own: this.#windows.map(({ window }) => Number(isOwnZone(day, ticket, window))),
      expectedMs: this.#windows.map(({ clerk }) => expectedMs(day, ticket, clerk)),
      factor: this.#windows.map(({ clerk }) => Math.exp(lengthOf(times, items, clerk).logMs)),
    };
  }
}

interface Column {
  readonly may: readonly number[];
  readonly own: readonly number[];
  readonly expectedMs: readonly number[];
  readonly factor: readonly number[];
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
