/**
 * What goes over the live socket, as JSON texts. The page says what it wants to see; the server
 * sends whole views, the latest wins, and a beat every two seconds, from which a page knows that it
 * is still connected, and what the hall's clock says (a demo's may run fast).
 */
import type { BusinessDate } from '../base/ids.ts';
import type { RefusalCode } from '../hall/refusal.ts';
import type { ViewOf } from './topics.ts';

/**
 * Silence after which a page says that what it shows may be old: two missed beats, and early enough
 * that it is painted within five seconds of the last word, on a slow machine too.
 */
export const STALE_AFTER_MS = 4_500;
export const BEAT_EVERY_MS = 2_000;

export interface Subscribe {
  readonly subscribe: string;
}
export interface Unsubscribe {
  readonly unsubscribe: string;
}
/** A surface says that it lives and draws; the evaluator's is what tells `deviceFault`. */
export interface DeviceBeat {
  readonly alive: true;
}
export type ClientMessage = Subscribe | Unsubscribe | DeviceBeat;

export interface ViewMessage<Kind extends keyof ViewOf = keyof ViewOf> {
  readonly topic: string;
  readonly date: BusinessDate;
  readonly seq: number;
  readonly view: ViewOf[Kind];
}
export interface Beat {
  readonly beat: true;
  /** The hall's clock, epoch ms, and how fast it runs. */
  readonly at: number;
  readonly speed: number;
}
export interface TopicRefused {
  readonly topic: string;
  readonly refused: 'unknown-topic' | 'forbidden' | 'too-many-topics';
}
export type ServerMessage = ViewMessage | Beat | TopicRefused;

/** The answer to `POST /api/halls/{hall}/commands`. */
export interface Accepted {
  readonly outcome: 'accepted';
  /** The last event of the command, in the stream of `date`. */
  readonly date: BusinessDate;
  readonly seq: number;
  /** The ticket that the command was about: its id, which is the printed number. */
  readonly ticket?: string;
  readonly case?: string;
  readonly window?: number;
  readonly callSeq?: number;
  /** Of issueTicket alone: people ahead, and the key of the visitor's own page. */
  readonly ahead?: number;
  readonly token?: string;
}
export interface Refused {
  readonly outcome: 'refused';
  readonly code: RefusalCode | ShellRefusal;
  /** One sentence in the asked language. */
  readonly message: string;
}
/** Refusals of the shell, with the status that they come with. */
export const SHELL_REFUSALS = {
  malformed: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'unknown-hall': 404,
  'not-found': 404,
  'too-large': 413,
  'command-id-reused': 409,
  'version-moved': 409,
  'wrong-password': 401,
  'too-many-tries': 429,
  unavailable: 503,
} as const;
export type ShellRefusal = keyof typeof SHELL_REFUSALS;
export type Answer = Accepted | Refused;
