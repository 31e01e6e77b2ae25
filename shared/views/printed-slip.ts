/**
 * What one slip says, as plain data: a one-time notice, an acceptance with gaps, a refusal, a
 * receipt. The maker has chosen the names of the visitor's language and written dates and reasons
 * out. Promises nothing personal; a one-time notice names all that is missing, for it is given once.
 */
import type { SlipKind } from '../hall/paper-events.ts';
import type { Language } from '../text/language.ts';

export type PrintedSlip = {
  /** Names this printing: the same id never prints twice. */
  readonly jobId: string;
  readonly language: Language;
  readonly kind: SlipKind;
  readonly hallName: string;
  /** The ticket that the case belongs to, as called. */
  readonly number: string;
  readonly itemName: string;
  /** Names of what is missing; empty on a refusal and a receipt. */
  readonly missing: readonly string[];
  /** Why it was refused, a sentence. */
  readonly reasonText?: string | undefined;
  /** `2026-11-30`, hall dates. */
  readonly supplyByText?: string | undefined;
  readonly dueOnText?: string | undefined;
  /** Date and time from which the result can be fetched. */
  readonly readyAtText?: string | undefined;
  /** What names the case when its result is fetched, `2026-11-23/B012-1`. */
  readonly caseText: string;
  readonly window: number | null;
  readonly atText: string;
  readonly qrUrl: string;
};
