/** How the replay looks: framed as the past, the controls in one row, the feed beside the map. */
import { css } from 'lit';

export const replayStyles = css`
  section {
    display: grid;
    gap: 8px;
  }
  .banner {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    padding: 8px 16px;
    border-radius: 8px;
    background: var(--ink);
    color: var(--on-accent);
  }
  .banner strong {
    font-size: 20px;
    white-space: nowrap;
  }
  .banner .space {
    flex: 1;
  }
  .banner .field {
    width: 180px;
    min-height: 40px;
  }
  .problem {
    color: var(--vermilion-deep);
    font-weight: var(--weight-bold);
  }
  .controls {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .controls .strong {
    min-width: 128px;
  }
  .speeds {
    display: flex;
    gap: 4px;
  }
  .speeds button.plain {
    min-height: 40px;
    padding: 0 12px;
    transition: none;
  }
  .speeds button.plain[aria-pressed='true'],
  .speeds button.plain[aria-pressed='true']:hover {
    transition: none;
    border-color: var(--ink);
    background: var(--ink);
    color: var(--on-accent);
  }
  .controls input[type='range'] {
    flex: 1;
    height: 40px;
    accent-color: var(--ink);
  }
  .controls time {
    font-size: 20px;
    font-weight: var(--weight-bold);
  }
  .past .strip {
    padding: 0;
    border: 0;
    background: transparent;
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 300px;
    gap: 12px;
    align-items: start;
    padding: 8px;
    border: 3px solid var(--ink);
    border-radius: var(--radius);
  }
  .feed {
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
  }
  .feed li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 10px;
    padding: 4px 0;
    border-top: 1px solid var(--line);
    font-size: 14px;
    line-height: 1.35;
  }
  .feed time {
    color: var(--slate-deep);
  }
`;
