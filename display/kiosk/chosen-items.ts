/**
 * What the ticket will be for, a row for each item: what it promises, what to bring, and how to take
 * it out again. An agent counts cases instead, for several people may want the same.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceItem } from '../../shared/hall/config.ts';
import { promiseOf } from './card-list.ts';
import './more-below.ts';
import type { Scene } from './scene.ts';
import { countItem, dropItem, goTo } from './visit.ts';

/** The rows; an empty basket says so. */
export function chosenItems(scene: Scene): TemplateResult {
  const { text, visit, catalogue } = scene;
  const items = [...new Set(visit.basket.items)]
    .map((code) => catalogue.items.find((item) => item.code === code))
    .filter((item) => item !== undefined);
  if (items.length === 0) return html`<p class="empty soft">${text.confirmEmpty}</p>`;
  return html`<div class="chosen">
    <ul class="chosen-list" tabindex="0">
      ${items.map((item) => row(scene, item))}
    </ul>
    <yc-more-below .words=${text.moreBelow}></yc-more-below>
  </div>`;
}

function row(scene: Scene, item: ServiceItem): TemplateResult {
  const { visit } = scene;
  return html`<li class="chosen-row">
    <span class="grow"
      ><span class="card-name">${item.name[visit.language]}</span>${
        visit.pickup ? nothing : html`<span class="card-meta">${promiseOf(scene, item)}</span>`
      }</span
    >
    ${visit.pickup || visit.agent !== null ? nothing : materialsButton(scene, item)}
    ${visit.agent === null ? removeButton(scene, item) : counter(scene, item)}
  </li>`;
}

function materialsButton(scene: Scene, item: ServiceItem): TemplateResult | typeof nothing {
  const { more, visit, move, order } = scene;
  const count = item.materials.length;
  if (count === 0) return nothing;
  const has = visit.brought[item.code]?.length ?? 0;
  return html`<button
    class="stacked"
    data-materials=${item.code}
    ?disabled=${order.isBusy}
    @click=${() => move(goTo(visit, { at: 'materials', item: item.code }))}
  >
    <span>${more.materials}</span><span class="soft">${has} / ${count}</span>
  </button>`;
}

function removeButton({ text, visit, move, order }: Scene, item: ServiceItem): TemplateResult {
  return html`<button
    data-remove=${item.code}
    aria-label="${text.remove} ${item.name[visit.language]}"
    ?disabled=${order.isBusy}
    @click=${() => move(dropItem(visit, item.code))}
  >
    ${text.remove}
  </button>`;
}

function counter(
  { more, visit, move, order, catalogue }: Scene,
  item: ServiceItem,
): TemplateResult {
  const count = visit.basket.items.filter((code) => code === item.code).length;
  const { casesPerTicketMax: max } = catalogue.rules;
  const isFull = visit.basket.items.length >= max;
  const button = (by: 1 | -1, label: string, sign: string) =>
    html`<button
      class="step"
      data-count=${by === 1 ? 'more' : 'fewer'}
      aria-label="${label} ${item.name[visit.language]}"
      ?disabled=${order.isBusy || (by === 1 && isFull)}
      @click=${() => move(countItem(visit, item.code, by, max))}
    >
      ${sign}
    </button>`;
  return html`<span class="row counter"
    >${button(-1, more.fewer, '−')}<b>${more.count(count)}</b>${button(1, more.more, '+')}</span
  >`;
}

export const chosenStyles = css`
  .chosen {
    position: relative;
    flex: 1;
    min-height: 0;
    display: flex;
  }
  .chosen-list {
    flex: 1;
    min-width: 0;
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: var(--gap);
  }
  .chosen-row {
    flex: none;
    display: flex;
    align-items: center;
    gap: 16px;
    min-height: 128px;
    padding: 12px 16px 12px 32px;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .chosen-row > .grow {
    flex: 1;
    min-width: 0;
    display: grid;
    gap: 4px;
  }
  .stacked {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 2px;
  }
  .counter b {
    min-width: 88px;
    text-align: center;
  }
  .step {
    width: 96px;
    padding: 0;
    font-size: 56px;
    line-height: 1;
  }
  .empty {
    flex: 1;
    display: grid;
    place-items: center;
    font-size: var(--text-strong);
  }
`;
