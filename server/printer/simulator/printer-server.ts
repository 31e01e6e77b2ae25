// The TCP side of the simulated printer (port 9100): reads jobs, answers DLE EOT, fails on demand.
// Promises at most CONNECTIONS_MAX connections, each closed after IDLE_MS without bytes.
// Surprise: out of paper or open it still answers, and drops what is sent for printing; a `silent`
// one neither reads nor answers; an `away` one hangs up at once.
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { EscposReader } from './escpos-reader.ts';
import type { SimulatedPrinter } from './simulator-state.ts';
import { statusByte } from './status-bytes.ts';

const CONNECTIONS_MAX = 64;
const IDLE_MS = 30_000;

export type PrinterServer = {
  readonly server: Server;
  /** Hangs up on everybody, as a printer does that loses its power. */
  hangUp(): void;
};

/** A server that is not listening yet. */
export function printerServer(printer: SimulatedPrinter): PrinterServer {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    if (printer.settings.state === 'away') {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    serve(socket, printer);
  });
  server.maxConnections = CONNECTIONS_MAX;
  return { server, hangUp: () => sockets.forEach((socket) => socket.destroy()) };
}

function serve(socket: Socket, printer: SimulatedPrinter): void {
  const reader = new EscposReader({
    onTicket: (ticket) => printer.keep(ticket),
    onStatusRequest: (n) => socket.write(Buffer.of(statusByte(n, printer.settings.state))),
  });
  // Out of paper, jobs are parsed for status requests alone.
  const blocked = new EscposReader({
    onTicket: () => undefined,
    onStatusRequest: (n) => socket.write(Buffer.of(statusByte(n, printer.settings.state))),
  });
  if (printer.settings.state !== 'silent') {
    socket.on('data', (bytes) => take(bytes));
    socket.once('close', () => reader.end());
  }

  function take(bytes: Buffer): void {
    const { state, afterBytes } = printer.settings;
    if (state === 'silent') socket.pause();
    else if (state === 'paper-out' || state === 'cover-open') blocked.feed(bytes);
    else if (state === 'fail-after') takeUpTo(afterBytes, bytes);
    else reader.feed(bytes);
  }

  function takeUpTo(bytesMax: number, bytes: Buffer): void {
    for (const byte of bytes) {
      reader.feed(Buffer.of(byte));
      if (reader.printBytes > bytesMax) {
        socket.destroy();
        return;
      }
    }
  }
}
