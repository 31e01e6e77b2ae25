/**
 * The page's line to the server: connects, subscribes, and connects again by itself after any loss,
 * sooner at first and with jitter, so that 200 screens do not come back in one instant. It knows
 * when it last heard anything, and tells everybody who shares it when that was too long ago.
 * `link` is `connecting` until the first word; after that silence alone decides: live or stale.
 */
import { STALE_AFTER_MS } from '../protocol/messages.ts';
import type { ServerMessage, TopicRefused, ViewMessage } from '../protocol/messages.ts';
import type { Credentials } from './authorisation.ts';
import { renewDeviceKey } from './credentials.ts';
import { keepAlive } from './drawing-beat.ts';
import { HallClock } from './hall-clock.ts';
import { LiveConnection } from './live-connection.ts';
import type { ConnectionEnd } from './live-connection.ts';

const RETRY_FIRST_MS = 200;
const RETRY_MAX_MS = 3_000;
/** A device that the server does not know is seldom enrolled within seconds. */
const RETRY_DENIED_MS = 5_000;
/** Said a little before the promise's five seconds, so that it is painted within them. */
const STALE_SAID_AFTER_MS = STALE_AFTER_MS - 200;

export type Link = 'connecting' | 'live' | 'stale';

export interface TopicListener {
  readonly topic: () => string;
  readonly onView: (message: ViewMessage) => void;
  readonly onRefused: (refused: TopicRefused['refused']) => void;
  /** The link changed, or a connection was denied. */
  readonly onLink: () => void;
}

export interface LiveSocketOptions {
  readonly credentials?: Credentials | undefined;
  /** Default: the page's own. */
  readonly origin?: string | undefined;
  /** For tests: numbers in [0, 1). */
  readonly random?: (() => number) | undefined;
}

export class LiveSocket {
  link: Link = 'connecting';
  lastHeardAt: number | null = null;
  /** The same instant by the hall's clock, which is the one that a screen shows. */
  heardHallAt: number | null = null;
  /** The server does not accept our credentials; it is asked again every few seconds. */
  denied = false;
  readonly clock = new HallClock();

  readonly #options: LiveSocketOptions;
  readonly #listeners = new Map<TopicListener, string>();
  #connection: LiveConnection | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #staleTimer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #stopAlive: (() => void) | null = null;

  constructor(options: LiveSocketOptions = {}) {
    this.#options = options;
  }

  /** Adds a listener; the first one connects. The answer removes it; the last one disconnects. */
  listen(listener: TopicListener): () => void {
    const topic = listener.topic();
    this.#listeners.set(listener, topic);
    if (this.#listeners.size === 1) this.#start();
    else this.#connection?.send({ subscribe: topic });
    return () => {
      this.#remove(listener);
    };
  }

  #remove(listener: TopicListener): void {
    const topic = this.#listeners.get(listener);
    if (!this.#listeners.delete(listener) || topic === undefined) return;
    if (this.#listeners.size === 0) this.#stop();
    else if (![...this.#listeners.values()].includes(topic)) {
      this.#connection?.send({ unsubscribe: topic });
    }
  }

  #start(): void {
    if (this.#options.credentials?.kind === 'device') {
      this.#stopAlive = keepAlive(() => this.#connection?.send({ alive: true }));
    }
    this.#connect();
  }

  #stop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#staleTimer);
    this.#stopAlive?.();
    this.#connection?.close();
    this.#connection = null;
  }

  #connect(): void {
    this.#connection = new LiveConnection({
      origin: this.#options.origin ?? globalThis.location.origin,
      credentials: this.#options.credentials,
      onOpen: () => {
        this.#subscribeAll();
      },
      onMessage: (message) => {
        this.#hear(message);
      },
      onEnd: (end) => void this.#again(end),
    });
  }

  #subscribeAll(): void {
    this.denied = false;
    for (const listener of this.#listeners.keys()) {
      const topic = listener.topic();
      this.#listeners.set(listener, topic);
      this.#connection?.send({ subscribe: topic });
    }
  }

  async #again(end: ConnectionEnd): Promise<void> {
    this.#connection = null;
    const renewed = end === 'denied' && (await renewDeviceKey(this.#options.credentials));
    if (this.#listeners.size === 0) return;
    const waitMs = end === 'denied' && !renewed ? RETRY_DENIED_MS : RETRY_FIRST_MS;
    const backOffMs = Math.min(RETRY_MAX_MS, waitMs * 2 ** this.#failures);
    const jitter = 0.5 + (this.#options.random ?? Math.random)();
    this.#failures += 1;
    this.#retry = setTimeout(
      () => {
        this.#connect();
      },
      Math.min(Math.max(waitMs, backOffMs) * jitter, Math.max(waitMs, RETRY_MAX_MS)),
    );
    if (end === 'denied' && !renewed && !this.denied) {
      this.denied = true;
      this.#tellLink();
    }
  }

  #hear(message: ServerMessage): void {
    this.#failures = 0;
    this.lastHeardAt = Date.now();
    if ('beat' in message) this.clock.hear(message.at, message.speed);
    this.heardHallAt = this.clock.now();
    this.#setLink('live');
    clearTimeout(this.#staleTimer);
    this.#staleTimer = setTimeout(() => {
      this.#setLink('stale');
    }, STALE_SAID_AFTER_MS);
    if (!('topic' in message)) return;
    for (const [listener, topic] of [...this.#listeners]) {
      if (topic !== message.topic) continue;
      if ('refused' in message) listener.onRefused(message.refused);
      else listener.onView(message);
    }
  }

  #setLink(link: Link): void {
    if (this.link === link) return;
    this.link = link;
    this.#tellLink();
  }

  #tellLink(): void {
    for (const listener of [...this.#listeners.keys()]) listener.onLink();
  }
}
