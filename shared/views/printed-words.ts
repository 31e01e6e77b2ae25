/**
 * Words of a ticket for paper and screens alike: materials, counts, minutes, spans of windows
 * (those that follow each other are shown as a span, "6–8", as signs in a hall do).
 */
import { businessDateAt, hallTime } from '../calendar/business-date.ts';
import type { Material } from '../hall/config.ts';
import type { Language } from '../text/language.ts';
import { ticketText } from '../text/ticket.ts';

/** The material in the language; as the catalogue has it where the hall gave no other name. */
export function materialName({ name, names }: Material, language: Language): string {
  return language === 'zh-Hans' ? name : (names?.[language] ?? name);
}

/** Names of the materials of several items: mandatory ones first, each name once. */
export function materialsToBring(materials: readonly Material[], language: Language): string[] {
  const mandatory = materials.filter((material) => material.mandatory);
  const optional = materials.filter((material) => !material.mandatory);
  const names = [...mandatory, ...optional].map((material) => materialName(material, language));
  return [...new Set(names)];
}

/** What is missing, as a case knows it, in the language; a clerk's own words stay as they are. */
export function missingNames(
  missing: readonly string[],
  materials: readonly Material[],
  language: Language,
): string[] {
  return missing.map((name) => {
    const known = materials.find((material) => material.name === name);
    return known ? materialName(known, language) : name;
  });
}

/** Whether one of the names is Chinese for want of another, which is then said. */
export function isLeftChinese(names: readonly string[], language: Language): boolean {
  return language === 'en' && names.some((name) => /\p{Script=Han}/u.test(name));
}

/** Names in their order, each once; one that stands for several cases says how many: `… × 20`. */
export function namesWithCounts(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} × ${String(count)}`));
}

const SERVICE_STEP_MINUTES = 5;

/** How long several matters take at the windows: what the catalogue expects, rounded up to 5 min. */
export function serviceMinutes(items: readonly { readonly expectedMinutes: number }[]): number {
  const sum = items.reduce((minutes, { expectedMinutes }) => minutes + expectedMinutes, 0);
  return Math.ceil(sum / SERVICE_STEP_MINUTES) * SERVICE_STEP_MINUTES;
}

/** The instant as the hall's wall clock shows it, `2026-11-23 08:31`, in every language alike. */
export function issuedAtText(issuedAt: number): string {
  return `${businessDateAt(issuedAt)} ${hallTime(issuedAt)}`;
}

/** `[6, 7, 8, 11]` → `6–8号窗口` style text of the language; the windows' order is irrelevant. */
export function windowsText(windows: readonly number[], language: Language): string {
  const text = ticketText[language];
  if (windows.length === 0) return text.allWindows;
  const dash = language === 'en' ? '-' : '–';
  const spans = spansOf(windows).map(([first, last]) => {
    if (first === last) return String(first);
    return last === first + 1 ? `${first}${text.listSeparator}${last}` : `${first}${dash}${last}`;
  });
  return text.windows(spans.join(text.listSeparator));
}

function spansOf(windows: readonly number[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const window of [...new Set(windows)].sort((a, b) => a - b)) {
    const span = spans.at(-1);
    if (span && span[1] + 1 === window) span[1] = window;
    else spans.push([window, window]);
  }
  return spans;
}
