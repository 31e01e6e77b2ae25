/**
 * One visitor at the kiosk: where on the screens, what is chosen, which language and comfort. Pure
 * moves from one `Visit` to the next; the page keeps the latest and draws it.
 * Promises: back never leads to a ticket of before, and a fresh visit forgets everything.
 */
import type { DepartmentCode, ItemCode, TicketId, ZoneCode } from '../../shared/base/ids.ts';
import type { Package } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import type { Basket } from './basket.ts';
import { EMPTY_BASKET, withItem, withoutItem, withPackage } from './basket.ts';

export type MatterTab = 'popular' | 'departments' | 'packages';

export interface TakenTicket {
  readonly ticket: TicketId;
  readonly token: string;
  readonly ahead: number | null;
  readonly basket: Basket;
}

export type Place =
  | { readonly at: 'zones' }
  | {
      readonly at: 'matters';
      readonly zone: ZoneCode;
      readonly tab: MatterTab;
      readonly department: DepartmentCode | null;
      readonly page: number;
    }
  | { readonly at: 'search'; readonly query: string; readonly page: number }
  | { readonly at: 'confirm'; readonly choosingClass: boolean }
  | { readonly at: 'ticket'; readonly taken: TakenTicket }
  | { readonly at: 'return'; readonly isDone: boolean };

interface Step {
  readonly place: Place;
  readonly basket: Basket;
}

export interface Visit {
  readonly place: Place;
  /** Where back leads, the last one first, with what was chosen then. */
  readonly before: readonly Step[];
  readonly basket: Basket;
  readonly priorityClass: string | null;
  readonly language: Language;
  readonly isLarge: boolean;
  readonly isLow: boolean;
}

const BEFORE_MAX = 20;

export const FRESH_VISIT: Visit = {
  place: { at: 'zones' },
  before: [],
  basket: EMPTY_BASKET,
  priorityClass: null,
  language: 'zh-Hans',
  isLarge: false,
  isLow: false,
};

/** Goes on to a place; back leads here again. */
export function goTo(visit: Visit, place: Place): Visit {
  const step: Step = { place: visit.place, basket: visit.basket };
  return { ...visit, place, before: [step, ...visit.before].slice(0, BEFORE_MAX) };
}

/** Changes the place without a step of its own: another tab, another page, a typed letter. */
export function stayAt(visit: Visit, place: Place): Visit {
  return { ...visit, place };
}

/**
 * One step back; from the first screen and from a ticket, a fresh start that keeps the comfort.
 * Back from the confirmation takes the last choice back as well: whoever touched a wrong item, went
 * back and touched the right one wants one case, not two. What was removed stays removed.
 */
export function goBack(visit: Visit): Visit {
  const [step, ...before] = visit.before;
  if (!step || visit.place.at === 'ticket') return startOver(visit);
  const items = step.basket.items.filter((item) => visit.basket.items.includes(item));
  return { ...visit, place: step.place, before, basket: { ...step.basket, items } };
}

/** Everything chosen is forgotten; the language and the comfort of the same visitor stay. */
export function startOver({ language, isLarge, isLow }: Visit): Visit {
  return { ...FRESH_VISIT, language, isLarge, isLow };
}

/** A touch on an item: into the basket and on to the confirmation. */
export function chooseItem(visit: Visit, item: ItemCode): Visit {
  const basket = withItem(visit.basket, item);
  return { ...goTo(visit, { at: 'confirm', choosingClass: false }), basket };
}

/** A touch on a package: all its items, and on to the confirmation. */
export function choosePackage(visit: Visit, pack: Package): Visit {
  const basket = withPackage(visit.basket, pack);
  return { ...goTo(visit, { at: 'confirm', choosingClass: false }), basket };
}

/** Out of the basket; the screen stays, even when nothing is left. */
export function dropItem(visit: Visit, item: ItemCode): Visit {
  return { ...visit, basket: withoutItem(visit.basket, item) };
}

/** The ticket is there: nothing chosen can be sent again. */
export function showTicket(visit: Visit, taken: TakenTicket): Visit {
  return { ...visit, place: { at: 'ticket', taken }, before: [], basket: EMPTY_BASKET };
}

/** Whether an idle kiosk has anything to forget. */
export function isFresh(visit: Visit): boolean {
  return JSON.stringify(visit) === JSON.stringify(FRESH_VISIT);
}
