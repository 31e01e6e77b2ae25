// The simulator's control side: plain HTTP on 127.0.0.1, for the kiosk page (through the main
// server), for tests and for trying faults by hand.
//   GET /status · PUT /status {state, afterBytes?, paperMm?} · GET /tickets
//   GET /tickets/{id|latest}.svg · GET /tickets/{id|latest}.bin
// Promises bodies of at most BODY_BYTES_MAX and one JSON sentence for every refusal.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { numberOf, qrOf, textsOf } from './read-ticket.ts';
import { readSettings } from './settings.ts';
import type { KeptTicket, SimulatedPrinter } from './simulator-state.ts';
import { ticketPicture } from './ticket-picture.ts';

const BODY_BYTES_MAX = 4_096;
const REQUEST_MS = 5_000;

export type ControlHooks = { readonly printerPort: number; readonly onChange: () => void };

/** A server that is not listening yet. */
export function controlServer(printer: SimulatedPrinter, hooks: ControlHooks): Server {
  const server = createServer((request, response) => {
    answer(printer, hooks, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : 'failed';
      if (!response.headersSent) send(response, 400, { message });
      else response.destroy();
    });
  });
  server.requestTimeout = REQUEST_MS;
  return server;
}

async function answer(
  printer: SimulatedPrinter,
  hooks: ControlHooks,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://printer').pathname;
  if (path === '/status' && request.method === 'PUT') {
    const settings = readSettings(await bodyOf(request));
    if ('problem' in settings) return send(response, 400, { message: settings.problem });
    printer.set(settings);
    hooks.onChange();
    return send(response, 200, statusOf(printer, hooks));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(response, 405, { message: 'Only GET, and PUT /status.' });
  }
  if (path === '/status') return send(response, 200, statusOf(printer, hooks));
  if (path === '/tickets') {
    return send(response, 200, { seq: printer.seq, tickets: printer.tickets.map(entryOf) });
  }
  const [, id, form] = /^\/tickets\/(latest|\d{1,9})\.(svg|bin)$/.exec(path) ?? [];
  const kept = printer.tickets.find((ticket) => id === 'latest' || ticket.id === Number(id));
  if (!kept) return send(response, 404, { message: 'There is no such ticket.' });
  if (form === 'bin') return sendBytes(response, 'application/octet-stream', kept.ticket.bytes);
  const picture = ticketPicture(kept.ticket, printer.settings.paperMm);
  return sendBytes(response, 'image/svg+xml; charset=utf-8', Buffer.from(picture));
}

function statusOf(printer: SimulatedPrinter, hooks: ControlHooks) {
  const tickets = printer.tickets.length;
  return { ...printer.settings, port: hooks.printerPort, seq: printer.seq, tickets };
}

function entryOf({ id, receivedAt, ticket }: KeptTicket) {
  return {
    id,
    receivedAt,
    number: numberOf(ticket),
    qr: qrOf(ticket),
    isCut: ticket.isCut,
    lines: textsOf(ticket),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const data = Buffer.from(chunk as Uint8Array);
    bytes += data.length;
    if (bytes > BODY_BYTES_MAX) throw new Error('The body is too large.');
    chunks.push(data);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

function sendBytes(response: ServerResponse, type: string, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(bytes);
}
