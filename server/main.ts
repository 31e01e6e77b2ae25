/**
 * One server process: puts the parts together, serves, and stops cleanly. The only file that knows
 * them all. It expects a migrated database; a small parent (setup/supervisor.ts) starts it, restarts
 * it when it dies, and is told when it is ready. Exit code 78 means: I said why, do not try again.
 */
import { readFileSync } from 'node:fs';
import type { BusinessDate, HallId } from '../shared/base/ids.ts';
import { DEMO_HALLS, demoHall } from '../drizzle/seed/demo-hall.ts';
import { demoClock, wallClock } from './clock.ts';
import { startAdviser } from './advising/adviser.ts';
import { comingDays } from './configuring/coming-days.ts';
import { renewDemo, renewalWords } from './configuring/demo-renewal.ts';
import { makeImporter } from './configuring/importer.ts';
import { watchPublished } from './configuring/published-watch.ts';
import { makePublisher } from './configuring/publisher.ts';
import type { ServerConfig } from './config.ts';
import { UnusableSetting, serverConfig } from './config.ts';
import { devices as makeDevices } from './devices/devices.ts';
import { hallFacts } from './devices/facts.ts';
import { paperWatch } from './devices/paper.ts';
import { onlyOne } from './effects/only-one.ts';
import { paperPrinter } from './effects/paper-printer.ts';
import { startPrinting } from './effects/printing.ts';
import { Estimator } from './estimates/estimator.ts';
import { faultReporter } from './faults.ts';
import { Bookings } from './hall/bookings.ts';
import type { Commit } from './hall/commit.ts';
import { Days } from './hall/days.ts';
import { UnreadableMarks, givesNumbers, highWater } from './hall/high-water.ts';
import { startRegistry } from './hall/registry.ts';
import { skipPrintedNumbers } from './hall/skip-printed.ts';
import { startTicker } from './hall/ticker.ts';
import { makeApp } from './http/app.ts';
import { wordsOf } from './http/words.ts';
import { identifySocket } from './http/identify.ts';
import { PortTaken, listen } from './http/listen.ts';
import { makeMetrics } from './http/metrics.ts';
import type { Services } from './http/services.ts';
import { liveTickets } from './people/live-tickets.ts';
import { people as makePeople } from './people/sign-in.ts';
import { ticketFinder } from './people/tokens.ts';
import { Hub } from './realtime/hub.ts';
import { startLiveServer } from './realtime/live-server.ts';
import { loadSecrets } from './secrets.ts';
import { ShadowJob } from './shadow/shadow-job.ts';
import { configStore } from './storage/config-store.ts';
import { START_WAIT_MS, whenDatabaseAnswers } from './storage/absent-database.ts';
import { openDatabase } from './storage/database.ts';
import { hallLog } from './storage/hall-log.ts';

