/** A hall's machine after a power cut: the server is up before its PostgreSQL, and waits for it. */
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openHallDatabase } from '../../../server/setup/hall-database.ts';
import { whenDatabaseAnswers } from '../../../server/storage/absent-database.ts';
import { DatabaseUnreachable } from '../../../server/storage/database-error.ts';
import { startHall } from '../../helpers/hall-server.ts';
import { freshDatabase } from '../../helpers/postgres.ts';

/** The driver tries some times within one deadline; so many take several. */
const TRIES_OF_SEVERAL_DEADLINES = 20;
const ROOT = join(import.meta.dirname, '..', '..', '..');
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test('a server started before its database waits for it, and then serves', async () => {
  const { url } = await freshDatabase();
  const door = await doorTo(url);
  const starting = startHall({ env: { DATABASE_URL: door.url, DATABASE_DEADLINE_MS: '1000' } });
  await expect.poll(() => door.turnedAway).toBeGreaterThan(TRIES_OF_SEVERAL_DEADLINES);
  door.open();
  const hall = await starting;
  ends.push(() => hall.stop());
  expect(await hall.get('/health')).toMatchObject({ halls: ['jingzhou'] });
});

test('a foreign database that comes later is waited for, and that is said', async () => {
  const { ownerUrl } = await freshDatabase();
  const door = await doorTo(ownerUrl);
  const said: string[] = [];
  const opening = openHallDatabase(ROOT, dataFolder(), door.url, (words) => said.push(words));
  await expect.poll(() => said).toHaveLength(1);
  door.open();
  expect(await opening).toMatchObject({ kind: 'external', appUrl: door.url });
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/Waiting for it, up to 60 s/);
  expect(said[0]).not.toContain(new URL(ownerUrl).password);
});

test('what no waiting mends is refused at once', async () => {
  const { ownerUrl } = await freshDatabase();
  const url = new URL(ownerUrl);
  url.password = 'wrong';
  const said: string[] = [];
  const opening = openHallDatabase(ROOT, dataFolder(), url.href, (words) => said.push(words));
  await expect(opening).rejects.toThrow(/user or password is refused/);
  expect(said).toEqual([]);
});

test('the wait has an end, with the reason', async () => {
  let attempts = 0;
  const work = () => {
    attempts += 1;
    return Promise.reject(new DatabaseUnreachable('switched off'));
  };
  const waiting = whenDatabaseAnswers(work, { waitMs: 800, onWaiting: () => undefined });
  await expect(waiting).rejects.toThrow('switched off');
  expect(attempts).toBeGreaterThanOrEqual(2);
});

interface Door {
  readonly url: string;
  readonly turnedAway: number;
  open(): void;
}

/** Stands before a database: turns everybody away until it is opened. */
async function doorTo(databaseUrl: string): Promise<Door> {
  const target = new URL(databaseUrl);
  let isOpen = false;
  let turnedAway = 0;
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (!isOpen) {
      turnedAway += 1;
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    get turnedAway() {
      return turnedAway;
    },
    open: () => {
      isOpen = true;
    },
  };
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-absent-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
