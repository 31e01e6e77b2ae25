/** The first question: which kind of matter, with how many wait there and how long already. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { zonesToChoose } from './catalogue-lists.ts';
import { icon } from './icons.ts';
import type { Scene } from './scene.ts';
import type { Place } from './visit.ts';
import { goTo } from './visit.ts';
import { zoneCardFacts } from './zone-facts.ts';

/** A card for each zone and for who has an appointment or fetches a result; search and the rest. */
export function zoneChoice(scene: Scene): TemplateResult {
  const { text, more, visit, move } = scene;
  return html`<main class="body zones">
    <div class="zone-cards">
      ${zonesOf(scene).map((zone, place, all) => zoneCard(scene, zone, isAlone(place, all)))}
      ${visit.agent === null ? otherCards(scene) : nothing}
    </div>
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
        data-go="mine"
        @click=${() => move(goTo(visit, { at: 'mine', by: 'ticket', isDone: false }))}
      >
        ${icon('again')}<span>${more.mine}</span>
      </button>
      <button data-go="agent" @click=${() => move(goTo(visit, { at: 'agent' }))}>
        ${more.agent}
      </button>
    </div>
  </main>`;
}

function otherCards({ more, visit, move }: Scene): TemplateResult {
  const card = (name: string, label: string, hint: string, place: Place) =>
    html`<button class="zone-card other" data-go=${name} @click=${() => move(goTo(visit, place))}>
      <span class="zone-name">${label}</span>
      <span class="zone-facts"><span>${hint}</span></span>
    </button>`;
  return html`${card('appointment', more.appointment, more.appointmentHint, {
    ...{ at: 'mine', by: 'appointment', isDone: false },
  })}
  ${card('pickup', more.pickup, more.pickupHint, { at: 'pickup' })}`;
}

/** The hall's zones as last heard; before the first view their names alone. */
export function zonesOf({ catalogue, view }: Pick<Scene, 'catalogue' | 'view'>): ZoneRow[] {
  const offered = zonesToChoose(catalogue);
  const rows: readonly ZoneRow[] =
    view?.zones ??
    catalogue.zones.map((zone) => ({
      ...zone,
      waiting: 0,
      collecting: 0,
      longestSinceAt: null,
      windows: [],
      paused: [],
      estimate: null,
    }));
  return rows.filter((zone) => offered.has(zone.code));
}

/** The last of an odd number has the whole row, where two stand beside each other. */
function isAlone(place: number, all: readonly ZoneRow[]): boolean {
  return place === all.length - 1 && place % 2 === 0;
}

function zoneCard(scene: Scene, zone: ZoneRow, alone: boolean): TemplateResult {
  const { visit, move, catalogue } = scene;
  const { language } = visit;
  const offers = catalogue.items.some((item) => item.zone === zone.code);
  return html`<button
    class="zone-card ${alone ? 'alone' : ''} ${scene.cutOffSinceAt === null ? '' : 'old'}"
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
      >${zoneCardFacts(scene, zone).map((fact) => html`<span>${fact}</span>`)}</span
    >
    ${scene.cutOffSinceAt === null ? icon('next') : nothing}
  </button>`;
}

export const zoneStyles = css`
  .zones {
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .zone-cards {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-auto-rows: minmax(min-content, 1fr);
    gap: var(--gap);
    min-height: 0;
    overflow-y: auto;
  }
  .zone-card {
    grid-column: span 2;
  }
  .low .zone-card,
  .zone-card.other {
    grid-column: span 1;
  }
  .low .zone-card.alone {
    grid-column: span 2;
  }
  .zone-card {
    display: grid;
    grid-template: 'series name go' auto 'series facts go' auto / auto 1fr auto;
    align-content: center;
    align-items: center;
    column-gap: 32px;
    row-gap: 8px;
    min-height: 180px;
    padding: 16px 32px;
    text-align: left;
  }
  .large .zone-card {
    row-gap: 0;
    padding-block: 8px;
  }
  .zone-card.other {
    grid-template: 'name' auto 'facts' auto / 1fr;
  }
  .zone-card.other .zone-name {
    font-size: var(--text-lead);
  }
  .zone-card.other .zone-facts span:first-child {
    color: var(--ink-soft);
    font-weight: 400;
  }
  .low .zone-series,
  .low .zone-card > .icon {
    display: none;
  }
  .low .zone-card {
    grid-template: 'name' auto 'facts' auto / 1fr;
    align-content: safe center;
    padding: 12px 24px;
  }
  .low.large .zone-card {
    padding-block: 4px;
  }
  .low .zone-name {
    font-size: var(--text-lead);
  }
  .low.large .other .zone-facts {
    display: none;
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
  .zone-card.old {
    background: var(--slate-soft);
  }
  .zone-card.old .zone-name,
  .zone-card.old .zone-facts span:first-child {
    color: var(--ink-soft);
    font-weight: 500;
  }
  .zone-card > .icon {
    grid-area: go;
    width: 48px;
    height: 48px;
  }
  .zone-more {
    display: grid;
    grid-template-columns: 1.1fr 1.2fr 1fr;
    gap: var(--gap);
  }
  .zone-more button {
    min-height: 112px;
    padding: 0 12px;
  }
`;