const CONNECTIONS_MAX = 6;
/** What anybody may ask for has connections of its own: it cannot keep the hall waiting. */
const LOOKUP_CONNECTIONS_MAX = 2;
const PRINTING_LOCK = 0x79_69_70_72_69_6e;
const DEMO_PASSWORD = 'yichuang';
const CANNOT_RUN = 78;
const patience = {
  waitMs: START_WAIT_MS,
  onWaiting: (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${why} Waiting for it, up to ${String(START_WAIT_MS / 1000)} s.\n`);
  },
  onAnswer: () => process.stderr.write('The database answers.\n'),
};
const onFault = faultReporter(process.env['LOG_LEVEL'] ?? 'warn');

// A parent that is gone while we still wait for the database leaves nobody to serve for.
const leave = () => process.exit(0);
process.once('disconnect', leave);

try {
  await run(serverConfig(process.env));
} catch (error) {
  const isSaid = [UnusableSetting, PortTaken, UnreadableMarks].some(
    (kind) => error instanceof kind,
  );
  if (!(error instanceof Error) || !isSaid) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(CANNOT_RUN);
}

async function run(config: ServerConfig): Promise<void> {
  const clock = config.clock ? demoClock(config.clock.spec, config.clock.originMs) : wallClock();
  const secrets = loadSecrets(config.dataDir);
  const { databaseUrl, databaseDeadlineMs: deadlineMs } = config;
  const open = (name: string, max: number) => openDatabase(databaseUrl, { name, max, deadlineMs });
  const database = open('yichuang', CONNECTIONS_MAX);
  const { sql } = database;
  const lookups = open('yichuang-lookups', LOOKUP_CONNECTIONS_MAX);
  const log = hallLog(sql);
  const configs = configStore(sql);
  const people = await makePeople(lookups.sql, Date.now);
  const demoCode = DEMO_HALLS.find((code) => code === config.hall);
  const rows = await whenDatabaseAnswers(async () => {
    if (demoCode) {
      const demo = demoHall(demoCode);
      const isNew = await configs.found(demo, clock.now());
      const renewal = isNew ? 'same' : await renewDemo(configs, demo, clock.now());
      const said = renewalWords(renewal, demo);
      if (said !== null) process.stderr.write(`${said}\n`);
      const numbers = demo.staff.map((person) => person.staffNo);
      await people.found(demo.hall, numbers, DEMO_PASSWORD);
    }
    return configs.halls();
  }, patience);
  const own = rows.find((row) => row.hall_id === config.hall);
  if (!own) throw new UnusableSetting(noSuchHall(config.hall));
  const halls = rows.map((row) => row.hall_id);

  const marks = highWater(config.dataDir, onFault);
  const devices = makeDevices(lookups.sql, secrets, Date.now);
  const findTicket = ticketFinder(lookups.sql, secrets);
  const days = new Days({
    log,
    configs,
    clock,
    secrets,
    onTurn: (stream) => hub.onTurn(stream),
    onClosed: (commit) => hub.onCommit(commit),
  });
  const hub: Hub = new Hub({
    actor: (hall) => registry.actor(hall),
    pastDay: (hall, date) => days.past(hall, date),
    findTicket,
    secrets,
    outlook: (hall, date) => estimator.outlook(hall, date),
    onFault,
  });
  const onCommit = (commit: Commit) => {
    hub.onCommit(commit);
    for (const stream of days.lateRatings(commit)) hub.onPastChange(stream);
    if (givesNumbers(commit)) marks.note(commit.stream.day);
    printing.wake();
    registry.announce(commit.stream.hall);
  };
  const estimates = (hall: HallId, date: BusinessDate) => estimator.estimates(hall, date);
  const actorParts = { log, days, clock, secrets, onCommit, onFault, estimates };
  const registry = startRegistry({
    database,
    openListener: () => open('yichuang-hints', 1),
    halls,
    partsOf: (hall) => ({ hall, ...actorParts }),
    onFault,
  });
  const estimator: Estimator = new Estimator({
    isOn: config.estimates,
    // Learning reads much: it does so on the connections of look-ups.
    ...{ log: hallLog(lookups.sql), configs, clock, hash: secrets.commandHash, onFault },
    actors: () => registry.actors(),
    isLookedAt: (hall) => hub.isLookedAt(hall),
    onEstimates: (hall) => hub.onEstimates(hall),
  });
  const bookings = new Bookings({
    ...{ log, configs, days, clock, secrets, onFault },
    // Of a day to come nobody looks at anything but the own appointment.
    onCommit(commit) {
      hub.onPastChange(commit.stream);
      if (givesNumbers(commit)) marks.note(commit.stream.day);
    },
  });
  const publisher = makePublisher({
    ...{ configs, clock, secrets },
    actor: (hall) => registry.actor(hall),
    comingDays: comingDays(lookups.sql, bookings),
    askOrders: (question) => estimator.ask(question),
  });
  const printingLock = onlyOne(databaseUrl, PRINTING_LOCK, deadlineMs);
  const papers = paperWatch();
  const print = paperPrinter({
    ...{ ...config, tokenOf: secrets.tokenOf },
    wordsOf: (hall, hash) => wordsOf({ sql, secrets }, hall, hash),
  });
  const printing = startPrinting({
    sql,
    actors: () => registry.actors(),
    previous: (hall) => days.previous(hall),
    hash: secrets.commandHash,
    now: () => clock.now(),
    mayWork: () => printingLock.holds(),
    async print(day, job) {
      const outcome = await print(day, job);
      papers.note(job.hall, outcome);
      return outcome;
    },
    onFault,
  });
  for (const actor of registry.actors()) {
    await whenDatabaseAnswers(() => skipPrintedNumbers(actor, bookings, marks, secrets), patience);
  }

  const shadowJob = new ShadowJob({
    ...{ log: hallLog(lookups.sql), configs, clock, onFault },
    actors: () => registry.actors(),
  });
  const services: Services = {
    settings: { ...config, version: versionOf(), defaultHall: config.hall, demo: own.demo },
    sql: lookups.sql,
    log,
    days,
    bookings,
    configs,
    publisher,
    importer: makeImporter({ sql: lookups.sql, configs, publisher }),
    clock,
    secrets,
    people,
    devices,
    liveTickets: liveTickets(secrets, Date.now),
    findTicket,
    askAdvice: (question) => estimator.ask(question),
    outlook: (hall, date) => estimator.outlook(hall, date),
    shadow: (hall) => shadowJob.reports(hall),
    metrics: makeMetrics(),
    actor: (hall) => registry.actor(hall),
    halls: () => halls,
    onFault,
  };
  const server = await listen(makeApp(services).fetch, config);
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
    evaluatorAlive: (actor, window) => devices.evaluatorAlive(actor.hall, window),
    factsOf: hallFacts({
      sql: lookups.sql,
      clock,
      papers,
      isPrinting: () => printingLock.holds(),
      wallNow: Date.now,
    }),
    onFault,
  });
  const stopAdviser = startAdviser({
    ...{ clock, hash: secrets.commandHash, onFault, configs },
    log: hallLog(lookups.sql),
    actors: () => registry.actors(),
    ask: (question) => estimator.ask(question),
    signedIn: (hall) => hub.staffListening(hall),
  });
  const stopWatch = watchPublished({
    ...{ configs, publisher, onFault },
    actor: (hall) => registry.actor(hall),
  });
  const stop = async () => {
    stopWatch();
    stopAdviser();
    shadowJob.close();
    stopTicker();
    printing.close();
    stopLive();
    hub.close();
    await estimator.close();
    server.close();
    server.closeAllConnections();
    marks.close();
    await registry.close();
    await Promise.all([printingLock.close(), lookups.close(), database.close()]);
    process.exit(0);
  };
  process.off('disconnect', leave);
  for (const sign of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(sign, () => void stop());
  process.send?.({ ready: true, url: config.publicUrl });
}

function versionOf(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function noSuchHall(code: string): string {
  const demos = DEMO_HALLS.join(', ');
  return `There is no hall ${code}: choose ${demos}, or found it with npm run import -- --new-hall.`;
}
