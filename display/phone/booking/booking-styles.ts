/** Booking in one hand: one question on a page, rows and times that a thumb can hit. */
import { css } from 'lit';

export const bookingStyles = css`
  :host {
    display: block;
  }
  .booking {
    display: grid;
    gap: 14px;
  }
  .start {
    gap: 16px;
  }
  h1 {
    font-size: 28px;
    line-height: 1.3;
  }
  h2 {
    margin-bottom: 4px;
    font-size: 20px;
    line-height: 1.4;
  }
  .large {
    width: 100%;
    min-height: 64px;
    margin-top: 14px;
    font-size: 20px;
  }
  .back {
    justify-self: start;
    min-height: 48px;
    padding: 4px 16px 4px 12px;
  }
  input {
    width: 100%;
    min-height: 60px;
    padding: 8px 16px;
    border: 2px solid var(--slate);
    border-radius: var(--radius);
    background: var(--panel);
    font-size: 18px;
  }
  label {
    display: grid;
    gap: 6px;
    font-weight: 500;
  }
  label span {
    font-size: 16px;
    font-weight: 400;
  }
  .short {
    color: var(--vermilion-deep);
    font-weight: 500;
  }
  .rows {
    display: grid;
    gap: 10px;
  }
  .rows button {
    width: 100%;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
  }
  .days button,
  .times button {
    display: grid;
    align-content: center;
    justify-items: center;
    padding: 8px 4px;
    text-align: center;
  }
  .days b {
    font-weight: 500;
  }
  .days span,
  .times span {
    font-size: 16px;
    font-weight: 400;
  }
  .days [aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--panel);
  }
  .times {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
    padding-top: 14px;
    border-top: 1px solid var(--line);
  }
  .times .notice {
    grid-column: 1 / -1;
  }
  .times b {
    font-size: 22px;
    line-height: 1.2;
  }
  .times button[disabled] b {
    font-weight: 400;
  }
  dl {
    display: grid;
    gap: 14px;
  }
  dt {
    color: var(--ink-soft);
  }
  dd {
    font-weight: 700;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  dd.when {
    font-size: 24px;
  }
  dd span {
    font-weight: 400;
  }
`;
