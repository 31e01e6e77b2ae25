/** The calendar leaf and the words beside it, on the dark ground of an empty hall. */
import { css } from 'lit';

export const restStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  .rest {
    display: grid;
    grid-template: 6rem minmax(0, 1fr) / 34rem minmax(0, 1fr);
    gap: 2rem 6rem;
    height: 100%;
    padding: 0 6rem 5rem;
  }
  header {
    grid-column: 1 / -1;
    display: flex;
    justify-content: space-between;
    align-items: center;
    border-bottom: 2px solid var(--line);
    color: var(--ink-soft);
  }
  .hall {
    font-size: 2.75rem;
  }
  header time {
    font-size: 4.5rem;
    font-weight: var(--weight-bold);
    line-height: 1;
  }
  .leaf {
    align-self: center;
    overflow: hidden;
    border: 2px solid var(--line);
    border-radius: 24px;
    background: var(--panel);
    text-align: center;
  }
  .month {
    padding: 1rem;
    background: var(--slate-soft);
    font-size: 3.5rem;
    line-height: 1.3;
  }
  .day {
    font-size: 20rem;
    font-weight: var(--weight-bold);
    line-height: 1.15;
  }
  .why {
    padding: 0 2rem 2rem;
    color: var(--ink-soft);
    font-size: 3.5rem;
    line-height: 1.3;
  }
  .words {
    align-self: center;
    display: grid;
    gap: 2rem;
    min-width: 0;
  }
  .today,
  .holiday {
    color: var(--ink-soft);
    font-size: 3.5rem;
    line-height: 1.3;
  }
  h1 {
    font-size: 6rem;
    line-height: 1.2;
    text-wrap: balance;
  }
  .next {
    margin-top: 2rem;
    padding-top: 3rem;
    border-top: 2px solid var(--line);
    font-size: 3.5rem;
    line-height: 1.4;
  }
  .at {
    font-size: 5rem;
    font-weight: var(--weight-strong);
  }
  .at b {
    color: var(--jade-deep);
    font-weight: var(--weight-bold);
  }
  .dark {
    display: grid;
    height: 100vh;
    padding: 4rem;
    background: #05080b;
    color: #7d8791;
    font-size: 6rem;
  }
  .place-0 {
    place-items: start;
  }
  .place-1 {
    place-items: start center;
  }
  .place-2 {
    place-items: start end;
  }
  .place-3 {
    place-items: center start;
  }
  .place-4 {
    place-items: center;
  }
  .place-5 {
    place-items: center end;
  }
  .place-6 {
    place-items: end start;
  }
  .place-7 {
    place-items: end center;
  }
  .place-8 {
    place-items: end;
  }
`;
