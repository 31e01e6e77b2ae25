/**
 * The shape and the limits of every command that people and devices may send; the system's own never
 * come from outside. Unknown fields are dropped: an old server and a new page must get on.
 */
import { z } from 'zod';
import {
  businessDate,
  caseId,
  itemCode,
  packageCode,
  staffNo,
  ticketId,
  windowNo,
  zoneCode,
} from '../base/ids.ts';
import {
  BY_HAND_REASONS,
  CASE_OUTCOMES,
  EMERGENCY_KINDS,
  EVIDENCES,
  GREEN_REASONS,
  HOLD_REASONS,
  PAUSE_REASONS,
  RECIPIENTS,
  REFUSAL_REASONS,
  TRANSFER_REASONS,
} from '../hall/command-words.ts';
import { OVERLOAD_ANSWERS } from '../hall/hall-commands.ts';
import { LANGUAGES } from '../text/language.ts';
import { adviceCommands } from './advice-schema.ts';

export const RATING_TEXT_MAX = 500;
const ITEMS_MAX = 50;
const TAGS_MAX = 8;
const CODE_MAX = 40;
const MATERIALS_MAX = 60;
const MISSING_MAX = 30;
const GRANT_ITEMS_MAX = 1_000;
const EMERGENCY_TEXT_MAX = 60;
const IDENTITY_MAX = 40;

/** `B012`; carried over midnight `B012~1121`. A case adds its counter, `B012-1`. */
const TICKET = /^[A-Z]\d{3,6}(~\d{4})?$/;
const CASE = /^[A-Z]\d{3,6}(~\d{4})?-\d{1,3}$/;

const code = z.string().min(1).max(CODE_MAX);
const item = code.transform(itemCode);
const ticket = z.string().regex(TICKET).transform(ticketId);
const oneCase = z.string().regex(CASE).transform(caseId);
const window = z.number().int().min(1).max(9999).transform(windowNo);
const instant = z.number().int().positive();
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const tags = z
  .array(code)
  .max(TAGS_MAX)
  .default([])
  .transform((list) => [...new Set(list)]);
const nonce = z.string().min(1).max(100);

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .transform(businessDate);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const items = z.array(item).max(ITEMS_MAX).default([]);
const clerk = code.transform(staffNo);
const place = z.number().int().min(0).max(MATERIALS_MAX);
/** A document's number: the shell makes a keyed hash of it and forgets it. */
const identity = z.string().min(4).max(IDENTITY_MAX).optional();
const note = z.string().max(RATING_TEXT_MAX).optional();
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zone'), zone: code.transform(zoneCode) }),
  z.object({ kind: z.literal('window'), window }),
  z.object({ kind: z.literal('clerk'), clerk }),
]);

const atWindow = <Type extends string>(type: Type) =>
  z.object({ type: z.literal(type), window: window.optional() });

