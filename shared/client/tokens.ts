/**
 * What every element takes into its shadow tree. The custom properties themselves stand in
 * base.css on :root and inherit; defining them here again would stop a page from going dark.
 */
import { css } from 'lit';

/** The reset inside a shadow tree: sizes, type, buttons, focus, text for screen readers alone. */
export const tokens = css`
  :host {
    font-family: var(--font);
    font-variant-numeric: tabular-nums;
    color: var(--ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  :focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 3px;
  }
  /* The Chinese font gives ’ and “ ” a character's width; between English words they are narrow. */
  :lang(en) {
    font-feature-settings: 'palt';
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
