/**
 * The hall's public HTTP interface as a well-behaved page uses it: one command id for one press,
 * sent again under the same id when no answer came, until a deadline. Every sending and every answer
 * is recorded. A refusal is an answer; only silence beyond the deadline is null.
 */
import { randomUUID } from 'node:crypto';
import type { DeviceKey, DeviceKind, Here, LiveTicket } from '../../shared/protocol/http.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { pause } from './clock.ts';
import type { Press } from './history.ts';
import type { Http, Reply } from './http.ts';
import type { Recorder } from './recorder.ts';

const COMMAND_MS = 45_000;
const BACKOFF_MS = [100, 200, 400, 800];
const AGAIN_AFTER_MS = 60;

/** How one proves who asks. */
export type Auth =
  | { readonly kind: 'none' }
  | { readonly kind: 'cookie'; readonly cookie: string }
  | { readonly kind: 'device'; readonly key: string }
  | { readonly kind: 'ticket'; readonly token: string };
export type CommandBody = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface PressOptions {
  readonly by: string;
  readonly window?: number;
  /** Sent twice at the same time, or a second time after the answer, with the same id. */
  readonly habit?: 'once' | 'concurrent' | 'again';
  readonly deadlineMs?: number;
  /** Where it is sent instead of the hall's commands: `appointments`. */
  readonly route?: string;
}

export class Api {
  readonly http: Http;
  readonly hall: string;
  readonly #recorder: Recorder;

  constructor(http: Http, hall: string, recorder: Recorder) {
    this.http = http;
    this.hall = hall;
    this.#recorder = recorder;
  }

  /** Presses a button: the accepted or refused answer, or null after silence. */
  async press(auth: Auth, command: CommandBody, options: PressOptions): Promise<Answer | null> {
    const press = this.#recorder.press({
      commandId: `day-${randomUUID()}`,
      type: command.type,
      by: options.by,
      window: options.window ?? null,
      sentMs: performance.now(),
    });
    const once = () => this.#untilAnswered(press, auth, command, options);
    if (options.habit === 'concurrent') return (await Promise.all([once(), once()]))[0];
    const answer = await once();
    if (options.habit === 'again') {
      await pause(AGAIN_AFTER_MS);
      await once();
    }
    return answer;
  }

  async #untilAnswered(
    press: Press,
    auth: Auth,
    command: CommandBody,
    options: PressOptions,
  ): Promise<Answer | null> {
    const giveUpMs = performance.now() + (options.deadlineMs ?? COMMAND_MS);
    const body = { commandId: press.commandId, ...command };
    for (let attempt = 0; performance.now() < giveUpMs; attempt += 1) {
      const answer = await this.#sendOnce(press, auth, body, options.route ?? 'commands');
      if (answer) return answer;
      await pause(BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)] ?? 0);
    }
    this.#recorder.trouble(`no answer to ${press.type} of ${press.by}`);
    return null;
  }

  /** One sending; null when it is to be sent again. */
  async #sendOnce(press: Press, auth: Auth, body: object, route: string): Promise<Answer | null> {
    const path = `/api/halls/${this.hall}/${route}`;
    let reply: Reply;
    try {
      reply = await this.http.send({ method: 'POST', path, headers: headersOf(auth), body });
    } catch (error) {
      return failed(press, error instanceof Error ? error.message : 'no answer');
    }
    const answer = reply.body as Answer | null;
    const away = [429, 502, 503].includes(reply.status) || answer === null;
    if (away) return failed(press, String(reply.status));
    const accepted = answer.outcome === 'accepted';
    this.#recorder.answered(press, {
      atMs: performance.now(),
      status: reply.status,
      accepted,
      ...(accepted
        ? {
            date: answer.date,
            seq: answer.seq,
            ticket: answer.ticket,
            callSeq: answer.callSeq,
            token: answer.token,
          }
        : { code: answer.code }),
    });
    return answer;
  }

  /** Reads JSON, again and again until it comes or the deadline is over. */
  async get<T>(path: string, auth: Auth = { kind: 'none' }, deadlineMs = COMMAND_MS): Promise<T> {
    return this.#insist<T>({ method: 'GET', path, headers: headersOf(auth) }, deadlineMs);
  }

  /** Sends JSON and reads JSON; sent again until an answer comes, so only for what may be repeated. */
  async post<T>(path: string, auth: Auth, body: object): Promise<T> {
    return this.#insist<T>({ method: 'POST', path, headers: headersOf(auth), body });
  }

  here(): Promise<Here> {
    return this.get<Here>('/api/here');
  }

  /** A key for one of the demo's devices. */
  async deviceKey(kind: DeviceKind, window?: number): Promise<Auth> {
    const body = { kind, ...(window !== undefined && { window }) };
    const path = '/api/demo/device-key';
    const answer = await this.#insist<DeviceKey>({ method: 'POST', path, body });
    return { kind: 'device', key: answer.key };
  }

  /** Signs a member of staff in; the session is the cookie. */
  async signIn(staffNo: string, password: string): Promise<Auth> {
    const sending = {
      method: 'POST',
      path: '/api/sign-in',
      body: { staffNo, password, hall: this.hall },
    } as const;
    const { headers } = await this.#insistReply(sending, COMMAND_MS);
    const cookie = headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ');
    if (cookie === undefined) throw new Error(`no session for ${staffNo}`);
    return { kind: 'cookie', cookie };
  }

  /** One socket's ticket; throws when the server is not there. */
  async liveTicket(auth: Auth): Promise<string> {
    const sending = { method: 'POST', path: '/api/live-ticket', body: {} } as const;
    const reply = await this.http.send({ ...sending, headers: headersOf(auth) });
    if (reply.status !== 200) throw new Error(`live-ticket: ${String(reply.status)}`);
    return (reply.body as LiveTicket).ticket;
  }

  async #insist<T>(sending: Parameters<Http['send']>[0], deadlineMs = COMMAND_MS): Promise<T> {
    return (await this.#insistReply(sending, deadlineMs)).body as T;
  }

  async #insistReply(sending: Parameters<Http['send']>[0], deadlineMs: number): Promise<Reply> {
    const giveUpMs = performance.now() + deadlineMs;
    for (let attempt = 0; ; attempt += 1) {
      const reply = await this.http.send(sending).catch(() => null);
      if (reply?.status === 200) return reply;
      const refused = reply !== null && reply.status < 500 && reply.status !== 429;
      if (refused || performance.now() > giveUpMs) {
        const what = reply ? `${String(reply.status)} ${JSON.stringify(reply.body)}` : 'silence';
        throw new Error(`${sending.method} ${sending.path}: ${what}`);
      }
      await pause(BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)] ?? 0);
    }
  }
}

function failed(press: Press, why: string): null {
  press.failures.push({ atMs: performance.now(), why });
  return null;
}

/** The headers that prove who asks. */
export function headersOf(auth: Auth): Record<string, string> {
  switch (auth.kind) {
    case 'none':
      return {};
    case 'cookie':
      return { cookie: auth.cookie };
    case 'device':
      return { authorization: `Device ${auth.key}` };
    case 'ticket':
      return { authorization: `Ticket ${auth.token}` };
  }
}
