/**
 * The kiosk's stage of 1080 × 1920 and what its screens have in common. Sizes are in px: the stage
 * is scaled as a whole where the glass is smaller. `large` and `low` change a few properties alone,
 * so that every screen follows by itself. Text carries 7 : 1 or more; touch targets are ≥ 96 px.
 */
import { css } from 'lit';

export const kioskStyles = css`
  .stage {
    --text: 34px;
    --text-strong: 38px;
    --text-lead: 46px;
    --text-title: 68px;
    --head: 624px;
    --foot: 176px;
    --gap: 16px;
    position: absolute;
    top: 0;
    left: 0;
    width: 1080px;
    height: 1920px;
    overflow: hidden;
    display: grid;
    grid-template: var(--head) minmax(0, 1fr) var(--foot) / minmax(0, 1fr);
    transform-origin: 0 0;
    background: var(--paper);
    color: var(--ink);
    font-size: var(--text);
    line-height: 1.35;
    user-select: none;
  }
  .stage.large {
    --text: 44px;
    --text-strong: 48px;
    --text-lead: 56px;
    --text-title: 76px;
  }
  .stage.low {
    --head: 944px;
  }
  .stage:lang(en) {
    --text-title: 60px;
  }
  button {
    min-height: 96px;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--ink);
    font-weight: 500;
    line-height: 1.25;
    padding: 0 24px;
    transition:
      background-color 150ms ease-out,
      border-color 150ms ease-out;
  }
  button:active {
    background: var(--slate-soft);
    border-color: var(--ink);
  }
  .primary {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--panel);
    font-weight: 700;
  }
  .primary:active {
    background: var(--slate-deep);
  }
  button[disabled],
  .primary[disabled] {
    color: var(--slate-deep);
    border-color: var(--line);
    background: var(--slate-soft);
    cursor: default;
  }
  .soft {
    color: var(--ink-soft);
  }
  .icon {
    width: 1.1em;
    height: 1.1em;
    flex: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--gap);
  }
  .row > .grow {
    flex: 1;
    min-width: 0;
  }
  .body {
    padding: 0 40px 24px;
    display: grid;
    gap: var(--gap);
    min-height: 0;
  }
  .notice {
    padding: 24px 32px;
    border-radius: var(--radius);
    border-left: 12px solid var(--amber);
    background: var(--amber-soft);
  }
  .notice strong {
    display: block;
    font-size: var(--text-strong);
    font-weight: 700;
  }
  .with-icon {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 16px;
  }
`;
