/** The second question: which matter of the zone. The most wanted first, departments, packages. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Package } from '../../shared/hall/config.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import { serviceMinutes } from '../../shared/views/printed-words.ts';
import { cardGrid, itemCard, listBar } from './card-list.ts';
import type { DepartmentChoice } from './catalogue-lists.ts';
import { departmentsOf, itemsOf, packagesOf, popularItems } from './catalogue-lists.ts';
import { pageOf } from './list-page.ts';
import { icon } from './icons.ts';
import { gridOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { MatterTab, Place } from './visit.ts';
import { choosePackage, goTo, stayAt } from './visit.ts';

type Matters = Extract<Place, { at: 'matters' }>;

/** Tabs, at most eight cards, and the bar with pages and the basket. */
export function matterChoice(scene: Scene, place: Matters): TemplateResult {
  const { visit, move } = scene;
  const { columns, rows } = gridOf(visit);
  const page = pageOf(cardsOf(scene, place), place.page, columns * rows);
  return html`<main class="body matters">
    ${tabs(scene, place)}
    ${cardGrid(
      scene,
      page.rows.map((draw) => draw()),
    )}
    ${listBar(scene, page, (to) => move(stayAt(visit, { ...place, page: to })))}
  </main>`;
}

/** Drawn lazily: only the cards of the page shown are ever made. */
function cardsOf(scene: Scene, place: Matters): (() => TemplateResult)[] {
  const { catalogue } = scene;
  const { zone, tab, department } = place;
  if (tab === 'packages') {
    return packagesOf(catalogue, zone).map((pack) => () => packageCard(scene, pack));
  }
  if (tab === 'departments' && department === null) {
    return departmentsOf(catalogue, zone).map((one) => () => departmentCard(scene, place, one));
  }
  const items =
    tab === 'popular' || department === null
      ? popularItems(catalogue, zone)
      : itemsOf(catalogue, zone, department);
  return items.map((item) => () => itemCard(scene, item));
}

function tabs(scene: Scene, place: Matters): TemplateResult {
  const { text, visit, move, catalogue } = scene;
  const has = {
    popular: true,
    departments: true,
    packages: packagesOf(catalogue, place.zone).length > 0,
  };
  const tab = (name: MatterTab) =>
    html`<button
      class="tab"
      data-tab=${name}
      aria-pressed=${place.tab === name ? 'true' : 'false'}
      @click=${() => move(stayAt(visit, { ...place, tab: name, department: null, page: 0 }))}
    >
      ${text[name]}
    </button>`;
  const names: readonly MatterTab[] = ['popular', 'departments', 'packages'];
  return html`<div class="tabs">
    ${names.filter((name) => has[name]).map(tab)}
    <button
      class="tab with-icon"
      data-go="search"
      @click=${() => move(goTo(visit, { at: 'search', query: '', page: 0 }))}
    >
      ${icon('search')}<span>${text.search}</span>
    </button>
  </div>`;
}

function departmentCard(scene: Scene, place: Matters, choice: DepartmentChoice): TemplateResult {
  const { visit, text, move } = scene;
  const { department, items } = choice;
  return html`<button
    class="card"
    data-department=${department.code}
    @click=${() => move(goTo(visit, { ...place, department: department.code, page: 0 }))}
  >
    <span class="card-name">${department.name[visit.language]}</span>
    <span class="card-meta"><span>${text.itemsOf(items)}</span></span>
  </button>`;
}

function packageCard(scene: Scene, pack: Package): TemplateResult {
  const { visit, text, move, catalogue } = scene;
  const items = catalogue.items.filter(({ code }) => pack.items.includes(code));
  const time = ticketText[visit.language].serviceTime(serviceMinutes(items));
  const isChosen = visit.basket.package === pack.code;
  return html`<button
    class="card ${isChosen ? 'chosen' : ''}"
    data-package=${pack.code}
    aria-pressed=${isChosen ? 'true' : 'false'}
    @click=${() => move(choosePackage(visit, pack))}
  >
    <span class="card-name">${pack.name[visit.language]}</span>
    <span class="card-meta"
      ><span>${text.stepsOf(pack.items.length)}<br />${time}</span></span
    >
  </button>`;
}

export const matterStyles = css`
  .matters {
    grid-template-rows: auto minmax(0, 1fr);
    grid-auto-rows: auto;
  }
  .tabs {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: auto;
    gap: 12px;
  }
  .tab {
    min-height: 104px;
    padding: 0 16px;
    font-size: var(--text-strong);
    border-color: transparent;
    background: var(--slate-soft);
  }
  .tab:lang(en) {
    padding: 0 8px;
    font-size: var(--text);
  }
  .tab[aria-pressed='true'] {
    background: var(--ink);
    color: var(--panel);
    font-weight: 700;
  }
`;
