/** Spans as the manager's page says them: whole minutes begun and done, `23 分`, `1 小时 5 分`. Pure. */
import { minutesBetween } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';

/** A span in words; a negative one is none. */
export function durationOf(ms: number, language: Language): string {
  return signInText[language].duration(minutesBetween(0, ms));
}
