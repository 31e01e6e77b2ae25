/**
 * What clerks wrote on what is missing besides the list. Written words stand in no view: the page
 * asks for them with its own key, once for each answer that the view tells of, and keeps them no
 * longer than it is open. What could not be read is asked again, a few times; then the page says so.
 */
import { getJson } from '../../shared/client/api.ts';
import type { CaseId } from '../../shared/base/ids.ts';
import type { TicketWords } from '../../shared/protocol/http.ts';
import type { PhoneCase } from '../../shared/views/ticket-page.ts';

const RETRY_MS = 3_000;
const ATTEMPTS_MAX = 20;

/** `none`: nothing was written. `gone`: it is kept no longer, or cannot be read. */
export type Written =
  | { readonly is: 'none' | 'reading' | 'gone' }
  | { readonly is: 'read'; readonly missing: readonly string[] };

export class WrittenWords {
  /** The cases that the last question was for. */
  #asked = '';
  #isRead = false;
  #attempts = 0;
  #words = new Map<CaseId, readonly string[]>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isStopped = false;
  readonly #token: string;
  readonly #onChange: () => void;

  constructor(token: string, onChange: () => void) {
    this.#token = token;
    this.#onChange = onChange;
  }

  /** A newer view has come: asks where it tells of words that were not asked for yet. */
  follow(cases: readonly PhoneCase[]): void {
    const asked = cases.filter(hasWords).map((row) => row.case);
    const key = asked.join(' ');
    if (key === this.#asked) return;
    this.#asked = key;
    this.#isRead = false;
    this.#attempts = 0;
    if (key !== '') void this.#read(key);
  }

  /** What is known of a case. */
  of(row: PhoneCase): Written {
    if (!hasWords(row)) return { is: 'none' };
    const missing = this.#words.get(row.case);
    if (missing) return { is: 'read', missing };
    return { is: this.#isRead || this.#attempts >= ATTEMPTS_MAX ? 'gone' : 'reading' };
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #read(key: string): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#attempts += 1;
    const isOld = () => this.#isStopped || key !== this.#asked;
    try {
      const { cases } = await getJson<TicketWords>(`/api/tickets/${this.#token}/words`);
      if (isOld()) return;
      this.#words = new Map(cases.map((row) => [row.case, row.missing]));
      this.#isRead = true;
    } catch {
      if (isOld()) return;
      if (this.#attempts < ATTEMPTS_MAX) {
        this.#timer = setTimeout(() => void this.#read(key), RETRY_MS);
      }
    }
    this.#onChange();
  }
}

function hasWords({ result }: PhoneCase): boolean {
  return result?.hasWords ?? false;
}
