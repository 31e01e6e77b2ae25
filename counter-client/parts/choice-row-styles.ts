/** A row of choices, of which one is pressed. */
import { css } from 'lit';

export const choiceRowStyles = css`
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
    gap: var(--space-1);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices.wide {
    grid-template-columns: repeat(auto-fill, minmax(212px, 1fr));
  }
  .choices legend {
    margin-bottom: 4px;
    color: var(--slate-deep);
    font-size: 14px;
  }
  .choices label {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 4px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
  }
  .choices label:has(:checked) {
    border-color: var(--jade-deep);
    box-shadow: inset 0 0 0 1px var(--jade-deep);
    background: var(--jade-soft);
    font-weight: var(--weight-bold);
  }
  .choices label:has(:focus-visible) {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .choices label:has(:disabled) {
    border-color: transparent;
    background: transparent;
    color: var(--slate-deep);
    cursor: not-allowed;
  }
  .choices input {
    position: absolute;
    opacity: 0;
  }
  .choices .note {
    display: block;
    color: var(--slate-deep);
    font-size: 13px;
    font-weight: var(--weight-text);
  }
`;
