/** The idle evaluator: which window this is, and who sits here. */
import { css, html, nothing } from 'lit';
import { evaluatorText } from '../../shared/text/evaluator.ts';
import type { Language } from '../../shared/text/language.ts';
import type { EvaluatorView } from '../../shared/views/evaluator-prompt.ts';
import type { ClerkCard } from '../../shared/views/people.ts';

export const clerkCardStyles = css`
  .card {
    display: grid;
    grid-template-columns: 400px minmax(0, 1fr);
    align-items: center;
    min-height: 0;
    margin: 0 var(--space-8);
    border: 1px solid var(--line);
    border-radius: 24px;
    background: var(--panel);
  }
  .card .place {
    display: grid;
    align-content: center;
    align-self: stretch;
    gap: var(--space-1);
    justify-items: center;
    padding: var(--space-4) var(--space-2);
    border-right: 1px solid var(--line);
    text-align: center;
  }
  .card .no {
    font-size: 232px;
    font-weight: var(--weight-bold);
    letter-spacing: -0.02em;
    line-height: 1;
  }
  .card .place p {
    font-size: 26px;
    line-height: 1.35;
  }
  .card .person {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-5);
    align-items: center;
    padding: 0 var(--space-8);
  }
  .card .avatar {
    display: grid;
    width: 208px;
    height: 208px;
    place-items: center;
    border-radius: 50%;
    background: var(--slate-soft);
    font-size: 96px;
    font-weight: var(--weight-strong);
  }
  .card .welcome {
    color: var(--ink-soft);
    font-size: 28px;
  }
  .card .name {
    font-size: 72px;
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  .card .name.latin {
    font-size: 52px;
  }
  .card .staff-no {
    color: var(--ink-soft);
    font-size: 28px;
  }
  .card .closed {
    padding: 0 var(--space-8);
    font-size: 48px;
    font-weight: var(--weight-strong);
  }
  .card .paused {
    grid-column: 1 / -1;
    justify-self: start;
    padding: 8px 20px;
    border-radius: 99px;
    background: var(--amber-soft);
    color: var(--amber-deep);
    font-size: 26px;
    font-weight: var(--weight-bold);
  }
`;

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
