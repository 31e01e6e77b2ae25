/** The calendar outside the hours, and the dark glass at night. */
import { css } from 'lit';

export const closedStyles = css`
  .closed {
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .calendar {
    align-self: start;
    display: grid;
    gap: 32px;
    padding: 48px;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .today {
    font-size: calc(var(--text-lead) * 1.25);
    font-weight: 700;
    line-height: 1.2;
  }
  .calendar dl {
    display: grid;
    gap: 8px;
  }
  .calendar dt {
    color: var(--ink-soft);
  }
  .calendar dd {
    display: flex;
    flex-wrap: wrap;
    column-gap: 48px;
    padding-bottom: 16px;
    font-size: var(--text-lead);
    font-weight: 700;
  }
  .closed-more {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--gap);
  }
  .closed-more button {
    min-height: 128px;
  }
  .asleep {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 48px;
    padding: 80px;
    text-align: center;
    background: var(--paper);
    color: var(--ink-soft);
  }
  .night-clock {
    font-size: 220px;
    font-weight: 500;
    line-height: 1;
  }
  .night-next {
    font-size: 56px;
    font-weight: 500;
    line-height: 1.3;
  }
  .night-wake {
    font-size: 40px;
  }
`;
