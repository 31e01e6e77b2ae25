/** How staff pages look alike: type size, buttons, key caps, fields, chips, tables, dimming. */
import { css } from 'lit';

export const staffStyles = css`
  :host {
    font-size: 16px;
    line-height: var(--leading-text);
  }
  h1,
  h2,
  h3 {
    font-size: 1em;
    font-weight: var(--weight-bold);
  }
  .quiet {
    color: var(--slate-deep);
  }
  .small {
    font-size: 14px;
  }
  button.plain,
  a.plain {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
    min-height: 40px;
    padding: 0 var(--space-2);
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
    color: var(--ink);
    font-weight: var(--weight-strong);
    text-decoration: none;
    white-space: nowrap;
    transition: background var(--motion);
  }
  button.plain:hover:not([aria-disabled='true']),
  a.plain:hover {
    background: var(--slate-soft);
  }
  button.strong {
    min-height: 44px;
    padding: 0 var(--space-3);
    border: 0;
    border-radius: 8px;
    background: var(--jade-deep);
    color: var(--on-accent);
    font-weight: var(--weight-bold);
  }
  button[aria-disabled='true'] {
    cursor: not-allowed;
  }
  button.plain[aria-disabled='true'] {
    background: transparent;
    color: var(--slate);
  }
  button.strong[aria-disabled='true'] {
    background: var(--slate-soft);
    color: var(--slate-deep);
  }
  kbd {
    display: inline-block;
    min-width: 28px;
    padding: 0 6px;
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: 6px;
    background: var(--paper);
    color: var(--slate-deep);
    font: inherit;
    font-size: 13px;
    line-height: 22px;
    text-align: center;
  }
  input.field,
  select.field {
    min-height: 44px;
    width: 100%;
    padding: 0 12px;
    border: 1px solid #8b96a1;
    border-radius: 8px;
    background: var(--panel);
    color: var(--ink);
  }
  :is(button, input, select, a, summary, .focusable):focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .panel {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 8px 12px;
    border-bottom: 1px solid var(--line);
    color: var(--slate-deep);
    font-size: 14px;
    font-weight: var(--weight-strong);
    text-align: left;
  }
  td {
    padding: 9px 12px;
    border-bottom: 1px solid var(--line);
    vertical-align: top;
  }
`;
