/**
 * The line that a manager reads first: devices, windows, who is late; shown also when all is fine. It
 * asks for the devices by itself, for the day's log knows only those that have fallen silent.
 */
import { css, html, nothing } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { DeviceSum } from '../../shared/protocol/http.ts';
import { hallText } from '../../shared/text/manager-hall.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import type { BoardState } from './board-state.ts';
import { boardState } from './board-state.ts';

const ASK_EVERY_MS = 5_000;
const LATE_NAMED_MAX = 6;
const SHAPES = {
  good: 'M3 9.5l4 4 8-9',
  late: 'M9 2a7 7 0 1 0 .01 0M9 5v4l3 2',
  bad: 'M9 1.5L17 16H1ZM9 7v4M9 13.4v.2',
};

export class BoardLine extends YcElement {
  static override properties = {
    hall: {},
    view: { attribute: false },
    language: {},
    now: { attribute: false },
    devices: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        font-size: 15px;
        line-height: 1.4;
      }
      li {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      strong {
        white-space: nowrap;
      }
      svg {
        flex: none;
        width: 18px;
        height: 18px;
      }
      .good {
        color: var(--jade-deep);
      }
      .late {
        color: var(--amber-deep);
      }
      .bad {
        color: var(--vermilion-deep);
      }
      .quiet {
        color: var(--slate-deep);
      }
    `,
  ];
  declare hall: string;
  declare view: FloorView;
  declare language: Language;
  declare now: number;
  declare devices: readonly DeviceSum[] | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.now = 0;
    this.devices = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
    this.keepEvery(ASK_EVERY_MS, () => void this.#ask());
  }

  protected override render() {
    const state = boardState(this.view, this.devices, this.now);
    return html`<ul aria-label=${hallText[this.language].board.title}>
      ${this.#devices(state)} ${this.#windows(state)} ${this.#late(state)}
    </ul>`;
  }

  #devices({ alive, silent, paper, bad }: BoardState) {
    const { board } = hallText[this.language];
    if (bad > 0) {
      const what = [
        ...silent.map((one) => board.silent(board.device[one.kind], one.silent)),
        ...(paper === null ? [] : [board.paper(paper)]),
      ];
      return chip('bad', 'devices', board.devicesBad(bad), what.join(' · '));
    }
    if (this.devices === null) return nothing;
    if (alive.length === 0) return chip('late', 'devices', board.devicesNone, '');
    const counts = alive.map((one) => board.alive(board.device[one.kind], one.alive));
    return chip('good', 'devices', board.devicesGood, counts.join(' · '));
  }

  #windows({ open, all }: BoardState) {
    const { board } = hallText[this.language];
    return chip(open === 0 ? 'late' : 'good', 'windows', board.windows(open, all), '');
  }

  #late({ late }: BoardState) {
    if (late === null) return nothing;
    const { board } = hallText[this.language];
    const { windows, minutes } = late;
    const named = windows.slice(0, LATE_NAMED_MAX).join(signInText[this.language].listSeparator);
    const all = windows.length > LATE_NAMED_MAX ? windows.length : 0;
    return chip('late', 'late', board.late(named, all, minutes), board.lateNote);
  }

  /** An unanswered question leaves the last answer; alerts of the view tell what is worse. */
  async #ask(): Promise<void> {
    try {
      this.devices = await getJson<DeviceSum[]>(`/api/halls/${this.hall}/devices`);
    } catch {
      // Asked again soon; the page itself shows that the line is cut.
    }
  }
}

function chip(tone: keyof typeof SHAPES, name: string, words: string, note: string) {
  return html`<li data-board=${name} class=${tone}>
    <svg viewBox="0 0 18 18" aria-hidden="true">
      <path d=${SHAPES[tone]} fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
    <strong>${words}</strong>
    ${note === '' ? nothing : html`<span class="quiet">${note}</span>`}
  </li>`;
}

defineElement('yc-board-line', BoardLine);
