/** What the shell asks for by itself: time, paper, days, versions. Never from outside. */
import type {
  BusinessDate,
  CaseId,
  PackageCode,
  StaffNo,
  TicketId,
  WindowNo,
  ZoneCode,
} from '../base/ids.ts';
import type { Language } from '../text/language.ts';
import type { Pickup } from './command-words.ts';
import type { RatingLevel, Series } from './config.ts';
import type { Expectations } from './expectations.ts';
import type { PrintFailure } from './paper-events.ts';
import type { IssuedCase } from './visit-events.ts';

export interface RecordPrint {
  readonly type: 'recordPrint';
  readonly ticket: TicketId;
  readonly job: string;
  readonly outcome: 'printed' | 'failed' | 'unknown';
  readonly reason?: PrintFailure;
}

/** Ends what is overdue. `silentEvaluators`: windows whose evaluator is not there to be touched. */
export interface Tick {
  readonly type: 'tick';
  readonly silentEvaluators?: readonly WindowNo[];
  /** What only the shell knows, for alerts; absent where alerts are not looked at. */
  readonly facts?: HallFacts;
}

export interface HallFacts {
  /** Devices that should be heard and are not, `lobby-1`, since when. */
  readonly silent: readonly { readonly device: string; readonly sinceAt: number }[];
  readonly papers: readonly { readonly device: string; readonly percent: number }[];
}

/** A new version of the configuration, already stored, holds from now on. */
export interface PublishConfig {
  readonly type: 'publishConfig';
  readonly configVersion: number;
}

/** The first booking of a day to come opens its stream. */
export interface OpenBookings {
  readonly type: 'openBookings';
  readonly configVersion: number;
}

export interface OpenDay {
  readonly type: 'openDay';
  readonly configVersion: number;
}

export interface CloseDay {
  readonly type: 'closeDay';
  /** The day that opens in the same transaction; open tickets may be carried to it. */
  readonly nextDate?: BusinessDate;
}

/** Tickets that came over midnight, as they stood; the other half of `closeDay`. */
export interface BringOver {
  readonly type: 'bringOver';
  readonly fromDate: BusinessDate;
  readonly tickets: readonly CarriedTicket[];
}

export interface CarriedTicket {
  readonly ticket: TicketId;
  readonly series: Series;
  readonly number: number;
  readonly zone: ZoneCode;
  readonly package?: PackageCode;
  readonly language: Language;
  readonly arrivedAt: number;
  readonly class?: string;
  readonly creditMs?: number;
  readonly accessible?: true;
  readonly agent?: string;
  readonly pickup?: Pickup;
  /** Those not finished, with the stops that are left. */
  readonly cases: readonly IssuedCase[];
}

/** Written after a commit whose outcome is unknown, so that it can no longer arrive later. */
export interface Fence {
  readonly type: 'fence';
}

/** A restored database is behind the numbers already printed: they are passed over, visibly. */
export interface SkipNumbers {
  readonly type: 'skipNumbers';
  readonly series: string;
  readonly to: number;
}

/** What the hall has learned of its service times holds from now on. */
export interface SetExpectations {
  readonly type: 'setExpectations';
  readonly expectations: Expectations;
}

/** A rating by QR for a case of an earlier day, looked up by the shell. */
export interface RatePastCase {
  readonly type: 'ratePastCase';
  readonly date: BusinessDate;
  readonly case: CaseId;
  readonly serviceSeq: number;
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly finishedAt: number;
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly textHash?: string;
}
