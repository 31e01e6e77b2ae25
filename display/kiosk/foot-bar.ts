/** Always there: back, large text, low position, language, and how to reach a person. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { KioskText } from '../../shared/text/kiosk.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import type { Panel } from './panels.ts';
import type { Visit } from './visit.ts';

export interface Foot {
  readonly text: KioskText;
  readonly visit: Visit;
  readonly openPanel: Panel | null;
  readonly onBack: () => void;
  readonly onLarge: () => void;
  readonly onLow: () => void;
  readonly onPanel: (panel: 'language' | 'staff') => void;
}

/** The five buttons at the bottom of every screen. */
export function footBar(foot: Foot): TemplateResult {
  const { text, visit, openPanel } = foot;
  return html`<nav class="foot">
    ${button('back', text.back, foot.onBack)}
    ${button('large', visit.isLarge ? text.normalText : text.largeText, foot.onLarge, {
      isPressed: visit.isLarge,
    })}
    ${button('low', visit.isLow ? text.normalPosition : text.lowPosition, foot.onLow, {
      isPressed: visit.isLow,
    })}
    ${button('language', text.language, () => foot.onPanel('language'), {
      isExpanded: openPanel === 'language',
    })}
    ${button('staff', text.staff, () => foot.onPanel('staff'), {
      isExpanded: openPanel === 'staff',
    })}
  </nav>`;
}

interface ButtonState {
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
}

function button(
  name: IconName,
  label: string,
  onTouch: () => void,
  state: ButtonState = {},
): TemplateResult {
  const isOn = state.isPressed === true || state.isExpanded === true;
  return html`<button
    class=${isOn ? 'on' : ''}
    data-foot=${name}
    aria-expanded=${state.isExpanded === undefined ? 'false' : String(state.isExpanded)}
    @click=${onTouch}
  >
    ${icon(name)}<span>${label}</span>
  </button>`;
}
