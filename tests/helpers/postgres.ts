import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase } from '../../server/storage/database.ts';
import { PATIENT_MS } from './patience.ts';
import { TEMPLATE, withDatabaseName } from './test-postgres.ts';

export interface FreshDatabase {
  /** For serving: the role yichuang_app. */
  readonly url: string;
  /** Owns the tables. */
  readonly ownerUrl: string;
  /** May do anything, e.g. pg_terminate_backend. */
  readonly adminUrl: string;
}

/**
 * A database of its own for a test, migrated: a copy of the run's template. For the projects
 * integration and browser. It goes with the whole server at the end of the run: dropping one would
 * make the others wait for a checkpoint.
 */
export async function freshDatabase(options?: { empty?: boolean }): Promise<FreshDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = options?.empty === true ? 'template1' : TEMPLATE;
  await administer(
    server.adminUrl,
    `create database ${name} template ${template} owner yichuang_owner`,
  );
  return {
    url: withDatabaseName(server.appUrl, name),
    ownerUrl: withDatabaseName(server.ownerUrl, name),
    adminUrl: withDatabaseName(server.adminUrl, name),
  };
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const admin = openDatabase(adminUrl, { max: 1, name: 'tests', deadlineMs: PATIENT_MS });
  try {
    await admin.sql.unsafe(statement);
  } finally {
    await admin.close();
  }
}
