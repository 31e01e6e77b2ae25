/** The one fixed line in which the answer to the last press stands, done or refused. */
import { css, html, nothing } from 'lit';
import type { AnswerLine } from './press.ts';

export const answerLineStyles = css`
  .answer {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    padding: 0 14px;
    border-radius: 8px;
    font-weight: var(--weight-strong);
  }
  .answer.done {
    color: var(--jade-deep);
  }
  .answer.refused {
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .answer svg {
    flex: none;
    width: 18px;
    height: 18px;
  }
`;

const MARKS = { done: 'M3 9.5l4 4 8-9', refused: 'M9 3v8M9 14.5v.5' };

/** The line; it keeps its height when there is nothing to say, so that nothing moves. */
export function answerLine(line: AnswerLine | null) {
  return html`<p class="answer ${line?.tone ?? ''}" role="status" aria-live="polite">
    ${
      line === null
        ? nothing
        : html`<svg viewBox="0 0 18 18" aria-hidden="true">
              <path
                d=${MARKS[line.tone]}
                fill="none"
                stroke="currentColor"
                stroke-width="2.5"
                stroke-linecap="round"
              />
            </svg>
            <span>${line.words}</span>`
    }
  </p>`;
}
