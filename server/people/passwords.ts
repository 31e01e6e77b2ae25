/** Passwords, hashed with argon2id; the parameters stand in the hash, so that they may grow. */
import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { sameSecret } from '../secrets.ts';

const argon2id = promisify(argon2);

/** OWASP's second choice: 19 MiB, two passes, one lane; about 30 ms here. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

/** `argon2id$memory$passes$salt$tag`, base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, COST.memory, COST.passes);
  return ['argon2id', COST.memory, COST.passes, salt.toString('base64'), tag].join('$');
}

/** Whether the password belongs to the hash; a malformed hash belongs to none. */
export async function passwordFits(password: string, hash: string): Promise<boolean> {
  const [name, memory, passes, salt, tag] = hash.split('$');
  if (name !== 'argon2id' || !salt || !tag) return false;
  const found = await tagOf(password, Buffer.from(salt, 'base64'), Number(memory), Number(passes));
  return sameSecret(found, tag);
}

async function tagOf(
  password: string,
  nonce: Buffer,
  memory: number,
  passes: number,
): Promise<string> {
  const message = password.normalize('NFKC');
  const { parallelism } = COST;
  const parameters = { message, nonce, parallelism, memory, passes, tagLength: TAG_BYTES };
  const tag = await argon2id('argon2id', parameters);
  return tag.toString('base64');
}
