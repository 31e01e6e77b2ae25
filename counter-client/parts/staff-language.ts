/** The language of the staff's pages: as chosen in this browser, else simplified Chinese. */
import { tellDocument } from '../../shared/client/page-language.ts';
import { readKept, writeKept } from '../../shared/client/storage.ts';
import { languageOf } from '../../shared/text/language.ts';
import type { Language } from '../../shared/text/language.ts';

const KEY = 'language.staff';

/** The language to begin with, told to the document. */
export function staffLanguage(): Language {
  const language = languageOf(readKept(KEY));
  tellDocument(language);
  return language;
}

/** Keeps a choice. */
export function keepStaffLanguage(language: Language): void {
  writeKept(KEY, language);
  tellDocument(language);
}
