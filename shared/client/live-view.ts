/**
 * One topic's newest view. It never goes back in (date, seq): a delayed or repeated message is
 * dropped. One exception: when for five seconds the server has nothing newer to say than an older
 * view (a restored backup, a demo begun anew), its truth has gone back, and so do we; `rewinds`
 * counts that. The last view stays whatever happens to the line; with `keep` it outlives a reload.
 */
import type { TopicRefused, ViewMessage } from '../protocol/messages.ts';
import type { ViewOf } from '../protocol/topics.ts';
import type { Credentials } from './authorisation.ts';
import { LiveSocket } from './live-socket.ts';
import type { Link } from './live-socket.ts';
import { readKeptJson, writeKept } from './storage.ts';

const REWIND_AFTER_MS = 5_000;

export interface LiveViewOptions {
  /** A function is asked again at each connection. */
  readonly topic: string | (() => string);
  readonly credentials?: Credentials | undefined;
  readonly onChange: () => void;
  /** Keeps the view in this browser under a name; the topic is part of it. */
  readonly keep?: string | undefined;
  /** A line shared with other views; else one of its own. */
  readonly socket?: LiveSocket | undefined;
  /** Default: the page's own. */
  readonly origin?: string | undefined;
}

interface Kept<View> {
  readonly topic: string;
  readonly date: string;
  readonly seq: number;
  readonly view: View;
  readonly asOfAt: number;
}

export class LiveView<K extends keyof ViewOf> {
  view: ViewOf[K] | null = null;
  date: string | null = null;
  seq = 0;
  /** When the view shown came, by the hall's clock; from before the reload as well. */
  shownAsOfAt: number | null = null;
  refused: TopicRefused['refused'] | null = null;
  rewinds = 0;
  readonly socket: LiveSocket;

  readonly #options: LiveViewOptions;
  #stop: (() => void) | null = null;
  #older: ReturnType<typeof setTimeout> | undefined;
  #olderMessage: ViewMessage | null = null;

  constructor(options: LiveViewOptions) {
    this.#options = options;
    const { credentials, origin } = options;
    this.socket = options.socket ?? new LiveSocket({ credentials, origin });
  }

  get link(): Link {
    return this.socket.link;
  }
  /** Browser's clock, epoch ms, of the last word from the server in this page's life. */
  get lastHeardAt(): number | null {
    return this.socket.lastHeardAt;
  }
  /** The same by the hall's clock. */
  get heardHallAt(): number | null {
    return this.socket.heardHallAt;
  }
  get denied(): boolean {
    return this.socket.denied;
  }
  get clockSpeed(): number {
    return this.socket.clock.speed;
  }
  /** The hall's clock, epoch ms. */
  hallNow(): number {
    return this.socket.clock.now();
  }

  start(): void {
    if (this.#stop) return;
    this.#recall();
    this.#stop = this.socket.listen({
      topic: () => this.#topic(),
      onView: (message) => {
        this.#take(message);
      },
      onRefused: (refused) => {
        this.refused = refused;
        this.#options.onChange();
      },
      onLink: () => {
        this.#options.onChange();
      },
    });
  }

  stop(): void {
    clearTimeout(this.#older);
    this.#stop?.();
    this.#stop = null;
  }

  #topic(): string {
    const { topic } = this.#options;
    return typeof topic === 'string' ? topic : topic();
  }

  #take(message: ViewMessage): void {
    this.refused = null;
    if (!this.#isOlder(message)) {
      clearTimeout(this.#older);
      this.#older = undefined;
      this.#show(message);
      return;
    }
    // Another server may stand a little behind with the very same picture: that is no step back.
    if (JSON.stringify(message.view) === JSON.stringify(this.view)) return;
    this.#olderMessage = message;
    this.#older ??= setTimeout(() => {
      this.#older = undefined;
      this.rewinds += 1;
      if (this.#olderMessage) this.#show(this.#olderMessage);
    }, REWIND_AFTER_MS);
  }

  #isOlder({ date, seq }: ViewMessage): boolean {
    if (this.date === null || date > this.date) return false;
    return date < this.date || seq < this.seq;
  }

  #show(message: ViewMessage): void {
    this.view = message.view as ViewOf[K];
    this.date = message.date;
    this.seq = message.seq;
    this.shownAsOfAt = this.hallNow();
    this.#keep();
    this.#options.onChange();
  }

  #keep(): void {
    const { keep } = this.#options;
    if (keep === undefined || this.view === null || this.date === null) return;
    const { date, seq, view } = this;
    const kept: Kept<ViewOf[K]> = { topic: this.#topic(), date, seq, view, asOfAt: this.hallNow() };
    writeKept(`view.${keep}`, JSON.stringify(kept));
  }

  #recall(): void {
    const { keep } = this.#options;
    if (keep === undefined || this.view !== null) return;
    const kept = readKeptJson<Kept<ViewOf[K]>>(`view.${keep}`);
    if (kept === null || kept.topic !== this.#topic()) return;
    this.view = kept.view;
    this.date = kept.date;
    this.seq = kept.seq;
    this.shownAsOfAt = kept.asOfAt;
    this.#options.onChange();
  }
}
