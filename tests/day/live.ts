/**
 * One live socket as a page keeps it: whole views, the latest wins, reconnecting by itself with
 * jitter, given up after silence. Each connection is a session, so that the history can tell what a
 * screen missed while it was cut off from what it missed while it was alive.
 */
import { WebSocket } from 'ws';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { Beat, TopicRefused, ViewMessage } from '../../shared/protocol/messages.ts';
import { STALE_AFTER_MS } from '../../shared/protocol/messages.ts';
import type { Api, Auth } from './api.ts';
import { pause } from './clock.ts';

const BACKOFF_MS = [100, 300, 700, 1_500];
const HANDSHAKE_MS = 4_000;
const ALIVE_EVERY_MS = 5_000;

export interface LiveOptions {
  readonly topics: readonly string[];
  /** Phones need none. */
  readonly auth: Auth;
  readonly onView: (message: ViewMessage, session: number) => void;
  /** The connection of that session was found broken. */
  readonly onClosed?: (session: number) => void;
  readonly onBeat?: (beat: Beat) => void;
  readonly onRefused?: (refused: TopicRefused) => void;
  /** Devices that really draw say so. */
  readonly draws?: boolean;
}

export class Live {
  readonly #api: Api;
  readonly #options: LiveOptions;
  readonly #stop = new AbortController();
  readonly #random: () => number;
  #socket: WebSocket | null = null;
  #session = 0;
  #heardMs = 0;

  constructor(api: Api, options: LiveOptions, seed = 1) {
    this.#api = api;
    this.#options = options;
    this.#random = seededRandom(seed);
    void this.#run();
  }

  close(): void {
    this.#stop.abort();
    this.#socket?.terminate();
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted; failures += 1) {
      const opened = await this.#connect().catch(() => false);
      if (opened) failures = 0;
      const waitMs = BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)] ?? 0;
      await pause(waitMs * (0.5 + this.#random()), this.#stop.signal);
    }
  }

  /** Connects and stays until the connection ends; whether anything was ever heard. */
  async #connect(): Promise<boolean> {
    const { auth, topics, draws } = this.#options;
    const url = new URL('/live', this.#api.http.base);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    if (auth.kind === 'cookie' || auth.kind === 'device') {
      url.searchParams.set('ticket', await this.#api.liveTicket(auth));
    }
    if (this.#stop.signal.aborted) return false;
    const socket = new WebSocket(url, {
      handshakeTimeout: HANDSHAKE_MS,
      perMessageDeflate: false,
      origin: this.#api.http.base.origin,
    });
    this.#socket = socket;
    this.#session += 1;
    const session = this.#session;
    let heard = false;
    this.#heardMs = performance.now();
    const alive = setInterval(() => {
      if (performance.now() - this.#heardMs > STALE_AFTER_MS) socket.terminate();
      else if (draws && socket.readyState === WebSocket.OPEN) socket.send('{"alive":true}');
    }, ALIVE_EVERY_MS);
    return new Promise((resolve) => {
      socket.on('open', () => {
        if (draws) socket.send('{"alive":true}');
        for (const topic of topics) socket.send(JSON.stringify({ subscribe: topic }));
      });
      socket.on('message', (data) => {
        heard = true;
        this.#heardMs = performance.now();
        this.#hear((data as Buffer).toString('utf8'), session);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(alive);
        this.#options.onClosed?.(session);
        resolve(heard);
      });
    });
  }

  #hear(text: string, session: number): void {
    const message = JSON.parse(text) as ViewMessage | Beat | TopicRefused;
    if ('beat' in message) this.#options.onBeat?.(message);
    else if ('refused' in message) {
      this.#options.onRefused?.(message);
      /** Asks again from anew, as whoever reloads the page. */
      this.#socket?.terminate();
    } else {
      this.#options.onView(message, session);
    }
  }
}
