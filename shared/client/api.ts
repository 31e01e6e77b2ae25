/** HTTP with a deadline. Every failure is an `ApiProblem`; status 0 means that no answer came. */
import type { Refused } from '../protocol/messages.ts';
import { authorisation } from './authorisation.ts';
import type { Credentials } from './authorisation.ts';

const DEADLINE_MS = 8_000;

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface RequestOptions {
  readonly credentials?: Credentials | undefined;
  readonly language?: string | undefined;
  readonly deadlineMs?: number | undefined;
}

/** `GET path`, its JSON; throws `ApiProblem`. */
export async function getJson<T>(
  path: string,
  credentials?: Credentials,
  options: RequestOptions = {},
): Promise<T> {
  return (await send('GET', path, undefined, { ...options, credentials })) as T;
}

/** `POST path` with a JSON body, its JSON (null for an empty answer); throws `ApiProblem`. */
export async function postJson<T>(
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<T> {
  return (await send('POST', path, body, options)) as T;
}

/** `PUT path` with a JSON body, its JSON (null for an empty answer); throws `ApiProblem`. */
export async function putJson<T>(
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<T> {
  return (await send('PUT', path, body, options)) as T;
}

async function send(
  method: string,
  path: string,
  body: unknown,
  { credentials, language, deadlineMs }: RequestOptions,
): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (language !== undefined) headers['accept-language'] = language;
  const init: RequestInit = {
    method,
    headers: { ...headers, ...authorisation(credentials) },
    signal: AbortSignal.timeout(deadlineMs ?? DEADLINE_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const answer = await attempt(path, init);
  if (answer.ok) return answer.json;
  const { code, message } = (answer.json ?? {}) as Partial<Refused>;
  throw new ApiProblem(answer.status, code ?? 'unknown', message ?? `HTTP ${answer.status}`);
}

async function attempt(path: string, init: RequestInit) {
  try {
    const response = await fetch(path, init);
    const text = await response.text();
    return { ok: response.ok, status: response.status, json: parsed(text) };
  } catch (error) {
    throw new ApiProblem(0, 'no-answer', error instanceof Error ? error.message : 'no answer');
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
