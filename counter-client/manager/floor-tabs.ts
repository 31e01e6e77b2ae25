/** The parts of the manager's page as tabs; arrows move between them, each has its own address. */
import { html, nothing } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { go } from './intents.ts';
import { routeHash } from './routes.ts';
import type { Tab } from './routes.ts';

export interface FloorTabs {
  readonly tabs: readonly Tab[];
  readonly chosen: Tab;
  readonly language: Language;
  /** Red alerts, shown on the floor's tab while the rail is out of sight. */
  readonly reds: number;
  /** What stands at the end of the row. */
  readonly end: unknown;
}

/** The row of tabs. */
export function floorTabs({ tabs, chosen, language, reds, end }: FloorTabs) {
  const text = managerText[language];
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const next = tabs[(tabs.indexOf(chosen) + by + tabs.length) % tabs.length];
    if (by === 0 || next === undefined) return;
    go(routeHash(next));
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#${next}`)?.focus();
  };
  return html`<nav class="tabs-row">
    <div class="tabs" role="tablist" aria-label=${text.tabsTitle} @keydown=${step}>
      ${tabs.map((tab) => {
        const shown = tab === 'floor' && reds > 0 ? reds : 0;
        return html`<button
          type="button"
          role="tab"
          id=${tab}
          tabindex=${tab === chosen ? 0 : -1}
          aria-selected=${tab === chosen}
          aria-label=${shown > 0 ? text.chooseTab(text.tabs[tab], shown) : nothing}
          @click=${() => {
            go(routeHash(tab));
          }}
        >
          ${text.tabs[tab]}${shown > 0 ? html`<span class="reds">${shown}</span>` : nothing}
        </button>`;
      })}
    </div>
    ${end}
  </nav>`;
}
