/** The language of a page: kept in this browser, told to the document for fonts and readers. */
import { languageOf } from '../text/language.ts';
import type { Language } from '../text/language.ts';
import { readKept, writeKept } from './storage.ts';

const KEY = 'language';

/** The language chosen here before, else the browser's. Staff and phones use it. */
export function keptLanguage(): Language {
  const kept = readKept(KEY);
  return kept === null ? browserLanguage(navigator.language) : languageOf(kept);
}

/** Keeps the choice and tells the document. */
export function keepLanguage(language: Language): void {
  writeKept(KEY, language);
  tellDocument(language);
}

/** Sets `lang`, which chooses glyphs and the reader's voice. */
export function tellDocument(language: Language): void {
  document.documentElement.lang = language;
}

function browserLanguage(tag: string): Language {
  if (/^zh-(Hant|TW|HK|MO)/i.test(tag)) return 'zh-Hant';
  if (/^zh/i.test(tag)) return 'zh-Hans';
  return /^en/i.test(tag) ? 'en' : 'zh-Hans';
}
