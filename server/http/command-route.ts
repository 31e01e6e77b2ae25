/**
 * `POST /api/halls/{hall}/commands`: the one way in. Proves who asks, reads the body, checks the
 * nonce of a rating, and hands the command to the hall's actor. A visitor's own words are sealed
 * here, before anything else sees them: events carry their hash.
 */
import type { BusinessDate, CaseId } from '../../shared/base/ids.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { Command } from '../../shared/hall/commands.ts';
import type { RateCase } from '../../shared/hall/hall-commands.ts';
import type { Day } from '../../shared/hall/day.ts';
import { promptKey } from '../../shared/hall/day.ts';
import { PERMITTED } from '../../shared/hall/decide.ts';
import { nameOf } from '../../shared/hall/principal.ts';
import type { Refusal } from '../../shared/hall/refusal.ts';
import { refused } from '../../shared/hall/refusal.ts';
import type { Decoded, OutsideCommand, RatingCommand } from '../../shared/protocol/decode.ts';
import { commandBody, decodeCommand } from '../../shared/protocol/decode.ts';
import { openedPrediction } from './plan-prediction.ts';
import type { HallActor } from '../hall/actor.ts';
import type { Identity } from '../people/identity.ts';
import { principalOf } from '../people/identity.ts';
import { sameSecret } from '../secrets.ts';
import { isDatabaseAway } from '../storage/database-error.ts';
import { respond } from './answers.ts';
import { actorOfBooking } from './appointment-routes.ts';
import { pastRating } from './past-rating.ts';
import { shownSlip } from './kiosk-papers.ts';
import { withPickupTime } from './pickups.ts';
import { problem, refusal } from './problem.ts';
import type { HallContext, Route } from './routes.ts';
import type { Services } from './services.ts';
import { anonymousBooking, anonymousCheckIn, wordlessGrant } from './without-identity.ts';
import { sealAway, wordlessFinish } from './words.ts';

/** Who speaks of one ticket, whose number comes again on the next day. */
const BOUND_TO_DAY = new Set(['visitor', 'evaluator']);

/** The route of commands. */
export function commandRoute(services: Services): Route {
  return {
    method: 'POST',
    path: '/api/halls/:hall/commands',
    access: 'signed',
    about: 'Does one command; a retry with the same commandId gives the same answer.',
    body: commandBody,
    handle: (c, identity) => (identity ? handle(services, c, identity) : problem(c, 'forbidden')),
  };
}

async function handle(services: Services, c: HallContext, identity: Identity): Promise<Response> {
  const startedAt = performance.now();
  const hall = c.req.param('hall') ?? '';
  const actor = services.actor(hall);
  if (!actor) return problem(c, 'unknown-hall');
  if (identity.hall !== hall) return problem(c, 'forbidden');
  const decoded = decodeCommand(await c.req.json().catch(() => null));
  if ('fault' in decoded) return problem(c, 'malformed', decoded.fault);
  const by = principalOf(identity);
  if (!by) return problem(c, 'forbidden');
  if (!PERMITTED[decoded.command.type].includes(by.kind)) return refusal(c, 'not-allowed');
  const hash = services.secrets.commandHash(`${nameOf(by)}\n${JSON.stringify(decoded.command)}`);
  try {
    const { day } = await actor.stream();
    const home = await homeOf(services, day, identity, decoded.command);
    if (isRefusal(home)) return refusal(c, home.refused, home.detail);
    const command = await commandFor(services, day, identity, decoded);
    if (typeof command === 'string' || isRefusal(command)) {
      // What was accepted once is answered as then, whatever has become of it since.
      const earlier = await home.actor.answered(decoded.commandId, hash);
      if (earlier) return respond(c, earlier);
      if (typeof command === 'string') return problem(c, command);
      return refusal(c, command.refused, command.detail);
    }
    const answer = await home.actor.submit({
      commandId: decoded.commandId,
      hash,
      command,
      by,
      ...(BOUND_TO_DAY.has(by.kind) && { onDate: home.date }),
    });
    const outcome = answer.kind;
    services.metrics.commands.inc({ type: command.type, outcome });
    services.metrics.commandSeconds.observe((performance.now() - startedAt) / 1000);
    return respond(c, answer);
  } catch (error) {
    if (!isDatabaseAway(error)) services.onFault(error, decoded.command.type);
    return problem(c, 'unavailable');
  }
}

type Prepared = Command | Refusal | 'forbidden' | 'not-found';

interface Home {
  readonly actor: HallActor;
  readonly date: BusinessDate;
}

/** Whose stream the command goes to: the open day's, or that of the appointment's own day. */
async function homeOf(
  services: Services,
  day: Day,
  identity: Identity,
  command: OutsideCommand,
): Promise<Home | Refusal> {
  const isAhead = identity.kind === 'visitor' && identity.date > day.date;
  const date =
    command.type === 'bookAppointment' ? command.date : isAhead ? identity.date : day.date;
  if (isAhead) return { actor: services.bookings.actor(day.hall, date), date };
  const actor = await actorOfBooking(services, day.hall, date);
  return 'refused' in actor ? actor : { actor, date };
}

/** The command as `decide` takes it: nonce proven, words sealed, a past day looked up. */
async function commandFor(
  services: Services,
  day: Day,
  identity: Identity,
  { command }: Decoded,
): Promise<Prepared> {
  if (identity.kind === 'visitor' && identity.date < day.date) {
    if (command.type !== 'rateCase') return refused('ticket-over');
    return pastRating(services, identity, await sealed(services, day, command));
  }
  switch (command.type) {
    case 'issueTicket':
      return withPickupTime(services, day.hall, command);
    case 'bookAppointment':
      return anonymousBooking(services, day.hall, day.plan.config.policy, command);
    case 'checkIn':
      return anonymousCheckIn(services, day.hall, command);
    case 'reprintSlip':
      return shownSlip(services, day, command);
    case 'finishCase':
      return wordlessFinish(services, day, command);
    case 'grantGreenChannel':
      return wordlessGrant(services, day.hall, command);
    case 'applyPlan': {
      const { prediction: sealed, ...plan } = command;
      const { secrets, clock } = services;
      if (sealed === undefined) return plan;
      const figures = openedPrediction(secrets, day.hall, plan.changes, { sealed, clock });
      return figures ? { ...plan, figures } : plan;
    }
    case 'rateCase':
    case 'declineRating': {
      const proof = proofOf(services, day, command.case, command.nonce);
      if (proof === 'wrong') return 'forbidden';
      const rating = command.type === 'rateCase' ? await sealed(services, day, command) : command;
      return proof === 'right' ? rating : { ...rating, isUnproven: true };
    }
    default:
      return command;
  }
}

/** Whether the nonce was minted for a prompt of this case; unknown while we know of no prompt. */
function proofOf(
  { secrets }: Services,
  day: Day,
  id: CaseId,
  nonce: string,
): 'right' | 'wrong' | 'unknown' {
  let proof: 'wrong' | 'unknown' = 'unknown';
  for (let seq = 1; day.prompts.has(promptKey(id, seq)); seq += 1) {
    if (sameSecret(nonce, secrets.nonceOf(day.hall, day.date, id, seq))) return 'right';
    proof = 'wrong';
  }
  return proof;
}

/** A rating without its words; they are sealed away, and their hash goes with the command. */
async function sealed(
  services: Services,
  day: Day,
  { text, ...command }: RatingCommand,
): Promise<RateCase> {
  if (text === undefined || text.trim() === '') return command;
  return { ...command, textHash: await sealAway(services, day.hall, text) };
}
