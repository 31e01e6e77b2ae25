/**
 * The floor as it stands in the hall: areas with their windows as tiles. A window is moved by dragging
 * or by its menu; the tile moves when the server has moved the window, not before. In a replay it is
 * the same picture with nothing to press.
 */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { statusChipStyles } from '../parts/status-chip.ts';
import { areaKey, areasOf, isDense } from './floor-areas.ts';
import { heatMarkStyles } from './heat-mark.ts';
import { act } from './intents.ts';
import { TileMenu, moveCommand } from './tile-menu.ts';
import { windowTile, windowTileStyles } from './window-tile.ts';
import { zoneArea } from './zone-area.ts';
import { zoneAreaStyles } from './zone-area-styles.ts';

export class FloorMap extends YcElement {
  static override properties = {
    view: { attribute: false },
    language: {},
    now: { attribute: false },
    inFlight: { attribute: false },
    isReplay: { attribute: false },
    lifted: { state: true },
    target: { state: true },
    menuOf: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    statusChipStyles,
    windowTileStyles,
    heatMarkStyles,
    zoneAreaStyles,
    css`
      :host,
      .map {
        display: grid;
        gap: 8px;
        align-content: start;
      }
    `,
  ];
  declare view: FloorView;
  declare language: Language;
  declare now: number;
  /** The name of the command in flight, `window-3`. */
  declare inFlight: string | null;
  declare isReplay: boolean;
  /** The window that is being dragged, and the area that it is over. */
  declare lifted: number | null;
  declare target: string | null;
  declare menuOf: number | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.now = 0;
    this.inFlight = null;
    this.isReplay = false;
    this.lifted = null;
    this.target = null;
    this.menuOf = null;
  }

  /** Brings an area into sight. */
  showZone(zone: string): void {
    this.renderRoot.querySelector(`[data-area="${zone}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  /** Brings a window into sight and opens its menu. */
  async showWindow(no: number): Promise<void> {
    await this.updateComplete;
    const tile = this.renderRoot.querySelector(`.tile[data-window="${String(no)}"]`);
    tile?.scrollIntoView({ block: 'nearest' });
    if (tile) await this.#openMenu(no, tile);
  }

  /** The keyboard goes on at the window's tile, wherever that now stands. */
  async focusWindow(no: number): Promise<void> {
    await this.updateComplete;
    if (this.shadowRoot?.activeElement) return;
    const button = `.tile[data-window="${String(no)}"] .menu`;
    this.renderRoot.querySelector<HTMLElement>(button)?.focus();
  }

  protected override render() {
    const { view, language, now } = this;
    const areas = areasOf(view).filter(({ key, windows }) => key !== 'all' || windows.length > 0);
    return html`<div class="map ${isDense(view) ? 'dense' : ''}">
        ${areas.map((area) =>
          zoneArea({
            ...{ area, limits: view.limits },
            language,
            now,
            isTarget: this.target === area.key && this.lifted !== null,
            tile: (window) => this.#tile(window),
            over: (key, event) => {
              if (this.lifted === null) return;
              event.preventDefault();
              this.target = key;
            },
            drop: (key, event) => {
              event.preventDefault();
              this.#drop(key);
            },
          }),
        )}
      </div>
      ${this.#menu()}`;
  }

  #tile(window: FloorWindow) {
    return windowTile({
      window,
      language: this.language,
      now: this.now,
      isDense: isDense(this.view),
      isReplay: this.isReplay,
      isInFlight: this.inFlight === `window-${String(window.no)}`,
      isMenuOpen: this.menuOf === window.no,
      openMenu: (no, anchor) => {
        void this.#openMenu(no, anchor);
      },
      lift: (no, event) => {
        event.dataTransfer?.setData('text/plain', String(no));
        this.lifted = no;
      },
      drop: () => {
        this.lifted = null;
        this.target = null;
      },
    });
  }

  #menu() {
    const window = this.view.windows.find((one) => one.no === this.menuOf);
    if (!window || this.isReplay) return nothing;
    return html`<yc-tile-menu
      popover
      .view=${this.view}
      .window=${window}
      .language=${this.language}
      .now=${this.now}
      @toggle=${(event: ToggleEvent) => {
        if (event.newState !== 'closed') return;
        this.menuOf = null;
        void this.focusWindow(window.no);
      }}
    ></yc-tile-menu>`;
  }

  async #openMenu(no: number, anchor: Element): Promise<void> {
    if (this.isReplay) return;
    this.menuOf = no;
    await this.updateComplete;
    const menu = this.renderRoot.querySelector('yc-tile-menu');
    if (!(menu instanceof TileMenu)) return;
    await menu.updateComplete;
    menu.show(anchor);
  }

  #drop(key: string): void {
    const window = this.view.windows.find((one) => one.no === this.lifted);
    this.lifted = null;
    this.target = null;
    if (window && areaKey(window) !== key) act(this, moveCommand(window.no, key));
  }
}

defineElement('yc-floor-map', FloorMap);
