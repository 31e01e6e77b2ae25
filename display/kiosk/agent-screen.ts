/**
 * `<yc-kiosk-agent>`: an agent shows the card or types its number. Asked at once whether it is
 * registered, so that nobody chooses twenty cases in vain.
 */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ApiProblem, getJson } from '../../shared/client/api.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { Agent } from '../../shared/hall/config.ts';
import { commonText } from '../../shared/text/common.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { wholeKeyboard } from './keypad.ts';
import { keypadStyles } from './keypad-styles.ts';
import { numberStyles } from './number-styles.ts';
import type { Scan } from './scanned-code.ts';
import type { TakesKeys } from './takes-keys.ts';

const TYPED_MAX = 12;
const TYPED_MIN = 3;

export class AgentScreen extends YcElement implements TakesKeys {
  static override properties = {
    hall: {},
    language: {},
    credentials: { attribute: false },
    canSend: { attribute: false },
    perTurn: { attribute: false },
    scanned: { attribute: false },
    onAgent: { attribute: false },
    typed: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };
  static override styles = [tokens, kioskStyles, numberStyles, keypadStyles];
  declare hall: HallId;
  declare language: Language;
  declare credentials: Credentials;
  declare canSend: boolean;
  declare perTurn: number;
  declare scanned: Scan | null;
  declare onAgent: (agent: Agent) => void;
  declare typed: string;
  declare problem: string | null;
  declare isBusy: boolean;

  constructor() {
    super();
    this.typed = '';
    this.problem = null;
    this.isBusy = false;
    this.scanned = null;
  }

  override firstUpdated(): void {
    if (this.scanned) this.takeScan(this.scanned);
  }

  typeText(text: string): void {
    const keys = [...text.toUpperCase()].filter((key) => /[A-Z\d]/.test(key));
    this.typed = (this.typed + keys.join('')).slice(0, TYPED_MAX);
    this.problem = null;
  }

  eraseLast(): void {
    this.typed = this.typed.slice(0, -1);
    this.problem = null;
  }

  takeScan(scan: Scan): boolean {
    if (scan.is === 'card' || scan.is === 'token') return false;
    this.typed = '';
    this.typeText(scan.is === 'other' ? scan.line : scan.number);
    void this.#look();
    return true;
  }

  override render(): TemplateResult {
    const text = kioskText[this.language];
    const more = kioskDayText[this.language];
    return html`<main class="body">
      <output class="typed" aria-live="polite"
        >${this.typed || html`<i>${more.agentExample}</i>`}</output
      >
      ${
        this.problem === null
          ? html`<p class="hint-line">${more.agentRule(this.perTurn)}</p>`
          : html`<div class="notice" role="alert"><p>${this.problem}</p></div>`
      }
      <p class="hint-line">${more.agentBook}</p>
      <div class="middle"></div>
      ${wholeKeyboard({
        onKey: (key) => this.typeText(key),
        onErase: () => this.eraseLast(),
        eraseLabel: text.erase,
      })}
      <div class="ways">
        <button
          class="primary send"
          data-go="send"
          ?disabled=${this.typed.length < TYPED_MIN || this.isBusy || !this.canSend}
          @click=${() => void this.#look()}
        >
          ${this.isBusy ? more.looking : more.agentGo}
        </button>
      </div>
    </main>`;
  }

  async #look(): Promise<void> {
    if (this.isBusy || !this.canSend) return;
    this.isBusy = true;
    const path = `/api/halls/${this.hall}/kiosk/agents/${encodeURIComponent(this.typed)}`;
    const { credentials, language } = this;
    try {
      const agent = await getJson<Agent>(path, credentials, { language });
      this.isBusy = false;
      this.onAgent(agent);
    } catch (error) {
      this.isBusy = false;
      const said = error instanceof ApiProblem ? error.message : '';
      this.problem = said || commonText[language].unavailable;
    }
  }
}

defineElement('yc-kiosk-agent', AgentScreen);
