/**
 * Servers without their HTTP side: an actor for one hall over a real database, with a clock that the
 * test holds. Two of them on one database are two servers.
 */
import { secretsOf } from '../../server/secrets.ts';
import type { HallClock } from '../../server/clock.ts';
import { HallActor } from '../../server/hall/actor.ts';
import type { Commit } from '../../server/hall/commit.ts';
import { Days } from '../../server/hall/days.ts';
import type { ActorAnswer } from '../../server/hall/envelope.ts';
import { configStore } from '../../server/storage/config-store.ts';
import { openDatabase } from '../../server/storage/database.ts';
import type { Database } from '../../server/storage/database.ts';
import type { HallLog } from '../../server/storage/hall-log.ts';
import { hallLog } from '../../server/storage/hall-log.ts';
import { PATIENT_MS } from './patience.ts';
import { commandId } from '../../shared/base/ids.ts';
import type { Command } from '../../shared/hall/commands.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Principal } from '../../shared/hall/principal.ts';

/** The same for all servers of a test. */
export const testSecrets = secretsOf(new Uint8Array(32).fill(7));

export interface TestServer {
  readonly actor: HallActor;
  readonly days: Days;
  readonly database: Database;
  readonly log: HallLog;
  readonly commits: Commit[];
  readonly faults: unknown[];
  send(by: Principal, command: Command, id?: string): Promise<ActorAnswer>;
}

export interface TestClock extends HallClock {
  at: number;
}

/** A clock that stands until the test moves it. */
export function standingClock(at: string): TestClock {
  const clock: TestClock = {
    at: Date.parse(at),
    speed: 1,
    now: () => clock.at,
    jumpMs: () => 0,
    confirmJump: () => undefined,
  };
  return clock;
}

/** Founds the hall if it is new, and serves it. `wrap` may put faults between actor and log. */
export async function testServer(
  url: string,
  config: HallConfig,
  clock: HallClock,
  wrap: (log: HallLog, database: Database) => HallLog = (log) => log,
): Promise<TestServer> {
  const database = openDatabase(url, { max: 4, name: 'test-server', deadlineMs: PATIENT_MS });
  const configs = configStore(database.sql);
  await configs.found(config, clock.now());
  const secrets = testSecrets;
  const log = wrap(hallLog(database.sql), database);
  const commits: Commit[] = [];
  const faults: unknown[] = [];
  const days = new Days({
    log,
    configs,
    clock,
    secrets,
    onTurn: () => undefined,
    onClosed: (commit) => commits.push(commit),
  });
  const actor = new HallActor({
    hall: config.hall,
    log,
    days,
    clock,
    secrets,
    onCommit: (commit) => {
      commits.push(commit);
      days.lateRatings(commit);
    },
    onFault: (error) => faults.push(error),
  });
  const send: TestServer['send'] = (by, command, id = crypto.randomUUID()) =>
    actor.submit({
      commandId: commandId(id),
      hash: secrets.commandHash(JSON.stringify([by, command])),
      command,
      by,
    });
  return { actor, days, database, log, commits, faults, send };
}

/** A hall with that many equal windows and as many clerks, who all may handle everything. */
export function hallOf(windows: number, config: HallConfig): HallConfig {
  const [window] = config.windows;
  const [person] = config.staff;
  if (!window || !person) throw new Error('a hall without windows or staff');
  const numbers = Array.from({ length: windows }, (_, index) => index + 1);
  return {
    ...config,
    windows: numbers.map((no) => ({
      ...window,
      no: no as typeof window.no,
      kind: 'undifferentiated',
      zones: 'all',
      domains: [],
    })),
    staff: numbers.map((no) => ({
      ...person,
      staffNo: `CL${String(no)}` as typeof person.staffNo,
      certifiedDepartments: config.departments.map((row) => row.code),
      extraItems: [],
      excludedItems: [],
      certificateExpires: '2099-12-31',
    })),
  };
}
