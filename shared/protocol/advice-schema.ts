/**
 * The shape and the limits of what managers send about advice, and of a "what if" before anything is
 * applied. What was predicted of a plan goes over the page and back as the server sealed it.
 */
import { z } from 'zod';
import { staffNo, windowNo, zoneCode } from '../base/ids.ts';
import type { WhatIf } from '../forecast/advise/what-if.ts';
import { ADVICE_CHANGES_MAX } from '../hall/advice-changes.ts';
import { DISMISS_REASONS } from '../hall/advice.ts';
import type { AdviceChange } from '../hall/advice.ts';

const ZONES_MAX = 20;
const CODE_MAX = 40;
const PREDICTION_CHARS_MAX = 10_000;
const PLAN_MS = { min: 5 * 60_000, max: 8 * 60 * 60_000 };

const code = z.string().min(1).max(CODE_MAX);
const advice = z.string().regex(/^advice-\d{1,4}$/);
const window = z.number().int().min(1).max(9999).transform(windowNo);
const zone = code.transform(zoneCode);
const zones = z.union([z.literal('all'), z.array(zone).min(1).max(ZONES_MAX)]);

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), window, zones }),
  z.object({
    ...{ kind: z.literal('open'), window, clerk: code.transform(staffNo) },
    zones: zones.optional(),
  }),
  z.object({ kind: z.literal('close'), window }),
  z.object({ kind: z.literal('pauseLater'), window }),
]);
const changes = z.array(change).min(1).max(ADVICE_CHANGES_MAX);

/** Commands of managers; members of the one union of commands from outside. */
export const adviceCommands = [
  z.object({ type: z.literal('applyAdvice'), advice }),
  z.object({
    type: z.literal('dismissAdvice'),
    advice,
    reason: z.enum(DISMISS_REASONS).optional(),
  }),
  z.object({ type: z.literal('revertAdvice'), advice }),
  z.object({
    type: z.literal('applyPlan'),
    changes,
    forMs: z.number().int().min(PLAN_MS.min).max(PLAN_MS.max).optional(),
    prediction: z.string().max(PREDICTION_CHARS_MAX).optional(),
  }),
] as const;

/** The body of `POST /api/halls/{hall}/what-if`. */
export const whatIfSchema = z.object({ changes });

/** The answer to it. */
export interface WhatIfAnswer extends WhatIf {
  /** Sealed by the server; comes back with `applyPlan`. */
  readonly prediction: string;
}

/** Reads what is to be tried; `fault` names the first thing wrong with it. */
export function decodeWhatIf(
  body: unknown,
): { readonly changes: readonly AdviceChange[] } | { readonly fault: string } {
  const read = whatIfSchema.safeParse(body);
  if (!read.success) return { fault: read.error.issues[0]?.path.join('.') ?? 'changes' };
  // zod keeps absent optionals out, so the types differ by `undefined` alone.
  return { changes: read.data.changes as AdviceChange[] };
}
