/** All keys of the desk on one card; '?' shows and hides it. */
import { html } from 'lit';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';

/** The card. */
export function keysPanel(language: Language) {
  const { actions, keys, keysTitle } = clerkText[language];
  const rows: readonly (readonly [string, string])[] = [
    ['F2', keys.primary],
    ['F3', actions.recallTicket],
    ['F4', actions.markNoShow],
    ['F6', actions.addCase],
    ['F7', actions.pauseWindow],
    ['F8', actions.undoCall],
    ['F9', actions.closeWindow],
    ['1–5', keys.outcomes],
    ['↑ ↓', keys.cases],
    ['?', keys.help],
    ['Esc', keys.close],
  ];
  return html`<section class="keys panel" aria-label=${keysTitle}>
    <h2>${keysTitle}</h2>
    <ul>
      ${rows.map(([key, words]) => html`<li><kbd>${key}</kbd> ${words}</li>`)}
    </ul>
  </section>`;
}
