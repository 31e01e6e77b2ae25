/**
 * `<yc-lobby>`: the calling screen of a waiting area, 1920 × 1080, read from eight metres. Left who
 * is called where, right how the zones stand, below who was missed and one notice. It starts with
 * the picture of last time, keeps what it shows when the line is lost, and says so.
 * `?zone=natural-person` speaks that zone alone and shows its neighbours' calls after its own;
 * `?volume=0.6` lowers the voice. An emergency message takes the whole screen, also from the kept
 * copy; outside opening hours the screen rests.
 */
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import '../../shared/client/connection-notice.ts';
import '../../shared/client/emergency-message.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { noticeWords } from '../../shared/client/notice-words.ts';
import { tellDocument } from '../../shared/client/page-language.ts';
import { SpeechQueue } from '../../shared/client/speech-queue.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { BrowserVoice } from '../../shared/client/voice/browser-voice.ts';
import type { Here } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import { lobbyText } from '../../shared/text/lobby.ts';
import type { LobbyView } from '../../shared/views/lobby-board.ts';
import '../parts/enrol-form.ts';
import { opensAt } from '../parts/hours.ts';
import { findHere, screenCredentials } from '../parts/screen-start.ts';
import './call-board.ts';
import { callsOfZone, zonesNear } from './call-rows.ts';
import './foot-lines.ts';
import './lobby-head.ts';
import { lobbyStyles } from './lobby-styles.ts';
import { isNight } from './night.ts';
import { Pulses } from './pulses.ts';
import './rest-page.ts';
import { restAt } from './rest.ts';
import type { Rest } from './rest.ts';
import { languageAt } from './rotation.ts';
import './zone-list.ts';

const TICK_MS = 500;
const LONG_STALE_MS = 60_000;

export class LobbyPage extends YcElement {
  static override properties = {
    tick: { state: true },
    here: { state: true },
    isNotEnrolled: { state: true },
  };
  static override styles = [tokens, lobbyStyles];
  declare tick: number;
  declare here: Here | null;
  declare isNotEnrolled: boolean;
  #live: LiveView<'lobby'> | null = null;
  #speech: SpeechQueue | null = null;
  readonly #pulses = new Pulses();
  readonly #query = new URLSearchParams(globalThis.location.search);

  constructor() {
    super();
    this.tick = 0;
    this.here = null;
    this.isNotEnrolled = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#start();
    this.keepEvery(TICK_MS, () => {
      this.tick += 1;
    });
  }

