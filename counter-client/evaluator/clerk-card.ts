/** The idle evaluator: which window this is, and who sits here. */
import { html, nothing } from 'lit';
import { evaluatorText } from '../../shared/text/evaluator.ts';
import type { Language } from '../../shared/text/language.ts';
import type { EvaluatorView } from '../../shared/views/evaluator-prompt.ts';
import type { ClerkCard } from '../../shared/views/people.ts';

/** The card. */
export function clerkCard(view: EvaluatorView, language: Language) {
  const text = evaluatorText[language];
  return html`<section class="card">
    <div class="place">
      <span class="visually-hidden">${text.window(view.window)}</span>
      <span class="no" aria-hidden="true">${view.window}</span>
      <p>${view.windowName[language]}</p>
    </div>
    ${
      view.clerk === null || view.status === 'closed'
        ? html`<p class="closed">${text.closed}</p>`
        : person(view.clerk, view.status === 'paused', language)
    }
  </section>`;
}

function person(clerk: ClerkCard, isPaused: boolean, language: Language) {
  const text = evaluatorText[language];
  const isLatin = language === 'en';
  return html`<div class="person">
    <span class="avatar" aria-hidden="true">${initials(clerk, isLatin)}</span>
    <div>
      <p class="welcome">${text.welcome}</p>
      <p class="name ${isLatin ? 'latin' : ''}">${isLatin ? clerk.nameLatin : clerk.name}</p>
      <p class="staff-no">${text.staffNo} ${clerk.staffNo}</p>
    </div>
    ${isPaused ? html`<p class="paused">${text.paused}</p>` : nothing}
  </div>`;
}

function initials(clerk: ClerkCard, isLatin: boolean): string {
  if (!isLatin) return clerk.name.slice(0, 1);
  return clerk.nameLatin
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.slice(0, 1))
    .join('');
}
