/**
 * What a dry run found, in sentences and rows: the order that would change, who would be called sooner
 * or later by how much, which promises end, who would move. Pure.
 */
import type { TicketId } from '../../shared/base/ids.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import type { WaitUnder } from '../../shared/forecast/advise/orders.ts';
import type { TicketChange } from '../../shared/hall/publishing.ts';
import type { DryRun } from '../../shared/protocol/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { routingText } from '../../shared/text/manager-policy.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';

export interface EffectRow {
  readonly ticket: string;
  /** Null where it stands as before. */
  readonly change: TicketChange | null;
  readonly wait: WaitUnder | 'same' | 'unknown';
}

/** The sentences, the most important first. */
export function effectWords(run: DryRun, language: Language): string[] {
  const text = rulesText[language];
  const { order, waits, promises, waiting, changedTickets } = run;
  const names = routingText[language];
  const isFelt = order !== null || changedTickets > 0 || (waits?.rows.length ?? 0) > 0;
  if (waiting === 0 || !isFelt) return [text.nobody(waiting)];
  return [
    ...(order ? [text.orderChange(names[order.from], names[order.to])] : []),
    shiftWords(run, language),
    ...(waits && waits.tickets > 0 && waits.tickets < waiting
      ? [text.shiftsFew(waiting - waits.tickets)]
      : []),
    ...(promises.ended > 0 ? [text.promisesEnded(promises.ended)] : []),
    ...(promises.made > 0 ? [text.promisesMade(promises.made)] : []),
    ...(changedTickets > 0 ? [text.affected(changedTickets, waiting)] : []),
  ];
}

function shiftWords({ waits, waiting }: DryRun, language: Language): string {
  const text = rulesText[language];
  if (waits === null || waits.tickets === 0) return text.shiftsUnknown;
  const { sooner, later } = waits;
  return text.shifts(
    waiting,
    text.sooner(sooner.count, minutesOf(sooner.mostMs)),
    text.later(later.count, minutesOf(later.mostMs)),
  );
}

/** Whoever changes, then whoever is only called at another time. */
export function rowsOf({ rows, waits }: DryRun): EffectRow[] {
  const shifts = new Map(waits?.rows.map((wait) => [wait.ticket, wait]));
  const same = new Set(waits?.same);
  const waitOf = (ticket: TicketId): EffectRow['wait'] =>
    shifts.get(ticket) ?? (same.has(ticket) ? 'same' : 'unknown');
  const changed = new Set(rows.map(({ ticket }) => ticket));
  return [
    ...rows.map((change) => {
      return { ticket: change.ticket, change, wait: waitOf(change.ticket) };
    }),
    ...[...shifts.values()]
      .filter(({ ticket }) => !changed.has(ticket))
      .map((wait) => ({ ticket: wait.ticket, change: null, wait })),
  ];
}

/** Whether there are more than are told. */
export function isCut({ rows, waits, changedTickets }: DryRun): boolean {
  const shifts = waits ? waits.sooner.count + waits.later.count : 0;
  return changedTickets > rows.length || shifts > (waits?.rows.length ?? 0);
}

/** Minutes from now, as the rules stand and as they would; or that they stay, or are not known. */
export function waitWords(wait: EffectRow['wait'], language: Language): string {
  const text = rulesText[language];
  if (wait === 'same') return text.rowSame;
  if (wait === 'unknown') return text.rowUnknown;
  return text.rowWaitChange(minutesOf(wait.beforeMs), minutesOf(wait.afterMs));
}

function minutesOf(ms: number): number {
  return Math.round(ms / MINUTE_MS);
}
