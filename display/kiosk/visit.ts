/**
 * One visitor at the kiosk: where on the screens, what is chosen, which language and comfort. Pure
 * moves from one `Visit` to the next; the page keeps the latest and draws it.
 * Promises: back never leads to a ticket of before, and a fresh visit forgets everything.
 */
import type { DepartmentCode, ItemCode, TicketId, ZoneCode } from '../../shared/base/ids.ts';
import type { Evidence } from '../../shared/hall/command-words.ts';
import type { Package } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import type { Basket } from './basket.ts';
import {
  EMPTY_BASKET,
  withAnother,
  withItem,
  withOneLess,
  withoutItem,
  withPackage,
} from './basket.ts';

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
  | { readonly at: 'confirm'; readonly choosingClass: boolean; readonly page?: number }
  | { readonly at: 'materials'; readonly item: ItemCode }
  | { readonly at: 'ticket'; readonly taken: TakenTicket }
  | {
      readonly at: 'mine';
      readonly by: 'ticket' | 'appointment' | 'document';
      readonly isDone: boolean;
    }
  | { readonly at: 'pickup' }
  | { readonly at: 'agent' }
  | { readonly at: 'diverted'; readonly terminal: number };

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
  /** How the class was shown; null while none is chosen. */
  readonly evidence: Evidence | null;
  /** Materials ticked as brought, by item: places in its list. */
  readonly brought: Readonly<Record<ItemCode, readonly number[]>>;
  readonly isAccessible: boolean;
  /** A registered agent, who takes the ticket for others. */
  readonly agent: string | null;
  /** A result is fetched; `of` names its case where the visitor knew it. */
  readonly pickup: { readonly of: string | null; readonly readyAt: number | null } | null;
  readonly language: Language;
  readonly isLarge: boolean;
  readonly isLow: boolean;
}

const BEFORE_MAX = 20;
/** Screens after which there is nothing to go back to. */
const ENDS: ReadonlySet<Place['at']> = new Set(['ticket', 'diverted']);

export const FRESH_VISIT: Visit = {
  place: { at: 'zones' },
  before: [],
  basket: EMPTY_BASKET,
  priorityClass: null,
  evidence: null,
  brought: {},
  isAccessible: false,
  agent: null,
  pickup: null,
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
 * The choice of a class lies over the confirmation: back from it leads there, nothing forgotten.
 */
export function goBack(visit: Visit): Visit {
  if (visit.place.at === 'confirm' && visit.place.choosingClass) {
    return stayAt(visit, { at: 'confirm', choosingClass: false });
  }
  const [step, ...before] = visit.before;
  if (!step || ENDS.has(visit.place.at)) return startOver(visit);
  const items = step.basket.items.filter((item) => visit.basket.items.includes(item));
  return { ...visit, place: step.place, before, basket: { ...step.basket, items } };
}

/** Everything chosen is forgotten; the language and the comfort of the same visitor stay. */
export function startOver({ language, isLarge, isLow }: Visit): Visit {
  return { ...FRESH_VISIT, language, isLarge, isLow };
}

/** A touch on an item: into the basket and on to the confirmation; a result is fetched alone. */
export function chooseItem(visit: Visit, item: ItemCode): Visit {
  const basket = withItem(visit.pickup ? EMPTY_BASKET : visit.basket, item);
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

/** An agent's further case of the same item, `casesMax` in all, or one less. */
export function countItem(visit: Visit, item: ItemCode, by: 1 | -1, casesMax: number): Visit {
  const { basket } = visit;
  const counted = by === 1 ? withAnother(basket, item, casesMax) : withOneLess(basket, item);
  return { ...visit, basket: counted };
}

/** Ticks a material as brought, or takes the tick away. */
export function tickBrought(visit: Visit, item: ItemCode, material: number): Visit {
  const before = visit.brought[item] ?? [];
  const ticked = before.includes(material)
    ? before.filter((place) => place !== material)
    : [...before, material].sort((left, right) => left - right);
  return { ...visit, brought: { ...visit.brought, [item]: ticked } };
}

/** The class that the visitor claims, and how it was shown. */
export function claimClass(visit: Visit, code: string | null, evidence: Evidence): Visit {
  return { ...visit, priorityClass: code, evidence: code === null ? null : evidence };
}

/** The ticket is there: nothing chosen can be sent again. */
export function showTicket(visit: Visit, taken: TakenTicket): Visit {
  return { ...visit, place: { at: 'ticket', taken }, before: [], basket: EMPTY_BASKET };
}

/** Whether an idle kiosk has anything to forget. */
export function isFresh(visit: Visit): boolean {
  return JSON.stringify(visit) === JSON.stringify(FRESH_VISIT);
}
