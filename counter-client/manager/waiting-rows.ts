/** Which waiting tickets a search finds, and what is particular of each in few words. Pure. */
import { MINUTE_MS } from '../../shared/base/time.ts';
import { clockTime } from '../../shared/client/format.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

export type WaitingRow = FloorView['waiting'][number];

/** Rows whose number, zone or items hold the words; all of them for none. */
export function matching(
  view: FloorView,
  language: Language,
  search: string,
): readonly WaitingRow[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return view.waiting;
  const zones = new Map(view.zones.map((zone) => [zone.code, zone.name[language]]));
  return view.waiting.filter((row) =>
    [row.ticket, zones.get(row.zone) ?? '', ...row.items.map((name) => name[language])].some(
      (text) => text.toLowerCase().includes(wanted),
    ),
  );
}

/** What a manager should know of the ticket before acting on it. */
export function marksOf(
  row: WaitingRow,
  catalogue: Catalogue | null,
  language: Language,
): readonly string[] {
  const { marks } = ticketWords[language];
  const label = catalogue?.priorityClasses.find(({ code }) => code === row.class)?.label[language];
  const credit = Math.round(row.creditMs / MINUTE_MS);
  return [
    ...(row.isGreen ? [marks.green] : []),
    ...(row.class === null ? [] : [label ?? row.class]),
    ...(credit > 0 ? [marks.credit(credit)] : []),
    ...(row.slotAt === null ? [] : [marks.slot(clockTime(row.slotAt))]),
    ...(row.batches > 1 ? [marks.batches(row.batches)] : []),
    ...(row.carriedFrom === null ? [] : [marks.carried(row.carriedFrom)]),
    ...(row.requeues > 0 ? [marks.requeues(row.requeues)] : []),
  ];
}
