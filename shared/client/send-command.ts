/**
 * Sends one command. One press has one commandId; what got lost on the way is sent again with the
 * same id, so that the server does it once whatever happened to the answer. Never throws: what
 * could not be said in time comes back as a refusal `unavailable`, in words.
 */
import type { Answer } from '../protocol/messages.ts';
import { commonText } from '../text/common.ts';
import type { Language } from '../text/language.ts';
import { ApiProblem, postJson } from './api.ts';
import type { Credentials } from './authorisation.ts';
import { renewDeviceKey } from './credentials.ts';

const DEADLINE_MS = 10_000;
/** Above the server's own 1.5 s for a slow database, below a visitor's patience. */
const ATTEMPT_MS = 4_000;
const PAUSES_MS = [200, 500, 1_000, 2_000];

export interface SendOptions {
  readonly credentials?: Credentials | undefined;
  readonly language: Language;
  /** Give the id of an earlier press to repeat exactly that press. */
  readonly commandId?: string | undefined;
  readonly deadlineMs?: number | undefined;
}

/** Sends a command to the hall and answers as the server did. */
export async function sendCommand(
  hall: string,
  command: { readonly type: string } & Readonly<Record<string, unknown>>,
  options: SendOptions,
): Promise<Answer> {
  const path = `/api/halls/${encodeURIComponent(hall)}/commands`;
  const body = { ...command, commandId: options.commandId ?? newCommandId() };
  const { credentials, language } = options;
  const endsAt = performance.now() + (options.deadlineMs ?? DEADLINE_MS);
  let renewed = false;
  for (let attempt = 0; ; attempt += 1) {
    const leftMs = endsAt - performance.now();
    if (leftMs <= 0) return unavailable(language);
    const deadlineMs = Math.ceil(Math.min(ATTEMPT_MS, leftMs));
    try {
      return await postJson<Answer>(path, body, { credentials, language, deadlineMs });
    } catch (error) {
      if (!(error instanceof ApiProblem)) return unavailable(language);
      if (error.status === 401 && !renewed && (await renewDeviceKey(credentials))) {
        renewed = true;
        continue;
      }
      if (!mayPass(error)) return refusalOf(error, language);
    }
    const pauseMs = PAUSES_MS[attempt] ?? PAUSES_MS.at(-1) ?? 0;
    if (performance.now() + pauseMs >= endsAt) return unavailable(language);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** An id for one press. */
export function newCommandId(): string {
  // randomUUID needs a secure context; a kiosk may reach the hall's server by plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function mayPass({ status }: ApiProblem): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

function refusalOf(error: ApiProblem, language: Language): Answer {
  if (error.code === 'unknown') return unavailable(language);
  const code = error.code as Extract<Answer, { outcome: 'refused' }>['code'];
  return { outcome: 'refused', code, message: error.message };
}

function unavailable(language: Language): Answer {
  const message = commonText[language].unavailable;
  return { outcome: 'refused', code: 'unavailable', message };
}
