/**
 * The sheets over the foot: languages, how to reach a person, the question to an elder whose card was
 * read, and the demo's printer and readers.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { KioskDayText } from '../../shared/text/kiosk-day.ts';
import type { KioskText } from '../../shared/text/kiosk.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import type { Language } from '../../shared/text/language.ts';
import { LANGUAGES } from '../../shared/text/language.ts';
import type { DemoScene } from './demo-readers.ts';
import { demoReaders } from './demo-readers.ts';

export type Panel = 'language' | 'staff' | 'printer' | 'demo' | 'elder';

export const PRINTER_STATES = ['ok', 'paper-out', 'cover-open', 'away'] as const;
export type PrinterState = (typeof PRINTER_STATES)[number];

export interface PanelScene {
  readonly panel: Panel | null;
  readonly text: KioskText;
  readonly language: Language;
  readonly printerState: PrinterState | null;
  readonly onLanguage: (language: Language) => void;
  readonly onPrinter: (state: PrinterState) => void;
  readonly more: KioskDayText;
  /** The least age of elders, for the question; the visitor's own is kept nowhere. */
  readonly elderAge: number;
  readonly onElder: (isWanted: boolean) => void;
  readonly demo: DemoScene;
  readonly onClose: () => void;
}

/** The open sheet with a veil that closes it, or nothing. */
export function panelSheet(scene: PanelScene): TemplateResult | typeof nothing {
  const { panel, text, more, onClose } = scene;
  if (panel === null) return nothing;
  const sheet = { language: languages, staff, printer, demo: demoSheet, elder }[panel](scene);
  return html`<button
      class="veil"
      tabindex="-1"
      aria-label=${text.close}
      @click=${onClose}
    ></button>
    <section
      class="panel"
      role="dialog"
      data-panel=${panel}
      aria-label=${labelOf(panel, text, more)}
    >
      ${sheet}
    </section>`;
}

function labelOf(panel: Panel, text: KioskText, more: KioskDayText): string {
  return {
    language: text.language,
    staff: text.staffTitle,
    printer: text.printer,
    demo: more.demoCards,
    elder: more.cardAgeTitle,
  }[panel];
}

function demoSheet({ text, more, demo }: PanelScene): TemplateResult {
  return demoReaders(text, more, demo);
}

/** Asked, never taken for granted; both answers look alike. */
function elder({ more, elderAge, onElder }: PanelScene): TemplateResult {
  return html`<h2>${more.cardAgeTitle}</h2>
    <p>${more.cardAge(elderAge)}</p>
    <p class="soft">${more.cardAgeNote}</p>
    <div class="choices">
      <button data-elder="no" @click=${() => onElder(false)}>${more.cardAgeNo}</button>
      <button data-elder="yes" @click=${() => onElder(true)}>${more.cardAgeYes}</button>
    </div>`;
}

function languages({ language, onLanguage }: PanelScene): TemplateResult {
  return html`<div class="choices">
    ${LANGUAGES.map(
      (one) =>
        html`<button
          lang=${one}
          data-language=${one}
          aria-pressed=${one === language ? 'true' : 'false'}
          @click=${() => onLanguage(one)}
        >
          ${kioskText[one].languageName}
        </button>`,
    )}
  </div>`;
}

function staff({ text, onClose }: PanelScene): TemplateResult {
  return html`<h2>${text.staffTitle}</h2>
    <p>${text.staffHelp}</p>
    <p class="soft">${text.staffNote}</p>
    <button class="primary" data-go="close" @click=${onClose}>${text.close}</button>`;
}

function printer({ text, printerState, onPrinter }: PanelScene): TemplateResult {
  return html`<h2>${text.demo} · ${text.printer}</h2>
    <p class="soft">${text.printerNote}</p>
    <div class="choices">
      ${PRINTER_STATES.map(
        (state) =>
          html`<button
            data-printer=${state}
            aria-pressed=${state === printerState ? 'true' : 'false'}
            @click=${() => onPrinter(state)}
          >
            ${text.printerStates[state]}
          </button>`,
      )}
    </div>`;
}

/** The demo's small buttons at the corner of the head. */
export function demoChips(
  text: KioskText,
  more: KioskDayText,
  state: PrinterState | null,
  onOpen: (panel: 'printer' | 'demo') => void,
): TemplateResult {
  const words = state === null ? '' : ` ${text.printerStates[state]}`;
  return html`<button class="chip" data-go="printer" @click=${() => onOpen('printer')}>
      <span>${text.demo} · ${text.printer}${words}</span>
    </button>
    <button class="chip" data-go="demo" @click=${() => onOpen('demo')}>
      <span>${text.demo} · ${more.demoCards}</span>
    </button>`;
}

export const panelStyles = css`
  .veil {
    position: absolute;
    inset: 0 0 var(--foot) 0;
    border: 0;
    border-radius: 0;
    background: rgb(22 32 43 / 35%);
  }
  .veil:active {
    background: rgb(22 32 43 / 35%);
  }
  .panel {
    position: absolute;
    right: 24px;
    bottom: calc(var(--foot) + 16px);
    left: 24px;
    display: grid;
    gap: 24px;
    padding: 40px;
    border-radius: var(--radius);
    background: var(--panel);
    box-shadow: var(--shadow);
    font-size: var(--text-strong);
  }
  .panel h2 {
    font-size: var(--text-lead);
    font-weight: 700;
  }
  .choices {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: var(--gap);
  }
  .choices.wrap {
    grid-auto-flow: row;
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .choices button {
    min-height: 128px;
    padding: 0 12px;
  }
  .choices button[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--panel);
    font-weight: 700;
  }
  .panel > .primary {
    min-height: 120px;
  }
  .chip {
    margin-right: 16px;
    padding: 0;
    border: 0;
    background: none;
    font-size: 32px;
    font-weight: 400;
  }
  .chip:active {
    background: none;
  }
  .chip span {
    padding: 6px 20px;
    border: 2px dashed var(--slate);
    border-radius: 999px;
    color: var(--ink-soft);
  }
`;
