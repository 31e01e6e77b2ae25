/**
 * Everything that can be done with one window, by mouse or keys: move, open for a clerk, pause,
 * resume, close. A popover of the browser's own: Escape or a press beside it closes it, and the
 * focus goes back to the tile. Tells the shell with `act`.
 */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { PAUSE_REASONS } from '../../shared/hall/command-words.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import type { Sendable } from '../parts/press.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { areaKey } from './floor-areas.ts';
import { act } from './intents.ts';
import { tileMenuStyles } from './tile-menu-styles.ts';

const RETURN_MINUTES = [10, 15, 30, 60, 90] as const;
const WIDTH = 340;
const GAP = 8;

export class TileMenu extends YcElement {
  static override properties = {
    view: { attribute: false },
    window: { attribute: false },
    language: {},
    now: { attribute: false },
  };
  static override styles = [tokens, staffStyles, tileMenuStyles];
  declare view: FloorView;
  declare window: FloorWindow;
  declare language: Language;
  declare now: number;

  /** Shows the menu beside a tile, inside the page's edges. */
  show(anchor: Element): void {
    this.showPopover();
    const tile = anchor.getBoundingClientRect();
    const { height } = this.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(tile.left, globalThis.innerWidth - WIDTH - GAP));
    const below = tile.bottom + GAP;
    const fits = below + height < globalThis.innerHeight;
    const top = fits ? below : Math.max(GAP, tile.top - height - GAP);
    this.style.setProperty('left', `${String(left)}px`);
    this.style.setProperty('top', `${String(top)}px`);
    this.renderRoot.querySelector<HTMLElement>('button:not([aria-disabled=true])')?.focus();
  }

  protected override render() {
    const text = managerText[this.language];
    const { window } = this;
    return html`<section role="dialog" aria-label=${text.menu(window.no)}>
      <h2>
        ${clerkText[this.language].windowName(window.no)}
        <span class="quiet small">
          ${text.kinds[window.kind]} · ${window.name[this.language]}
        </span>
      </h2>
      ${this.#moves()} ${window.status === 'closed' ? this.#opening() : this.#working()}
    </section>`;
  }

  #moves() {
    const text = managerText[this.language];
    const here = areaKey(this.window);
    const places = [
      ...this.view.zones.map((zone) => ({ key: zone.code, name: zone.name })),
      { key: 'all', name: null },
    ];
    return html`<div>
      <h3>${text.moveTo}</h3>
      <div class="moves">
        ${places.map(({ key, name }) => {
          const isHere = key === here;
          return html`<button
            class="plain"
            type="button"
            data-move=${key}
            aria-disabled=${isHere}
            title=${isHere ? text.here : ''}
            @click=${() => {
              if (!isHere) this.#act(moveCommand(this.window.no, key));
            }}
          >
            ${isHere ? '✓ ' : ''}${name?.[this.language] ?? text.allZones}
          </button>`;
        })}
      </div>
    </div>`;
  }

  #opening() {
    const text = managerText[this.language];
    const { freeClerks } = this.view;
    if (freeClerks.length === 0) return html`<p class="quiet">${text.noFreeClerk}</p>`;
    return html`<div>
      <h3>${text.open}</h3>
      <div class="row">
        <select class="field" name="clerk" aria-label=${text.clerk}>
          ${freeClerks.map(
            (clerk) =>
              html`<option value=${clerk.staffNo}>
                ${this.language === 'en' ? clerk.nameLatin : clerk.name} ${clerk.staffNo}
              </option>`,
          )}
        </select>
        <button
          class="plain"
          type="button"
          data-act="openWindow"
          @click=${() => {
            const clerk = this.#chosen('clerk');
            this.#act({ type: 'openWindow', window: this.window.no, clerk });
          }}
        >
          ${text.open}
        </button>
      </div>
    </div>`;
  }

  #working() {
    const text = managerText[this.language];
    const { window } = this;
    return html`
      ${window.pause === null ? this.#pausing() : nothing}
      <div class="moves">
        ${
          window.pause === null
            ? nothing
            : html`<button
                class="plain"
                type="button"
                data-act="resumeWindow"
                @click=${() => {
                  this.#act({ type: 'resumeWindow', window: window.no });
                }}
              >
                ${text.resume}
              </button>`
        }
        <button
          class="plain"
          type="button"
          data-act="closeWindow"
          aria-disabled=${window.ticket !== null}
          aria-describedby=${window.ticket === null ? nothing : 'close-why'}
          @click=${() => {
            if (window.ticket !== null) return;
            const leave = this.renderRoot.querySelector<HTMLInputElement>('input[name=leave]');
            const isLeft = leave?.checked === true;
            this.#act({ type: 'closeWindow', window: window.no, ...(isLeft && { leave: true }) });
          }}
        >
          ${text.close}
        </button>
        ${this.#lane()}
        ${
          window.ticket === null
            ? nothing
            : html`<p class="small" id="close-why">${text.closeBusy(window.ticket)}</p>`
        }
      </div>
      ${
        window.ticket === null && window.eligible > 0
          ? html`<label class="small leave">
              <input type="checkbox" name="leave" /> ${text.closeLeave}
            </label>`
          : nothing
      }
    `;
  }

  #lane() {
    const text = managerText[this.language];
    const { no, lane, zones, kind } = this.window;
    if (kind === 'collection') return nothing;
    const next = lane === 'flash' ? 'any' : 'flash';
    return html`<button
      class="plain"
      type="button"
      data-act="lane"
      @click=${() => {
        this.#act({ type: 'assignWindow', window: no, zones, lane: next });
      }}
    >
      ${next === 'flash' ? text.laneSet : text.laneUnset}
    </button>`;
  }

  #pausing() {
    const text = managerText[this.language];
    const reasons = clerkText[this.language].pauseReason;
    return html`<div>
      <h3>${text.pause}</h3>
      <div class="row pause">
        <select class="field" name="reason" aria-label=${text.reason}>
          ${PAUSE_REASONS.map((reason) => html`<option value=${reason}>${reasons[reason]}</option>`)}
        </select>
        <select class="field" name="return" aria-label=${text.returnLabel}>
          <option value="">${text.returnNone}</option>
          ${RETURN_MINUTES.map(
            (minutes) => html`<option value=${minutes}>${text.returnIn(minutes)}</option>`,
          )}
        </select>
        <button
          class="plain"
          type="button"
          data-act="pauseWindow"
          @click=${() => {
            const minutes = Number(this.#chosen('return'));
            const returnAt = Math.round(this.now + minutes * MINUTE_MS);
            this.#act({
              type: 'pauseWindow',
              window: this.window.no,
              reason: this.#chosen('reason'),
              ...(minutes > 0 ? { returnAt } : {}),
            });
          }}
        >
          ${text.pause}
        </button>
      </div>
    </div>`;
  }

  #chosen(name: string): string {
    return this.renderRoot.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? '';
  }

  #act(detail: Sendable): void {
    this.hidePopover();
    act(this, detail);
  }
}

/** Moves a window to one zone or to all of them. */
export function moveCommand(window: number, key: string): Sendable {
  return { type: 'assignWindow', window, zones: key === 'all' ? 'all' : [key] };
}

defineElement('yc-tile-menu', TileMenu);
