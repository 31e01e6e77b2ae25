/** The upper third: hall and clock, where one is in the three steps, and the screen's question. */
import { html, nothing } from 'lit';
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
