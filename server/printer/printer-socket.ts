// One TCP connection to a printer (port 9100), where every wait has a deadline.
// Assumes that nothing but DLE EOT makes the printer talk; other bytes are passed over.
// Promises: no method hangs, no error escapes as an event, and `close` always frees the socket.
// Surprise: `send` resolving means "left this machine", which is not "printed".
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { isStatusByte, printerState, STATUS_BYTES, STATUS_REQUEST } from './printer-status.ts';
import type { PrinterState } from './printer-status.ts';

export type PrinterAddress = { readonly host: string; readonly port: number };

/** Why a wait ended without what it waited for. */
export class PrinterGone extends Error {
  readonly reason: 'unreachable' | 'timeout';
  constructor(reason: 'unreachable' | 'timeout') {
    super(`printer ${reason}`);
    this.reason = reason;
  }
}

export type PrinterSocket = {
  askState(waitMs: number): Promise<PrinterState>;
  send(bytes: Buffer, waitMs: number): Promise<void>;
  /** Drains and ends; after `waitMs` the socket is destroyed. Never rejects. */
  close(waitMs: number): Promise<void>;
};

/** Connects, or throws PrinterGone('unreachable'). */
export async function openPrinter(to: PrinterAddress, waitMs: number): Promise<PrinterSocket> {
  const socket = connect({ host: to.host, port: to.port, noDelay: true });
  const gone = new Promise<never>((_, reject) => {
    const lost = () => reject(new PrinterGone('unreachable'));
    socket.once('error', lost).once('close', lost);
  });
  gone.catch(() => undefined); // It may end while nobody waits.
  socket.on('error', () => undefined);
  const connected = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  try {
    await within(Promise.race([connected, gone]), waitMs, 'unreachable');
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return {
    askState: (stateMs) => within(Promise.race([askedState(socket), gone]), stateMs, 'timeout'),
    send: (bytes, sendMs) => within(Promise.race([sent(socket, bytes), gone]), sendMs, 'timeout'),
    close: (closeMs) => closed(socket, closeMs),
  };
}

function askedState(socket: Socket): Promise<PrinterState> {
  return new Promise((resolve) => {
    const answers: number[] = [];
    const onData = (data: Buffer) => {
      for (const byte of data) {
        if (isStatusByte(byte) && answers.length < STATUS_BYTES) answers.push(byte);
      }
      if (answers.length < STATUS_BYTES) return;
      socket.off('data', onData);
      resolve(printerState(answers));
    };
    socket.on('data', onData);
    socket.write(STATUS_REQUEST);
  });
}

function sent(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, (error) => {
      if (!error) resolve();
    });
  });
}

async function closed(socket: Socket, waitMs: number): Promise<void> {
  if (socket.closed) return;
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.end();
  await within(ended, waitMs, 'timeout').catch(() => undefined);
  socket.destroy();
}

async function within<T>(wait: Promise<T>, waitMs: number, reason: PrinterGone['reason']) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PrinterGone(reason)), waitMs);
  });
  try {
    return await Promise.race([wait, late]);
  } finally {
    clearTimeout(timer);
  }
}
