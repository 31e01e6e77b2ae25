/** The bar at the head of the staff's pages. */
import { css } from 'lit';

export const frameBarStyles = css`
  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    height: 56px;
    padding: 0 var(--space-3);
    border-bottom: 1px solid var(--line);
    background: var(--panel);
  }
  .bar h1 {
    font-size: 18px;
    white-space: nowrap;
  }
  .bar .hall {
    min-width: 0;
    color: var(--slate-deep);
    line-height: 1.25;
    text-wrap: balance;
  }
  .bar:lang(en) .hall {
    font-size: 14px;
  }
  .bar .space {
    flex: 1;
  }
  .bar .clock {
    font-size: 20px;
    font-weight: var(--weight-strong);
  }
  .bar .plain {
    white-space: nowrap;
  }
  .bar .person {
    white-space: nowrap;
  }
`;
