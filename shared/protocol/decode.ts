/**
 * Decoding of what comes from outside: every command's shape and limits, once, for HTTP, tests and
 * tools. Unknown fields are dropped (an old server and a new page must get on); unknown commands,
 * wrong types and overlong texts are refused with the path of the first fault.
 */
import { z } from 'zod';
import { commandId } from '../base/ids.ts';
import type { ApplyPlan } from '../hall/advice-commands.ts';
import type { Command } from '../hall/commands.ts';
import type { BookAppointment, CheckIn, RateCase } from '../hall/hall-commands.ts';
import type { FinishCase, GrantGreenChannel, ReprintSlip } from '../hall/visit-commands.ts';
import { outsideCommandSchema } from './command-schema.ts';

/**
 * The server names its own commands so, `rollover:hall:date`. Whoever sent one of these names first
 * would have the server's command taken for a repeated one, and not done.
 */
const SYSTEM_ID =
  /^(advise|bookings|expectations|fence|print|publish|rollover|score|skip|terminal|tick):/;

const envelope = z.object({
  commandId: z
    .string()
    .regex(/^[\w.:-]{8,100}$/)
    .refine((id) => !SYSTEM_ID.test(id))
    .transform(commandId),
});

/** The whole body of a command: the id of the press, and the command's own fields beside it. */
export const commandBody = z.intersection(envelope, outsideCommandSchema);

type Outside = z.output<typeof outsideCommandSchema>;
/** Commands that come with something which must not reach an event: words, a number, a key. */
export type RatingCommand = RateCase & { readonly text?: string };
export type BookingCommand = BookAppointment & { readonly identity?: string };
export type CheckInCommand = CheckIn & { readonly identity?: string };
export type FinishCommand = Omit<FinishCase, 'missingHash'>;
export type GreenCommand = GrantGreenChannel & { readonly note?: string };
export type SlipCommand = Omit<ReprintSlip, 'isShown'> & { readonly token?: string };
export type PlanCommand = Omit<ApplyPlan, 'figures'> & { readonly prediction?: string };
type Taken = RateCase | BookAppointment | CheckIn | FinishCase | GrantGreenChannel;
type Bare = Taken | ReprintSlip | ApplyPlan;
/** A decoded command as it came from outside. */
export type OutsideCommand =
  | Exclude<Extract<Command, { type: Outside['type'] }>, Bare>
  | RatingCommand
  | BookingCommand
  | CheckInCommand
  | FinishCommand
  | GreenCommand
  | PlanCommand
  | SlipCommand;

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
