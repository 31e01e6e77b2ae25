/** The board of calls: numbers of 144 px at 1920 × 1080 (eight metres ask for 140). */
import { css } from 'lit';

export const boardStyles = css`
  :host {
    display: block;
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    height: 100%;
  }
  .captions,
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 8rem 29rem;
    align-items: center;
    column-gap: 1rem;
    padding: 0 3rem;
  }
  .captions {
    font-size: 3.5rem;
    white-space: nowrap;
    line-height: 1.2;
  }
  b {
    font-weight: var(--weight-bold);
  }
  i {
    font-style: normal;
    color: var(--ink-soft);
  }
  .captions > :last-child {
    grid-column: 3;
  }
  .page {
    justify-self: start;
    margin-left: -1rem;
    color: var(--ink-soft);
  }
  ol {
    display: grid;
    grid-template-rows: repeat(4, minmax(0, 1fr));
    flex: 1;
    gap: 0.75rem;
    min-height: 0;
  }
  li {
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    line-height: 1;
    font-weight: var(--weight-bold);
  }
  .number,
  .window {
    font-size: 9rem;
    letter-spacing: 0.01em;
  }
  .number {
    white-space: nowrap;
  }
  svg {
    width: 8rem;
    height: 4rem;
  }
  li.serving {
    border-color: transparent;
    background: none;
    color: var(--slate-deep);
    font-weight: var(--weight-strong);
  }
  li.called {
    border-left: 1rem solid var(--vermilion);
    padding-left: 2.25rem;
  }
  li.called .number,
  li.called svg {
    color: var(--vermilion-deep);
  }
  li.now,
  li.now .number,
  li.now svg {
    color: var(--on-accent);
  }
  li.now {
    border-color: var(--vermilion-deep);
    background: var(--vermilion-deep);
    animation: pulse 1s ease-in-out infinite;
  }
  li.fresh {
    border-color: var(--vermilion);
    animation: soft 1s ease-in-out infinite;
  }
  .number small {
    margin-left: 1.5rem;
    font-size: 3.5rem;
    font-weight: var(--weight-strong);
    letter-spacing: 0;
  }
  @keyframes soft {
    50% {
      background: var(--vermilion-soft);
    }
  }
  @keyframes pulse {
    50% {
      background: var(--vermilion);
      border-color: var(--vermilion);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    li.fresh {
      animation: none;
      background: var(--vermilion-soft);
    }
    li.now {
      animation: none;
      outline: 0.5rem solid var(--vermilion);
      outline-offset: 0.25rem;
    }
  }
  .quiet {
    justify-content: center;
    align-items: center;
    gap: 2rem;
    border-radius: var(--radius);
    border: 2px solid var(--line);
    background: var(--panel);
    padding: 0 4rem;
    text-align: center;
  }
  .head {
    font-size: 6rem;
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  .more {
    max-width: 20em;
    font-size: 3.5rem;
    color: var(--ink-soft);
    line-height: 1.4;
    text-wrap: balance;
  }
`;
