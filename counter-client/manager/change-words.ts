/** One row of a dry run as a sentence. Pure. */
import { MINUTE_MS } from '../../shared/base/time.ts';
import { hallTime } from '../../shared/calendar/business-date.ts';
import type { TicketChange } from '../../shared/hall/publishing.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

/** One ticket's change as a sentence. */
export function changeWords(
  { before, after }: TicketChange,
  zones: FloorView['zones'],
  language: Language,
): string {
  const text = rulesText[language];
  const zone = (key: string) => zones.find(({ code }) => code === key)?.name[language] ?? key;
  const minutes = (ms: number) => Math.round(ms / MINUTE_MS);
  const windows = (list: readonly number[]) => list.join(' ') || text.noWindows;
  const isSame = windows(before.windows) === windows(after.windows);
  return [
    ...(before.zone === after.zone ? [] : [text.rowZone(zone(before.zone), zone(after.zone))]),
    ...(before.creditMs === after.creditMs
      ? []
      : [text.rowCredit(minutes(before.creditMs), minutes(after.creditMs))]),
    ...promiseWords(before.promiseAt, after.promiseAt, language),
    ...(before.place === after.place ? [] : [text.rowPlace(before.place, after.place)]),
    ...(isSame ? [] : [text.rowWindows(windows(before.windows), windows(after.windows))]),
  ].join(signInText[language].listSeparator);
}

/** A promise that is made anew or changed, or that ends. */
function promiseWords(
  before: number | undefined,
  after: number | undefined,
  language: Language,
): string[] {
  const text = rulesText[language];
  if (before === after) return [];
  if (after !== undefined) return [text.rowPromise(hallTime(after))];
  return before === undefined ? [] : [text.rowPromiseEnded(hallTime(before))];
}
