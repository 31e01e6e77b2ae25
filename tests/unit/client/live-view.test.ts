import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { LiveView } from '../../../shared/client/live-view.ts';
import { STALE_AFTER_MS } from '../../../shared/protocol/messages.ts';
import { PATIENT } from '../../helpers/patience.ts';

const TOPIC = 'ticket/abc';

/** A server that a test plays by hand; it may go away and come back on the same port. */
class HandServer {
  #server: WebSocketServer | null = null;
  port = 0;
  sockets: WebSocket[] = [];
  heard: string[] = [];

  async start(): Promise<void> {
    const server = new WebSocketServer({ port: this.port, host: '127.0.0.1' });
    server.on('connection', (socket) => {
      this.sockets.push(socket);
      socket.on('message', (data: Buffer) => this.heard.push(data.toString()));
    });
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  say(message: object): void {
    for (const socket of this.sockets) socket.send(JSON.stringify(message));
  }

  view(seq: number, date = '2026-11-23'): void {
    this.say({ topic: TOPIC, date, seq, view: { seq } });
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.sockets = [];
    const server = this.#server;
    this.#server = null;
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}

let server: HandServer;
let live: LiveView<'ticket'>;

beforeEach(async () => {
  server = new HandServer();
  await server.start();
  live = liveView();
  live.start();
  await vi.waitFor(() => expect(server.heard).toHaveLength(1), PATIENT);
});
afterEach(async () => {
  vi.useRealTimers();
  live.stop();
  await server.stop();
});

function liveView(): LiveView<'ticket'> {
  const origin = `http://127.0.0.1:${String(server.port)}`;
  return new LiveView<'ticket'>({ topic: TOPIC, origin, onChange: () => undefined });
}
const shows = (seq: number) => vi.waitFor(() => expect(live.seq).toBe(seq), PATIENT);

describe('a live view', () => {
  test('subscribes and shows the newest view; the latest wins', async () => {
    expect(server.heard).toEqual([JSON.stringify({ subscribe: TOPIC })]);
    expect(live.link).toBe('connecting');
    server.view(3);
    server.view(5);
    await shows(5);
    expect(live.link).toBe('live');
  });

  test('never goes back, whatever comes late or twice', async () => {
    server.view(5);
    await shows(5);
    server.view(4);
    server.view(9, '2026-11-22');
    server.say({ beat: true, at: 1, speed: 60 });
    await vi.waitFor(() => expect(live.clockSpeed).toBe(60), PATIENT);
    expect([live.date, live.seq]).toEqual(['2026-11-23', 5]);
  });

  test('goes on to the next day, where numbers begin anew', async () => {
    server.view(80);
    await shows(80);
    server.view(1, '2026-11-24');
    await shows(1);
  });

  test('says that it is stale within five seconds, keeps what it shows, and heals by itself', async () => {
    server.view(5);
    await shows(5);
    // From its next word on the page's clock stands still, and the test moves it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    server.view(6);
    await expect.poll(() => live.seq).toBe(6);
    await server.stop();
    await vi.advanceTimersByTimeAsync(STALE_AFTER_MS - 1_000);
    expect(live.link).toBe('live');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(live.link).toBe('stale');
    expect(live.seq).toBe(6);
    await server.start();
    await expect
      .poll(async () => {
        await vi.advanceTimersByTimeAsync(PATIENT.interval);
        return server.heard.length;
      })
      .toBeGreaterThanOrEqual(2);
    server.view(8);
    await expect.poll(() => live.seq).toBe(8);
    expect(live.link).toBe('live');
  });

  test('follows a server whose truth went back, after it has insisted', async () => {
    server.view(50);
    await shows(50);
    server.view(2);
    expect(live.rewinds).toBe(0);
    await vi.waitFor(() => expect(live.seq).toBe(2), PATIENT);
    expect(live.rewinds).toBe(1);
  });

  test('tells what the server refuses, and stops when told to', async () => {
    server.say({ topic: TOPIC, refused: 'unknown-topic' });
    await vi.waitFor(() => expect(live.refused).toBe('unknown-topic'), PATIENT);
    live.stop();
    await vi.waitFor(() => expect(server.sockets[0]?.readyState).toBe(3), PATIENT);
  });
});
