/** The head of every kiosk screen: hall, question, steps, languages. */
import { css } from 'lit';

export const headStyles = css`
  .head {
    padding: 40px 40px 32px;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .head-top {
    display: flex;
    align-items: baseline;
    gap: 32px;
    padding-bottom: 24px;
    border-bottom: 2px solid var(--line);
  }
  .hall {
    flex: 1;
    font-size: var(--text-strong);
    font-weight: 700;
  }
  .clock {
    font-size: 52px;
    font-weight: 500;
    line-height: 1.1;
  }
  .head-corner {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 96px;
  }
  .idle {
    margin-left: auto;
    color: var(--ink-soft);
  }
  .head-middle {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 0;
  }
  h1 {
    font-size: var(--text-title);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0.01em;
  }
  .hint {
    margin-top: 12px;
    min-height: 1.35em;
    color: var(--ink-soft);
    font-size: var(--text-strong);
  }
  .steps {
    display: flex;
    gap: 40px;
    margin-bottom: 28px;
  }
  .steps li {
    display: flex;
    align-items: center;
    gap: 14px;
    color: var(--ink-soft);
  }
  .steps b {
    width: 1.7em;
    height: 1.7em;
    display: grid;
    place-items: center;
    border: 3px solid var(--slate);
    border-radius: 50%;
    font-weight: 700;
    line-height: 1;
  }
  .steps .now {
    color: var(--ink);
    font-weight: 700;
  }
  .steps .now b {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--panel);
  }
  .steps .past b {
    border-color: var(--jade-deep);
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
`;
