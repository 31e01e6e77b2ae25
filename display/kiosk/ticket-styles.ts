/**
 * How the taken ticket lies on the stage. Four areas: the number over all, what to know at the left,
 * the paper at the right, the QR below; without paper the QR takes its place and grows. In the low
 * position everything to touch and to scan stands in the lower half.
 */
import { css } from 'lit';

export const ticketStyles = css`
  :host {
    grid-row: 1 / 3;
    min-height: 0;
  }
  .sheet {
    height: 100%;
    display: grid;
    grid-template:
      'number number' 592px 'facts paper' minmax(0, 1fr) 'code paper' auto 'ends ends'
      auto / minmax(0, 1fr) 456px;
    gap: 24px 40px;
    padding: 40px 40px 24px;
  }
  .sheet.unprinted {
    grid-template:
      'number number' 592px 'facts code' minmax(0, 1fr) 'paper paper' auto 'ends ends'
      auto / minmax(0, 1fr) 480px;
  }
  /* Large and without paper the screen alone says what holds after a miss: it needs the room. */
  :host([data-large]:not([data-low])) .sheet.unprinted {
    grid-template-rows: 472px minmax(0, 1fr) auto auto;
  }
  :host([data-large]:not([data-low])) .sheet.unprinted .number {
    font-size: 270px;
  }
  :host([data-large]:not([data-low])) .sheet.unprinted .items {
    display: none;
  }
  :host([data-low]) .sheet {
    grid-template:
      'number number' 500px 'facts facts' 372px 'code paper' minmax(0, 1fr) 'ends ends'
      auto / minmax(0, 1fr) 456px;
  }
  :host([data-low]) .sheet.unprinted {
    grid-template:
      'number number' 500px 'facts facts' 372px 'code code' minmax(0, 1fr) 'paper paper'
      auto 'ends ends' auto / minmax(0, 1fr) 456px;
  }
  .number-area {
    grid-area: number;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .small-row {
    display: flex;
    justify-content: space-between;
    font-size: var(--text-strong);
    font-weight: 500;
  }
  .number {
    flex: 1;
    display: grid;
    align-items: center;
    font-size: 320px;
    font-weight: 700;
    line-height: 1;
    letter-spacing: -0.01em;
    margin-left: -0.06em;
  }
  :host([data-low]) .number {
    font-size: 270px;
  }
  .print {
    display: flex;
    align-items: center;
    gap: 20px;
    min-height: 112px;
    padding: 16px 32px;
    border-radius: var(--radius);
    background: var(--slate-soft);
    font-size: var(--text-lead);
    font-weight: 700;
    line-height: 1.25;
  }
  .print.printed {
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
  .print.failed,
  .print.unknown {
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .print.unknown {
    font-size: var(--text-strong);
  }
  .facts {
    grid-area: facts;
    display: grid;
    align-content: start;
    gap: 20px;
    min-height: 0;
    overflow: hidden;
  }
  .facts .label {
    color: var(--ink-soft);
    line-height: 1.2;
  }
  .facts .value {
    display: grid;
    font-size: var(--text-lead);
    font-weight: 700;
    line-height: 1.25;
  }
  .facts .value .soft {
    font-size: var(--text);
    font-weight: 400;
  }
  .facts .items .value {
    font-size: var(--text-strong);
    font-weight: 500;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
    overflow: hidden;
  }
  .when {
    display: grid;
    padding: 8px 24px;
    border-left: 8px solid var(--jade);
    background: var(--jade-soft);
    border-radius: var(--radius);
  }
  .when b {
    font-size: var(--text-strong);
  }
  /* The paper says it; without one the screen must. */
  .sheet:not(.unprinted) .rule,
  :host([data-low]) .rule {
    display: none;
  }
  /* Large, with a time to tell: what it is for stands on the paper. */
  :host([data-large]) .sheet:not(.unprinted) .when ~ .items {
    display: none;
  }
  .rule {
    line-height: 1.3;
  }
  .cut-off {
    margin-top: 12px;
    padding: 12px 32px;
  }
  .why {
    font-size: var(--text);
    font-weight: 400;
  }
  .ahead {
    font-size: var(--text-lead);
    font-weight: 700;
  }
  :host([data-large]) .facts .items .value {
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  :host([data-large]) .sheet:not(.unprinted) .code span {
    display: none;
  }
  :host([data-low]) .facts {
    grid-template-columns: 1fr 1fr;
    gap: 16px 40px;
  }
  .code {
    grid-area: code;
    display: flex;
    align-items: end;
    gap: 24px;
    min-height: 0;
  }
  .code p > * {
    display: block;
  }
  .code .qr {
    flex: none;
    width: 232px;
    height: 232px;
    border: 2px solid var(--line);
    border-radius: var(--radius);
  }
  .unprinted .code {
    flex-direction: column;
    align-items: stretch;
  }
  .unprinted .code .qr {
    width: 480px;
    height: 480px;
  }
  :host([data-low]) .unprinted .code {
    flex-direction: row;
    align-items: center;
  }
  :host([data-low]) .code {
    align-items: center;
  }
  .paper {
    grid-area: paper;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .slot {
    flex: none;
    height: 20px;
    border-radius: 10px;
    background: var(--ink);
  }
  yc-ticket-paper {
    flex: 1;
    margin: -10px 16px 0;
    border-radius: 0 0 6px 6px;
  }
  .ends {
    grid-area: ends;
  }
  .ends button {
    min-height: 120px;
    font-size: var(--text-lead);
  }
`;
