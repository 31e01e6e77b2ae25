// One server process, kept alive: started again whenever it dies, unless it said that it cannot.
//
// The server tells `{ ready: true }` once it serves. Exit code 78 means that it has itself printed
// why it cannot run, and that another attempt would be the same. Deaths before it was ever ready
// are limited; afterwards it is restarted for ever, at most every few seconds.
import { fork, type ChildProcess } from 'node:child_process';

export interface ServerProcess {
  /** Resolves when it first serves; rejects when it cannot. */
  readonly ready: Promise<undefined>;
  readonly pid: number | undefined;
  /** SIGTERM, and after `graceMs` SIGKILL. */
  stop(graceMs: number): Promise<void>;
}

export interface ServerProcessOptions {
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  /** Told of each new process. */
  readonly onStart: () => void;
  readonly onHopeless: () => void;
  readonly say: (sentence: string) => void;
}

const CANNOT_RUN = 78;
const RESTART_DELAYS_MS = [0, 100, 500, 1000, 2000];
const STEADY_AFTER_MS = 10_000;
const DEATHS_BEFORE_READY_MAX = 5;

export class ServerCannotRun extends Error {
  override readonly name = 'ServerCannotRun';
}

/** Starts the server and looks after it. */
export function keepServer(options: ServerProcessOptions): ServerProcess {
  const {
    promise: ready,
    resolve: isReady,
    reject: isHopeless,
  } = Promise.withResolvers<undefined>();
  let child: ChildProcess;
  let deaths = 0;
  let wasReady = false;
  let isStopping = false;
  let restartTimer: NodeJS.Timeout | undefined;

  const start = (): void => {
    const startedAt = performance.now();
    child = fork(options.script, [], { env: options.env, stdio: 'inherit' });
    child.on('message', (message) => {
      if (!isReadyMessage(message)) return;
      wasReady = true;
      isReady(undefined);
    });
    child.on('error', (error) => {
      options.say(`The server could not be started: ${error.message}.`);
    });
    child.once('exit', (code, signal) => {
      if (isStopping) return;
      const livedMs = performance.now() - startedAt;
      afterDeath(code, signal, livedMs);
    });
    options.onStart();
  };

  const afterDeath = (code: number | null, signal: string | null, livedMs: number): void => {
    deaths = livedMs > STEADY_AFTER_MS ? 0 : deaths + 1;
    const isEnough = !wasReady && deaths >= DEATHS_BEFORE_READY_MAX;
    if (code === CANNOT_RUN || isEnough) {
      if (isEnough) options.say(`The server died ${deaths} times while starting; see above.`);
      isHopeless(new ServerCannotRun());
      if (wasReady) options.onHopeless();
      return;
    }
    const delayMs = RESTART_DELAYS_MS[Math.min(deaths, RESTART_DELAYS_MS.length) - 1] ?? 0;
    options.say(`The server ended (${signal ?? `code ${code ?? '?'}`}); it is started again.`);
    restartTimer = setTimeout(start, delayMs);
  };

  start();
  return {
    ready,
    get pid() {
      return child.pid;
    },
    stop: async (graceMs) => {
      isStopping = true;
      clearTimeout(restartTimer);
      await stopChild(child, graceMs);
    },
  };
}

async function stopChild(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}

function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'ready' in message;
}