/** Commands that people and devices may send; the system's own never come from outside. */
export const outsideCommandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('issueTicket'),
    items,
    package: code.transform(packageCode).optional(),
    class: code.optional(),
    evidence: z.enum(EVIDENCES).optional(),
    language: z.enum(LANGUAGES).optional(),
    accessible: z.boolean().optional(),
    brought: z
      .array(z.object({ item, materials: z.array(place).max(MATERIALS_MAX) }))
      .max(ITEMS_MAX)
      .optional(),
    agent: code.optional(),
    pickup: z.object({ of: z.string().max(CODE_MAX).optional() }).optional(),
  }),
  z.object({ type: z.literal('cancelTicket'), ticket }),
  z.object({ type: z.literal('reactivateTicket'), ticket }),
  z.object({ type: z.literal('reprintTicket'), ticket }),
  z.object({ type: z.literal('reprintSlip'), case: oneCase, token: nonce.optional() }),
  z.object({
    type: z.literal('openWindow'),
    window,
    clerk: clerk.optional(),
    takeOver: z.boolean().optional(),
    station: code.optional(),
  }),
  z.object({
    type: z.literal('pauseWindow'),
    window: window.optional(),
    reason: z.enum(PAUSE_REASONS),
    returnAt: instant.optional(),
    onlyHereFirst: z.boolean().optional(),
  }),
  atWindow('resumeWindow'),
  z.object({
    type: z.literal('closeWindow'),
    window: window.optional(),
    leave: z.boolean().optional(),
  }),
  atWindow('callNext'),
  atWindow('recallTicket'),
  atWindow('markNoShow'),
  atWindow('undoCall'),
  atWindow('startService'),
  z.object({ type: z.literal('addCase'), window: window.optional(), item }),
  z.object({
    type: z.literal('finishCase'),
    case: oneCase,
    outcome: z.enum(CASE_OUTCOMES),
    missing: z.array(z.string().min(1).max(100)).max(MISSING_MAX).optional(),
    supplyBy: date.optional(),
    reason: z.enum(REFUSAL_REASONS).optional(),
    readyAt: instant.optional(),
    recipient: z.enum(RECIPIENTS).optional(),
  }),
  z.object({ type: z.literal('recodeCase'), case: oneCase, item }),
  z.object({
    type: z.literal('tickMaterial'),
    case: oneCase,
    material: place,
    has: z.boolean(),
  }),
  z.object({ type: z.literal('planStop'), cases: z.array(oneCase).min(1).max(ITEMS_MAX) }),
  z.object({
    type: z.literal('holdTicket'),
    window: window.optional(),
    reason: z.enum(HOLD_REASONS),
    returnBy: instant.optional(),
  }),
  z.object({
    type: z.literal('transferTicket'),
    window: window.optional(),
    to: target,
    reason: z.enum(TRANSFER_REASONS),
    waitForReturn: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('consultChief'),
    window: window.optional(),
    chief: clerk.optional(),
  }),
  z.object({ type: z.literal('endConsult'), window, approved: z.boolean() }),
  z.object({ type: z.literal('stepAway'), ticket, pass: z.number().int().min(1).max(99) }),
  z.object({
    type: z.literal('callTicket'),
    window,
    ticket,
    reason: z.enum(BY_HAND_REASONS),
  }),
  z.object({
    type: z.literal('grantGreenChannel'),
    ticket,
    reason: z.enum(GREEN_REASONS),
    untilAt: instant.optional(),
    note,
  }),
  z.object({ type: z.literal('grantBatch'), ticket }),
  z.object({
    type: z.literal('setClass'),
    ticket,
    class: code.nullable(),
    evidence: z.enum(EVIDENCES).optional(),
  }),
  z.object({
    type: z.literal('bookAppointment'),
    date,
    time,
    items,
    package: code.transform(packageCode).optional(),
    language: z.enum(LANGUAGES).optional(),
    identity,
  }),
  z.object({
    type: z.literal('checkIn'),
    ticket: ticket.optional(),
    identity,
    asWalkIn: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('grantCertificate'),
    clerk,
    items: z.array(item).min(1).max(GRANT_ITEMS_MAX),
    reason: z.enum(['colleague-absent', 'certificate-renewing', 'other']),
  }),
  z.object({
    type: z.literal('reportTerminal'),
    terminal: z.number().int().min(1).max(999),
    status: z.enum(['free', 'busy', 'fault']),
  }),
  z.object({
    type: z.literal('divertVisitor'),
    terminal: z.number().int().min(1).max(999),
    item,
  }),
  z.object({ type: z.literal('acknowledgeAlert'), alert: z.string().min(1).max(100) }),
  z.object({
    type: z.literal('answerOverload'),
    alert: z.string().min(1).max(100),
    answer: z.enum(OVERLOAD_ANSWERS),
    guide: clerk.optional(),
  }),
  z.object({
    type: z.literal('showEmergency'),
    kind: z.enum(EMERGENCY_KINDS),
    text: z.string().max(EMERGENCY_TEXT_MAX).optional(),
  }),
  z.object({ type: z.literal('clearEmergency') }),
  z.object({
    type: z.literal('assignWindow'),
    window,
    zones: z.union([z.literal('all'), z.array(code.transform(zoneCode)).min(1).max(20)]),
    lane: z.enum(['any', 'flash']).optional(),
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
  ...adviceCommands,
]);
