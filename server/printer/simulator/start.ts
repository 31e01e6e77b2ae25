// Starts the simulated printer: TCP for the bytes, HTTP on 127.0.0.1 for its control.
// A taken port is no reason to fail: another one is used and reported.
// `close` ends both servers and every connection.
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import type { PaperMm } from '../paper-lines.ts';
import { controlServer } from './control-server.ts';
import { printerServer } from './printer-server.ts';
import { SimulatedPrinter } from './simulator-state.ts';

export type SimulatorOptions = {
  /** Default 9100; 0 for any. */
  readonly port?: number | undefined;
  /** Default 127.0.0.1. */
  readonly host?: string | undefined;
  /** Default any. */
  readonly controlPort?: number | undefined;
  /** Width of its paper; default 80. */
  readonly paperMm?: PaperMm | undefined;
  /** Instant of receiving a ticket, ms; default the machine's clock. */
  readonly now?: (() => number) | undefined;
};
export type PrinterSimulator = {
  readonly host: string;
  readonly port: number;
  readonly controlUrl: string;
  close(): Promise<void>;
};

/** Listens on both ports and resolves with where. */
export async function startPrinterSimulator(
  options: SimulatorOptions = {},
): Promise<PrinterSimulator> {
  const host = options.host ?? '127.0.0.1';
  const printer = new SimulatedPrinter(options.paperMm ?? 80, options.now ?? Date.now);
  const { server, hangUp } = printerServer(printer);
  const port = await listen(server, host, options.port ?? 9100);
  const onChange = () => {
    if (printer.settings.state === 'away') hangUp();
  };
  const control = controlServer(printer, { printerPort: port, onChange });
  const controlPort = await listen(control, '127.0.0.1', options.controlPort ?? 0);
  return {
    host,
    port,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    async close() {
      hangUp();
      control.closeAllConnections();
      await Promise.all([closed(server), closed(control)]);
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (port === 0 || !isTaken(error)) throw error;
    return listen(server, host, 0);
  }
  server.on('error', () => undefined); // A simulator out of sockets must not end its host.
  const address = server.address();
  return (address as AddressInfo).port;
}

function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRINUSE' || code === 'EACCES';
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
