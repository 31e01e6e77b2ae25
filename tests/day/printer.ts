/**
 * The paper tray: looks at the demo's simulated printer often enough to see every paper, for it
 * keeps only the last ones. Its own ids tell whether one was missed; an id that starts anew is
 * another printer. Also takes the paper away for a while, as happens in halls.
 */
import { LANGUAGES } from '../../shared/text/language.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import { pause } from './clock.ts';
import type { HallDay } from './day.ts';
import type { Recorder } from './recorder.ts';

const PATH = '/api/printer-simulator';
const LOOK_EVERY_WALL_MS = 500;
/** Day and case, as the slip's foot has them. */
const SLIP_CASE = /\d{4}-\d{2}-\d{2}\/[A-Z]\d{3,6}(?:~\d{4})?-\d+/;
const REPRINT_WORDS = LANGUAGES.map((language) => ticketText[language].reprint);

interface TrayPaper {
  readonly id: number;
  readonly number: string | null;
  readonly qr: string | null;
  readonly isCut: boolean;
  readonly lines: readonly string[];
}

export class PaperTray {
  readonly #day: HallDay;
  readonly #recorder: Recorder;
  #lastId = 0;
  #first = true;

  constructor(day: HallDay) {
    this.#day = day;
    this.#recorder = day.recorder;
  }

  /** Looks until the day is over. */
  async watch(): Promise<void> {
    while (!this.#day.over.aborted) {
      await this.look();
      await pause(LOOK_EVERY_WALL_MS, this.#day.over);
    }
  }

  /** Takes out what has come since the last look; papers from before the first look are not ours. */
  async look(): Promise<void> {
    const { http } = this.#day.api;
    const reply = await http.send({ method: 'GET', path: `${PATH}/tickets` }).catch(() => null);
    if (reply?.status !== 200) return;
    const { tickets } = reply.body as { readonly tickets: readonly TrayPaper[] };
    const newest = tickets[0]?.id ?? 0;
    if (this.#first) {
      this.#first = false;
      this.#lastId = newest;
      return;
    }
    if (newest < this.#lastId) this.#lastId = 0;
    const fresh = tickets.filter((paper) => paper.id > this.#lastId);
    this.#recorder.papersUnseen += Math.max(0, newest - this.#lastId - fresh.length);
    this.#lastId = newest;
    for (const paper of fresh.reverse()) this.#keep(paper);
  }

  /** Sets the printer's state: `paper-out`, `ok`. */
  async set(state: string): Promise<void> {
    const { http } = this.#day.api;
    const sending = { method: 'PUT', path: `${PATH}/status`, body: { state } } as const;
    for (let tries = 0; tries < 10; tries += 1) {
      const reply = await http.send(sending).catch(() => null);
      if (reply?.status === 200) return;
      await pause(500, this.#day.over);
    }
    this.#recorder.trouble(`the printer could not be set to ${state}`);
  }

  #keep(paper: TrayPaper): void {
    this.#recorder.papers.push({
      id: paper.id,
      number: paper.number,
      slipOf: slipOf(paper),
      token: paper.qr?.split('#')[1] ?? null,
      reprint: paper.lines.some((line) => REPRINT_WORDS.some((word) => line.includes(word))),
      whole: paper.isCut,
    });
  }
}

/** The case that a slip names; a ticket names none. */
function slipOf({ number, lines }: TrayPaper): string | null {
  if (number !== null) return null;
  return SLIP_CASE.exec(lines.join('\n'))?.[0] ?? null;
}
