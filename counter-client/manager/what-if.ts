/**
 * "What if": the floor as a sketch. Windows are dragged between the areas, or chosen with a list on the
 * tile; "predict" asks the server for the waits as they would be, then the plan is applied or thrown
 * away. A prediction stands for the sketch that it was made of: another move takes it away.
 */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { ApiProblem, postJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { WhatIfAnswer } from '../../shared/protocol/advice-schema.ts';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { gainSentence, isUnsure } from './advice-words.ts';
import { act } from './intents.ts';
import { tableStyles } from './table-styles.ts';
import { changesOf, moved, openedBy, stillOpen } from './what-if-draft.ts';
import type { Draft } from './what-if-draft.ts';
import { sketchFloor } from './what-if-floor.ts';
import { whatIfStyles } from './what-if-styles.ts';
import { whatIfTable } from './what-if-table.ts';

const DEADLINE_MS = 25_000;
const LENGTHS_MINUTES = [30, 60, 75, 120, 240] as const;
const DEFAULT_MINUTES = 75;

export class WhatIfSketch extends YcElement {
  static override properties = {
    hall: {},
    view: { attribute: false },
    language: {},
    inFlight: { attribute: false },
    draft: { state: true },
    lifted: { state: true },
    target: { state: true },
    found: { state: true },
    problem: { state: true },
    isAsking: { state: true },
    minutes: { state: true },
  };
  static override styles = [tokens, staffStyles, tableStyles, whatIfStyles];
  declare hall: string;
  declare view: FloorView;
  declare language: Language;
  declare inFlight: string | null;
  declare draft: Draft;
  declare lifted: number | null;
  declare target: string | null;
  /** The prediction for the sketch as it stands. */
  declare found: WhatIfAnswer | null;
  declare problem: string | null;
  declare isAsking: boolean;
  declare minutes: number;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.inFlight = null;
    this.draft = new Map();
    this.lifted = null;
    this.target = null;
    this.found = null;
    this.problem = null;
    this.isAsking = false;
    this.minutes = DEFAULT_MINUTES;
  }

  protected override willUpdate(): void {
    const open = stillOpen(this.draft, this.view);
    if (open !== this.draft) this.#redraw(open);
  }

  protected override render() {
    const text = adviceText[this.language];
    return html`<section class="sheet">
      <h2>${text.whatIf}</h2>
      <p class="quiet small">${text.whatIfHint}</p>
      ${sketchFloor({
        ...{ view: this.view, language: this.language, draft: this.draft },
        ...{ lifted: this.lifted, target: this.target },
        lift: (no) => {
          this.lifted = no;
        },
        over: (area) => {
          this.target = area;
        },
        putDown: () => {
          this.#putDown();
        },
        move: (window, area) => {
          this.#redraw(moved(this.draft, window, area));
          void this.#keepFocus(window.no);
        },
        choose: (no, clerk) => {
          this.#redraw(openedBy(this.draft, no, clerk));
        },
      })}
      ${this.#foot()}
      ${this.problem === null ? nothing : html`<p class="warn" role="status">${this.problem}</p>`}
      ${this.found ? this.#forecast(this.found) : nothing}
    </section>`;
  }

  #foot() {
    const text = adviceText[this.language];
    const changes = changesOf(this.draft, this.view);
    const isEmpty = this.draft.size === 0;
    const why = isEmpty ? text.nothingChanged : changes === null ? text.needsClerk : '';
    const isHeld = why !== '' || this.isAsking;
    return html`<div class="foot">
      <span class="quiet">${isEmpty ? text.nothingChanged : text.changed(this.draft.size)}</span>
      <button
        class="plain"
        type="button"
        data-act="discard"
        aria-disabled=${isEmpty}
        @click=${() => {
          this.#redraw(new Map());
        }}
      >
        ${text.discard}
      </button>
      <button
        class="strong"
        type="button"
        data-act="predict"
        aria-disabled=${isHeld}
        title=${why}
        @click=${() => {
          if (!isHeld) void this.#predict();
        }}
      >
        ${this.isAsking ? text.predicting : text.predict}
      </button>
    </div>`;
  }

  #forecast(found: WhatIfAnswer) {
    const text = adviceText[this.language];
    const isHeld = this.inFlight !== null;
    return html`<div class="forecast">
      <p class=${isUnsure(found.figures) ? '' : 'sure'}>
        ${gainSentence(found.figures, this.language)}
      </p>
      ${found.basis === 'catalogue' ? html`<p class="quiet small">${text.basisCatalogue}</p>` : nothing}
      ${whatIfTable(found, this.view, this.language)}
      <div class="foot">
        <label>
          ${text.forHowLong}
          <select
            class="field"
            @change=${(event: Event) => {
              this.minutes = Number((event.target as HTMLSelectElement).value);
            }}
          >
            ${LENGTHS_MINUTES.map(
              (minutes) =>
                html`<option value=${minutes} .selected=${minutes === this.minutes}>
                  ${text.minutesLong(minutes)}
                </option>`,
            )}
          </select>
        </label>
        <button
          class="strong"
          type="button"
          data-act="applyPlan"
          aria-disabled=${isHeld}
          @click=${() => {
            if (!isHeld) this.#apply(found);
          }}
        >
          ${text.applyPlan}
        </button>
      </div>
    </div>`;
  }

  /** A tile that stands in another area is another element: the keys go on where they were. */
  async #keepFocus(no: number): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`select[data-move="${String(no)}"]`)?.focus();
  }

  #putDown(): void {
    this.lifted = null;
    this.target = null;
  }

  /** Another sketch: what was predicted of the last one no longer counts. */
  #redraw(draft: Draft): void {
    this.draft = draft;
    this.found = null;
    this.problem = null;
  }

  async #predict(): Promise<void> {
    const { draft } = this;
    const changes = changesOf(draft, this.view);
    if (!changes) return;
    this.isAsking = true;
    this.problem = null;
    try {
      const options = { language: this.language, deadlineMs: DEADLINE_MS };
      const url = `/api/halls/${this.hall}/what-if`;
      const found = await postJson<WhatIfAnswer>(url, { changes }, options);
      if (draft === this.draft) this.found = found;
    } catch (error) {
      if (draft === this.draft) this.problem = error instanceof ApiProblem ? error.message : null;
    } finally {
      this.isAsking = false;
    }
  }

  #apply({ prediction }: WhatIfAnswer): void {
    const changes = changesOf(this.draft, this.view);
    if (!changes) return;
    act(this, { type: 'applyPlan', changes, forMs: this.minutes * MINUTE_MS, prediction });
  }
}

defineElement('yc-what-if', WhatIfSketch);
