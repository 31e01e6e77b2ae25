/** Keys large enough for a thumb, for numbers and for letters. */
import { css } from 'lit';

export const keypadStyles = css`
  .typed {
    flex: none;
    height: 136px;
    display: grid;
    place-items: center;
    border: 3px solid var(--ink);
    border-radius: var(--radius);
    background: var(--panel);
    font-size: 96px;
    font-weight: 700;
    line-height: 1;
    letter-spacing: 0.06em;
    white-space: nowrap;
    overflow: hidden;
  }
  .typed.long {
    font-size: 56px;
  }
  .typed i {
    color: var(--slate-deep);
    font-style: normal;
    font-weight: 400;
    font-size: var(--text-strong);
    letter-spacing: 0;
  }
  .pad {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: 1fr 2.4fr;
    gap: 40px;
  }
  .pad.digits-only {
    grid-template-columns: 1fr;
  }
  :host([data-low]) .pad.digits-only {
    grid-template-rows: 1fr;
  }
  .letters,
  .digits {
    display: grid;
    gap: 12px;
    grid-auto-rows: minmax(0, 1fr);
  }
  .digits {
    grid-template-columns: repeat(3, 1fr);
  }
  :host([data-low]) .pad {
    grid-template-columns: 1fr;
    gap: 12px;
    grid-template-rows: 96px 1fr;
  }
  :host([data-low]) .letters {
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
  }
  :host([data-low]) .digits {
    grid-template-columns: repeat(6, 1fr);
  }
  :host([data-low]) .digits span {
    display: none;
  }
  .pad button {
    font-size: 56px;
    padding: 0;
    display: grid;
    place-items: center;
  }
  .keyboard {
    flex: none;
    display: grid;
    gap: 10px;
    margin: 0 -16px;
  }
  .keys {
    display: flex;
    justify-content: center;
    gap: 8px;
    min-width: 0;
  }
  .keyboard .key {
    flex: 0 0 96px;
    min-height: 96px;
    padding: 0;
    font-size: 44px;
    font-weight: 500;
    line-height: 1;
  }
  .keyboard .key.wide {
    flex: 0 1 164px;
    display: grid;
    place-items: center;
  }
`;
