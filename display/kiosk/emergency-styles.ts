/** The emergency message over everything else. */
import { css } from 'lit';

export const emergencyStyles = css`
  .emergency {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 48px;
    padding: 80px;
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
  .emergency.quiet {
    background: var(--amber-deep);
  }
  .emergency h1 {
    font-size: 180px;
    line-height: 1.05;
  }
  .emergency h1:lang(en) {
    font-size: 130px;
  }
  .advice {
    font-size: 76px;
    font-weight: 700;
    line-height: 1.25;
  }
  .own {
    padding: 32px 40px;
    border: 4px solid currentcolor;
    border-radius: var(--radius);
    font-size: 60px;
    font-weight: 500;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .second {
    display: grid;
    gap: 8px;
    padding-top: 40px;
    border-top: 3px solid currentcolor;
    font-size: 48px;
    line-height: 1.3;
  }
  .since {
    font-size: 40px;
  }
`;
