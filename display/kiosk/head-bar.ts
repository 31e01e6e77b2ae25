/** The upper third: hall and clock, where one is in the three steps, and the screen's question. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { KioskText } from '../../shared/text/kiosk.ts';

export interface Head {
  readonly hallName: string;
  readonly hallNow: number;
  readonly title: string;
  readonly hint: string;
  /** 0, 1 or 2 while choosing, null elsewhere. */
  readonly step: number | null;
  /** Seconds until the kiosk starts over, shown when few are left. */
  readonly idleSeconds: number | null;
  readonly notice: TemplateResult | typeof nothing;
  readonly corner: TemplateResult | typeof nothing;
  readonly text: KioskText;
}

/** The head of every screen; what needs a touch never stands here. */
export function headBar(head: Head): TemplateResult {
  const { text, idleSeconds } = head;
  return html`<header class="head">
    <div class="head-top">
      <span class="hall">${head.hallName}</span>
      <time class="clock" aria-label=${text.clockLabel}>${clockTime(head.hallNow)}</time>
    </div>
    <div class="head-corner">
      ${head.corner}
      <span class="idle" role="timer">
        ${idleSeconds === null ? nothing : text.idle(idleSeconds)}
      </span>
    </div>
    <div class="head-middle">${head.notice}</div>
    ${head.step === null || head.notice !== nothing ? nothing : steps(text, head.step)}
    <h1>${head.title}</h1>
    <p class="hint">${head.hint}</p>
  </header>`;
}

function steps(text: KioskText, current: number): TemplateResult {
  return html`<ol class="steps">
    ${text.steps.map(
      (name, index) =>
        html`<li
          class=${index < current ? 'past' : index === current ? 'now' : 'next'}
          aria-current=${index === current ? 'step' : 'false'}
        >
          <b>${index + 1}</b><span>${name}</span>
        </li>`,
    )}
  </ol>`;
}

export const headStyles = css`
  .head {
    padding: 40px 40px 32px;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .head-top {
    display: flex;
    align-items: baseline;
    gap: 32px;
    padding-bottom: 24px;
    border-bottom: 2px solid var(--line);
  }
  .hall {
    flex: 1;
    font-size: var(--text-strong);
    font-weight: 700;
  }
  .clock {
    font-size: 52px;
    font-weight: 500;
    line-height: 1.1;
  }
  .head-corner {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 96px;
  }
  .idle {
    margin-left: auto;
    color: var(--ink-soft);
  }
  .head-middle {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 0;
  }
  h1 {
    font-size: var(--text-title);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0.01em;
  }
  .hint {
    margin-top: 12px;
    min-height: 1.35em;
    color: var(--ink-soft);
    font-size: var(--text-strong);
  }
  .steps {
    display: flex;
    gap: 40px;
    margin-bottom: 28px;
  }
  .steps li {
    display: flex;
    align-items: center;
    gap: 14px;
    color: var(--ink-soft);
  }
  .steps b {
    width: 1.7em;
    height: 1.7em;
    display: grid;
    place-items: center;
    border: 3px solid var(--slate);
    border-radius: 50%;
    font-weight: 700;
    line-height: 1;
  }
  .steps .now {
    color: var(--ink);
    font-weight: 700;
  }
  .steps .now b {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--panel);
  }
  .steps .past b {
    border-color: var(--jade-deep);
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
`;
