/**
 * A day again on the floor's map, at any speed: play and pause, a bar to move through the day, the feed
 * of what has just happened. A banner says that it is the past; nothing in it can be pressed.
 */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { getJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockSeconds } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { DayRow } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { hallText } from '../../shared/text/manager-hall.ts';
import { floorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { loadDay } from './day-loader.ts';
import './floor-map.ts';
import { heatMarkStyles } from './heat-mark.ts';
import { go } from './intents.ts';
import { ReplayDay } from './replay-day.ts';
import { replayFeed } from './replay-feed.ts';
import { replayStyles } from './replay-styles.ts';
import { routeHash } from './routes.ts';
import { tableStyles } from './table-styles.ts';
import { zoneStrip } from './zone-strip.ts';
import { zoneStripStyles } from './zone-strip-styles.ts';

const SPEEDS = [1, 10, 60, 300, 600] as const;
const STEP_MS = 250;
const FEED_MAX = 14;

export class ReplaySheet extends YcElement {
  static override properties = {
    hall: {},
    today: {},
    language: {},
    date: { attribute: false },
    days: { state: true },
    replay: { state: true },
    at: { state: true },
    speed: { state: true },
    isPlaying: { state: true },
    read: { state: true },
    problem: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    heatMarkStyles,
    zoneStripStyles,
    replayStyles,
  ];
  declare hall: string;
  declare today: string;
  declare language: Language;
  /** The day of the address, else today. */
  declare date: string | null;
  declare days: readonly DayRow[];
  declare replay: ReplayDay | null;
  declare at: number;
  declare speed: number;
  declare isPlaying: boolean;
  /** Events read so far while loading; null else. */
  declare read: number | null;
  declare problem: 'failed' | 'empty' | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.date = null;
    this.days = [];
    this.replay = null;
    this.at = 0;
    this.speed = 60;
    this.isPlaying = false;
    this.read = null;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#readDays();
    this.keepEvery(STEP_MS, () => {
      if (this.isPlaying) this.#seek(this.at + STEP_MS * this.speed);
      if (this.replay?.isOver) this.isPlaying = false;
    });
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('date') && this.date !== null) void this.#load(this.date);
  }

  protected override render() {
    const text = hallText[this.language].replay;
    const { replay, read, problem } = this;
    return html`<section @keydown=${this.#onKey}>
      <div class="banner">
        <strong
          >${text.banner}${replay ? ` ${this.date ?? ''} ${clockSeconds(this.at)}` : ''}</strong
        >
        <span>${replay ? text.note : text.choose}</span>
        <span class="space"></span>
        ${this.#dayChoice()}
        <button
          class="plain"
          type="button"
          @click=${() => {
            go(routeHash('floor'));
          }}
        >
          ${text.live}
        </button>
      </div>
      ${problem === null ? nothing : html`<p class="problem" role="alert">${text[problem]}</p>`}
      ${read === null ? nothing : html`<p role="status">${text.loading(read)}</p>`}
      ${replay ? this.#player(replay) : nothing}
    </section>`;
  }

  #dayChoice() {
    const text = hallText[this.language].replay;
    const dates = this.days.map(({ date }) => date).filter((date) => date <= this.today);
    return html`<select
      class="field"
      name="day"
      aria-label=${text.day}
      @change=${({ target }: Event) => {
        const { value } = target as HTMLSelectElement;
        if (value !== '') go(routeHash('replay', value));
      }}
    >
      <option value="">${text.day}</option>
      ${dates.map(
        (date) => html`<option value=${date} ?selected=${date === this.date}>${date}</option>`,
      )}
    </select>`;
  }

  #player(replay: ReplayDay) {
    const text = hallText[this.language].replay;
    const view = floorView(replay.day);
    return html`<div class="controls">
        <button class="strong" type="button" name="play" @click=${this.#toggle}>
          ${this.isPlaying ? `❚❚ ${text.pause}` : `▶ ${text.play}`}
        </button>
        <div class="speeds" role="group" aria-label=${text.speed}>
          ${SPEEDS.map(
            (speed) =>
              html`<button
                class="plain"
                type="button"
                data-speed=${speed}
                aria-pressed=${speed === this.speed}
                @click=${() => {
                  this.speed = speed;
                }}
              >
                ${text.times(speed)}
              </button>`,
          )}
        </div>
        <input
          type="range"
          name="scrub"
          aria-label=${text.scrub}
          aria-valuetext=${clockSeconds(this.at)}
          min=${replay.firstAt}
          max=${replay.lastAt}
          step="1000"
          .value=${String(this.at)}
          @input=${({ target }: Event) => {
            this.#seek(Number((target as HTMLInputElement).value));
          }}
        />
        <time>${clockSeconds(this.at)}</time>
      </div>
      <p class="small quiet">
        ${text.keys} ·
        ${text.events(replay.done, replay.count)}${replay.isOver ? ` · ${text.ended}` : ''}
      </p>
      <div class="past" inert>
        ${zoneStrip({
          ...{ zones: view.zones, limits: view.limits, language: this.language, now: this.at },
          goTo: () => undefined,
        })}
      </div>
      <div class="stage">
        <div inert>
          <yc-floor-map
            .view=${view}
            .language=${this.language}
            .now=${this.at}
            .isReplay=${true}
          ></yc-floor-map>
        </div>
        ${replayFeed(replay.newest(FEED_MAX), view.people, this.language)}
      </div>`;
  }

  #toggle = (): void => {
    if (!this.isPlaying && this.replay?.isOver) this.#seek(this.replay.firstAt);
    this.isPlaying = !this.isPlaying;
  };

  #seek(at: number): void {
    this.replay?.seek(Math.round(at));
    this.at = this.replay?.at ?? 0;
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (!this.replay || target instanceof HTMLSelectElement) return;
    const minutes = event.shiftKey ? 10 : 1;
    const keys: Readonly<Record<string, () => void>> = {
      ' ': this.#toggle,
      ArrowLeft: () => {
        this.#seek(this.at - minutes * MINUTE_MS);
      },
      ArrowRight: () => {
        this.#seek(this.at + minutes * MINUTE_MS);
      },
      ArrowUp: () => {
        this.#faster(1);
      },
      ArrowDown: () => {
        this.#faster(-1);
      },
    };
    const work = keys[event.key];
    if (!work) return;
    event.preventDefault();
    work();
  }

  #faster(by: number): void {
    const index = SPEEDS.findIndex((speed) => speed === this.speed) + by;
    this.speed = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, index))] ?? this.speed;
  }

  async #readDays(): Promise<void> {
    try {
      this.days = await getJson<DayRow[]>(`/api/halls/${this.hall}/days`);
    } catch {
      this.problem = 'failed';
    }
  }

  async #load(date: string): Promise<void> {
    this.isPlaying = false;
    this.replay = null;
    this.problem = null;
    this.read = 0;
    try {
      const loaded = await loadDay(this.hall, date, (count) => {
        if (date === this.date) this.read = count;
      });
      // Another day was chosen meanwhile, and is being read.
      if (date !== this.date) return;
      if (loaded.events.length === 0) this.problem = 'empty';
      else this.replay = new ReplayDay(this.hall, loaded);
    } catch {
      if (date !== this.date) return;
      this.problem = 'failed';
    }
    this.read = null;
    this.#seek(this.replay?.firstAt ?? 0);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button[name=play]')?.focus();
  }
}

defineElement('yc-replay', ReplaySheet);
