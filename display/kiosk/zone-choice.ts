/** The first question: which kind of matter, with how many wait there and how long already. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { zonesToChoose } from './catalogue-lists.ts';
import { icon } from './icons.ts';
import type { Scene } from './scene.ts';
import { goTo } from './visit.ts';
import { zoneFacts } from './zone-facts.ts';

/** One full-width card for each zone, then search and the way back into the queue. */
export function zoneChoice(scene: Scene): TemplateResult {
  const { text, visit, move } = scene;
  return html`<main class="body zones">
    <div class="zone-cards">${zonesOf(scene).map((zone) => zoneCard(scene, zone))}</div>
    <div class="zone-more">
      <button
        class="with-icon"
        data-go="search"
        @click=${() => move(goTo(visit, { at: 'search', query: '', page: 0 }))}
      >
        ${icon('search')}<span>${text.search}</span>
      </button>
      <button
        class="with-icon"
        data-go="return"
        @click=${() => move(goTo(visit, { at: 'return', isDone: false }))}
      >
        ${icon('again')}<span>${text.missed}</span>
      </button>
    </div>
  </main>`;
}

/** The hall's zones as last heard; before the first view their names alone. */
export function zonesOf({ catalogue, view }: Pick<Scene, 'catalogue' | 'view'>): ZoneRow[] {
  const offered = zonesToChoose(catalogue);
  const rows: readonly ZoneRow[] =
    view?.zones ??
    catalogue.zones.map((zone) => ({ ...zone, waiting: 0, longestSinceAt: null, windows: [] }));
  return rows.filter((zone) => offered.has(zone.code));
}

function zoneCard(scene: Scene, zone: ZoneRow): TemplateResult {
  const { visit, move, catalogue } = scene;
  const { language } = visit;
  const offers = catalogue.items.some((item) => item.zone === zone.code);
  return html`<button
    class="zone-card"
    data-zone=${zone.code}
    @click=${() =>
      move(
        goTo(visit, {
          at: 'matters',
          zone: zone.code,
          tab: offers ? 'popular' : 'packages',
          department: null,
          page: 0,
        }),
      )}
  >
    <span class="zone-series" aria-hidden="true">${zone.series}</span>
    <span class="zone-name">${zone.name[language]}</span>
    <span class="zone-facts"
      >${zoneFacts(scene, zone).map((fact) => html`<span>${fact}</span>`)}</span
    >
    ${icon('next')}
  </button>`;
}

export const zoneStyles = css`
  .zones {
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .zone-cards {
    display: grid;
    grid-auto-rows: minmax(180px, 300px);
    gap: var(--gap);
    align-content: start;
    overflow-y: auto;
  }
  .zone-card {
    display: grid;
    grid-template: 'series name go' auto 'series facts go' auto / auto 1fr auto;
    align-content: center;
    align-items: center;
    column-gap: 32px;
    row-gap: 8px;
    padding: 16px 32px;
    text-align: left;
  }
  .zone-series {
    grid-area: series;
    width: 104px;
    height: 104px;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--slate-soft);
    font-size: 60px;
    font-weight: 700;
    line-height: 1;
  }
  .zone-name {
    grid-area: name;
    font-size: calc(var(--text-lead) * 1.2);
    font-weight: 700;
  }
  .zone-facts {
    grid-area: facts;
    display: flex;
    flex-wrap: wrap;
    column-gap: 28px;
    color: var(--ink-soft);
    font-weight: 400;
  }
  .zone-facts span:first-child {
    color: var(--ink);
    font-weight: 700;
  }
  .zone-card > .icon {
    grid-area: go;
    width: 48px;
    height: 48px;
  }
  .zone-more {
    display: grid;
    grid-template-columns: 1fr 1.4fr;
    gap: var(--gap);
  }
  .zone-more button {
    min-height: 112px;
  }
`;
