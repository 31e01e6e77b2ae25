/**
 * One command at a time, from the press until the page shows what the server made of it. There is
 * no guessing ahead: after the answer the press stays in flight until the view has reached the
 * command's event, so the next press is always made on what is seen. The answer stays as a line in
 * the language in which it was given, and goes when another language is chosen.
 */
import { sendCommand } from '../../shared/client/send-command.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import type { Accepted } from '../../shared/protocol/messages.ts';
import type { Language } from '../../shared/text/language.ts';

const SHOWN_DEADLINE_MS = 1_500;

export interface PressOptions {
  readonly hall: () => string;
  readonly language: () => Language;
  readonly credentials?: Credentials | undefined;
  /** The newest (date, seq) on the page; null where the page shows no view. */
  readonly shown: () => { readonly date: string | null; readonly seq: number } | null;
  readonly onChange: () => void;
  /** For how long an answer stays; without it until the next one. */
  readonly lineMs?: number;
}

export interface AnswerLine {
  readonly tone: 'done' | 'refused';
  readonly words: string;
  /** The refusal's code, for a page that has a question to ask after it. */
  readonly code?: string;
}

export type Sendable = { readonly type: string } & Readonly<Record<string, unknown>>;

interface Said {
  readonly line: AnswerLine;
  readonly language: Language;
  readonly at: number;
  readonly lineMs: number;
}

export class Press {
  /** What is in flight, by a name that the page chooses; null when it may be pressed again. */
  inFlight: string | null = null;
  #said: Said | null = null;
  readonly #options: PressOptions;
  #seen: (() => void) | null = null;

  constructor(options: PressOptions) {
    this.#options = options;
  }

  /** The answer to the last press, while it still counts. */
  get line(): AnswerLine | null {
    if (this.#said === null) return null;
    const { line, at, lineMs, language } = this.#said;
    const isOver = performance.now() - at > lineMs;
    return isOver || language !== this.#options.language() ? null : line;
  }

  /**
   * What the page itself answers to a press that it does not send; null takes the line away. It
   * stays for `lineMs` where that is given, else as long as every answer.
   */
  say(line: AnswerLine | null, lineMs = this.#options.lineMs ?? Infinity): void {
    const { language, onChange } = this.#options;
    const at = performance.now();
    this.#said = line === null ? null : { line, language: language(), at, lineMs };
    onChange();
  }

  /** Sends unless another command is in flight; true when the server has done it. */
  async send(
    command: Sendable,
    done: (answer: Accepted) => string,
    name: string = command.type,
  ): Promise<boolean> {
    if (this.inFlight !== null) return false;
    const { hall, language, credentials, onChange } = this.#options;
    this.inFlight = name;
    onChange();
    const answer = await sendCommand(hall(), command, { credentials, language: language() });
    if (answer.outcome === 'accepted') {
      await this.#untilShown(answer);
      this.inFlight = null;
      const words = done(answer);
      this.say(words === '' ? null : { tone: 'done', words });
    } else {
      this.inFlight = null;
      this.say({ tone: 'refused', words: answer.message, code: answer.code });
    }
    return answer.outcome === 'accepted';
  }

  /** A newer view has come. */
  viewChanged(): void {
    this.#seen?.();
  }

  #untilShown(answer: Accepted): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#seen = null;
        resolve();
      };
      const timer = setTimeout(end, SHOWN_DEADLINE_MS);
      this.#seen = () => {
        if (this.#isShown(answer)) end();
      };
      this.#seen();
    });
  }

  #isShown({ date, seq }: Accepted): boolean {
    const shown = this.#options.shown();
    if (shown === null || shown.date === null) return shown === null;
    return shown.date > date || (shown.date === date && shown.seq >= seq);
  }
}
