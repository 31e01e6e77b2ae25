/** How the sheets and tables of the manager's page look alike. */
import { css } from 'lit';

export const tableStyles = css`
  .sheet {
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .sheet h2 {
    margin-bottom: 8px;
    font-size: 18px;
  }
  .sheet .number {
    text-align: right;
  }
  .sheet .attention {
    color: var(--amber-deep);
    font-weight: var(--weight-bold);
  }
  .sheet :is(th, .whole, .attention) {
    white-space: nowrap;
  }
  .sheet .ticket {
    font-weight: var(--weight-bold);
  }
  .sheet .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
    gap: 12px var(--space-3);
    margin: 0;
  }
  .sheet .figures dt {
    color: var(--slate-deep);
    font-size: 14px;
  }
  .sheet .figures dd {
    margin: 0;
    font-size: 22px;
    font-weight: var(--weight-bold);
    line-height: 1.3;
  }
  .sheet .figures dd .small {
    display: block;
    font-weight: var(--weight-text);
  }
  .sheet .past td {
    color: var(--slate-deep);
  }
  .sheet .tools {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 12px;
    margin-bottom: 8px;
  }
`;
