/**
 * One try at a live connection, from the asking for a ticket to the end; it ends exactly once and
 * is never used again. Every step has a deadline, and a socket that was silent for longer than
 * three beats is given up: half-open TCP would stay silent for hours.
 */
import type { LiveTicket } from '../protocol/http.ts';
import type { ClientMessage, ServerMessage } from '../protocol/messages.ts';
import { ApiProblem, postJson } from './api.ts';
import type { Credentials } from './authorisation.ts';

const OPEN_DEADLINE_MS = 4_000;
const SILENCE_MAX_MS = 7_000;

export type ConnectionEnd = 'lost' | 'denied';

export interface ConnectionOptions {
  /** `http://…` of the server. */
  readonly origin: string;
  readonly credentials: Credentials | undefined;
  readonly onOpen: () => void;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onEnd: (end: ConnectionEnd) => void;
}

export class LiveConnection {
  #socket: WebSocket | null = null;
  #ended = false;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    void this.#begin();
  }

  /** Sends when open; a message to a socket that is not open is dropped, the next one subscribes. */
  send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Ends it without telling anybody. */
  close(): void {
    this.#ended = true;
    clearTimeout(this.#deadline);
    this.#socket?.close();
  }

  async #begin(): Promise<void> {
    const { origin, credentials } = this.#options;
    try {
      const query = await ticketQuery(origin, credentials);
      if (this.#ended) return;
      this.#open(`${origin.replace(/^http/, 'ws')}/live${query}`);
    } catch (error) {
      const status = error instanceof ApiProblem ? error.status : 0;
      this.#end(status === 401 || status === 403 ? 'denied' : 'lost');
    }
  }

  #open(url: string): void {
    const socket = new WebSocket(url);
    this.#socket = socket;
    this.#giveUpAfter(OPEN_DEADLINE_MS);
    socket.onopen = () => {
      this.#giveUpAfter(SILENCE_MAX_MS);
      if (!this.#ended) this.#options.onOpen();
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      this.#giveUpAfter(SILENCE_MAX_MS);
      const message = parsed(event.data);
      if (message !== null && !this.#ended) this.#options.onMessage(message);
    };
    socket.onclose = () => {
      this.#end('lost');
    };
  }

  #giveUpAfter(ms: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      this.#end('lost');
    }, ms);
  }

  #end(end: ConnectionEnd): void {
    if (this.#ended) return;
    this.close();
    this.#options.onEnd(end);
  }
}

/** Visitors' phones come without a ticket; everybody else asks for one, good for one socket. */
async function ticketQuery(origin: string, credentials: Credentials | undefined) {
  if (credentials === undefined || credentials.kind === 'ticket') return '';
  const options = { credentials, deadlineMs: OPEN_DEADLINE_MS };
  const { ticket } = await postJson<LiveTicket>(`${origin}/api/live-ticket`, {}, options);
  return `?ticket=${encodeURIComponent(ticket)}`;
}

function parsed(data: unknown): ServerMessage | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as ServerMessage;
  } catch {
    return null;
  }
}
