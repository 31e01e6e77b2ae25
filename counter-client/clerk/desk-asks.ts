/** The sentence for what must be chosen before a case can be finished. */
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { Ask } from './outcome-draft.ts';

/** The sentence. */
export function askWords(ask: Ask, language: Language): string {
  const { detail } = deskText[language];
  switch (ask) {
    case 'outcome':
      return clerkText[language].outcomeFirst;
    case 'missing':
      return detail.missingFirst;
    case 'reason':
      return detail.reasonFirst;
    case 'recipient':
      return detail.recipientFirst;
    case 'date':
      return detail.dateFirst;
  }
}
