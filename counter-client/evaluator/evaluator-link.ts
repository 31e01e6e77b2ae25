/** The evaluator's line to its hall: where it is, the key of its window, the live view. */
import { ApiProblem, getJson } from '../../shared/client/api.ts';
import { deviceCredentials, enrolDevice, NotEnrolled } from '../../shared/client/credentials.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { windowNo } from '../../shared/base/ids.ts';
import type { Here } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';

const RETRY_MS = 2_000;
const DEVICE = 'evaluator';

export class EvaluatorLink {
  here: Here | null = null;
  credentials: Credentials | null = null;
  live: LiveView<'evaluator'> | null = null;
  isNotEnrolled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #window: number;
  readonly #onChange: () => void;

  constructor(window: number, onChange: () => void) {
    this.#window = window;
    this.#onChange = onChange;
  }

  start(): void {
    void this.#connect();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.live?.stop();
    this.live = null;
  }

  /** Keeps the key that a manager pasted, and tries again. */
  enrol(key: string): void {
    enrolDevice(DEVICE, this.#window, key);
    this.stop();
    this.isNotEnrolled = false;
    this.credentials = null;
    void this.#connect();
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      this.here ??= await getJson<Here>('/api/here');
      this.credentials = await deviceCredentials(DEVICE, this.#window);
      const topic = topicName({
        kind: 'evaluator',
        hall: this.here.hall,
        window: windowNo(this.#window),
      });
      this.live = new LiveView<'evaluator'>({
        topic,
        credentials: this.credentials,
        onChange: this.#onChange,
      });
      this.live.start();
    } catch (error) {
      this.isNotEnrolled = error instanceof NotEnrolled;
      if (error instanceof ApiProblem) {
        this.#timer = setTimeout(() => void this.#connect(), RETRY_MS);
      }
    }
    this.#onChange();
  }
}
