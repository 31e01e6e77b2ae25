/** One window on the floor: state by word, shape and colour; who, whom, since when, how many. */
import { css, html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorWindow } from '../../shared/views/manager-floor.ts';
import { statusChip } from '../parts/status-chip.ts';

export const windowTileStyles = css`
  .tile {
    position: relative;
    display: grid;
    grid-template: auto auto 1fr auto / minmax(0, 1fr);
    gap: 2px;
    min-height: 130px;
    padding: 8px 10px 6px;
    border: 1px solid var(--line);
    border-top: 4px solid var(--slate);
    border-radius: 10px;
    background: var(--panel);
    cursor: grab;
  }
  .tile.idle {
    border-top-color: var(--jade);
  }
  .tile.serving {
    border-top-color: var(--jade-deep);
    background: var(--jade-soft);
  }
  .tile.calling {
    border-top-color: var(--vermilion);
    background: var(--vermilion-soft);
  }
  .tile.paused {
    border-top-color: var(--amber);
    background: var(--amber-soft);
  }
  .tile.closed {
    border-style: dashed;
    border-top-style: solid;
    border-top-color: var(--line);
    background: var(--paper);
    min-height: 0;
  }
  .tile .name {
    display: -webkit-box;
    overflow: hidden;
    line-height: 1.3;
    white-space: normal;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .tile.lifted {
    opacity: 0.5;
  }
  .tile.busy {
    outline: 2px dashed var(--slate);
  }
  .tile .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 6px;
  }
  .tile .no {
    font-size: 28px;
    font-weight: var(--weight-bold);
    line-height: 1.1;
  }
  .tile .who {
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
    min-width: 0;
    white-space: nowrap;
  }
  .tile .clerk {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .tile .ticket {
    font-size: 20px;
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  .tile .note {
    color: var(--slate-deep);
    font-size: 14px;
    line-height: 1.4;
  }
  .tile .note.attention {
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
  .tile .note.mark {
    color: var(--ink);
    font-weight: var(--weight-strong);
  }
  .dense .tile {
    grid-template: auto auto auto / minmax(0, 1fr);
    gap: 0;
    min-height: 78px;
    padding: 4px 8px 5px;
    border-top-width: 3px;
    border-radius: 8px;
  }
  .dense .tile .top {
    gap: 2px;
  }
  .dense .tile .no {
    flex: 1;
    font-size: 20px;
  }
  .dense .tile .chip {
    padding: 0 7px;
    font-size: 12px;
    line-height: 20px;
  }
  .dense .tile .chip svg {
    display: none;
  }
  .dense .tile .ticket {
    font-size: 15px;
  }
  .dense .tile :is(.clerk, .name, .note) {
    overflow: hidden;
    font-size: 13px;
    line-height: 1.35;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .dense .tile .name {
    display: block;
  }
  .dense .tile .menu {
    min-width: 22px;
    min-height: 24px;
    margin: 0;
    font-size: 16px;
    order: 1;
  }
  .tile .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 6px;
    color: var(--slate-deep);
    font-size: 13px;
    white-space: nowrap;
  }
  .tile .menu {
    min-width: 36px;
    min-height: 28px;
    margin: 0 -4px 0 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 6px;
    background: transparent;
    font-size: 20px;
    font-weight: var(--weight-bold);
    line-height: 1;
  }
  .tile.closed .menu {
    min-width: 28px;
  }
  .tile .menu:hover,
  .tile .menu[aria-expanded='true'] {
    border-color: var(--line);
    background: var(--panel);
  }
`;

export interface Tile {
  readonly window: FloorWindow;
  readonly language: Language;
  readonly now: number;
  /** Small, for a large hall. */
  readonly isDense: boolean;
  readonly isReplay: boolean;
  readonly isInFlight: boolean;
  readonly isMenuOpen: boolean;
  readonly openMenu: (window: number, anchor: Element) => void;
  readonly lift: (window: number, event: DragEvent) => void;
  readonly drop: () => void;
}

