/** The line that kiosk and lobby show of an overloaded zone. Pure. */
import type { HallNotice } from '../hall/overload.ts';
import type { Language } from '../text/language.ts';
import { overloadText } from '../text/overload.ts';
import type { ZoneRow } from '../views/zones.ts';
import { clockTime } from './format.ts';

/** One sentence; the zone stands by its name. */
export function noticeWords(
  notice: HallNotice,
  zones: readonly Pick<ZoneRow, 'code' | 'name'>[],
  language: Language,
): string {
  const words = overloadText[language].notice;
  const zone = zones.find(({ code }) => code === notice.zone)?.name[language] ?? '';
  if (notice.kind === 'terminals') return words.terminals(zone);
  return words.appointments(zone, clockTime(notice.slotAt));
}
