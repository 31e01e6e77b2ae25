/** Staff sessions. The cookie is the server's; a page only learns who it is. */
import type { Session } from '../protocol/http.ts';
import type { Language } from '../text/language.ts';
import { ApiProblem, getJson, postJson } from './api.ts';

/** Who is signed in, or null for nobody; throws `ApiProblem` with status 0 when no answer came. */
export async function currentSession(): Promise<Session | null> {
  try {
    return await getJson<Session | null>('/api/session');
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** Signs in; a refusal is an `ApiProblem` with one sentence in the language. */
export async function signIn(
  staffNo: string,
  password: string,
  options: { readonly hall?: string; readonly language: Language },
): Promise<Session> {
  const { hall, language } = options;
  const body = { staffNo, password, ...(hall === undefined ? {} : { hall }) };
  return postJson<Session>('/api/sign-in', body, { language });
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await postJson<unknown>('/api/sign-out', {});
}
