/**
 * `WS /live`: opens sockets for those who prove who they are (staff cookie, device key, one-time
 * ticket) and, without proof, for visitors' tickets alone. Beats every two seconds tell a page that
 * it is still connected and what the hall's clock says.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { decodeClientMessage } from '../../shared/protocol/decode.ts';
import { BEAT_EVERY_MS } from '../../shared/protocol/messages.ts';
import type { HallClock } from '../clock.ts';
import type { Device } from '../devices/devices.ts';
import type { Identity } from '../people/identity.ts';
import type { Hub } from './hub.ts';
import { LiveSocket } from './live-socket.ts';

const MESSAGE_MAX_BYTES = 16_384;
const SOCKETS_MAX = 20_000;
/** Subscriptions of one socket that wait for an answer. */
const ASKING_MAX = 64;
const PING_EVERY_MS = 3_000;

export interface LiveParts {
  readonly hub: Hub;
  readonly clock: HallClock;
  readonly identify: (request: IncomingMessage) => Promise<Identity | null>;
  readonly onAlive: (device: Device) => void;
  readonly onFault: (error: unknown, what: string) => void;
}

/** Takes the upgrades of an HTTP server; the answer closes every socket. */
export function startLiveServer(server: Server, parts: LiveParts): () => void {
  const sockets = new Set<LiveSocket>();
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_MAX_BYTES,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?')[0];
    if (path !== '/live' || !sameOrigin(request) || sockets.size >= SOCKETS_MAX) {
      refuse(socket, path === '/live' ? '403 Forbidden' : '404 Not Found');
      return;
    }
    parts
      .identify(request)
      .then((identity) => {
        wss.handleUpgrade(request, socket, head, (ws) => welcome(ws, identity));
      })
      .catch((error: unknown) => {
        parts.onFault(error, 'live');
        refuse(socket, '503 Service Unavailable');
      });
  });

  const welcome = (ws: WebSocket, identity: Identity | null) => {
    const socket = new LiveSocket(ws, identity);
    sockets.add(socket);
    socket.tell(beat());
    let asking = 0;
    ws.on('error', () => ws.terminate());
    ws.on('close', () => {
      sockets.delete(socket);
      parts.hub.drop(socket);
    });
    ws.on('message', (data, isBinary) => {
      const message = isBinary ? null : decodeClientMessage(textOf(data));
      if (!message) ws.close(1008, 'malformed');
      else if ('subscribe' in message) {
        if (asking >= ASKING_MAX) return ws.close(1008, 'too many at once');
        asking += 1;
        parts.hub
          .subscribe(socket, message.subscribe)
          .catch((error: unknown) => {
            parts.onFault(error, 'subscribe');
            ws.close(1013, 'try again');
          })
          .finally(() => {
            asking -= 1;
          });
      } else if ('unsubscribe' in message) parts.hub.unsubscribe(socket, message.unsubscribe);
      else if (identity?.kind === 'device') parts.onAlive(identity.device);
    });
  };

  const beat = () => ({ beat: true, at: parts.clock.now(), speed: parts.clock.speed });
  const beats = setInterval(() => {
    const message = beat();
    for (const socket of sockets) socket.tell(message);
  }, BEAT_EVERY_MS);
  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, PING_EVERY_MS);
  return () => {
    clearInterval(beats);
    clearInterval(pings);
    for (const socket of sockets) socket.close();
  };
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Buffer).toString('utf8');
}

/** A browser names the page's origin; only our own may open a socket. Tools send none. */
function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
