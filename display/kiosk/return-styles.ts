/** The keypad, and the words after it; in the low position letters and digits lie in rows. */
import { css } from 'lit';

export const returnStyles = css`
  :host {
    display: block;
    min-height: 0;
  }
  .body {
    height: 100%;
    display: flex;
    flex-direction: column;
  }
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
  }
  .typed i {
    color: var(--slate-deep);
    font-style: normal;
    font-weight: 400;
    font-size: 56px;
    opacity: 1;
  }
  .pad {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: 1fr 2.4fr;
    gap: 40px;
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
  .send {
    flex: none;
    min-height: 144px;
    font-size: var(--text-lead);
  }
  .welcome {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 24px;
    justify-content: center;
    font-size: var(--text-strong);
  }
  .big {
    display: flex;
    align-items: center;
    gap: 24px;
    padding: 40px;
    border-radius: var(--radius);
    background: var(--jade-soft);
    color: var(--jade-deep);
    font-size: calc(var(--text-lead) * 1.3);
    font-weight: 700;
  }
  .where {
    font-size: var(--text-lead);
    font-weight: 700;
  }
`;
