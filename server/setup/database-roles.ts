// Two roles: yichuang_owner migrates, yichuang_app serves and may only do what migrations grant.
//
// In the embedded PostgreSQL both have their own password. On a foreign one the given role stays
// the owner; when it may create roles, serving gets a login role of its own that is a member of
// yichuang_app, so that several installations on one server do not share a password.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { openDatabase, type Sql } from '../storage/database.ts';
import type { Credentials } from './embedded-postgres/credentials.ts';
import { writeWhole } from './whole-file.ts';

const SETUP_DEADLINE_MS = 10_000;

/** The address with another role and password in it. */
export function roleUrl(url: string, role: string, password: string): string {
  const made = new URL(url);
  made.username = role;
  made.password = password;
  return made.href;
}

/** In the embedded cluster: makes both roles and the database, whichever is missing. */
export async function ensureRoles(adminUrl: string, credentials: Credentials): Promise<void> {
  await withDatabase(adminUrl, async (sql) => {
    await ensureLogin(sql, 'yichuang_owner', credentials.ownerPassword);
    await ensureLogin(sql, 'yichuang_app', credentials.appPassword);
    const found = await sql`select 1 from pg_database where datname = 'yichuang'`;
    if (found.length === 0) await sql.unsafe('create database yichuang owner yichuang_owner');
  });
}

/**
 * On a foreign server: the address to serve with. Null when the given role may not create roles;
 * then it serves as well. `keptPath` holds the made address between starts.
 */
export async function ensureForeignApp(url: string, keptPath: string): Promise<string | null> {
  return withDatabase(url, async (sql) => {
    const [me] = await sql<{ may: boolean }[]>`
      select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user`;
    if (me?.may !== true) return null;
    const kept = keptUrl(keptPath, url);
    if (kept !== null && (await answers(kept))) return kept;
    const group = await sql`select 1 from pg_roles where rolname = 'yichuang_app'`;
    if (group.length === 0) await sql.unsafe('create role yichuang_app nologin');
    const role = `yichuang_app_${randomBytes(4).toString('hex')}`;
    const password = randomBytes(24).toString('base64url');
    await ensureLogin(sql, role, password);
    await sql.unsafe(`grant yichuang_app to ${role}`);
    const made = roleUrl(url, role, password);
    writeWhole(keptPath, `${JSON.stringify({ url: made })}\n`, 0o600);
    return made;
  });
}

/** Whether migrations granted anything: not where they ran before the role could be made. */
export async function appMayServe(url: string): Promise<boolean> {
  return withDatabase(url, async (sql) => {
    const granted = await sql`
      select 1 from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and has_table_privilege('yichuang_app', oid, 'SELECT')
      limit 1`;
    return granted.length > 0;
  });
}

/** Whether the server can be reached with this address. */
async function answers(url: string): Promise<boolean> {
  return withDatabase(url, async (sql) => {
    try {
      await sql`select 1`;
      return true;
    } catch {
      return false;
    }
  });
}

/** The kept address, unless DATABASE_URL has since come to mean another server or database. */
function keptUrl(path: string, url: string): string | null {
  if (!existsSync(path)) return null;
  const kept = (JSON.parse(readFileSync(path, 'utf8')) as { url: string }).url;
  const [a, b] = [new URL(kept), new URL(url)];
  return a.host === b.host && a.pathname === b.pathname ? kept : null;
}

/** The password is our own base64url text, so it needs no escaping. */
async function ensureLogin(sql: Sql, role: string, password: string): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${role}`;
  const verb = found.length === 0 ? 'create' : 'alter';
  await sql.unsafe(`${verb} role ${role} with login password '${password}'`);
}

async function withDatabase<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const database = openDatabase(url, {
    max: 1,
    name: 'yichuang-setup',
    deadlineMs: SETUP_DEADLINE_MS,
  });
  try {
    return await work(database.sql);
  } finally {
    await database.close();
  }
}
