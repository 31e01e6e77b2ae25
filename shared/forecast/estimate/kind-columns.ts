/**
 * What a kind of visit is to each window: who may call it, how long it is expected to take and how long
 * it was learned to take. Rules of the hall are asked for it, some ten thousand times for a batch; so
 * columns are kept from one batch to the next, until anything changes that they depend on: a clerk, a
 * window's zones, a grant, the configuration, what was learned.
 */
import type { Day } from '../../hall/day.ts';
import type { Expectations } from '../../hall/expectations.ts';
import type { Plan } from '../../hall/plan.ts';
import type { Wish } from '../../hall/wish.ts';
import type { Learned } from './learn.ts';
import type { LiveWindow } from './live-situation.ts';

/** By window. */
export interface Column {
  /** Of the log of its length. */
  readonly sd: number;
  readonly may: Uint8Array;
  readonly own: Uint8Array;
  readonly expectedMs: Float64Array;
  readonly factor: Float64Array;
  readonly wish: Wish;
}

interface Kept {
  readonly plan: Plan;
  readonly expectations: Expectations;
  readonly staffing: string;
  readonly columns: Map<string, Column>;
}

/** More is begun anew. */
const COLUMNS_MAX = 4_000;
const kept = new WeakMap<Learned, Kept>();

/** The columns that still hold, by key; new ones are put into it. */
export function keptColumns(
  { plan, expectations, date, grants }: Day,
  learned: Learned,
  windows: readonly LiveWindow[],
): Map<string, Column> {
  const staffing = JSON.stringify([
    date,
    windows.map(({ window: { no, state, zones }, clerk }) => {
      return [no, state.status === 'closed', zones, clerk];
    }),
    [...grants].map(([clerk, items]) => [clerk, ...items]),
  ]);
  const known = kept.get(learned);
  const holds =
    known?.plan === plan && known.expectations === expectations && known.staffing === staffing;
  if (holds && known.columns.size < COLUMNS_MAX) return known.columns;
  const columns = new Map<string, Column>();
  kept.set(learned, { plan, expectations, staffing, columns });
  return columns;
}
