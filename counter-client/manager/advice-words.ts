/** Advice as a sentence: what is done at which windows, until when, and what it saves. Pure. */
import { MINUTE_MS } from '../../shared/base/time.ts';
import { clockTime } from '../../shared/client/format.ts';
import type { AdviceFigures } from '../../shared/hall/advice.ts';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { AdviceChangeRow } from '../../shared/views/advice-board.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { personName } from './names.ts';

type Named = Pick<FloorView, 'zones' | 'people'>;

/** What is done: changes of one kind and aim in one phrase, `5、9`. */
export function changesSentence(
  changes: readonly AdviceChangeRow[],
  view: Named,
  language: Language,
): string {
  const phrases = new Map<string, AdviceChangeRow[]>();
  for (const change of changes) {
    const key =
      change.kind === 'assign' || change.kind === 'keep' ? zonesIn(change, view, language) : '';
    const name = `${change.kind}/${String(change.isMore)}/${key}/${change.clerk ?? ''}`;
    phrases.set(name, [...(phrases.get(name) ?? []), change]);
  }
  return [...phrases.values()]
    .map((rows) => phrase(rows, view, language))
    .join(adviceText[language].and);
}

function phrase(rows: readonly AdviceChangeRow[], view: Named, language: Language): string {
  const text = adviceText[language];
  const [first] = rows;
  if (!first) return '';
  const { listSeparator } = signInText[language];
  const windows = rows.map(({ window }) => String(window ?? '')).join(listSeparator);
  const clerk = personName(view.people, first.clerk ?? '', language);
  const zones = zonesIn(first, view, language);
  switch (first.kind) {
    case 'assign':
      return first.isMore ? text.alsoServe(windows, zones) : text.assign(windows, zones);
    case 'open':
      return text.open(windows, first.isUsual ? text.usualHere(clerk) : clerk, zones);
    case 'close':
      return text.close(windows);
    case 'pauseLater':
      return text.pauseLater(windows);
    case 'keep':
      return text.keep(windows, zones);
    case 'moveBreak': {
      const minutes = first.minutes ?? 0;
      return minutes < 0
        ? text.breakEarlier(windows, clerk, -minutes)
        : text.breakLater(windows, clerk, minutes);
    }
    case 'order':
      return text.openZones(first.minutes ?? 0);
  }
}

function zonesIn({ zones }: AdviceChangeRow, view: Named, language: Language): string {
  if (zones === null) return '';
  if (zones === 'all') return managerText[language].allZones;
  return zones
    .map((code) => view.zones.find((zone) => zone.code === code)?.name[language] ?? code)
    .join(signInText[language].listSeparator);
}

/** The whole sentence of a proposal, with its end. */
export function adviceSentence(
  row: { readonly changes: readonly AdviceChangeRow[]; readonly untilAt: number },
  view: Named,
  language: Language,
): string {
  const text = adviceText[language];
  const what = changesSentence(row.changes, view, language);
  return `${what}${text.and}${text.until(clockTime(row.untilAt))}`;
}

/** Whether the gain may as well be a loss. */
export function isUnsure({ gainMinutes, lowMinutes }: AdviceFigures): boolean {
  return gainMinutes >= 0 && Math.round(lowMinutes) <= 0;
}

/** What it saves, with the interval; what may as well cost is not said as if it were sure. */
export function gainSentence(figures: AdviceFigures, language: Language): string {
  const text = adviceText[language];
  const { gainMinutes, lowMinutes, highMinutes, horizonMs } = figures;
  const horizon = minutesOf(horizonMs);
  const whole = Math.round(Math.abs(gainMinutes));
  if (isUnsure(figures)) {
    const interval = text.unsureInterval(Math.abs(Math.round(lowMinutes)), Math.round(highMinutes));
    return text.withInterval(text.unsure(horizon, whole), interval);
  }
  const words = gainMinutes < 0 ? text.loss(horizon, whole) : text.gain(horizon, whole);
  const sign = gainMinutes < 0 ? -1 : 1;
  const [low, high] = [lowMinutes * sign, highMinutes * sign].sort((a, b) => a - b);
  return text.withInterval(words, text.interval(Math.round(low ?? 0), Math.round(high ?? 0)));
}

/** Whole minutes. */
export function minutesOf(ms: number): number {
  return Math.round(ms / MINUTE_MS);
}
