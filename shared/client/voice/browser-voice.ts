/**
 * The voice of a page: clips joined by WebAudio on its own clock (so that no gap depends on how
 * busy the page is), else the browser's own voice, else a chime alone. Nothing here can hang: each
 * sound has a deadline a little after its length.
 */
import type { SpokenLanguage } from '../../text/speech.ts';
import type { Piece, Saying } from './announcement.ts';
import { scheduleChime } from './chime.ts';
import { ClipPack } from './clip-pack.ts';
import { sayWithBrowser, stopBrowserSpeech } from './web-speech.ts';
import type { SaidBy, Sound, Voice } from './voice.ts';

const LEAD_S = 0.06;
const SLACK_MS = 800;
const RESUME_WAIT_MS = 400;

export class BrowserVoice implements Voice {
  readonly #context: AudioContext | null;
  readonly #gain: GainNode | null;
  readonly #packs: Readonly<Record<SpokenLanguage, ClipPack>> | null;
  #volume = 1;

  constructor() {
    const context = typeof AudioContext === 'function' ? new AudioContext() : null;
    this.#context = context;
    this.#gain = context?.createGain() ?? null;
    if (context) this.#gain?.connect(context.destination);
    this.#packs = context && {
      zh: new ClipPack(context, 'zh'),
      en: new ClipPack(context, 'en'),
    };
  }

  get sound(): Sound {
    if (!this.#context) return 'missing';
    return this.#context.state === 'running' ? 'ready' : 'blocked';
  }

  get volume(): number {
    return this.#volume;
  }
  set volume(value: number) {
    this.#volume = Math.min(1, Math.max(0, value));
    if (this.#gain) this.#gain.gain.value = this.#volume;
  }

  async unlock(): Promise<void> {
    // Without a click the promise stays open for ever, so it is not waited for.
    const resumed = this.#context?.resume().catch(() => undefined);
    await Promise.race([resumed, wait(RESUME_WAIT_MS)]);
  }

  async chime(): Promise<void> {
    if (!this.#context || !this.#gain) return;
    await wait(scheduleChime(this.#context, this.#gain));
  }

  async say(saying: Saying): Promise<SaidBy> {
    if (await this.#sayWithClips(saying)) return 'clips';
    if (await sayWithBrowser(saying, this.#volume)) return 'speech';
    await this.chime();
    return 'chime';
  }

  stop(): void {
    stopBrowserSpeech();
    void this.#context?.close().catch(() => undefined);
  }

  async #sayWithClips({ language, pieces }: Saying): Promise<boolean> {
    const context = this.#context;
    if (!context || !this.#gain || !this.#packs || context.state !== 'running') return false;
    const names = pieces.filter((piece): piece is string => typeof piece === 'string');
    try {
      const clips = await this.#packs[language].all(names);
      const startsAt = context.currentTime + LEAD_S;
      const endsAt = joinClips(context, this.#gain, pieces, clips, startsAt);
      await wait((endsAt - context.currentTime) * 1_000);
      // A context that was suspended in between has not said it all.
      return context.currentTime >= endsAt - SLACK_MS / 1_000;
    } catch {
      return false;
    }
  }
}

/** Puts the clips one after another from `startsAt` (seconds of the context); answers the end. */
function joinClips(
  context: AudioContext,
  out: AudioNode,
  pieces: readonly Piece[],
  clips: readonly AudioBuffer[],
  startsAt: number,
): number {
  let at = startsAt;
  let next = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      at += piece.pauseMs / 1_000;
      continue;
    }
    const buffer = clips[next];
    next += 1;
    if (!buffer) continue;
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(out);
    source.start(at);
    at += buffer.duration;
  }
  return at;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
