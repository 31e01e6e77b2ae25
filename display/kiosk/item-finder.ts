/** Search over one catalogue: folded once, again only when the hall has a new one. */
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { searchIndex, searchItems } from './item-search.ts';
import type { SearchEntry } from './item-search.ts';

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
