/** How the rules' tab looks: its parts in a row, the draft's foot always in sight. */
import { css } from 'lit';

export const rulesStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .outside {
    margin: 0;
    color: var(--amber-deep);
    font-weight: var(--weight-bold);
  }
  .parts button.plain[aria-current='page'],
  .parts button.plain[aria-current='page']:hover {
    transition: none;
    border-color: var(--ink);
    background: var(--ink);
    color: var(--on-accent);
  }
  .foot {
    position: sticky;
    bottom: -12px;
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: flex-end;
    margin: 0 -4px;
    padding: 10px 16px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
    box-shadow: var(--shadow);
  }
  .foot .grow {
    flex: 1;
    font-weight: var(--weight-strong);
  }
  .problem {
    color: var(--vermilion-deep);
  }
  .said {
    color: var(--jade-deep);
  }
`;
