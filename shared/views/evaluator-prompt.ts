/**
 * The rating device of one window: the clerk's card while idle, and at the end of a visit the cases
 * to rate. The nonce of a case lets this window's evaluator rate it once; it is minted by the shell
 * from a key outside the database and stands in no event.
 */
import type { CaseId, TicketId, WindowNo } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import type { RatingScaleLevel, RatingTag } from '../hall/config.ts';
import type { Day, Emergency, Prompt } from '../hall/day.ts';
import type { PromptOutcome } from '../hall/hall-events.ts';
import { windowOf } from '../hall/fold-windows.ts';
import { clerkAt } from '../hall/window.ts';
import type { Language, Names } from '../text/language.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';

/** Mints the single-use credential of a prompt: 128 bits, text. */
export type MintNonce = (id: CaseId, serviceSeq: number) => string;

export interface RatingScale {
  /** Best first. */
  readonly levels: readonly RatingScaleLevel[];
  readonly tags: readonly RatingTag[];
}

export interface EvaluatorView {
  readonly hallName: Names;
  readonly window: WindowNo;
  readonly windowName: Names;
  readonly clerk: ClerkCard | null;
  readonly status: 'closed' | 'idle' | 'calling' | 'serving' | 'paused';
  readonly emergency: Emergency | null;
  /** The visit to rate; null while there is none. */
  readonly prompt: {
    readonly ticket: TicketId;
    readonly language: Language;
    /** Ends by itself then; every touch moves it (command touchPrompt). */
    readonly deadlineAt: number;
    readonly cases: readonly {
      readonly case: CaseId;
      readonly name: Names;
      readonly nonce: string;
      /** Null while it can still be answered. */
      readonly outcome: PromptOutcome | null;
    }[];
    readonly scale: RatingScale;
  } | null;
}

/** The view of the topic `hall/{hall}/evaluator/{n}`; for that window's evaluator alone. */
export function evaluatorView(day: Day, no: WindowNo, nonceOf: MintNonce): EvaluatorView {
  const window = windowOf(day, no);
  const clerk = clerkAt(window);
  return {
    hallName: day.plan.config.name,
    window: no,
    windowName: must(day.plan.windows.get(no), `window ${String(no)}`).name,
    clerk: clerk === null ? null : clerkCard(day, clerk),
    status: window.state.status,
    emergency: day.emergency,
    prompt: promptOf(day, no, nonceOf),
  };
}

function promptOf(day: Day, no: WindowNo, nonceOf: MintNonce): EvaluatorView['prompt'] {
  const open = [...day.openPrompts].find((row) => row.window === no && row.deadlineAt !== null);
  if (!open || open.deadlineAt === null) return null;
  const visit = [...day.prompts.values()].filter((row) => row.ticket === open.ticket);
  return {
    ticket: open.ticket,
    language: day.tickets.get(open.ticket)?.language ?? 'zh-Hans',
    deadlineAt: open.deadlineAt,
    cases: visit.map((row) => ({
      case: row.case,
      name: nameOfCase(day, row),
      nonce: nonceOf(row.case, row.serviceSeq),
      outcome: row.outcome,
    })),
    scale: scaleOf(day),
  };
}

/** The hall's levels, five as the national table has them or four, and the tags of these alone. */
export function scaleOf(day: Day): RatingScale {
  const { levels, tags } = day.plan.config;
  const used = new Set(levels.map(({ level }) => level));
  return { levels, tags: tags.filter(({ level }) => used.has(level)) };
}

/** The name of the item that a prompt asks about. */
export function nameOfCase(day: Day, prompt: Prompt): Names {
  const row = day.tickets.get(prompt.ticket)?.cases.find((one) => one.id === prompt.case);
  return must(row && day.plan.items.get(row.item), `item of case ${prompt.case}`).name;
}
