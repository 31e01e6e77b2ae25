/**
 * What the visitor has chosen for one ticket: items, and perhaps the package that brought them.
 * Pure. The hall's limit comes in where one touch after the other could pass it; else as a refusal.
 */
import type { ItemCode, PackageCode } from '../../shared/base/ids.ts';
import type { Package } from '../../shared/hall/config.ts';

export interface Basket {
  readonly items: readonly ItemCode[];
  readonly package: PackageCode | null;
}

export const EMPTY_BASKET: Basket = { items: [], package: null };

/** Adds an item; one that is in the basket stays there once. */
export function withItem(basket: Basket, item: ItemCode): Basket {
  if (basket.items.includes(item)) return basket;
  return { ...basket, items: [...basket.items, item] };
}

/** One more case of the same item, while the ticket has room: an agent comes for several people. */
export function withAnother(basket: Basket, item: ItemCode, casesMax: number): Basket {
  if (basket.items.length >= casesMax) return basket;
  return { ...basket, items: [...basket.items, item] };
}

/** One case less of the item; with the last one it is out. */
export function withOneLess(basket: Basket, item: ItemCode): Basket {
  const last = basket.items.lastIndexOf(item);
  const items = basket.items.filter((_, place) => place !== last);
  return items.length === 0 ? EMPTY_BASKET : { ...basket, items };
}

/** Takes an item out; the package goes with its last item. */
export function withoutItem(basket: Basket, item: ItemCode): Basket {
  const items = basket.items.filter((one) => one !== item);
  return items.length === 0 ? EMPTY_BASKET : { ...basket, items };
}

/** Adds all items of a package; the first chosen package names the ticket. */
export function withPackage(basket: Basket, pack: Package): Basket {
  const added = pack.items.reduce(withItem, basket);
  return { ...added, package: basket.package ?? pack.code };
}
