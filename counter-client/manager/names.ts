/** Who and where the codes of views and records are, in the page's language. Pure. */
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { alertText } from '../../shared/text/manager-alerts.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { ClerkCard } from '../../shared/views/people.ts';

/** A card's name in the language. */
export function cardName(card: Pick<ClerkCard, 'name' | 'nameLatin'>, language: Language): string {
  return language === 'en' ? card.nameLatin : card.name;
}

/** A member of staff by number; an unknown number stands for itself. */
export function personName(people: FloorView['people'], no: string, language: Language): string {
  const card = people.find((one) => one.staffNo === no);
  return card ? cardName(card, language) : no;
}

/** `manager:JZ18` in words: the kind, the name, the number. */
export function principalName(people: FloorView['people'], by: string, language: Language): string {
  const [kind = '', id = ''] = by.split(':');
  const kinds: Readonly<Record<string, string>> = managerText[language].actors;
  const name = personName(people, id, language);
  return [kinds[kind] ?? kind, name, name === id ? '' : id].filter(Boolean).join(' ');
}

/** `evaluator-3` in words. */
export function deviceName(device: string, language: Language): string {
  const [kind = '', ...rest] = device.split('-');
  const kinds: Readonly<Record<string, string>> = alertText[language].devices;
  const words = kinds[kind];
  return words === undefined ? device : `${words} ${rest.join('-')}`.trim();
}

/** A department, an item or a priority class by its code; the code while the catalogue is on its way. */
export function nameIn(
  catalogue: Catalogue | null,
  list: 'departments' | 'items',
  code: string,
  language: Language,
): string {
  return catalogue?.[list].find((row) => row.code === code)?.name[language] ?? code;
}
