/** The frame of the evaluator, 1280×800: a head, and one thing below it. */
import { css } from 'lit';

export const evaluatorStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100dvh;
    min-height: 560px;
    background: var(--paper);
    font-size: 20px;
    line-height: var(--leading-text);
  }
  yc-emergency {
    grid-row: 1 / -1;
  }
  header {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    min-height: 88px;
    padding: 0 var(--space-4);
  }
  header .where {
    font-size: 26px;
    font-weight: var(--weight-bold);
    white-space: nowrap;
  }
  header .hall {
    overflow: hidden;
    color: var(--ink-soft);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header .space {
    flex: 1;
  }
  header yc-link {
    font-size: 17px;
  }
  .languages {
    flex: none;
  }
  .languages button {
    min-height: 60px;
    white-space: nowrap;
    padding: 0 20px;
    color: var(--ink);
    font-size: 18px;
  }
  .idle {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
    padding-bottom: var(--space-8);
  }
  .middle {
    display: grid;
    place-items: center;
  }
  .thanks {
    padding-bottom: 88px;
    font-size: 96px;
    font-weight: var(--weight-bold);
  }
  .fault {
    padding: 0 var(--space-8) 88px;
    text-align: center;
  }
  .fault h1 {
    margin-bottom: var(--space-2);
    font-size: 56px;
    line-height: 1.25;
  }
  .fault p {
    font-size: 32px;
    line-height: 1.4;
    text-wrap: balance;
  }
  .setting {
    display: grid;
    grid-row: 1 / -1;
    place-items: center;
  }
  .setting form {
    display: grid;
    gap: var(--space-2);
    width: 560px;
    padding: var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .setting h1 {
    font-size: 30px;
    line-height: 1.3;
  }
  .setting label {
    display: grid;
    gap: 6px;
  }
  .setting input {
    min-height: 60px;
    padding: 0 16px;
    border: 2px solid #6d7884;
    border-radius: 8px;
    background: var(--panel);
  }
  .setting button {
    min-height: 60px;
    border: 0;
    border-radius: 8px;
    background: var(--ink);
    color: var(--on-accent);
    font-weight: var(--weight-bold);
  }
`;
