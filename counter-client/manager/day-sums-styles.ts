/** The sums of the day, large figures over small words. */
import { css } from 'lit';

export const daySumsStyles = css`
  .sums {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-2);
    font-size: 14px;
    line-height: 1.4;
    white-space: nowrap;
  }
  .sums dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
  }
  .sums dl div {
    display: flex;
    gap: 4px;
    align-items: baseline;
  }
  .sums dt {
    color: var(--slate-deep);
  }
  .sums dd {
    font-size: 18px;
    font-weight: var(--weight-bold);
  }
  .sums .ratings {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
