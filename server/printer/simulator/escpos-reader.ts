// Reads an ESC/POS stream as a printer does: bytes come in any slices, tickets and status
// requests come out. Independent of our encoder: GB18030 is read by the platform's TextDecoder.
// Promises to hold at most PENDING_BYTES_MAX of an unfinished command and TICKET_BYTES_MAX of a
// ticket's raw bytes. Surprise: DLE EOT is answered in its place in the stream, not before it.
import { commandOf } from './escpos-commands.ts';
import { Paper } from './paper.ts';
import type { ReadTicket } from './read-ticket.ts';

const PENDING_BYTES_MAX = 256 * 1024;
const TICKET_BYTES_MAX = 64 * 1024;
const DLE = 0x10;
const EOT = 0x04;
const LF = 0x0a;
const CR = 0x0d;

export type ReaderEvents = {
  readonly onTicket: (ticket: ReadTicket) => void;
  /** DLE EOT n. */
  readonly onStatusRequest: (n: number) => void;
};

export class EscposReader {
  readonly #events: ReaderEvents;
  readonly #paper: Paper;
  readonly #decoder = new TextDecoder('gb18030');
  #pending: Buffer = Buffer.alloc(0);
  #raw: Buffer[] = [];
  #rawBytes = 0;
  #printBytes = 0;

  constructor(events: ReaderEvents) {
    this.#events = events;
    this.#paper = new Paper((ticket) => {
      events.onTicket({ ...ticket, bytes: Buffer.concat(this.#raw) });
      this.#raw = [];
      this.#rawBytes = 0;
    });
  }

  /** Bytes received so far that were to be printed, without status requests. */
  get printBytes(): number {
    return this.#printBytes + (this.#pending[0] === DLE ? 0 : this.#pending.length);
  }

  /** Takes the next bytes. */
  feed(bytes: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    for (;;) {
      const length = this.#lengthOfNext();
      if (length === null || length > this.#pending.length) break;
      const piece = this.#pending.subarray(0, length);
      this.#pending = this.#pending.subarray(length);
      this.#take(piece);
    }
    if (this.#pending.length > PENDING_BYTES_MAX) this.#pending = Buffer.alloc(0);
  }

  /** The connection ended: what was printed without a cut is a half ticket. */
  end(): void {
    this.#paper.breakOff();
  }

  /** Bytes of the next command or character, or null while that is unknown. */
  #lengthOfNext(): number | null {
    const [first, second, third] = this.#pending;
    if (first === undefined) return null;
    if (first === DLE) return second === undefined ? null : second === EOT ? 3 : 1;
    if (first === 0x1b || first === 0x1c || first === 0x1d) {
      if (second === undefined) return null;
      const command = commandOf(first, second);
      if (!command) return 2;
      const length = command.length(this.#pending.subarray(2));
      return length === null ? null : 2 + length;
    }
    if (first < 0x80 || !this.#paper.isChinese) return 1;
    if (second === undefined) return null;
    const isFour = second >= 0x30 && second <= 0x39;
    return isFour ? (third === undefined ? null : 4) : 2;
  }

  #take(piece: Buffer): void {
    const first = piece[0] ?? 0;
    if (first === DLE && piece.length === 3) {
      this.#events.onStatusRequest(piece[2] ?? 0);
      return;
    }
    this.#printBytes += piece.length;
    this.#rawBytes += piece.length;
    if (this.#rawBytes <= TICKET_BYTES_MAX) this.#raw.push(Buffer.from(piece));
    if (first === LF) this.#paper.newLine();
    else if (first >= 0x80) this.#paper.write(this.#char(piece));
    else if (first >= 0x20) this.#paper.write(String.fromCharCode(first));
    else if (piece.length > 1) this.#command(piece);
    else if (first !== CR) this.#paper.note(`byte ${first}`);
  }

  #command(piece: Buffer): void {
    const [lead = 0, code = 0] = piece;
    const command = commandOf(lead, code);
    if (command) command.run(this.#paper, piece.subarray(2));
    else this.#paper.note(`command ${lead} ${code}`);
  }

  #char(piece: Buffer): string {
    if (!this.#paper.isChinese) {
      this.#paper.note(`byte ${piece[0] ?? 0} outside Chinese mode`);
      return '?';
    }
    return this.#decoder.decode(piece);
  }
}
