/** The clips of one language, fetched and decoded once. A pack with a clip missing is no pack. */
import type { SpokenLanguage } from '../../text/speech.ts';

const FETCH_DEADLINE_MS = 10_000;

export class ClipPack {
  readonly #context: BaseAudioContext;
  readonly #language: SpokenLanguage;
  readonly #clips = new Map<string, Promise<AudioBuffer>>();

  constructor(context: BaseAudioContext, language: SpokenLanguage) {
    this.#context = context;
    this.#language = language;
  }

  /** The clips in the order of their names; rejects when one cannot be had. */
  async all(names: readonly string[]): Promise<AudioBuffer[]> {
    return Promise.all(names.map((name) => this.#clip(name)));
  }

  #clip(name: string): Promise<AudioBuffer> {
    const known = this.#clips.get(name);
    if (known) return known;
    const loading = this.#load(name);
    this.#clips.set(name, loading);
    loading.catch(() => {
      // Asked for again next time: the server may have been away.
      this.#clips.delete(name);
    });
    return loading;
  }

  async #load(name: string): Promise<AudioBuffer> {
    const signal = AbortSignal.timeout(FETCH_DEADLINE_MS);
    const response = await fetch(clipUrl(this.#language, name), { signal });
    if (!response.ok) throw new Error(`no clip ${this.#language}/${name}`);
    return this.#context.decodeAudioData(await response.arrayBuffer());
  }
}

/** Vite reads this form and puts every clip of the folder beside the page. */
function clipUrl(language: SpokenLanguage, name: string): string {
  return new URL(`./clips/${language}/${name}.ogg`, import.meta.url).href;
}
