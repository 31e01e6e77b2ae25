/** How prompts ended at each window: "left" is what the window did, not what the visitor felt. */
import { html } from 'lit';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView, FloorWindow } from '../../shared/views/manager-floor.ts';
import { percent } from './day-sums.ts';

const OUTCOMES = ['rated', 'declined', 'timedOut', 'left', 'deviceFault'] as const;

/** The table of ratings by window. */
export function ratingsTable(view: FloorView, language: Language) {
  const text = managerText[language];
  return html`<section class="sheet">
    <h2>${text.ratingsTitle}</h2>
    <p class="small quiet">${text.ratingsNote}</p>
    <table>
      <thead>
        <tr>
          <th>${text.window}</th>
          <th>${text.clerk}</th>
          <th class="number">${text.finished}</th>
          ${OUTCOMES.map((key) => html`<th class="number">${text.outcome[key]}</th>`)}
          <th class="number">${text.coverageShort}</th>
        </tr>
      </thead>
      <tbody>
        ${view.windows.map((window) => row(window, language))}
      </tbody>
    </table>
  </section>`;
}

function row({ no, name, clerk, prompts }: FloorWindow, language: Language) {
  const ended = OUTCOMES.reduce((sum, key) => sum + prompts[key], 0);
  const person = language === 'en' ? clerk?.nameLatin : clerk?.name;
  return html`<tr>
    <td>
      <strong>${clerkText[language].windowName(no)}</strong>
      <span class="quiet small">${name[language]}</span>
    </td>
    <td>${person ?? ''}</td>
    <td class="number">${ended}</td>
    ${OUTCOMES.map(
      (key) =>
        html`<td class="number ${key === 'deviceFault' && prompts[key] > 0 ? 'attention' : ''}">
          ${prompts[key]}
        </td>`,
    )}
    <td class="number">${percent(prompts.rated, ended)}</td>
  </tr>`;
}
