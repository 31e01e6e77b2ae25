/** The offer of a free terminal, and the way to it. */
import { css } from 'lit';

export const terminalStyles = css`
  .offer {
    flex: none;
    display: flex;
    align-items: center;
    gap: 24px;
    padding: 16px 16px 16px 32px;
    border: 2px solid var(--jade-deep);
    border-radius: var(--radius);
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
  .offer .grow {
    flex: 1;
    display: grid;
  }
  .offer button {
    min-height: 112px;
    border-color: var(--jade-deep);
    color: var(--jade-deep);
    font-weight: 700;
  }
  .diverted {
    display: flex;
    flex-direction: column;
    justify-content: end;
    gap: 32px;
    font-size: var(--text-strong);
  }
  .diverted-where {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 32px;
    padding: 40px;
    border-radius: var(--radius);
    background: var(--jade-soft);
    color: var(--jade-deep);
    font-size: var(--text-lead);
  }
  .diverted-where p {
    display: grid;
    gap: 16px;
  }
  .diverted-where b {
    font-size: calc(var(--text-lead) * 1.25);
    line-height: 1.25;
  }
`;
