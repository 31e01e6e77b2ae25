/**
 * Decoding of what comes from outside: every command's shape and limits, once, for HTTP, tests and
 * tools. Unknown fields are dropped (an old server and a new page must get on); unknown commands,
 * wrong types and overlong texts are refused with the path of the first fault.
 */
import { z } from 'zod';
import {
  caseId,
  commandId,
  itemCode,
  packageCode,
  staffNo,
  ticketId,
  windowNo,
  zoneCode,
} from '../base/ids.ts';
import { CASE_OUTCOMES, PAUSE_REASONS } from '../hall/commands.ts';
import type { Command, RateCase } from '../hall/commands.ts';
import { LANGUAGES } from '../text/language.ts';

export const RATING_TEXT_MAX = 500;
const ITEMS_MAX = 50;
const TAGS_MAX = 8;
const CODE_MAX = 40;

const code = z.string().min(1).max(CODE_MAX);
const item = code.transform(itemCode);
const ticket = z
  .string()
  .regex(/^[A-Z]\d{3,6}$/)
  .transform(ticketId);
const oneCase = z
  .string()
  .regex(/^[A-Z]\d{3,6}-\d{1,3}$/)
  .transform(caseId);
const window = z.number().int().min(1).max(9999).transform(windowNo);
const instant = z.number().int().positive();
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const tags = z
  .array(code)
  .max(TAGS_MAX)
  .default([])
  .transform((list) => [...new Set(list)]);
const nonce = z.string().min(1).max(100);

const atWindow = <Type extends string>(type: Type) =>
  z.object({ type: z.literal(type), window: window.optional() });

/** Commands that people and devices may send; the system's own never come from outside. */
export const outsideCommandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('issueTicket'),
    items: z.array(item).max(ITEMS_MAX).default([]),
    package: code.transform(packageCode).optional(),
    class: code.optional(),
    language: z.enum(LANGUAGES).optional(),
  }),
  z.object({ type: z.literal('cancelTicket'), ticket }),
  z.object({ type: z.literal('reactivateTicket'), ticket }),
  z.object({ type: z.literal('reprintTicket'), ticket }),
  z.object({
    type: z.literal('openWindow'),
    window,
    clerk: code.transform(staffNo).optional(),
  }),
  z.object({
    type: z.literal('pauseWindow'),
    window: window.optional(),
    reason: z.enum(PAUSE_REASONS),
    returnAt: instant.optional(),
  }),
  atWindow('resumeWindow'),
  atWindow('closeWindow'),
  atWindow('callNext'),
  atWindow('recallTicket'),
  atWindow('markNoShow'),
  atWindow('undoCall'),
  atWindow('startService'),
  z.object({ type: z.literal('addCase'), window: window.optional(), item }),
  z.object({ type: z.literal('finishCase'), case: oneCase, outcome: z.enum(CASE_OUTCOMES) }),
  z.object({
    type: z.literal('assignWindow'),
    window,
    zones: z.union([z.literal('all'), z.array(code.transform(zoneCode)).min(1).max(20)]),
  }),
  z.object({
    type: z.literal('rateCase'),
    case: oneCase,
    nonce,
    level,
    tags,
    text: z.string().max(RATING_TEXT_MAX).optional(),
  }),
  z.object({ type: z.literal('declineRating'), case: oneCase, nonce }),
  z.object({ type: z.literal('touchPrompt'), window }),
]);

const envelope = z.object({
  commandId: z
    .string()
    .regex(/^[\w.:-]{8,100}$/)
    .transform(commandId),
});

/** The whole body of a command: the id of the press, and the command's own fields beside it. */
export const commandBody = z.intersection(envelope, outsideCommandSchema);

type Outside = z.output<typeof outsideCommandSchema>;
/** A rating as it came from outside, with the visitor's own words still in it. */
export type RatingCommand = RateCase & { readonly text?: string };
/** A decoded command as it came from outside. */
export type OutsideCommand =
  Exclude<Extract<Command, { type: Outside['type'] }>, RateCase> | RatingCommand;

export interface Decoded {
  readonly commandId: z.output<typeof envelope>['commandId'];
  readonly command: OutsideCommand;
}

/** Reads a command from JSON; `fault` names the first thing wrong with it. */
export function decodeCommand(body: unknown): Decoded | { readonly fault: string } {
  const head = envelope.safeParse(body);
  if (!head.success) return { fault: faultOf(head.error) };
  const rest = outsideCommandSchema.safeParse(body);
  if (!rest.success) return { fault: faultOf(rest.error) };
  return { commandId: head.data.commandId, command: withoutUndefined(rest.data) };
}

/** zod keeps absent optionals out, so the types differ by `undefined` alone. */
function withoutUndefined(command: Outside): OutsideCommand {
  return command as OutsideCommand;
}

function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'malformed';
  const path = issue.path.join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}

const clientMessage = z.union([
  z.object({ subscribe: z.string().max(200) }),
  z.object({ unsubscribe: z.string().max(200) }),
  z.object({ alive: z.literal(true) }),
]);

/** Reads a message from a live socket; null when it is none. */
export function decodeClientMessage(text: string): z.output<typeof clientMessage> | null {
  try {
    const parsed = clientMessage.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export const signInBody = z.object({
  staffNo: z.string().min(1).max(20),
  password: z.string().min(1).max(200),
  hall: z.string().max(40).optional(),
});
