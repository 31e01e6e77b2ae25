/** How the menu of a window looks: a card beside its tile. */
import { css } from 'lit';

export const tileMenuStyles = css`
  :host {
    inset: auto;
    width: 340px;
    margin: 0;
    padding: var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    box-shadow: var(--shadow);
  }
  section {
    display: grid;
    gap: 14px;
  }
  h2 {
    line-height: 1.35;
  }
  h3 {
    margin-bottom: 6px;
    color: var(--slate-deep);
    font-size: 14px;
    font-weight: var(--weight-strong);
  }
  .moves {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .moves button {
    padding: 0 8px;
    line-height: 1.2;
  }
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8px;
  }
  .leave {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .leave input {
    width: 18px;
    height: 18px;
  }
  .pause {
    grid-template-columns: 1fr 1fr auto;
  }
  select.field {
    min-height: 40px;
    padding: 0 8px;
  }
`;
