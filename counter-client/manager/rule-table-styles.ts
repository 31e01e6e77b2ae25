/** How the rules' tables look: quiet fields in rows, what is changed on green, what is wrong in red. */
import { css } from 'lit';

export const ruleTableStyles = css`
  :host {
    display: block;
  }
  .small {
    margin: 0 0 8px;
  }
  .scroll {
    overflow-x: auto;
  }
  /* As wide as its fields: words and times of a row stand together. */
  table {
    width: auto;
  }
  td,
  th {
    padding: 6px;
  }
  /* What has the focus is not under the foot that stays in sight. */
  .scroll .field {
    scroll-margin: 24px 0 120px;
    width: 300px;
  }
  .field + .field {
    margin-top: 4px;
  }
  .field.time {
    width: 84px;
  }
  .field.number {
    width: 84px;
    text-align: right;
  }
  .field.date,
  .field.item {
    width: 132px;
  }
  .field.key {
    width: 112px;
  }
  .scroll select.field {
    width: 168px;
  }
  textarea.field {
    display: block;
    min-height: 44px;
    padding: 9px 12px;
    border: 1px solid #8b96a1;
    border-radius: 8px;
    background: var(--panel);
    color: var(--ink);
    font: inherit;
    resize: none;
    field-sizing: content;
  }
  textarea:focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .field.names {
    width: 336px;
  }
  .field.times {
    width: 330px;
  }
  .field[aria-invalid='true'] {
    border-color: var(--vermilion-deep);
    border-width: 2px;
  }
  .key {
    line-height: 44px;
  }
  select.field {
    min-width: 128px;
  }
  .tick {
    display: flex;
    gap: 6px;
    align-items: center;
    min-height: 26px;
    white-space: nowrap;
  }
  .tick input {
    width: 20px;
    height: 20px;
    accent-color: var(--jade-deep);
  }
  .tick:only-of-type {
    min-height: 44px;
  }
  .hint,
  .fault {
    display: block;
    max-width: 300px;
    margin-top: 5px;
    font-size: 13px;
    line-height: 1.35;
  }
  .hint {
    color: var(--slate-deep);
  }
  .fault {
    color: var(--vermilion-deep);
    font-weight: var(--weight-bold);
  }
  tr.changed td {
    background: var(--jade-soft);
  }
  .acts {
    white-space: nowrap;
  }
  .acts button.plain {
    min-height: 44px;
    padding: 0 10px;
  }
  .under {
    display: flex;
    gap: 12px;
    align-items: center;
    margin-top: 8px;
  }
  input.find {
    max-width: 360px;
    margin-bottom: 4px;
  }
`;
