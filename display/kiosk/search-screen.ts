/**
 * Search with an own keyboard: letters as they stand on every keyboard, since visitors look for
 * pinyin initials there. The field takes a real keyboard as well, Chinese text included; no system
 * keyboard is called up. Results beside one another above, so that the hand never covers them.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceItem } from '../../shared/hall/config.ts';
import { itemCard, listBar } from './card-list.ts';
import type { Page } from './list-page.ts';
import { pageOf } from './list-page.ts';
import { icon } from './icons.ts';
import { SEARCH_RESULTS_MAX } from '../../shared/views/item-search.ts';
import type { Scene } from './scene.ts';
import type { Place } from './visit.ts';
import { stayAt } from './visit.ts';

type Search = Extract<Place, { at: 'search' }>;

const KEY_ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;
const QUERY_LENGTH_MAX = 30;

/** The field, the results of a page, and the keyboard. */
export function searchScreen(
  scene: Scene,
  place: Search,
  find: (query: string) => readonly ServiceItem[],
): TemplateResult {
  const { text, visit, move } = scene;
  const found = find(place.query);
  const page = pageOf(found, place.page, pageSize(scene));
  const onPage = (to: number) => move(stayAt(visit, { ...place, page: to }));
  // The bar of pages would take the room of the results: large and low turn pages beside the field.
  const isTight = visit.isLarge || visit.isLow;
  const type = (query: string) =>
    move(stayAt(visit, { at: 'search', query: query.slice(0, QUERY_LENGTH_MAX), page: 0 }));
  return html`<main class="body search">
    <div class="row">
      <label class="field grow">
        ${icon('search')}
        <input
          inputmode="none"
          autocomplete="off"
          spellcheck="false"
          aria-label=${text.search}
          placeholder=${text.searchHint}
          .value=${place.query}
          @input=${(event: InputEvent) => type((event.target as HTMLInputElement).value)}
        />
      </label>
      <button data-key="clear" ?disabled=${place.query === ''} @click=${() => type('')}>
        ${text.clear}
      </button>
      ${isTight && page.pages > 1 ? turns(scene, page, onPage) : nothing}
    </div>
    <p class="found" role="status">${sayFound(scene, place.query, found.length)}</p>
    <div class="cards results">${page.rows.map((item) => itemCard(scene, item))}</div>
    ${
      (page.pages > 1 && !isTight) || visit.basket.items.length > 0
        ? listBar(scene, isTight ? { ...page, pages: 1 } : page, onPage)
        : nothing
    }
    ${keyboard(scene, place.query, type)}
  </main>`;
}

function turns(
  { text }: Scene,
  { page, pages }: Page<ServiceItem>,
  onPage: (page: number) => void,
): TemplateResult {
  const turn = (name: 'previous' | 'next', label: string, to: number) =>
    html`<button
      class="turn"
      data-page=${name}
      aria-label=${label}
      ?disabled=${to < 0 || to >= pages}
      @click=${() => onPage(to)}
    >
      ${icon(name)}
    </button>`;
  return html`${turn('previous', text.previousPage, page - 1)}
  ${turn('next', text.nextPage, page + 1)}`;
}

function pageSize({ visit: { isLarge, isLow } }: Scene): number {
  if (isLarge) return isLow ? 2 : 4;
  return 4;
}

function sayFound({ text }: Scene, query: string, count: number): string {
  if (query.trim() === '') return text.searchEmpty;
  if (count === 0) return text.searchNone;
  return count === SEARCH_RESULTS_MAX ? text.searchMany(count) : text.searchFound(count);
}

function keyboard(
  { text, visit }: Scene,
  query: string,
  type: (query: string) => void,
): TemplateResult {
  const space = html`<button
    class="key wide"
    data-key="space"
    aria-label="␣"
    @click=${() => type(`${query} `)}
  >
    ␣
  </button>`;
  return html`<div class="keyboard" role="group" aria-label=${text.keyboard}>
    ${KEY_ROWS.map(
      (letters, row) =>
        html`<div class="keys">
          ${row === 2 && visit.language === 'en' ? space : nothing}
          ${[...letters].map(
            (letter) =>
              html`<button class="key" data-key=${letter} @click=${() => type(query + letter)}>
                ${letter}
              </button>`,
          )}
          ${
            row === 2
              ? html`<button
                  class="key wide"
                  data-key="erase"
                  aria-label=${text.erase}
                  @click=${() => type([...query].slice(0, -1).join(''))}
                >
                  ${icon('erase')}
                </button>`
              : nothing
          }
        </div>`,
    )}
  </div>`;
}

export const searchStyles = css`
  .search {
    display: flex;
    flex-direction: column;
  }
  .field {
    display: flex;
    align-items: center;
    gap: 20px;
    height: 112px;
    padding: 0 28px;
    border: 3px solid var(--ink);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .field input {
    flex: 1;
    min-width: 0;
    height: 100%;
    border: 0;
    outline: 0;
    background: transparent;
    font-size: var(--text-lead);
    font-weight: 500;
    letter-spacing: 0.04em;
  }
  .field:focus-within {
    outline: 3px solid var(--ink);
    outline-offset: 3px;
  }
  .field input::placeholder {
    color: var(--slate-deep);
    opacity: 1;
    font-size: var(--text);
    font-weight: 400;
    letter-spacing: 0;
  }
  .search .row > button {
    min-height: 112px;
  }
  .found {
    color: var(--ink-soft);
  }
  .results {
    flex: 1;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-template-rows: repeat(2, minmax(0, 1fr));
  }
  .large .results {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: repeat(4, minmax(0, 1fr));
  }
  .low.large .results {
    grid-template-rows: repeat(2, minmax(0, 1fr));
  }
  .turn {
    width: 96px;
    padding: 0;
    display: grid;
    place-items: center;
  }
  .low .found {
    display: none;
  }
  .low .search {
    gap: 10px;
  }
  .keyboard {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    margin: 0 -16px;
  }
  .keys {
    display: flex;
    justify-content: center;
    gap: 8px;
    min-width: 0;
  }
  .key {
    flex: 0 0 96px;
    min-height: 96px;
    padding: 0;
    font-size: 44px;
    font-weight: 500;
    line-height: 1;
  }
  .key.wide {
    flex: 0 1 164px;
    min-width: 96px;
    display: grid;
    place-items: center;
  }
`;
