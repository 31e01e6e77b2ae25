/**
 * The window screen's shapes: a strip (wider than 2.4 : 1) stands side by side, anything squarer one
 * above the other. Sizes follow the screen's height and width, for panels come in every shape; the
 * number takes the smaller of what height and width allow.
 */
import { css } from 'lit';

export const signStyles = css`
  :host {
    display: block;
    min-height: 0;
    --number: min(96vh, 21vw);
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 26vw) minmax(0, 1fr);
    height: 100%;
    --accent: var(--slate-deep);
  }
  .idle {
    --accent: var(--jade-deep);
  }
  .serving {
    --accent: var(--ink);
  }
  .paused {
    --accent: var(--amber-deep);
  }
  .calling {
    --accent: var(--vermilion-deep);
  }
  .stale {
    --accent: var(--slate-deep);
  }
  header {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 1vh;
    min-width: 0;
    padding: 2vh 1.5vw 2vh 2vw;
    background: var(--accent);
    color: var(--on-accent);
  }
  p {
    overflow-wrap: anywhere;
  }
  .no {
    display: flex;
    align-items: baseline;
    gap: 0.5vw;
    white-space: nowrap;
    line-height: 1;
  }
  .no b {
    font-size: min(48vh, 11vw);
    font-weight: var(--weight-bold);
  }
  .no span {
    font-size: min(13vh, 3vw);
    font-weight: var(--weight-strong);
  }
  .name {
    font-size: clamp(14px, min(9vh, 2vw), 64px);
    font-weight: var(--weight-strong);
    line-height: 1.25;
  }
  .name[lang='en'],
  .zones {
    font-size: clamp(13px, min(7vh, 1.6vw), 48px);
    font-weight: var(--weight-text);
    line-height: 1.3;
  }
  section {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 3vw;
    min-width: 0;
    padding: 0 2vw;
    background: var(--panel);
  }
  .said {
    display: grid;
    justify-items: center;
    flex: none;
    max-width: 16vw;
    color: var(--accent);
    text-align: center;
    line-height: 1.15;
  }
  .said b {
    font-size: min(26vh, 9vw);
    font-weight: var(--weight-bold);
    white-space: nowrap;
  }
  .serving .said b {
    font-size: min(18vh, 4.8vw);
  }
  .said span {
    font-size: min(10vh, 2.4vw);
  }
  .number {
    flex: none;
    font-size: var(--number);
    font-weight: var(--weight-bold);
    line-height: 1;
    white-space: nowrap;
    color: var(--accent);
  }
  .number.wide {
    font-size: calc(var(--number) * 0.8);
  }
  .words {
    text-align: center;
    min-width: 0;
  }
  .big {
    font-size: min(44vh, 13vw);
    font-weight: var(--weight-bold);
    line-height: 1.15;
    color: var(--accent);
  }
  .more {
    font-size: min(12vh, 3.4vw);
    line-height: 1.35;
    color: var(--ink-soft);
  }
  .flashing section {
    background: var(--vermilion-deep);
    animation: flash 1s ease-in-out infinite;
  }
  .flashing .said,
  .flashing .number {
    color: var(--on-accent);
  }
  .flashing header {
    background: var(--ink);
  }
  @keyframes flash {
    50% {
      background: var(--vermilion);
    }
  }
  .stale section {
    background: var(--slate-soft);
    animation: none;
  }
  .stale .said,
  .stale .number {
    color: var(--slate-deep);
  }

  @media (max-aspect-ratio: 24 / 10) {
    article {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      --number: min(48vh, 34vw);
    }
    header {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 0.5vh 3vw;
      padding: 2vh 3vw;
    }
    .no {
      grid-row: span 3;
    }
    .no b {
      font-size: min(22vh, 18vw);
    }
    .no span {
      font-size: min(6vh, 4.5vw);
    }
    .name {
      font-size: min(5.5vh, 3.4vw);
    }
    .name[lang='en'],
    .zones {
      font-size: min(4.2vh, 2.6vw);
    }
    section {
      flex-direction: column;
      gap: 0;
    }
    .said {
      display: flex;
      align-items: baseline;
      gap: 2vw;
      max-width: none;
    }
    .said b,
    .serving .said b {
      font-size: min(14vh, 11vw);
    }
    .said span {
      font-size: min(7vh, 5vw);
    }
    .big {
      font-size: min(24vh, 18vw);
    }
    .more {
      font-size: min(7vh, 4.6vw);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .flashing section {
      animation: none;
    }
  }
`;
