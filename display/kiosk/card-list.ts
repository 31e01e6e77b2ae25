/** Cards on a page of a list, and the bar beneath: pages at the left, the way to the ticket right. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Page } from './list-page.ts';
import { icon } from './icons.ts';
import { gridOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { ItemHours } from './item-hours.ts';
import { itemHours } from './item-hours.ts';
import { chooseItem, goTo } from './visit.ts';

/** A grid that always has the same cells, so that a short list does not swell its cards. */
export function cardGrid(scene: Scene, cards: readonly TemplateResult[]): TemplateResult {
  const { columns, rows } = gridOf(scene.visit);
  return html`<div class="cards c${columns} r${rows}">${cards}</div>`;
}

/**
 * One item; chosen ones carry a tick and lead to the confirmation. One that has no tickets now says
 * why, and cannot be chosen: nobody goes on in vain.
 */
export function itemCard(scene: Scene, item: ServiceItem): TemplateResult {
  const { visit, move, catalogue, view, hallNow } = scene;
  const isChosen = visit.basket.items.includes(item.code);
  const hours = visit.pickup ? null : itemHours(catalogue, view, item, hallNow);
  const isShut = hours !== null && hours.state !== 'open';
  const limit = hours ? limitOf(scene, hours) : null;
  return html`<button
    class="card ${isChosen ? 'chosen' : ''} ${isShut ? 'shut' : ''}"
    data-item=${item.code}
    aria-pressed=${isChosen ? 'true' : 'false'}
    ?disabled=${isShut}
    @click=${() => move(chooseItem(visit, item.code))}
  >
    <span class="card-name">${item.name[visit.language]}</span>
    <span class="card-meta"
      >${isChosen ? icon('check') : nothing}<span
        >${isShut ? limit : [promiseOf(scene, item), limit].filter(Boolean).join(' · ')}</span
      ></span
    >
  </button>`;
}

/** What ends or limits the tickets of an item, the nearest thing first; null where nothing does. */
function limitOf({ more }: Scene, { state, until, between, left }: ItemHours): string | null {
  if (state === 'used-up') return more.usedUp;
  if (state === 'past-cutoff' && until !== null) return more.pastCutoff(until);
  if (state === 'not-now' && between !== null) return more.onlyBetween(between);
  if (left !== null) return more.left(left);
  if (between !== null) return more.onlyBetween(between);
  return until === null ? null : more.until(until);
}

/** How long the matter takes, as the hall promises it. */
export function promiseOf({ text }: Pick<Scene, 'text'>, item: ServiceItem): string {
  if (item.kind === 'instant' || item.promisedWorkingDays === 0) return text.instant;
  return text.promised(item.promisedWorkingDays);
}

/** Pages and the basket in one bar, always at the same place. */
export function listBar<T>(
  scene: Scene,
  page: Page<T>,
  onPage: (page: number) => void,
): TemplateResult | typeof nothing {
  const { text, visit, move } = scene;
  const chosen = visit.basket.items.length;
  if (chosen === 0 && page.pages === 1) return nothing;
  return html`<div class="row list-bar ${chosen === 0 ? '' : 'basket-beside'}">
    ${page.pages > 1 ? pager(scene, page, onPage) : html`<span class="grow"></span>`}
    ${
      chosen === 0
        ? nothing
        : html`<button
            class="primary basket"
            data-go="confirm"
            @click=${() => move(goTo(visit, { at: 'confirm', choosingClass: false }))}
          >
            ${text.chosen(chosen)} · ${text.goToConfirm}
          </button>`
    }
  </div>`;
}

/** Previous, page of pages, next. */
export function pager<T>(
  { text }: Pick<Scene, 'text'>,
  { page, pages }: Page<T>,
  onPage: (page: number) => void,
): TemplateResult {
  return html`<div class="row pager grow">
    <button
      class="with-icon"
      data-page="previous"
      ?disabled=${page === 0}
      @click=${() => onPage(page - 1)}
    >
      ${icon('previous')}<span>${text.previousPage}</span>
    </button>
    <span class="page-no">${text.page(page + 1, pages)}</span>
    <button
      class="with-icon"
      data-page="next"
      ?disabled=${page === pages - 1}
      @click=${() => onPage(page + 1)}
    >
      <span>${text.nextPage}</span>${icon('next')}
    </button>
  </div>`;
}

export const cardStyles = css`
  .cards {
    display: grid;
    gap: var(--gap);
    min-height: 0;
  }
  .c2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .c1 {
    grid-template-columns: minmax(0, 1fr);
  }
  .r3 {
    grid-template-rows: repeat(3, minmax(0, 1fr));
  }
  .r4 {
    grid-template-rows: repeat(4, minmax(0, 1fr));
  }
  .card {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 6px;
    min-width: 0;
    overflow: hidden;
    padding: 8px 28px;
    text-align: left;
  }
  .card-name {
    font-size: var(--text-strong);
    font-weight: 500;
    line-height: 1.22;
    overflow-wrap: anywhere;
  }
  .card-name:lang(en) {
    font-size: var(--text);
  }
  .card-meta {
    display: flex;
    align-items: center;
    gap: 12px;
    color: var(--ink-soft);
    font-weight: 400;
  }
  .low .cards .card-meta {
    display: none;
  }
  .low .cards .chosen .card-meta {
    display: flex;
  }
  .low .cards .chosen .card-meta span {
    display: none;
  }
  .card.shut .card-name {
    font-weight: 400;
  }
  .low .cards .shut .card-meta {
    display: flex;
  }
  .card.chosen {
    border-color: var(--jade-deep);
    border-width: 4px;
    background: var(--jade-soft);
  }
  .card.chosen .card-meta {
    color: var(--jade-deep);
  }
  .list-bar {
    min-height: 112px;
  }
  .list-bar button {
    min-height: 112px;
  }
  .pager button {
    flex: 1;
    padding: 0 8px;
  }
  .basket-beside .pager button {
    flex: none;
    min-width: 112px;
  }
  .basket-beside .pager button span {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .page-no {
    min-width: 120px;
    text-align: center;
    font-weight: 500;
  }
  .basket {
    flex: 0 1 auto;
    padding: 0 36px;
    font-size: var(--text-strong);
  }
`;
