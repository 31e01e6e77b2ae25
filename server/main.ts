/**
 * One server process: puts the parts together, serves, and stops cleanly. The only file that knows
 * them all. It expects a migrated database; a small parent (setup/supervisor.ts) starts it, restarts
 * it when it dies, and is told when it is ready. Exit code 78 means: I said why, do not try again.
 */
import { createAdaptorServer } from '@hono/node-server';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { pino } from 'pino';
import { demoHall } from '../drizzle/seed/demo-hall.ts';
import type { HallId } from '../shared/base/ids.ts';
import { demoClock, wallClock } from './clock.ts';
import type { ServerConfig } from './config.ts';
import { UnusableSetting, serverConfig } from './config.ts';
import { devices as makeDevices } from './devices/devices.ts';
import { onlyOne } from './effects/only-one.ts';
import { startPrinting } from './effects/printing.ts';
import type { Printing } from './effects/printing.ts';
import { ticketPaper } from './effects/ticket-paper.ts';
import type { Commit } from './hall/actor.ts';
import { Days } from './hall/days.ts';
import { highWater } from './hall/high-water.ts';
import { skipPrintedNumbers } from './hall/skip-printed.ts';
import { startRegistry } from './hall/registry.ts';
import type { Registry } from './hall/registry.ts';
import type { DayStream } from './hall/stream.ts';
import { startTicker } from './hall/ticker.ts';
import { makeApp } from './http/app.ts';
import { identifySocket } from './http/identify.ts';
import { makeMetrics } from './http/metrics.ts';
import type { Services } from './http/services.ts';
import { liveTickets } from './people/live-tickets.ts';
import { people as makePeople } from './people/sign-in.ts';
import { ticketFinder } from './people/tokens.ts';
import { printJob } from './printer/transport.ts';
import { ticketBytes } from './printer/ticket-bytes.ts';
import { Hub } from './realtime/hub.ts';
import { startLiveServer } from './realtime/live-server.ts';
import { loadSecrets } from './secrets.ts';
import { configStore } from './storage/config-store.ts';
import { isDatabaseAway } from './storage/database-error.ts';
import { openDatabase } from './storage/database.ts';
import { hallLog } from './storage/hall-log.ts';

const CONNECTIONS_MAX = 6;
const PRINTING_LOCK = 0x79_69_70_72_69_6e;
const DEMO_PASSWORD = 'yichuang';
const PAPER_MM = 80;
const CANNOT_RUN = 78;
const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));
const faults = new Set<string>();

try {
  await run(serverConfig(process.env));
} catch (error) {
  if (!(error instanceof UnusableSetting)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(CANNOT_RUN);
}

async function run(config: ServerConfig): Promise<void> {
  const clock = config.clock ? demoClock(config.clock.spec, config.clock.originMs) : wallClock();
  const secrets = loadSecrets(config.dataDir);
  const database = openDatabase(config.databaseUrl, { max: CONNECTIONS_MAX, name: 'yichuang' });
  const { sql } = database;
  const hallRecords = configStore(sql);
  const people = await makePeople(sql, Date.now);
  const founded = demoHall(config.hall);
  await hallRecords.found(founded, clock.now());
  await people.found(
    founded.hall,
    founded.staff.map((person) => person.staffNo),
    DEMO_PASSWORD,
  );
  const halls = (await hallRecords.halls()).map((row) => row.hall_id);

  const marks = highWater(config.dataDir);
  const devices = makeDevices(sql, secrets, Date.now);
  const findTicket = ticketFinder(sql, secrets);
  const records = hallLog(sql);
  const parts: { hub?: Hub; registry?: Registry; printing?: Printing } = {};
  const actor = (hall: string) => parts.registry?.actor(hall);
  const days = new Days({
    log: records,
    configs: hallRecords,
    clock,
    secrets,
    onTurn: (stream) => parts.hub?.onTurn(stream),
  });
  const onCommit = (commit: Commit) => {
    parts.hub?.onCommit(commit);
    days.onCommit(commit);
    if (commit.events.some(({ event }) => event.type === 'TicketIssued')) {
      marks.note(commit.stream.day);
    }
    parts.printing?.wake();
    parts.registry?.announce(commit.stream.hall);
  };
  const hub = new Hub({
    actor,
    pastDay: (hall, date) => days.past(hall as HallId, date),
    findTicket,
    secrets,
    onFault,
  });
  parts.hub = hub;
  const partsOf = (hall: HallId) => ({
    hall,
    log: records,
    days,
    clock,
    secrets,
    onCommit,
    onFault,
  });
  const registry = startRegistry({ database, halls, partsOf, onFault });
  parts.registry = registry;
  for (const one of registry.actors()) {
    await skipPrintedNumbers(one, marks, secrets);
  }

  const printingLock = onlyOne(config.databaseUrl, PRINTING_LOCK);
  const { printer } = config;
  const qrUrl = (
    stream: Pick<DayStream, 'hall' | 'date'>,
    ticket: Parameters<typeof secrets.tokenOf>[2],
  ) => `${config.publicUrl}/phone/#${secrets.tokenOf(stream.hall, stream.date, ticket)}`;
  parts.printing = startPrinting({
    sql,
    actors: () => registry.actors(),
    hash: secrets.commandHash,
    now: () => clock.now(),
    mayWork: () => printingLock.holds(),
    onFault,
    async print(day, job) {
      if (!printer) return { outcome: 'failed', reason: 'unreachable' };
      const paper = ticketPaper(day, job, qrUrl(job, job.ticket));
      return printJob({ ...printer, jobId: paper.jobId, bytes: ticketBytes(paper, PAPER_MM) });
    },
  });

  const services: Services = {
    settings: {
      version: versionOf(),
      defaultHall: config.hall,
      demo: founded.demo,
      databaseKind: config.databaseKind,
      rolesSeparated: config.rolesSeparated,
      printerControlUrl: config.printerControlUrl,
      pagesDir: config.pagesDir,
    },
    sql,
    log: records,
    days,
    clock,
    secrets,
    people,
    devices,
    liveTickets: liveTickets(secrets, Date.now),
    findTicket,
    metrics: makeMetrics(),
    actor,
    halls: () => halls,
    onFault,
  };
  const app = makeApp(services);
  const server = await listen(app.fetch, config);
  const stopLive = startLiveServer(server, {
    hub,
    clock,
    identify: (request) => identifySocket(request, services),
    onAlive: (device) => devices.alive(device),
    onFault,
  });
  const stopTicker = startTicker({
    actors: () => registry.actors(),
    clock,
    hash: secrets.commandHash,
    evaluatorAlive: (one, window) => devices.evaluatorAlive(one.hall, window),
    onFault,
  });

  const stop = async () => {
    stopTicker();
    parts.printing?.close();
    stopLive();
    hub.close();
    server.close();
    server.closeAllConnections();
    marks.close();
    await registry.close();
    await printingLock.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  process.once('disconnect', () => void stop());
  process.send?.({ ready: true, url: config.publicUrl });
}

async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { port, host, reusePort }: ServerConfig,
): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new UnusableSetting(`Port ${String(port)} is taken.`) : error);
    });
    server.listen({ port, host, reusePort }, () => resolve(server));
  });
}

function versionOf(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Faults of ours are logged whole the first time; an absent database is told by health. */
function onFault(error: unknown, what: string): void {
  if (isDatabaseAway(error)) {
    log.warn({ what, error: String(error) }, 'database away');
    return;
  }
  const key = `${what} ${String(error)}`;
  if (faults.size < 1_000 && !faults.has(key)) log.error({ what, err: error }, 'fault');
  faults.add(key);
}
