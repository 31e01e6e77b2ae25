/**
 * What one paper ticket says, as plain data: the same for the printer, the kiosk's picture and
 * tests. Assumes that the maker has already chosen the names of the ticket's language. Promises
 * nothing personal: no name, no identity number, no phone; the QR holds an opaque token.
 */
import type { Language } from '../text/language.ts';

export type PrintedTicket = {
  /** Names this printing: the same id never prints twice; a reprint has its own. */
  readonly jobId: string;
  readonly language: Language;
  /** A second paper for a number that already stands; it says 补打 and keeps the number. */
  readonly reprint: boolean;
  readonly hallName: string;
  /** Series and counter as called, e.g. B012. */
  readonly number: string;
  readonly zoneName: string;
  /** Numbers of the windows that may call it; empty when only the screens will tell. */
  readonly windows: readonly number[];
  /** Floor and way, e.g. 2楼东侧. */
  readonly wayText?: string | undefined;
  readonly itemNames: readonly string[];
  /** Of a package: how long its matters take at the windows, e.g. 约 45 分钟. */
  readonly serviceText?: string | undefined;
  readonly peopleAhead: number;
  /** By when it is expected, or promised, to be called, e.g. 预计 10:42 前叫到您. */
  readonly waitText?: string | undefined;
  /** The booked time of an appointment, or from when a result can be fetched. */
  readonly whenText?: string | undefined;
  /** Of a number that came over midnight: from which day. */
  readonly carriedText?: string | undefined;
  /** What holds after a missed call, or what did when this visitor came back. */
  readonly missText?: string | undefined;
  /** Instant, in ms since 1970. */
  readonly issuedAt: number;
  /** The same instant by the hall's clock, e.g. 2026-11-23 08:31. */
  readonly issuedAtText: string;
  readonly qrUrl: string;
  /** Names of what to bring, mandatory ones first. */
  readonly materials: readonly string[];
};
