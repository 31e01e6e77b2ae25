/** The bar at the foot, where an arm from a wheelchair reaches. */
import { css } from 'lit';

export const footStyles = css`
  .foot {
    display: flex;
    gap: 12px;
    padding: 16px 24px;
    border-top: 2px solid var(--line);
    background: var(--panel);
  }
  .foot button {
    flex: 1 1 auto;
    min-width: 0;
    padding: 8px 10px;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    border-color: transparent;
    font-size: var(--text);
  }
  .foot button:active,
  .foot button.on {
    background: var(--slate-soft);
  }
  .foot .icon {
    width: 48px;
    height: 48px;
  }
  .large .foot .icon {
    width: 44px;
    height: 44px;
  }
  .large .foot button {
    line-height: 1.1;
    padding: 4px;
  }
`;
