/**
 * How a prompt looks: equal choices, as many as the hall's scale has, that fill the screen until one
 * is chosen and then make room for its chips. The foot keeps its height in every state, so no button
 * moves under a finger.
 */
import { css } from 'lit';

export const ratingStyles = css`
  .rate {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
  }
  .rate.several {
    grid-template-columns: 288px minmax(0, 1fr);
  }
  .list {
    grid-row: 1 / -1;
    min-height: 0;
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
    border-right: 1px solid var(--line);
    overflow-y: auto;
  }
  .list h2 {
    margin-bottom: var(--space-1);
    font-size: 20px;
  }
  .list button {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: 2px 8px;
    width: 100%;
    min-height: 72px;
    margin-bottom: 8px;
    padding: 10px 12px;
    border: 2px solid transparent;
    border-radius: var(--radius);
    background: transparent;
    font-size: 18px;
    line-height: 1.35;
    text-align: left;
  }
  .list button.current {
    border-color: var(--ink);
    background: var(--panel);
  }
  .list .state {
    grid-column: 2;
    color: var(--ink-soft);
    font-size: 16px;
  }
  .ask {
    display: grid;
    grid-template-rows: auto minmax(200px, 1fr);
    gap: var(--space-2);
    min-height: 0;
    padding: var(--space-1) var(--space-4) var(--space-2);
    overflow-y: auto;
  }
  .chosen .ask {
    grid-template-rows: none;
    align-content: start;
  }
  .ask h1 {
    font-size: 36px;
    line-height: 1.3;
  }
  .ask .case {
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
    font-size: 24px;
  }
  .ask .case .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ask .case .progress {
    flex: none;
    color: var(--ink-soft);
    font-size: 20px;
  }
  .levels {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .levels label {
    display: grid;
    grid-template-rows: auto 2.4em;
    gap: 24px;
    justify-items: center;
    align-content: center;
    max-height: 420px;
    padding: 8px 4px;
    border: 2px solid #6d7884;
    border-radius: 16px;
    background: var(--panel);
    font-size: 32px;
    font-weight: var(--weight-strong);
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
  }
  .several .levels label {
    font-size: 28px;
  }
  .face {
    width: 156px;
    height: 156px;
  }
  .several .face {
    width: 132px;
    height: 132px;
  }
  .chosen .levels label {
    grid-template-rows: none;
    gap: 10px;
    align-content: start;
    height: 176px;
    padding: 18px 4px 4px;
    font-size: 24px;
  }
  .chosen .face {
    width: 92px;
    height: 92px;
  }
  .chosen.several .levels label {
    height: 148px;
    padding-top: 12px;
    font-size: 21px;
  }
  .chosen.several .face {
    width: 76px;
    height: 76px;
  }
  .levels label:has(:checked) {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--on-accent);
  }
  .levels input,
  .tags input {
    position: absolute;
    opacity: 0;
  }
  label:has(:focus-visible) {
    outline: 4px solid var(--ink);
    outline-offset: 3px;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .tags legend {
    margin-bottom: 8px;
    color: var(--ink-soft);
    font-size: 20px;
  }
  .tags label {
    display: inline-flex;
    align-items: center;
    min-height: 56px;
    padding: 0 18px;
    border: 2px solid #6d7884;
    border-radius: 28px;
    background: var(--panel);
    font-size: 20px;
    line-height: 1.2;
    cursor: pointer;
  }
  .several .tags label {
    min-height: 48px;
    padding: 0 14px;
    font-size: 18px;
  }
  .tags label:has(:checked) {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--on-accent);
  }
  .foot {
    display: flex;
    grid-column: -2 / -1;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    padding: var(--space-2) var(--space-4);
    border-top: 1px solid var(--line);
  }
  .foot .space {
    flex: 1;
  }
  .foot button {
    min-height: 64px;
    padding: 0 28px;
    border: 2px solid var(--ink);
    border-radius: var(--radius);
    background: var(--panel);
    font-size: 22px;
    font-weight: var(--weight-strong);
  }
  .foot button.submit {
    min-width: 152px;
  }
  .foot button[aria-disabled='true'] {
    border-color: #6d7884;
    border-style: dashed;
    color: var(--ink-soft);
  }
  .several .foot button {
    padding: 0 18px;
    font-size: 20px;
  }
  .several .foot button.same {
    display: grid;
    gap: 2px;
    padding: 6px 24px;
    line-height: 1.2;
  }
  .foot small {
    font-size: 18px;
    font-weight: var(--weight-text);
  }
  .foot .say {
    flex-basis: 100%;
    min-height: 32px;
    font-size: 18px;
    line-height: 26px;
  }
  .ring {
    position: relative;
    display: grid;
    width: 60px;
    height: 60px;
    place-items: center;
    font-size: 20px;
  }
  .ring svg {
    position: absolute;
    inset: 0;
  }
  .ring circle {
    fill: none;
    stroke-width: 3;
  }
  .ring .track {
    stroke: var(--line);
  }
  .ring .left {
    stroke: var(--slate);
    stroke-linecap: round;
  }
`;
