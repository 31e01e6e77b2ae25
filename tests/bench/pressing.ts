/**
 * A hall under the bench: clerks at their windows, a queue, and presses one after the other, each timed
 * from the request to the answer. A lobby screen and the manager's floor look on, as in a hall.
 */
import { WebSocket } from 'ws';
import { startOwnHall } from '../day/hall-process.ts';
import type { OwnHall } from '../day/hall-process.ts';

const CLERKS = ['JZ01', 'JZ02', 'JZ03', 'JZ04', 'JZ05', 'JZ08', 'JZ09', 'JZ10'];
const MANAGER = 'JZ18';
const ITEMS = ['SC001', 'SC002', 'SC004', 'SC012'];
const REQUEST_MS = 20_000;

type Auth = Readonly<Record<string, string>>;

export interface PressedHall {
  /** Makes so many presses; their times, ms. */
  press(count: number): Promise<number[]>;
  stop(): Promise<void>;
}

/** The orders under which presses are timed. */
export type PressedOrder = 'strict' | 'promise';

/** Starts a hall on 127.0.0.1 of that order with so many people waiting. */
export async function pressedHall(
  waiting: number,
  order: PressedOrder,
  env: NodeJS.ProcessEnv,
): Promise<PressedHall> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  const own = await startOwnHall({
    hall: 'jingzhou',
    hallClock: '2026-11-23T09:30:00+08:00x1',
    servers: 1,
  }).finally(() => (process.env = before));
  const hall = new Presser(own);
  try {
    await hall.open(waiting, order);
  } catch (error) {
    await hall.stop();
    throw error;
  }
  return { press: (count) => hall.press(count), stop: () => hall.stop() };
}

class Presser {
  readonly #own: OwnHall;
  readonly #clerks: { readonly auth: Auth; readonly window: number; ticket: string | null }[] = [];
  readonly #sockets: WebSocket[] = [];
  #kiosk: Auth = {};
  #issued = 0;
  #turn = 0;

  constructor(own: OwnHall) {
    this.#own = own;
  }

  async open(waiting: number, order: PressedOrder): Promise<void> {
    await this.#publish(order);
    this.#kiosk = await this.#device('kiosk');
    for (const [index, staffNo] of CLERKS.entries()) {
      const auth = await this.#signIn(staffNo);
      const window = index + 1;
      const answer = await this.#send(auth, { type: 'openWindow', window });
      if (answer.outcome === 'accepted') this.#clerks.push({ auth, window, ticket: null });
    }
    for (let count = 0; count < waiting; count += 1) await this.#issue();
    this.#look('lobby', await this.#device('screen'));
    this.#look('floor', await this.#signIn(MANAGER));
  }

  /** One comes, one window goes a step further, by turns. */
  async press(count: number): Promise<number[]> {
    const times: number[] = [];
    while (times.length < count) {
      const fromAt = performance.now();
      if (times.length % 4 === 0) await this.#issue();
      else await this.#step();
      times.push(performance.now() - fromAt);
    }
    return times;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    await this.#own.stop(false);
  }

  async #issue(): Promise<void> {
    const item = ITEMS[(this.#issued += 1) % ITEMS.length];
    await this.#send(this.#kiosk, { type: 'issueTicket', items: [item] });
  }

  async #step(): Promise<void> {
    const clerk = this.#clerks[(this.#turn += 1) % this.#clerks.length];
    if (!clerk) throw new Error('no window could be opened');
    const { auth, ticket } = clerk;
    if (ticket === null) {
      const called = await this.#send(auth, { type: 'callNext' });
      if (called.outcome !== 'accepted') return;
      clerk.ticket = called.ticket ?? null;
    } else if (ticket.endsWith('!')) {
      const id = ticket.slice(0, -1);
      await this.#send(auth, { type: 'finishCase', case: `${id}-1`, outcome: 'closed' });
      clerk.ticket = null;
    } else {
      await this.#send(auth, { type: 'startService' });
      clerk.ticket = `${ticket}!`;
    }
  }

  /** The order is the hall's configuration, as its manager sets it. */
  async #publish(routing: PressedOrder): Promise<void> {
    const path = '/api/halls/jingzhou/config';
    const headers = await this.#signIn(MANAGER);
    const signal = AbortSignal.timeout(REQUEST_MS);
    const answer = await fetch(`${this.#own.url}${path}`, { headers, signal });
    const { version } = (await answer.json()) as { readonly version: number };
    const body = { baseVersion: version, policy: { routing } };
    const published = await this.#post(path, body, headers);
    if (!published.ok) throw new Error(`${routing}: ${await published.text()}`);
  }

  #look(topic: string, headers: Auth): void {
    const socket = new WebSocket(`${this.#own.url.replace('http', 'ws')}/live`, { headers });
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send(JSON.stringify({ subscribe: `hall/jingzhou/${topic}` })));
    this.#sockets.push(socket);
  }

  async #device(kind: string): Promise<Auth> {
    const answer = await this.#post('/api/demo/device-key', { kind }, {});
    return { authorization: `Device ${((await answer.json()) as { key: string }).key}` };
  }

  async #signIn(staffNo: string): Promise<Auth> {
    const answer = await this.#post('/api/sign-in', { staffNo, password: 'yichuang' }, {});
    return { cookie: (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
  }

  async #send(auth: Auth, command: object) {
    const body = { commandId: crypto.randomUUID(), ...command };
    const answer = await this.#post('/api/halls/jingzhou/commands', body, auth);
    return (await answer.json()) as { readonly outcome: string; readonly ticket?: string };
  }

  #post(path: string, body: object, auth: Auth): Promise<Response> {
    return fetch(`${this.#own.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...auth },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(REQUEST_MS),
    });
  }
}
