/** A QR code as one svg path, black on white with its quiet zone; scales without blur. */
import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { generate } from 'lean-qr';

const QUIET_MODULES = 4;

/** The picture of `text`, named `label` for screen readers. */
export function qrCode(text: string, label: string): TemplateResult {
  const code = generate(text);
  const size = code.size + 2 * QUIET_MODULES;
  const parts: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      let width = 1;
      while (code.get(x + width, y)) width += 1;
      parts.push(
        `M${String(x + QUIET_MODULES)} ${String(y + QUIET_MODULES)}h${String(width)}v1h-${String(width)}z`,
      );
      x += width;
    }
  }
  const box = `0 0 ${String(size)} ${String(size)}`;
  return html`<svg
    class="qr"
    role="img"
    aria-label=${label}
    data-address=${text}
    viewBox=${box}
    shape-rendering="crispEdges"
  >
    ${svg`<path fill="#ffffff" d="M0 0h${size}v${size}H0z"></path><path fill="#000000"
      d=${parts.join('')}></path>`}
  </svg>`;
}
