/** The sketch's areas with their windows as tiles: dragged, or moved with the list on each tile. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import { cardName } from './names.ts';
import { CLOSED, drawnIn, standsIn } from './what-if-draft.ts';
import type { Draft } from './what-if-draft.ts';

export interface SketchFloor {
  readonly view: FloorView;
  readonly language: Language;
  readonly draft: Draft;
  /** The window that is being dragged, and the area that it is over. */
  readonly lifted: number | null;
  readonly target: string | null;
  readonly lift: (window: number) => void;
  readonly over: (area: string) => void;
  readonly putDown: () => void;
  readonly move: (window: FloorWindow, area: string) => void;
  readonly choose: (window: number, clerk: string | null) => void;
}

interface Place {
  readonly key: string;
  readonly name: string;
}

/** All areas: each zone, all zones, and the windows that are closed. */
export function sketchFloor(floor: SketchFloor) {
  return html`<div class="areas">${places(floor).map((place) => area(floor, place))}</div>`;
}

function places({ view, language }: SketchFloor): Place[] {
  return [
    ...view.zones.map(({ code, name }) => ({ key: String(code), name: name[language] })),
    { key: 'all', name: managerText[language].allZones },
    { key: CLOSED, name: adviceText[language].closedArea },
  ];
}

function area(floor: SketchFloor, { key, name }: Place) {
  const { view, draft, lifted, target, over, putDown, move } = floor;
  const windows = view.windows.filter((window) => drawnIn(window, draft) === key);
  const isTarget = target === key && lifted !== null;
  return html`<div
    class="area ${isTarget ? 'target' : ''} ${key === CLOSED ? 'closed' : ''}"
    data-area=${key}
    @dragover=${(event: DragEvent) => {
      if (lifted === null) return;
      event.preventDefault();
      over(key);
    }}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      const window = view.windows.find(({ no }) => no === lifted);
      putDown();
      if (window) move(window, key);
    }}
  >
    <h3>${name}</h3>
    <div class="tiles">
      ${repeat(
        windows,
        ({ no }) => no,
        (window) => tile(floor, window),
      )}
    </div>
  </div>`;
}

function tile(floor: SketchFloor, window: FloorWindow) {
  const { draft, language, lift, putDown, move } = floor;
  const { no, clerk, status } = window;
  const row = draft.get(no);
  const text = adviceText[language];
  const drawn = drawnIn(window, draft);
  return html`<div
    class="tile ${row ? 'changed' : ''}"
    data-window=${no}
    draggable="true"
    @dragstart=${(event: DragEvent) => {
      event.dataTransfer?.setData('text/plain', String(no));
      lift(no);
    }}
    @dragend=${putDown}
  >
    <span class="no">${no}</span>
    <span class="who">${clerk ? cardName(clerk, language) : nothing}</span>
    <select
      aria-label=${text.moveTo(no)}
      data-move=${no}
      @change=${(event: Event) => {
        move(window, (event.target as HTMLSelectElement).value);
      }}
    >
      ${places(floor).map(
        ({ key, name }) =>
          html`<option value=${key} .selected=${key === drawn}>
            ${key === standsIn(window) ? text.stays : name}
          </option>`,
      )}
    </select>
    ${status === 'closed' && row ? clerkChoice(floor, no, row.clerk) : nothing}
  </div>`;
}

function clerkChoice({ view, language, choose }: SketchFloor, no: number, chosen: string | null) {
  const text = adviceText[language];
  return html`<select
    aria-label=${text.whoOpens(no)}
    data-clerk=${no}
    @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      choose(no, value === '' ? null : value);
    }}
  >
    <option value="" .selected=${chosen === null}>${text.chooseClerk}</option>
    ${view.freeClerks.map(
      (clerk) =>
        html`<option value=${clerk.staffNo} .selected=${clerk.staffNo === chosen}>
          ${cardName(clerk, language)} ${clerk.staffNo}
        </option>`,
    )}
  </select>`;
}
