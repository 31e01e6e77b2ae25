/** The floor and its three lists, as tabs in the head of the page; arrows move between them. */
import { css, html } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';

const TABS = ['floor', 'waiting', 'ratings', 'audit'] as const;
export type Tab = (typeof TABS)[number];

export const floorTabsStyles = css`
  .tabs {
    display: flex;
    gap: 4px;
    align-self: stretch;
  }
  .tabs button {
    padding: 0 14px;
    border: 0;
    border-bottom: 3px solid transparent;
    background: transparent;
    color: var(--slate-deep);
    font-weight: var(--weight-strong);
    white-space: nowrap;
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--ink);
    color: var(--ink);
    font-weight: var(--weight-bold);
  }
`;

/** The tabs. */
export function floorTabs(chosen: Tab, language: Language, choose: (tab: Tab) => void) {
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const next = TABS[(TABS.indexOf(chosen) + by + TABS.length) % TABS.length];
    if (by === 0 || next === undefined) return;
    choose(next);
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#${next}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" @keydown=${step}>
    ${TABS.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id=${tab}
          aria-selected=${tab === chosen}
          @click=${() => {
            choose(tab);
          }}
        >
          ${managerText[language].tabs[tab]}
        </button>`,
    )}
  </div>`;
}
