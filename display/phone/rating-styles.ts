/** Five equal rows for the levels, chips for the tags; nothing larger, nothing coloured first. */
import { css } from 'lit';

export const ratingStyles = css`
  .rating {
    padding: 20px 12px;
    display: grid;
    gap: 12px;
  }
  h2 {
    font-size: 22px;
    font-weight: 700;
    line-height: 1.3;
  }
  .case-name {
    font-size: 20px;
    font-weight: 500;
    line-height: 1.4;
  }
  .levels {
    display: grid;
    gap: 8px;
  }
  .level {
    display: flex;
    align-items: center;
    gap: 16px;
    min-height: 64px;
    padding: 8px 16px;
    font-size: 20px;
    font-weight: 500;
    line-height: 1.25;
    text-align: left;
  }
  .face {
    flex: none;
    width: 44px;
    height: 44px;
  }
  [aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--panel);
  }
  [aria-pressed='true']:active {
    background: var(--slate-deep);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .tag {
    min-height: 48px;
    padding: 6px 16px;
    border-radius: 24px;
    font-size: 17px;
    text-align: left;
  }
  label {
    display: grid;
    gap: 4px;
  }
  textarea {
    padding: 12px;
    border: 2px solid var(--slate);
    border-radius: var(--radius);
    background: var(--panel);
    resize: vertical;
    line-height: 1.5;
  }
  .left {
    justify-self: end;
    font-size: 16px;
  }
  .send {
    min-height: 64px;
    font-size: 20px;
  }
  .until {
    font-size: 16px;
  }
`;
