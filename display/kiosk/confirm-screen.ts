/**
 * The third step: what the ticket will be for, and the one button that takes it. Items can be removed
 * and added; who is entitled may say so, quietly. A refusal stands where the list is, with what to do
 * now, and nothing chosen is lost by it.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PriorityClass, ServiceItem } from '../../shared/hall/config.ts';
import type { Refused } from '../../shared/protocol/messages.ts';
import { evidenceText } from '../../shared/text/kiosk.ts';
import type { KioskText } from '../../shared/text/kiosk.ts';
import { promiseOf } from './card-list.ts';
import { openClasses } from './catalogue-lists.ts';
import { icon } from './icons.ts';
import type { Scene } from './scene.ts';
import type { Place, Visit } from './visit.ts';
import { dropItem, goTo, stayAt } from './visit.ts';
import { zoneFactsText } from './zone-facts.ts';

type Confirm = Extract<Place, { at: 'confirm' }>;

/** The list, the two ways to change it, and the button that takes the ticket. */
export function confirmScreen(scene: Scene, place: Confirm): TemplateResult {
  const { text, visit, order, canIssue, issue } = scene;
  const isEmpty = visit.basket.items.length === 0;
  const label = order.refusal?.code === 'unavailable' ? text.tryAgain : text.take;
  const take = html`<button
    class="primary take"
    data-go="take"
    ?disabled=${isEmpty || !canIssue || order.isBusy}
    @click=${issue}
  >
    ${order.isBusy ? text.taking : label}
  </button>`;
  return html`<main class="body confirm">
    ${place.choosingClass ? classChoice(scene, place) : chosenItems(scene)}
    ${order.refusal === null ? nothing : refusal(text, order.refusal)}
    ${place.choosingClass ? closeClasses(scene, place) : changes(scene, place)}
    ${place.choosingClass ? nothing : whereAndHowMany(scene)}
    ${place.choosingClass ? nothing : take}
  </main>`;
}

/** The zone of the first item, who waits there and which windows are open, before one commits. */
function whereAndHowMany(scene: Scene): TemplateResult | typeof nothing {
  const { catalogue, view, visit } = scene;
  const first = catalogue.items.find(({ code }) => code === visit.basket.items[0]);
  const zone = view?.zones.find(({ code }) => code === first?.zone);
  if (!zone) return nothing;
  const name = zone.name[visit.language];
  return html`<p class="where" data-zone-facts>${name} · ${zoneFactsText(scene, zone)}</p>`;
}

function chosenItems({ text, visit, catalogue, move, order }: Scene): TemplateResult {
  const items = visit.basket.items
    .map((code) => catalogue.items.find((item) => item.code === code))
    .filter((item) => item !== undefined);
  if (items.length === 0) return html`<p class="empty soft">${text.confirmEmpty}</p>`;
  const row = (item: ServiceItem) =>
    html`<li class="chosen-row">
      <span class="grow"
        ><span class="card-name">${item.name[visit.language]}</span
        ><span class="card-meta">${promiseOf({ text }, item)}</span></span
      >
      <button
        data-remove=${item.code}
        aria-label="${text.remove} ${item.name[visit.language]}"
        ?disabled=${order.isBusy}
        @click=${() => move(dropItem(visit, item.code))}
      >
        ${text.remove}
      </button>
    </li>`;
  return html`<ul class="chosen-list" tabindex="0">
    ${items.map(row)}
  </ul>`;
}

