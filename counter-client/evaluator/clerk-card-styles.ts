/** Who serves here, as a card that is read across a counter. */
import { css } from 'lit';

export const clerkCardStyles = css`
  .card {
    display: grid;
    grid-template-columns: 400px minmax(0, 1fr);
    align-items: center;
    min-height: 0;
    margin: 0 var(--space-8);
    border: 1px solid var(--line);
    border-radius: 24px;
    background: var(--panel);
  }
  .card .place {
    display: grid;
    align-content: center;
    align-self: stretch;
    gap: var(--space-1);
    justify-items: center;
    padding: var(--space-4) var(--space-2);
    border-right: 1px solid var(--line);
    text-align: center;
  }
  .card .no {
    font-size: 232px;
    font-weight: var(--weight-bold);
    letter-spacing: -0.02em;
    line-height: 1;
  }
  .card .place p {
    font-size: 26px;
    line-height: 1.35;
  }
  .card .person {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-5);
    align-items: center;
    padding: 0 var(--space-8);
  }
  .card .avatar {
    display: grid;
    width: 208px;
    height: 208px;
    place-items: center;
    border-radius: 50%;
    background: var(--slate-soft);
    font-size: 96px;
    font-weight: var(--weight-strong);
  }
  .card .welcome {
    color: var(--ink-soft);
    font-size: 28px;
  }
  .card .name {
    font-size: 72px;
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  .card .name.latin {
    font-size: 52px;
  }
  .card .staff-no {
    color: var(--ink-soft);
    font-size: 28px;
  }
  .card .closed {
    padding: 0 var(--space-8);
    font-size: 48px;
    font-weight: var(--weight-strong);
  }
  .card .paused {
    grid-column: 1 / -1;
    justify-self: start;
    padding: 8px 20px;
    border-radius: 99px;
    background: var(--amber-soft);
    color: var(--amber-deep);
    font-size: 26px;
    font-weight: var(--weight-bold);
  }
`;
