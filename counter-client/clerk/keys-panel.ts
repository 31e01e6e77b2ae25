/** All keys of the desk on one card; '?' shows and hides it. */
import { html } from 'lit';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';

/** The card. */
export function keysPanel(language: Language) {
  const { actions, keys, keysTitle } = clerkText[language];
  const { action, keys: more } = deskText[language];
  const rows: readonly (readonly [string, string])[] = [
    ['F2', keys.primary],
    ['1–6', keys.outcomes],
    ['↑ ↓', keys.cases],
    ['M', more.materials],
    ['R', action.recode],
    ['L', action.leave],
    ['F3', actions.recallTicket],
    ['F4', actions.markNoShow],
    ['F8', actions.undoCall],
    ['F6', actions.addCase],
    ['H', action.holdTicket],
    ['T', action.transferTicket],
    ['C', action.consultChief],
    ['Y N', more.approve],
    ['B', more.back],
    ['P', more.slip],
    ['F7', actions.pauseWindow],
    ['F9', actions.closeWindow],
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
