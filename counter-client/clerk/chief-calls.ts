/**
 * Windows that ask for a chief officer: which, for whom, since when, and the answer. Shown at a chief's
 * own desk, and on the page of windows to a chief who sits at none.
 */
import { css, html, nothing } from 'lit';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { ConsultRow } from '../../shared/views/desk-targets.ts';
import { timer } from './desk-alarms.ts';
import { consultAnswers } from './consult-answers.ts';

export const chiefCallStyles = css`
  .alarm .answers {
    display: flex;
    gap: var(--space-1);
  }
  .alarm ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  .alarm li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
  }
`;

export interface ChiefCalls {
  readonly consults: readonly ConsultRow[];
  /** The window that the chief sits at, if any. */
  readonly own: number | null;
  readonly staffNo: string;
  readonly language: Language;
  readonly now: number;
  readonly isBlocked: boolean;
  /** Whether Y and N answer the first one. */
  readonly hasKeys: boolean;
  readonly end: (window: number, approved: boolean) => void;
}

/** The calls for this chief, whoever has waited longest first; nothing where there are none. */
export function chiefCalls(shown: ChiefCalls) {
  const { consults, own, staffNo, language, now, isBlocked, end } = shown;
  const mine = consults.filter(
    ({ window, chief }) => window !== own && (chief === null || chief.staffNo === staffNo),
  );
  if (mine.length === 0) return nothing;
  const { consult } = deskText[language];
  return html`<section class="alarm" data-alarm="chief" role="status">
    <strong>${consult.asksYou}</strong>
    <ul>
      ${mine.map(
        ({ window, ticket, sinceAt }, place) =>
          html`<li>
            <span>${consult.asks(window, ticket)} · ${timer(sinceAt, now)}</span>
            ${consultAnswers({
              ...{ language, isBlocked, hasKeys: shown.hasKeys && place === 0 },
              end: (approved) => {
                end(window, approved);
              },
            })}
          </li>`,
      )}
    </ul>
  </section>`;
}
