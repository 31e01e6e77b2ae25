/** The visit's cases as rows: what, whose, which materials, and how each ended. */
import { css, html, nothing } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import type { DeskTicket } from '../../shared/views/desk-ticket.ts';

export const caseListStyles = css`
  .cases h2 {
    padding: 4px 4px 8px;
    color: var(--slate-deep);
    font-weight: var(--weight-strong);
  }
  .cases li {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    gap: 0 12px;
    padding: 10px 16px;
    border: 1px solid var(--line);
    background: var(--panel);
  }
  .cases li:first-child {
    border-radius: var(--radius) var(--radius) 0 0;
  }
  .cases li:last-child {
    border-radius: 0 0 var(--radius) var(--radius);
  }
  .cases li:only-child {
    border-radius: var(--radius);
  }
  .cases li + li {
    border-top: 0;
  }
  .cases li.current {
    background: var(--jade-soft);
    box-shadow: inset 4px 0 0 var(--jade-deep);
  }
  .cases .index {
    color: var(--slate-deep);
    font-size: 20px;
    font-weight: var(--weight-bold);
    text-align: center;
  }
  .cases .name {
    padding: 0;
    border: 0;
    background: none;
    font-size: 18px;
    font-weight: var(--weight-strong);
    line-height: 1.4;
    text-align: left;
  }
  .cases li.over .name {
    color: var(--slate-deep);
    font-weight: var(--weight-text);
  }
  .cases .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    color: var(--slate-deep);
    font-size: 14px;
  }
  .cases summary {
    cursor: pointer;
    text-decoration: underline;
    text-decoration-color: var(--slate);
    text-underline-offset: 3px;
  }
  .cases details[open] {
    flex-basis: 100%;
  }
  .cases details ul {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 2px var(--space-2);
    margin-top: 6px;
    color: var(--ink);
  }
  .cases details li {
    display: block;
    padding: 0;
    border: 0;
    background: none;
    border-radius: 0 !important;
  }
  .cases .end {
    align-self: start;
    font-weight: var(--weight-strong);
    white-space: nowrap;
  }
  .cases .end.finished {
    color: var(--jade-deep);
  }
`;

interface Shown {
  readonly ticket: DeskTicket;
  readonly current: string | null;
  readonly language: Language;
  readonly choose: (id: string) => void;
}

/** The rows; the one that the primary action is about stands out. */
export function caseList({ ticket, current, language, choose }: Shown) {
  const text = clerkText[language];
  const done = ticket.cases.filter((row) => row.status !== 'draft').length;
  return html`<section class="cases">
    <h2>${text.cases(ticket.cases.length, done)}</h2>
    <ul>
      ${ticket.cases.map((row, index) => {
        const state = row.case === current ? 'current' : row.status === 'draft' ? '' : 'over';
        return html`<li class=${state} data-case=${row.case}>
          <span class="index">${index + 1}</span>
          <div>
            ${
              row.status === 'draft'
                ? html`<button
                    class="name"
                    type="button"
                    aria-pressed=${row.case === current}
                    @click=${() => {
                      choose(row.case);
                    }}
                  >
                    ${row.name[language]}
                  </button>`
                : html`<span class="name">${row.name[language]}</span>`
            }
            <div class="about">
              <span>${row.departmentName[language]}</span>
              <span>${text.kind[row.kind]} · ${text.minutesAbout(row.expectedMinutes)}</span>
              ${materialsOf(row, language)}
            </div>
          </div>
          ${endOf(row, language)}
        </li>`;
      })}
    </ul>
  </section>`;
}

function materialsOf(row: CaseRow, language: Language) {
  const text = clerkText[language];
  if (row.materials.length === 0) return html`<span>${text.noMaterials}</span>`;
  const mandatory = row.materials.filter((one) => one.mandatory);
  const optional = row.materials.filter((one) => !one.mandatory);
  return html`<details>
    <summary>${text.materials(mandatory.length, optional.length)}</summary>
    <ul>
      ${mandatory.map((one) => html`<li lang="zh-Hans">${text.mandatory} · ${one.name}</li>`)}
      ${optional.map(
        (one) => html`<li lang="zh-Hans" class="quiet">${text.optional} · ${one.name}</li>`,
      )}
    </ul>
  </details>`;
}

function endOf(row: CaseRow, language: Language) {
  const text = clerkText[language];
  if (row.status === 'draft') return nothing;
  if (row.outcome === null) return html`<span class="end quiet">${text.droppedCase}</span>`;
  return html`<span class="end finished">✓ ${text.outcome[row.outcome]}</span>`;
}
