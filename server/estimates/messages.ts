/** What the server and its worker of estimates say to each other. Plain data; the latest wins. */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import type { AdviceAnswer, AdviceQuestion } from '../../shared/forecast/advise/questions.ts';
import type { DayAccuracy } from '../../shared/forecast/estimate/accuracy.ts';
import type { Snapshot, TicketSnapshot } from '../../shared/forecast/estimate/snapshot.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Estimates } from '../../shared/hall/estimates.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import type { Expectations } from '../../shared/hall/expectations.ts';
import type { SentBefore } from './snapshot-pages.ts';

export type ToWorker =
  /** A version of a hall's configuration, before anything names it. */
  | { readonly kind: 'config'; readonly config: HallConfig }
  /** The next part of a past day's log; `isLast` ends the day. */
  | {
      readonly kind: 'events';
      readonly hall: HallId;
      readonly date: BusinessDate;
      readonly configVersion: number;
      readonly events: readonly StoredEvent[];
      readonly isLast: boolean;
    }
  /** Learn from the days that were told, for this day. */
  | {
      readonly kind: 'learn';
      readonly hall: HallId;
      readonly date: BusinessDate;
      readonly dates: readonly BusinessDate[];
      readonly configVersion: number;
      /** More days are on their way: the hall's calls do not go by what these teach. */
      readonly isAll: boolean;
    }
  /** Of a snapshot whose rest follows: who waits first. */
  | { readonly kind: 'page'; readonly id: number; readonly tickets: readonly TicketSnapshot[] }
  | { readonly kind: 'estimate'; readonly snapshot: Snapshot; readonly before?: SentBefore }
  | {
      readonly kind: 'advice';
      readonly id: number;
      readonly question: AdviceQuestion;
      readonly before?: SentBefore;
    };

export type FromWorker =
  | {
      readonly kind: 'learned';
      readonly hall: HallId;
      readonly date: BusinessDate;
      /** Null where there was nothing to learn from, or not all was told yet. */
      readonly expectations: Expectations | null;
      /** What past forecasts were worth, newest first. */
      readonly past: readonly DayAccuracy[];
    }
  | {
      readonly kind: 'estimates';
      readonly hall: HallId;
      /** The day of the snapshot: numbers begin anew with every day. */
      readonly date: BusinessDate;
      readonly estimates: Estimates;
    }
  | { readonly kind: 'advice'; readonly id: number; readonly answer: AdviceAnswer }
  /** A message that could not be worked on; the worker goes on. */
  | { readonly kind: 'fault'; readonly hall: HallId | null; readonly message: string };
