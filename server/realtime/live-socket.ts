/**
 * One live socket. Whole views, the latest wins: while earlier frames are still on their way the
 * topic is only marked, and the newest view is sent when the socket drains. Silence is noticed on
 * both sides within ten seconds; a socket that does not take its data is dropped.
 */
import type { WebSocket } from 'ws';
import type { Identity } from '../people/identity.ts';
import type { Channel } from './channel.ts';

const BUFFERED_MAX_BYTES = 262_144;
const IN_FLIGHT_MAX = 8;
const MISSED_PONGS_MAX = 2;

export class LiveSocket {
  readonly identity: Identity | null;
  readonly channels = new Map<string, Channel>();
  readonly #socket: WebSocket;
  readonly #marked = new Set<Channel>();
  #inFlight = 0;
  #unanswered = 0;

  constructor(socket: WebSocket, identity: Identity | null) {
    this.#socket = socket;
    this.identity = identity;
    socket.on('pong', () => {
      this.#unanswered = 0;
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Sends the channel's newest view now, or when the socket has drained. */
  offer(channel: Channel): void {
    if (this.#inFlight >= IN_FLIGHT_MAX) {
      this.#marked.add(channel);
      return;
    }
    const { frame } = channel;
    if (frame) this.#send(frame);
  }

  /** Sends a small message of its own: a beat, a refusal. */
  tell(message: object): void {
    this.#send(Buffer.from(JSON.stringify(message)));
  }

  /** Asks for a sign of life; drops the socket that gave none. */
  ping(): void {
    this.#unanswered += 1;
    if (this.#unanswered > MISSED_PONGS_MAX) this.#socket.terminate();
    else if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  close(): void {
    this.#socket.close(1001);
    setTimeout(() => this.#socket.terminate(), 500).unref();
  }

  #send(frame: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > BUFFERED_MAX_BYTES) {
      this.#socket.terminate();
      return;
    }
    this.#inFlight += 1;
    this.#socket.send(frame, { binary: false }, () => {
      this.#inFlight -= 1;
      this.#drain();
    });
  }

  #drain(): void {
    for (const channel of this.#marked) {
      if (this.#inFlight >= IN_FLIGHT_MAX) return;
      this.#marked.delete(channel);
      if (channel.frame) this.#send(channel.frame);
    }
  }
}
