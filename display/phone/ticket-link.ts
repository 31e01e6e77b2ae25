/**
 * The page's line to its ticket: which hall, and the live view of the one topic it may see. A token
 * that no hall knows is `unknown`; no answer at all is only a matter of time. What clerks wrote for
 * the holder of the token comes along.
 */
import { ApiProblem, getJson } from '../../shared/client/api.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { TicketPlace } from '../../shared/protocol/http.ts';
import { WrittenWords } from './written-words.ts';

const RETRY_MS = 3_000;
const TOKEN = /^[\w-]{8,100}$/;

export class TicketLink {
  readonly token: string;
  readonly credentials: Credentials;
  readonly live: LiveView<'ticket'>;
  readonly written: WrittenWords;
  hall: HallId | null = null;
  isUnknown = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isStopped = false;
  readonly #onChange: () => void;

  constructor(token: string, onChange: () => void) {
    this.token = token;
    this.credentials = { kind: 'ticket', token };
    this.#onChange = onChange;
    this.written = new WrittenWords(token, onChange);
    this.live = new LiveView<'ticket'>({
      topic: `ticket/${token}`,
      credentials: this.credentials,
      onChange: () => {
        this.written.follow(this.live.view?.cases ?? []);
        onChange();
      },
    });
  }

  start(): void {
    if (!TOKEN.test(this.token)) {
      this.isUnknown = true;
      this.#onChange();
      return;
    }
    void this.#find();
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.live.stop();
    this.written.stop();
  }

  async #find(): Promise<void> {
    try {
      const place = await getJson<TicketPlace>(`/api/tickets/${this.token}`);
      if (this.#isStopped) return;
      this.hall = place.hall;
      this.live.start();
    } catch (error) {
      if (this.#isStopped) return;
      this.isUnknown = error instanceof ApiProblem && error.status === 404;
      if (!this.isUnknown) this.#timer = setTimeout(() => void this.#find(), RETRY_MS);
    }
    this.#onChange();
  }
}
