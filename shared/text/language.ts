/** The languages that every visitor's surface speaks; staff surfaces speak the same three. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A name that stands in the hall's data in all three languages. */
export type Names = Readonly<Record<Language, string>>;

/** Declares a surface's texts: three languages side by side, with one shape, checked by the compiler. */
export function texts<T>(table: Readonly<Record<Language, T>>): Readonly<Record<Language, T>> {
  return table;
}

/** Narrows any string to a language; unknown ones fall back to simplified Chinese. */
export function languageOf(value: string | null | undefined): Language {
  return LANGUAGES.find((language) => language === value) ?? 'zh-Hans';
}
