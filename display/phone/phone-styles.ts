/** One card in one hand: large type, buttons of 56 px and more within the thumb's reach, 7 : 1. */
import { css } from 'lit';

export const phoneStyles = css`
  :host {
    display: block;
    font-size: 18px;
    line-height: 1.5;
  }
  .page {
    min-height: 100dvh;
    display: flex;
    flex-direction: column;
    gap: 16px;
    max-width: 480px;
    margin: 0 auto;
    padding: 16px 16px calc(24px + env(safe-area-inset-bottom));
  }
  button {
    min-height: 56px;
    padding: 8px 20px;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--ink);
    font-weight: 500;
    font-size: 18px;
    line-height: 1.3;
  }
  button:active {
    border-color: var(--ink);
    background: var(--slate-soft);
  }
  button[disabled] {
    color: var(--slate-deep);
    background: var(--slate-soft);
    cursor: default;
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
  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    padding: 24px;
  }
  .soft {
    color: var(--ink-soft);
  }
  .notice {
    padding: 14px 16px;
    border-left: 6px solid var(--amber);
    border-radius: var(--radius);
    background: var(--amber-soft);
  }
  .notice strong {
    display: block;
  }
  /* The question stands where the thumb is, whatever is scrolled. */
  .ask {
    position: sticky;
    bottom: 16px;
    border-color: var(--ink);
    box-shadow: var(--shadow);
  }
`;
