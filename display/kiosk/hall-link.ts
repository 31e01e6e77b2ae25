/**
 * The kiosk's line to its hall: where it is, its key, the catalogue, the live view. Starts again by
 * itself until all of it is there; afterwards the live view reconnects alone.
 * Surprise: `notEnrolled` waits for a pasted key, everything else is only a matter of time.
 */
import { ApiProblem, getJson } from '../../shared/client/api.ts';
import {
  deviceCredentials,
  enrolDevice,
  NotEnrolled,
  renewDeviceKey,
} from '../../shared/client/credentials.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import type { Catalogue, Here } from '../../shared/protocol/http.ts';
import { sendCommand } from '../../shared/client/send-command.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import type { HallState } from './hall-state.ts';
import { hallState } from './hall-state.ts';

const RETRY_MS = 3_000;
const CATALOGUE_EVERY_MS = 10 * 60_000;

export class HallLink {
  here: Here | null = null;
  credentials: Credentials | null = null;
  catalogue: Catalogue | null = null;
  live: LiveView<'kiosk'> | null = null;
  isNotEnrolled = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isStopped = false;
  #askedVersion: number | null = null;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  start(): void {
    this.#isStopped = false;
    void this.#connect();
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.live?.stop();
    this.live = null;
  }

  /** Keeps the key that a manager pasted, and tries again. */
  enrol(key: string): void {
    enrolDevice('kiosk', undefined, key);
    this.credentials = null;
    this.isNotEnrolled = false;
    this.#onChange();
    void this.#connect();
  }

  /** Whether what is shown is current and the day is open. */
  get canIssue(): boolean {
    return this.live?.link === 'live' && this.live.view?.phase === 'open';
  }

  /** When the hall was last heard, while it is not; null while what is shown is current. */
  get cutOffSinceAt(): number | null {
    const { live } = this;
    if (!live || (live.link !== 'stale' && !live.denied)) return null;
    return live.heardHallAt ?? live.shownAsOfAt;
  }

  /** Whether tickets are given out now; open as long as the hours are not known. */
  get state(): HallState {
    const hours = this.live?.view?.hours;
    if (!this.live || !hours) return { is: 'open' };
    return hallState(hours, this.live.hallNow(), this.catalogue?.rules.preOpenIssue ?? false);
  }

  /** Tells for a terminal of the demo whether it is free; real ones tell by themselves. */
  async reportTerminal(terminal: number, status: 'free' | 'busy'): Promise<void> {
    const { here, credentials } = this;
    if (!here || !credentials) return;
    const command = { type: 'reportTerminal', terminal, status };
    await sendCommand(here.hall, command, { credentials, language: 'zh-Hans' });
  }

  async #connect(): Promise<void> {
    try {
      this.here ??= await getJson<Here>('/api/here');
      this.credentials ??= await deviceCredentials('kiosk');
      const path = `/api/halls/${this.here.hall}/catalogue`;
      this.catalogue = await getJson<Catalogue>(path, this.credentials);
      if (this.#isStopped) return;
      this.#watch(this.here, this.credentials);
      this.#later(CATALOGUE_EVERY_MS);
    } catch (error) {
      if (this.#isStopped) return;
      this.isNotEnrolled = error instanceof NotEnrolled || (await this.#isKeyRefused(error));
      if (!this.isNotEnrolled) this.#later(this.catalogue ? CATALOGUE_EVERY_MS : RETRY_MS);
    }
    this.#onChange();
  }

  /** The server no longer knows the key, and gives no new one by itself. */
  async #isKeyRefused(error: unknown): Promise<boolean> {
    const isRefused = error instanceof ApiProblem && [401, 403].includes(error.status);
    return isRefused && !(await renewDeviceKey(this.credentials ?? undefined));
  }

  #watch({ hall }: Here, credentials: Credentials): void {
    if (this.live) return;
    const topic = topicName({ kind: 'kiosk', hall });
    const onChange = () => {
      this.#followVersion();
      this.#onChange();
    };
    this.live = new LiveView<'kiosk'>({ topic, credentials, onChange });
    this.live.start();
  }

  /** A published change reaches the kiosk at once; asked for once for each version. */
  #followVersion(): void {
    const version = this.live?.view?.configVersion ?? null;
    if (version === null || version === this.#askedVersion) return;
    this.#askedVersion = version;
    if (version !== this.catalogue?.version) this.#later(0);
  }

  #later(delayMs: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), delayMs);
  }
}
