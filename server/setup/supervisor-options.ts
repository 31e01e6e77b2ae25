// What the supervisor is told by arguments and environment, checked before anything is started.
//
// Whatever cannot be used is refused with one sentence: a port that is none, a number of servers
// beyond the machine. Whether a hall of that name exists, the server knows. Paths come out absolute.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { SetupError } from './setup-error.ts';

const DEFAULT_HALL = 'jingzhou';
const HALL_CODE = /^[a-z][a-z0-9-]{1,30}$/;

export interface SupervisorOptions {
  readonly hall: string;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Null: the machine's clock. */
  readonly hallClock: string | null;
  /** Server processes on the one port. */
  readonly servers: number;
  readonly printerPort: number;
}

/** Reads arguments and environment; a value that makes no sense is refused in one sentence. */
export function supervisorOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): SupervisorOptions {
  return {
    hall: hallOf(args),
    port: integer('PORT', env['PORT'], 3000, 65_535),
    host: text(env['HOST']) ?? '127.0.0.1',
    dataDir: resolve(text(env['DATA_DIR']) ?? 'data'),
    databaseUrl: databaseUrl(text(env['DATABASE_URL'])),
    hallClock: text(env['HALL_CLOCK']),
    servers: Math.max(1, integer('SERVERS', env['SERVERS'], 1, availableParallelism() * 4)),
    printerPort: integer('PRINTER_PORT', env['PRINTER_PORT'], 9100, 65_535),
  };
}

function hallOf(args: readonly string[]): string {
  let name = DEFAULT_HALL;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg.startsWith('--hall=')) name = arg.slice('--hall='.length);
    else if (arg === '--hall') name = args[(index += 1)] ?? '';
    else throw new SetupError(`Unknown argument ${arg}: only --hall CODE is known.`);
  }
  if (HALL_CODE.test(name)) return name;
  throw new SetupError(`--hall needs the code of a hall, such as ${DEFAULT_HALL}, not "${name}".`);
}

function integer(name: string, value: string | undefined, fallback: number, max: number): number {
  const given = text(value);
  if (given === null) return fallback;
  const number = Number(given);
  if (/^\d+$/.test(given) && number <= max) return number;
  throw new SetupError(`${name} must be a whole number from 0 to ${max}, not "${given}".`);
}

function databaseUrl(value: string | null): string | null {
  if (value === null) return null;
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new SetupError('DATABASE_URL must look like postgres://user:password@host:5432/database.');
}

function text(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
