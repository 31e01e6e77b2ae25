/** The row of zones over the floor. */
import { css } from 'lit';

export const zoneStripStyles = css`
  .strip {
    display: flex;
    gap: var(--space-1);
    padding: 8px var(--space-3);
    border-bottom: 1px solid var(--line);
    background: var(--panel);
  }
  .strip li {
    display: grid;
    flex: 1;
    min-width: 0;
  }
  .strip button {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: center;
    padding: 4px 14px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    line-height: 1.3;
    text-align: left;
  }
  .strip strong {
    grid-row: span 2;
    min-width: 40px;
    font-size: 32px;
    line-height: 1.1;
  }
  .strip .name {
    grid-column: 2 / -1;
    overflow: hidden;
    font-weight: var(--weight-bold);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .strip .wait {
    font-size: 14px;
    white-space: nowrap;
  }
  .strip .heat {
    font-size: 14px;
    white-space: nowrap;
  }
  .strip .calm .heat {
    color: var(--jade-deep);
  }
  .strip .busy {
    border-color: var(--amber-deep);
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .strip .burning {
    border-color: var(--vermilion-deep);
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
`;