function changes(scene: Scene, place: Confirm): TemplateResult {
  const { text, visit, catalogue, move, order } = scene;
  const chosen = openClasses(catalogue).find(({ code }) => code === visit.priorityClass);
  const hasClasses = openClasses(catalogue).length > 0;
  return html`<div class="changes">
    <button
      class="with-icon"
      data-go="add"
      ?disabled=${order.isBusy}
      @click=${() => move(goTo({ ...visit, before: [] }, placeToAdd(visit)))}
    >
      ${icon('plus')}<span>${text.addAnother}</span>
    </button>
    ${
      hasClasses
        ? html`<button
            data-go="class"
            ?disabled=${order.isBusy}
            @click=${() => move(stayAt(visit, { ...place, choosingClass: true }))}
          >
            ${text.priority}${
              chosen === undefined
                ? nothing
                : html`<br /><span class="soft">${chosen.label[visit.language]}</span>`
            }
          </button>`
        : nothing
    }
  </div>`;
}

/** Where a further item is chosen: the list that the visitor came from, else the first screen. */
function placeToAdd({ before }: Visit): Place {
  return (
    before.find(({ place: { at } }) => at === 'matters' || at === 'search')?.place ?? {
      at: 'zones',
    }
  );
}

function classChoice({ text, visit, catalogue, move }: Scene, place: Confirm): TemplateResult {
  const choose = (code: string | null) =>
    move(stayAt({ ...visit, priorityClass: code }, { ...place, choosingClass: false }));
  const choice = (one: PriorityClass | null) => {
    const isChosen = (one?.code ?? null) === visit.priorityClass;
    const evidence = one ? (evidenceText[visit.language][one.code] ?? text.evidenceOther) : null;
    return html`<button
      class="card ${isChosen ? 'chosen' : ''}"
      data-class=${one?.code ?? 'none'}
      aria-pressed=${isChosen ? 'true' : 'false'}
      @click=${() => choose(one?.code ?? null)}
    >
      <span class="card-name">${one?.label[visit.language] ?? text.priorityNone}</span>
      ${evidence === null ? nothing : html`<span class="card-meta">${evidence}</span>`}
    </button>`;
  };
  return html`<div class="classes" tabindex="0">
    ${[null, ...openClasses(catalogue)].map(choice)}
  </div>`;
}

function closeClasses({ text, visit, move }: Scene, place: Confirm): TemplateResult {
  return html`<div class="changes">
    <button
      class="primary"
      data-go="class-done"
      @click=${() => move(stayAt(visit, { ...place, choosingClass: false }))}
    >
      ${text.done}
    </button>
  </div>`;
}

function refusal(text: KioskText, { code, message }: Refused): TemplateResult {
  const help =
    {
      'too-many-cases': text.refusedMany,
      'hall-closed': text.refusedClosed,
      'day-not-open': text.refusedClosed,
      unavailable: text.refusedUnavailable,
    }[code as string] ?? text.refusedHelp;
  return html`<div class="notice" role="alert">
    <strong>${text.refusedTitle}</strong>
    ${code === 'unavailable' ? nothing : html`<p>${message}</p>`}
    <p>${help}</p>
  </div>`;
}

export const confirmStyles = css`
  .confirm {
    display: flex;
    flex-direction: column;
  }
  .where {
    padding: 16px 0;
    font-size: var(--text);
    font-weight: 500;
  }
  .chosen-list,
  .classes {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    display: flex;
    flex-direction: column;
    gap: var(--gap);
  }
  .chosen-row {
    flex: none;
    display: flex;
    align-items: center;
    gap: 24px;
    min-height: 136px;
    padding: 12px 20px 12px 32px;
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
  .classes {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-auto-rows: minmax(min-content, 1fr);
  }
  .large .classes {
    grid-template-columns: minmax(0, 1fr);
  }
  .classes .card {
    min-height: 120px;
  }
  .low .classes .card-meta {
    display: flex;
  }
  .empty {
    flex: 1;
    display: grid;
    place-items: center;
    font-size: var(--text-strong);
  }
  .confirm .notice {
    flex: none;
  }
  .changes {
    flex: none;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: var(--gap);
  }
  .changes button {
    min-height: 112px;
  }
  .take {
    flex: none;
    min-height: 176px;
    font-size: calc(var(--text-lead) * 1.25);
  }
  .low .take {
    min-height: 144px;
  }
`;
