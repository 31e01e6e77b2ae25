/**
 * `<yc-lobby>`: the calling screen of a waiting area, 1920 × 1080, read from eight metres. Left who
 * is called where, right how the zones stand, below who was missed and one notice. It starts with
 * the picture of last time, keeps what it shows when the line is lost, and says so.
 * `?zone=natural-person` shows and speaks that zone alone, `?volume=0.6` lowers the voice.
 */
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import '../../shared/client/connection-notice.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { tellDocument } from '../../shared/client/page-language.ts';
import { SpeechQueue } from '../../shared/client/speech-queue.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { BrowserVoice } from '../../shared/client/voice/browser-voice.ts';
import type { Here } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import { lobbyText } from '../../shared/text/lobby.ts';
import type { LobbyView } from '../../shared/views/lobby-board.ts';
import '../parts/enrol-form.ts';
import { findHere, screenCredentials } from '../parts/screen-start.ts';
import './call-board.ts';
import { callsOfZone } from './call-rows.ts';
import './foot-lines.ts';
import './lobby-head.ts';
import { lobbyStyles } from './lobby-styles.ts';
import { isNight } from './night.ts';
import { Pulses } from './pulses.ts';
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
    const voice = new BrowserVoice();
    voice.volume = Number(this.#query.get('volume') ?? 1);
    this.#speech = new SpeechQueue({ voice, keep, onChange: () => this.requestUpdate() });
    this.#live = new LiveView<'lobby'>({
      topic: topicName({ kind: 'lobby', hall }),
      credentials,
      keep,
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
      // A kept picture may be hours old: nothing of it pulses or is spoken before the server spoke.
      if (live.link !== 'connecting') {
        this.#pulses.see(live.date, calls, performance.now(), live.hallNow());
        this.#speech?.take(calls, live.date, live.rewinds);
      }
    }
    this.requestUpdate();
  }

  protected override willUpdate(_: PropertyValues): void {
    tellDocument(this.#language);
    const live = this.#live;
    const isDark = live?.view ? isNight(live.view.phase, live.hallNow()) : false;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
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

  #board(view: LobbyView, live: LiveView<'lobby'>) {
    const language = this.#language;
    const zones = view.zones.filter((zone) => this.#zone === null || zone.code === this.#zone);
    const isOwn = (ticket: string) => zones.some((zone) => ticket.startsWith(zone.series));
    const hallNow = live.hallNow();
    const { link } = live;
    return html`<yc-call-board
        .calls=${callsOfZone(view.calls, this.#zone)}
        .phase=${view.phase}
        .language=${language}
        .now=${performance.now()}
        .hallNow=${hallNow}
        .speaking=${this.#speech?.speaking?.callSeq ?? null}
        .pulses=${this.#pulses}
      ></yc-call-board>
      <yc-zone-list .zones=${zones} .language=${language} .hallNow=${hallNow}></yc-zone-list>
      <yc-foot-lines
        .missed=${view.missed.filter((row) => this.#zone === null || isOwn(row.ticket))}
        .paused=${view.paused}
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
