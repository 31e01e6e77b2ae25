/**
 * The window screen's shapes: a strip (wider than 2.4 : 1) stands side by side, anything squarer one
 * above the other. Sizes follow the place's height and width, for panels come in every shape and a
 * notice may take a part of it; the number takes the smaller of what both allow.
 */
import { css } from 'lit';

export const signStyles = css`
  :host {
    display: block;
    min-height: 0;
    container-type: size;
  }
  article {
    --number: min(96cqh, 21cqw);
    display: grid;
    grid-template-columns: minmax(0, 26cqw) minmax(0, 1fr);
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
  .closed {
    --accent: var(--slate-deep);
  }
  .ending {
    --accent: var(--amber-deep);
  }
  .rating {
    --accent: var(--jade-deep);
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
    gap: 1cqh;
    min-width: 0;
    padding: 2cqh 1.5cqw 2cqh 2cqw;
    background: var(--accent);
    color: var(--on-accent);
  }
  p {
    overflow-wrap: anywhere;
  }
  .no {
    display: flex;
    align-items: baseline;
    gap: 0.5cqw;
    white-space: nowrap;
    line-height: 1;
  }
  .no b {
    font-size: min(48cqh, 11cqw);
    font-weight: var(--weight-bold);
  }
  .no span {
    font-size: min(13cqh, 3cqw);
    font-weight: var(--weight-strong);
  }
  .names {
    display: grid;
    gap: 1cqh;
    min-width: 0;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6cqw;
    margin-bottom: 0.5cqh;
  }
  .marks span {
    padding: 0 0.5em;
    border: 2px solid currentColor;
    border-radius: 99px;
    font-size: clamp(14px, min(10cqh, 2.2cqw), 64px);
    font-weight: var(--weight-bold);
    line-height: 1.35;
    white-space: nowrap;
  }
  .name {
    font-size: clamp(14px, min(9cqh, 2cqw), 64px);
    font-weight: var(--weight-strong);
    line-height: 1.25;
  }
  .name[lang='en'],
  .zones {
    font-size: clamp(13px, min(7cqh, 1.6cqw), 48px);
    font-weight: var(--weight-text);
    line-height: 1.3;
  }
  section {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 3cqw;
    min-width: 0;
    padding: 0 2cqw;
    background: var(--panel);
  }
  .said {
    display: grid;
    justify-items: center;
    flex: none;
    max-width: 16cqw;
    color: var(--accent);
    text-align: center;
    line-height: 1.15;
  }
  .said b {
    font-size: min(26cqh, 9cqw);
    font-weight: var(--weight-bold);
    white-space: nowrap;
  }
  .serving .said b {
    font-size: min(18cqh, 4.8cqw);
  }
  .said span {
    overflow-wrap: normal;
    font-size: min(10cqh, 2.4cqw);
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
  .number small {
    display: block;
    font-size: 0.16em;
    font-weight: var(--weight-strong);
    text-align: center;
  }
  .said.long b {
    font-size: min(20cqh, 6.4cqw);
  }
  .qr {
    flex: none;
    height: min(84cqh, 36cqw);
    border: 2px solid var(--line);
    border-radius: var(--radius);
  }
  .who {
    font-size: min(14cqh, 4cqw);
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  .rating .big {
    font-size: min(26cqh, 7cqw);
  }
  .rating .more {
    text-wrap: balance;
    font-size: min(10cqh, 2.8cqw);
  }
  .words {
    text-align: center;
    min-width: 0;
  }
  .big {
    font-size: min(44cqh, 13cqw);
    font-weight: var(--weight-bold);
    line-height: 1.15;
    color: var(--accent);
  }
  .more {
    font-size: min(12cqh, 3.4cqw);
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
      --number: min(48cqh, 34cqw);
    }
    header {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 0.5cqh 3cqw;
      padding: 2cqh 3cqw;
    }
    .marks span {
      font-size: min(4.6cqh, 3cqw);
    }
    .said.long b {
      font-size: min(11cqh, 9cqw);
    }
    .rating .big {
      font-size: min(11cqh, 9cqw);
    }
    .rating .more {
      font-size: min(4.6cqh, 3.4cqw);
    }
    .who {
      font-size: min(7cqh, 5cqw);
    }
    .said {
      flex-wrap: wrap;
      justify-content: center;
      row-gap: 0;
    }
    .said span:nth-of-type(2) {
      flex-basis: 100%;
    }
    .rating section {
      gap: 2cqh;
    }
    .qr {
      height: min(36cqh, 60cqw);
    }
    .no b {
      font-size: min(22cqh, 18cqw);
    }
    .no span {
      font-size: min(6cqh, 4.5cqw);
    }
    .name {
      font-size: min(5.5cqh, 3.4cqw);
    }
    .name[lang='en'],
    .zones {
      font-size: min(4.2cqh, 2.6cqw);
    }
    section {
      flex-direction: column;
      gap: 0;
    }
    .said {
      display: flex;
      align-items: baseline;
      gap: 2cqw;
      max-width: none;
    }
    .said b,
    .serving .said b {
      font-size: min(14cqh, 11cqw);
    }
    .said span {
      font-size: min(7cqh, 5cqw);
    }
    .big {
      font-size: min(24cqh, 18cqw);
    }
    .more {
      font-size: min(7cqh, 4.6cqw);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .flashing section {
      animation: none;
    }
  }
`;
