/** The sentences for what must be chosen before a case can be finished, and why a key does nothing. */
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { Block } from './desk-offers.ts';
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

/** Why an action is dimmed, in a few words. */
export function blockWords(block: Block, language: Language): string {
  const text = clerkText[language].why;
  switch (block.code) {
    case 'wait':
      return text.wait(block.seconds);
    case 'callsMissing':
      return text.callsMissing(block.count);
    case 'elsewhere':
      return deskText[language].station.block;
    case 'consulting':
    case 'noChief':
    case 'panelOpen':
      return deskText[language].why[block.code];
    default:
      return text[block.code];
  }
}
