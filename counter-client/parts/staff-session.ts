/**
 * Who sits at this page: asks where the page is and who is signed in, again and again until the
 * server answers, signs in and out. Passwords are passed on and never kept.
 */
import { ApiProblem, getJson } from '../../shared/client/api.ts';
import { currentSession, signIn, signOut } from '../../shared/client/session.ts';
import type { Here, Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';

const RETRY_MS = 2_000;

export type Standing = 'loading' | 'unreachable' | 'signed-out' | 'signed-in';

export class StaffSession {
  standing: Standing = 'loading';
  here: Here | null = null;
  session: Session | null = null;
  /** Why the last try to sign in failed, in words. */
  problem: string | null = null;
  isSigningIn = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  start(): void {
    this.#isStopped = false;
    void this.#ask();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** The session as the server knows it now, e.g. with the window that was opened since. */
  async refresh(): Promise<void> {
    await this.#ask();
  }

  async signIn(staffNo: string, password: string, language: Language): Promise<void> {
    if (this.isSigningIn) return;
    this.isSigningIn = true;
    this.problem = null;
    this.#onChange();
    try {
      this.session = await signIn(staffNo.trim().toUpperCase(), password, { language });
      this.standing = 'signed-in';
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isSigningIn = false;
    this.#onChange();
  }

  async signOut(): Promise<void> {
    try {
      await signOut();
      this.session = null;
      this.standing = 'signed-out';
    } catch {
      void this.#ask();
    }
    this.#onChange();
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      this.here ??= await getJson<Here>('/api/here');
      this.session = await currentSession();
      this.standing = this.session === null ? 'signed-out' : 'signed-in';
    } catch (error) {
      if (this.session === null) this.standing = 'unreachable';
      if (!this.#isStopped && error instanceof ApiProblem) {
        this.#timer = setTimeout(() => void this.#ask(), RETRY_MS);
      }
    }
    if (!this.#isStopped) this.#onChange();
  }
}
