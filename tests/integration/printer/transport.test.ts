// Given a printer in some state, when a job is sent over TCP, then the outcome says what is true.
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { printerStatus, printJob } from '../../../server/printer/transport.ts';
import type { PrintOutcome } from '../../../server/printer/transport.ts';
import { startPrinterSimulator } from '../../../server/printer/simulator/start.ts';
import type { PrinterSimulator } from '../../../server/printer/simulator/start.ts';
import { ticketBytes } from '../../../server/printer/ticket-bytes.ts';
import type { PrintedTicket } from '../../../shared/views/printed-ticket.ts';
import { liTicket } from '../../unit/printer/tickets.ts';

/** Long where the printer answers, short where it never will. */
const timeouts = { connectMs: 10_000, statusMs: 10_000, sendMs: 10_000, closeMs: 10_000 };
const short = { connectMs: 10_000, statusMs: 200, sendMs: 300, closeMs: 200 };
let open: PrinterSimulator[] = [];

afterEach(async () => {
  await Promise.all(open.map((simulator) => simulator.close()));
  open = [];
});

type Entry = { number: string; isCut: boolean; qr: string | null; lines: string[] };

async function printer(wait = timeouts) {
  const simulator = await startPrinterSimulator({ port: 0, paperMm: 58 });
  open.push(simulator);
  const set = (state: string, afterBytes = 0) =>
    fetch(`${simulator.controlUrl}/status`, {
      method: 'PUT',
      body: JSON.stringify({ state, afterBytes }),
    });
  const get = (path: string) => fetch(simulator.controlUrl + path);
  const tickets = async () =>
    ((await (await get('/tickets')).json()) as { tickets: Entry[] }).tickets;
  const to = { host: simulator.host, port: simulator.port, timeouts: wait };
  const print = (jobId: string, change: Partial<PrintedTicket> = {}): Promise<PrintOutcome> =>
    printJob({ ...to, jobId, bytes: ticketBytes({ ...liTicket, jobId, ...change }, 58) });
  return { set, get, tickets, print, status: () => printerStatus(to) };
}

describe('printing over TCP', () => {
  test('a good printer prints, and the paper shows number and code', async () => {
    const { print, tickets, get } = await printer();
    expect(await print('a')).toEqual({ outcome: 'printed', isPaperLow: false });
    expect(await tickets()).toMatchObject([{ number: 'B012', isCut: true, qr: liTicket.qrUrl }]);
    const svg = await get('/tickets/latest.svg');
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    const bin = Buffer.from(await (await get('/tickets/1.bin')).arrayBuffer());
    expect(bin.equals(ticketBytes({ ...liTicket, jobId: 'a' }, 58))).toBe(true);
  });

  test('paper running low prints and says so', async () => {
    const { print, set, status } = await printer();
    await set('paper-low');
    expect(await print('a')).toEqual({ outcome: 'printed', isPaperLow: true });
    expect(await status()).toBe('paper-low');
  });

  test.each(['paper-out', 'cover-open'] as const)(
    '%s fails, with nothing on paper',
    async (state) => {
      const { print, set, tickets, status } = await printer();
      await set(state);
      expect(await print('a')).toEqual({ outcome: 'failed', reason: state });
      expect(await status()).toBe(state);
      expect(await tickets()).toEqual([]);
      await set('ok');
      expect(await print('a')).toMatchObject({ outcome: 'printed' });
      expect(await tickets()).toHaveLength(1);
    },
  );

  test('an absent printer fails as unreachable', async () => {
    const { print, set, status } = await printer();
    await set('away');
    expect(await print('a')).toEqual({ outcome: 'failed', reason: 'unreachable' });
    expect(await status()).toBe('away');
    const nobody = createServer();
    await new Promise<void>((done) => nobody.listen(0, '127.0.0.1', () => done()));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((done) => nobody.close(done));
    const refused = await printJob({
      host: '127.0.0.1',
      port,
      bytes: Buffer.of(10),
      jobId: 'b',
      timeouts,
    });
    expect(refused).toEqual({ outcome: 'failed', reason: 'unreachable' });
  });

  test('a connection lost after some bytes is unknown, and its job is never sent again', async () => {
    const { print, set, tickets } = await printer();
    await set('fail-after', 120);
    expect(await print('a')).toEqual({ outcome: 'unknown', reason: 'unreachable' });
    expect(await tickets()).toMatchObject([{ isCut: false }]);
    await set('ok');
    expect(await print('a')).toMatchObject({ outcome: 'unknown' });
    expect(await tickets()).toHaveLength(1);
    expect(await print('a-reprint', { reprint: true })).toMatchObject({ outcome: 'printed' });
    const [reprint] = await tickets();
    expect(reprint).toMatchObject({ number: 'B012', isCut: true });
    expect(reprint?.lines).toContain('【补打】');
  });

  test('a printer that says nothing costs no more than its time-outs', async () => {
    const { print, set, status } = await printer(short);
    await set('silent');
    expect(await print('a')).toEqual({ outcome: 'failed', reason: 'timeout' });
    expect(await status()).toBe('away');
  });

  test('a printer that falls silent after the bytes leaves the outcome unknown', async () => {
    let statuses = 0;
    const mute = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => {
        statuses += 1;
        if (statuses === 1) socket.write(Buffer.of(0x12, 0x12, 0x12, 0x12));
      });
    });
    await new Promise<void>((done) => mute.listen(0, '127.0.0.1', () => done()));
    const { port } = mute.address() as AddressInfo;
    const outcome = await printJob({
      host: '127.0.0.1',
      port,
      bytes: Buffer.of(10),
      jobId: 'a',
      timeouts: { ...timeouts, statusMs: 1_000, closeMs: 200 },
    });
    expect(outcome).toEqual({ outcome: 'unknown', reason: 'timeout' });
    await new Promise((done) => mute.close(done));
  });

  test('two jobs at once are printed one after another, whole', async () => {
    const { print, tickets } = await printer();
    const numbers = ['B001', 'B002', 'B003', 'B004'];
    await Promise.all(numbers.map((number) => print(number, { number })));
    const entries = await tickets();
    expect(entries.map((entry) => entry.number)).toEqual(numbers.toReversed());
    expect(entries.every((entry) => entry.isCut)).toBe(true);
  });
});

describe('the control side', () => {
  test('tells state and seq, and refuses what it does not know', async () => {
    const { get, set, print } = await printer();
    const before = (await (await get('/status')).json()) as { seq: number };
    expect(before).toMatchObject({ state: 'ok', paperMm: 58 });
    await print('a');
    expect(await (await get('/status')).json()).toMatchObject({ seq: before.seq + 1, tickets: 1 });
    expect((await set('on fire')).status).toBe(400);
    expect((await set('x'.repeat(10_000))).status).toBe(400);
    for (const path of ['/tickets/9.svg', '/tickets/latest.exe', '/', '/tickets/../status.svg']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  test('keeps the last 50 tickets', async () => {
    const { print, tickets, get } = await printer();
    for (let at = 1; at <= 52; at += 1) await print(`${at}`);
    expect(await tickets()).toHaveLength(50);
    expect((await get('/tickets/2.svg')).status).toBe(404);
    expect((await get('/tickets/3.svg')).status).toBe(200);
  });

  test('takes another port when its own is taken', async () => {
    const first = await startPrinterSimulator({ port: 9110 });
    const second = await startPrinterSimulator({ port: first.port });
    open.push(first, second);
    expect(second.port).not.toBe(first.port);
  });
});