  get #zone(): string | null {
    return this.#query.get('zone');
  }

  #start(): void {
    const end = new AbortController();
    this.keep(() => {
      end.abort();
      this.#live?.stop();
      this.#speech?.stop();
    });
    this.#connect(end.signal).catch(() => {
      this.isNotEnrolled = !end.signal.aborted;
    });
  }

  async #connect(signal: AbortSignal): Promise<void> {
    this.here = await findHere(signal);
    const credentials = await screenCredentials(signal);
    if (!signal.aborted) this.#watch(this.here, credentials);
  }

  #watch({ hall }: Here, credentials: Credentials): void {
    const keep = `lobby.${this.#zone ?? 'all'}`;
    // Copies of before the hours were in the view stand under the old name, and stay there.
    const keepView = `hours.${keep}`;
    const voice = new BrowserVoice();
    voice.volume = Number(this.#query.get('volume') ?? 1);
    this.#speech = new SpeechQueue({ voice, keep, onChange: () => this.requestUpdate() });
    this.#live = new LiveView<'lobby'>({
      topic: topicName({ kind: 'lobby', hall }),
      credentials,
      keep: keepView,
      onChange: () => {
        this.#take();
      },
    });
    this.#live.start();
  }

  #take(): void {
    const live = this.#live;
    if (live?.view && live.date !== null) {
      const calls = callsOfZone(live.view.calls, this.#zone);
      this.#speech?.takeEmergency(live.view.emergency);
      // A kept picture may be hours old: nothing of it pulses or is spoken before the server spoke.
      if (live.link !== 'connecting') {
        this.#pulses.see(live.date, live.view.calls, performance.now(), live.hallNow());
        this.#speech?.take(calls, live.date, live.rewinds);
      }
    }
    this.requestUpdate();
  }

  protected override willUpdate(_: PropertyValues): void {
    tellDocument(this.#language);
    const live = this.#live;
    const isDark = live?.view
      ? this.#rest !== 'awake' || isNight(live.view.phase, live.hallNow())
      : false;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }

  get #rest(): Rest {
    const live = this.#live;
    return live?.view ? restAt(live.view, live.hallNow()) : 'awake';
  }

  get #language() {
    return languageAt(performance.now());
  }

  protected override render() {
    if (this.isNotEnrolled) return html`<yc-enrol kind="screen" @enrolled=${reload}></yc-enrol>`;
    const live = this.#live;
    const view = live?.view ?? null;
    const language = this.#language;
    const isStale = live === null || live.link !== 'live';
    if (live && view?.emergency) return this.#alarm(view, live);
    if (live && view && this.#rest !== 'awake') return this.#resting(view, live, this.#rest);
    return html`<main class=${isStale ? 'stale' : ''} lang=${language}>
      <yc-lobby-head
        .name=${view?.hallName ?? this.here?.hallName ?? null}
        .language=${language}
        .now=${live?.hallNow() ?? null}
        .sound=${this.#speech?.sound ?? 'ready'}
        @sound-wanted=${() => this.#speech?.unlock()}
      ></yc-lobby-head>
      ${view && live ? this.#board(view, live) : this.#connecting()}
    </main>`;
  }

  #alarm({ emergency }: LobbyView, live: LiveView<'lobby'>) {
    return html`<div class="whole">
      <yc-emergency .emergency=${emergency}></yc-emergency>
      ${live.link === 'live' ? nothing : html`<div class="over">${this.#notice(live)}</div>`}
    </div>`;
  }

  #resting({ hallName, hours }: LobbyView, live: LiveView<'lobby'>, rest: Rest) {
    const isSaid = rest !== 'dark' && live.link !== 'live';
    return html`<div class="whole" lang=${this.#language}>
      <yc-rest
        .name=${hallName}
        .hours=${hours}
        .rest=${rest}
        .language=${this.#language}
        .now=${live.hallNow()}
      ></yc-rest>
      ${isSaid ? html`<div class="over">${this.#notice(live)}</div>` : nothing}
    </div>`;
  }

  #board(view: LobbyView, live: LiveView<'lobby'>) {
    const language = this.#language;
    const zones = zonesNear(view.zones, this.#zone);
    const isNear = (code: string) => zones.some((zone) => zone.code === code);
    const windows = new Set(zones.flatMap((zone) => zone.windows));
    const hallNow = live.hallNow();
    const { link } = live;
    return html`<yc-call-board
        .calls=${view.calls.filter((call) => this.#zone === null || isNear(call.zone))}
        .zone=${this.#zone}
        .phase=${view.phase}
        .opensAt=${opensAt(view.hours, hallNow)}
        .language=${language}
        .now=${performance.now()}
        .hallNow=${hallNow}
        .speaking=${this.#speech?.speaking?.callSeq ?? null}
        .isSilent=${this.#speech?.sound !== 'ready'}
        .pulses=${this.#pulses}
      ></yc-call-board>
      <yc-zone-list .zones=${zones} .language=${language} .hallNow=${hallNow}></yc-zone-list>
      <yc-foot-lines
        .missed=${view.missed.filter((row) => this.#zone === null || isNear(row.zone))}
        .paused=${view.paused.filter((row) => this.#zone === null || windows.has(row.window))}
        .told=${(view.notices ?? [])
          .filter(({ zone }) => this.#zone === null || isNear(zone))
          .map((row) => noticeWords(row, view.zones, language))}
        .language=${language}
        .lost=${link !== 'live'}
      >
        ${link === 'live' ? nothing : this.#notice(live)}
      </yc-foot-lines>`;
  }

  #notice(live: LiveView<'lobby'>) {
    const words = lobbyText[this.#language];
    const silentMs = live.lastHeardAt === null ? 0 : Date.now() - live.lastHeardAt;
    const advice = silentMs >= LONG_STALE_MS ? words.staleLongAdvice : words.staleAdvice;
    return html`<yc-link
      .live=${live}
      .tick=${this.tick}
      .language=${this.#language}
      .advice=${advice}
    ></yc-link>`;
  }

  #connecting() {
    return html`<p class="connecting" role="status">${lobbyText[this.#language].connecting}</p>`;
  }
}

function reload(): void {
  globalThis.location.reload();
}

defineElement('yc-lobby', LobbyPage);
