/**
 * How a screen starts: where it is, its key, its view; with what this browser kept from the last
 * time, so that a screen that starts while the server is away shows its last picture and says so.
 * Tries for ever, for nobody stands beside a screen to press a button.
 */
import { getJson } from '../../shared/client/api.ts';
import { deviceCredentials, NotEnrolled } from '../../shared/client/credentials.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { readKeptJson, writeKept } from '../../shared/client/storage.ts';
import type { Here } from '../../shared/protocol/http.ts';

const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 5_000;
const KEY = 'here';

/** Where this page is: as kept, else as the server says. A hall that changed reloads the page. */
export async function findHere(signal: AbortSignal): Promise<Here> {
  const kept = readKeptJson<Here>(KEY);
  const asked = untilItWorks(signal, () => getJson<Here>('/api/here'));
  const kepts = asked.then((here) => {
    writeKept(KEY, JSON.stringify(here));
    if (kept !== null && kept.hall !== here.hall) globalThis.location.reload();
    return here;
  });
  if (kept === null) return kepts;
  kepts.catch(() => undefined);
  return kept;
}

/** The screen's credentials; rejects with `NotEnrolled` alone. */
export async function screenCredentials(
  signal: AbortSignal,
  window?: number,
): Promise<Credentials> {
  return untilItWorks(signal, () => deviceCredentials('screen', window));
}

async function untilItWorks<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotEnrolled) throw error;
      signal.throwIfAborted();
    }
    const waitMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** tries);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    signal.throwIfAborted();
  }
}
