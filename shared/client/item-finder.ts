/** Search over one catalogue: folded once, again only when the hall has a new one. */
import type { ServiceItem } from '../hall/config.ts';
import type { Catalogue } from '../protocol/http.ts';
import { searchIndex, searchItems } from '../views/item-search.ts';
import type { SearchEntry } from '../views/item-rank.ts';

export class ItemFinder {
  #index: readonly SearchEntry[] = [];
  #indexed: Catalogue | null = null;

  /** The items of the catalogue that fit the query, closest first. */
  find(catalogue: Catalogue, query: string): readonly ServiceItem[] {
    if (this.#indexed !== catalogue) {
      this.#index = searchIndex(catalogue.items);
      this.#indexed = catalogue;
    }
    return searchItems(this.#index, query);
  }
}
