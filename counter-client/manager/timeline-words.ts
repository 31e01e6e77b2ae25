/** The particulars of one event in words: the item, the zone, the reason, who it went to. Pure. */
import { clockTime } from '../../shared/client/format.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { TimelineRow } from '../../shared/views/timeline.ts';
import { nameIn, personName } from './names.ts';

export interface Known {
  readonly zones: FloorView['zones'];
  readonly people: FloorView['people'];
  readonly catalogue: Catalogue | null;
  readonly language: Language;
}

/** What the row tells besides who, when and where. */
export function detailWords({ detail, kind }: TimelineRow, known: Known): string {
  const { language, catalogue, zones, people } = known;
  const text = (key: string) => (typeof detail[key] === 'string' ? detail[key] : undefined);
  const item = (key: string) => {
    const code = text(key);
    return code === undefined ? undefined : nameIn(catalogue, 'items', code, language);
  };
  const zone = zones.find(({ code }) => code === text('zone'))?.name[language];
  const moved = [item('from'), item('to')].filter((part) => part !== undefined).join(' → ');
  const clerk = text('clerk');
  const parts = [
    kind === 'passed' ? passedWords(text('calledInstead'), language) : undefined,
    text('case'),
    casesWords(detail['cases'], known),
    item('item'),
    moved === '' ? undefined : moved,
    zone,
    worded(text('reason'), reasonsOf(language)),
    worded(text('outcome'), outcomesOf(language)),
    targetWords(detail['to'], known),
    clerk === undefined ? undefined : personName(people, clerk, language),
    timeWords(detail, language),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function casesWords(cases: unknown, { catalogue, language }: Known): string | undefined {
  if (!Array.isArray(cases)) return undefined;
  const names = cases.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'item' in one && typeof one.item === 'string'
      ? [nameIn(catalogue, 'items', one.item, language)]
      : [],
  );
  return names.length === 0 ? undefined : names.join(signInText[language].listSeparator);
}

function passedWords(instead: string | undefined, language: Language): string {
  return instead === undefined ? '' : ticketWords[language].passedBy(instead);
}

function targetWords(to: unknown, { zones, people, language }: Known): string | undefined {
  if (typeof to !== 'object' || to === null) return undefined;
  const target: Readonly<Record<string, unknown>> = { ...to };
  if (typeof target['window'] === 'number') {
    return `→ ${clerkText[language].windowName(target['window'])}`;
  }
  if (typeof target['clerk'] === 'string') {
    return `→ ${personName(people, target['clerk'], language)}`;
  }
  const zone = zones.find(({ code }) => code === target['zone'])?.name[language];
  return zone === undefined ? undefined : `→ ${zone}`;
}

function timeWords(
  detail: Readonly<Record<string, unknown>>,
  language: Language,
): string | undefined {
  const { returnByAt, untilAt } = detail;
  if (typeof returnByAt === 'number') return ticketWords[language].heldUntil(clockTime(returnByAt));
  if (typeof untilAt !== 'number') return undefined;
  return `${ticketWords[language].greenUntil} ${clockTime(untilAt)}`;
}

/** Every reason that a record may carry, in words. */
export function reasonsOf(language: Language): Readonly<Record<string, string>> {
  const { heldReason, greenReasons, byHandReasons } = ticketWords[language];
  const { pauseReason } = clerkText[language];
  return {
    ...managerText[language].alert.paperCause,
    ...byHandReasons,
    ...greenReasons,
    ...pauseReason,
    ...heldReason,
    ...managerText[language].transferReasons,
    ...deskText[language].refusalReason,
  };
}

/** Every outcome of a case or a prompt, in words. */
export function outcomesOf(language: Language): Readonly<Record<string, string>> {
  return { ...clerkText[language].outcome, ...managerText[language].outcome };
}

function worded(
  key: string | undefined,
  words: Readonly<Record<string, string>>,
): string | undefined {
  return key === undefined ? undefined : (words[key] ?? key);
}