/** The tile; it can be dragged, and everything is in its menu as well. */
export function windowTile(tile: Tile) {
  const { window, language, isInFlight, openMenu } = tile;
  const status = clerkText[language].status[window.status];
  const text = managerText[language];
  return html`<article
    class="tile ${window.status} ${isInFlight ? 'busy' : ''}"
    data-window=${window.no}
    draggable=${tile.isReplay ? 'false' : 'true'}
    title=${window.name[language]}
    @dragstart=${(event: DragEvent) => {
      tile.lift(window.no, event);
    }}
    @dragend=${tile.drop}
    @dblclick=${(event: Event) => {
      openMenu(window.no, event.currentTarget as Element);
    }}
  >
    <div class="top">
      <span class="no">${window.no}</span>
      ${tile.isDense ? menuButton(tile) : nothing} ${statusChip(window.status, status)}
    </div>
    ${
      window.status === 'closed'
        ? html`<div class="who">
              <span class="name quiet small">${window.name[language]}</span>
              ${tile.isDense ? nothing : menuButton(tile)}
            </div>
            ${notes(tile)}`
        : html`${whoAndWhom(window, language)}
            <div>${notes(tile)}</div>
            ${
              tile.isDense
                ? nothing
                : html`<div class="foot">
                    <span>${text.served(window.served)} · ${text.eligible(window.eligible)}</span>
                    ${menuButton(tile)}
                  </div>`
            }`
    }
  </article>`;
}

function menuButton({ window, language, isMenuOpen, isReplay, openMenu }: Tile) {
  if (isReplay) return nothing;
  return html`<button
    class="menu"
    type="button"
    aria-label=${managerText[language].menu(window.no)}
    aria-haspopup="dialog"
    aria-expanded=${isMenuOpen}
    @click=${(event: Event) => {
      openMenu(window.no, (event.currentTarget as Element).closest('.tile') as Element);
    }}
  >
    ⋯
  </button>`;
}

function whoAndWhom({ clerk, ticket, name }: FloorWindow, language: Language) {
  const person = language === 'en' ? clerk?.nameLatin : clerk?.name;
  return html`<div class="who">
    <span class="clerk">${person ?? name[language]}</span>
    ${ticket === null ? nothing : html`<span class="ticket">${ticket}</span>`}
  </div>`;
}

/** Kinds that need no mark; a closed window's name says it, but what a surge window is for must stand out. */
function isPlain({ kind, status }: FloorWindow): boolean {
  if (status === 'closed') return kind !== 'surge';
  return kind === 'undifferentiated' || kind === 'domain' || kind === 'accessible';
}

function notes({ window, language, now, isDense }: Tile) {
  const text = managerText[language];
  const { pause, status, consultSinceAt, overtimeMs, lane } = window;
  const { duration } = signInText[language];
  const since = duration(minutesBetween(window.sinceAt, now));
  const reason = pause ? clerkText[language].pauseReason[pause.reason] : '';
  const back = pause?.returnAt ? ` · ${text.returnAt(clockTime(pause.returnAt))}` : '';
  const marks = [
    ...(isPlain(window) ? [] : [text.kinds[window.kind]]),
    ...(lane === 'flash' ? [`⚡ ${text.lane}`] : []),
    ...(window.atHome ? [] : [`↗ ${text.away}`]),
  ];
  const alarms = [
    ...(pause ? [`${status === 'paused' ? '' : `${text.pauseComing} · `}${reason}${back}`] : []),
    ...(pause && pause.first > 0 ? [text.firstBeforePause(pause.first)] : []),
    ...(consultSinceAt === null
      ? []
      : [`☎ ${text.consult(duration(minutesBetween(consultSinceAt, now)))}`]),
    ...(overtimeMs > 0 ? [text.overtime(duration(minutesBetween(0, overtimeMs)))] : []),
  ];
  return html`
    ${
      status === 'closed'
        ? nothing
        : html`<p class="note">${since}${isDense ? ` · ${text.eligible(window.eligible)}` : ''}</p>`
    }
    ${alarms.map((words) => html`<p class="note attention" title=${words}>${words}</p>`)}
    ${marks.length > 0 ? html`<p class="note mark">${marks.join(' · ')}</p>` : nothing}
  `;
}
