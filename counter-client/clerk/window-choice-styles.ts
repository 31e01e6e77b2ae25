/** How the page of windows is laid out. */
import { css } from 'lit';

export const windowChoiceStyles = css`
  main {
    display: grid;
    gap: var(--space-3);
    max-width: 1392px;
    margin: 0 auto;
    padding: var(--space-4) var(--space-3);
  }
  h2 {
    font-size: 26px;
    line-height: 1.3;
  }
  h3 {
    margin-bottom: var(--space-1);
    color: var(--slate-deep);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    gap: 12px;
  }
  li {
    display: grid;
  }
  .window {
    display: grid;
    grid-template-columns: 56px 1fr;
    column-gap: 12px;
    align-items: center;
    min-height: 84px;
    padding: 10px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    text-align: left;
  }
  .window:hover {
    border-color: var(--jade-deep);
  }
  .window[aria-disabled='true'] {
    background: var(--paper);
  }
  .no {
    font-size: 40px;
    font-weight: var(--weight-bold);
    line-height: 1;
    text-align: center;
  }
  main .alarm {
    max-width: 640px;
  }
  main .answer {
    margin-top: 8px;
  }
  .question {
    display: flex;
    gap: var(--space-1);
    margin-top: 8px;
  }
  .name {
    display: block;
    font-weight: var(--weight-strong);
    line-height: 1.3;
  }
  .state {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    margin-top: 4px;
  }
`;
