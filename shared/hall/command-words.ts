/**
 * The words that commands and events share: reasons, outcomes, kinds. Each list is closed, so that a
 * screen can name every one of them; a new word is added at the end.
 */
import type { ItemCode, StaffNo, WindowNo, ZoneCode } from '../base/ids.ts';

export const PAUSE_REASONS = [
  'lunch',
  'break',
  'meeting',
  'training',
  'equipment',
  'other',
] as const;

export type PauseReason = (typeof PAUSE_REASONS)[number];

/**
 * closed: done at the window. accepted: taken, decided later. acceptedWithGaps: taken, something is
 * supplied by a date (容缺). supplement: one-time notice given. refused: with a reason and a notice.
 * handedOver: a result was handed out.
 */
export const CASE_OUTCOMES = [
  'closed',
  'accepted',
  'acceptedWithGaps',
  'supplement',
  'refused',
  'withdrawn',
  'handedOver',
] as const;

export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export const REFUSAL_REASONS = [
  'out-of-scope',
  'not-entitled',
  'wrong-authority',
  'already-decided',
  'false-material',
  'other',
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const HOLD_REASONS = [
  'pay',
  'copy',
  'fill-form',
  'fetch-material',
  'approval',
  'other',
] as const;

export type HoldReason = (typeof HOLD_REASONS)[number];

export const TRANSFER_REASONS = [
  'wrong-item',
  'not-certified',
  'lunch',
  'approval',
  'other',
] as const;

export type TransferReason = (typeof TRANSFER_REASONS)[number];

export const GREEN_REASONS = [
  'key-project',
  'urgent-medical',
  'leaving-country',
  'disaster-relief',
  'other',
] as const;

export type GreenReason = (typeof GREEN_REASONS)[number];

/** Why a manager has a ticket called out of its order. */
export const BY_HAND_REASONS = ['visitor-unwell', 'our-mistake', 'guide-asks', 'other'] as const;

export type ByHandReason = (typeof BY_HAND_REASONS)[number];

export const EMERGENCY_KINDS = ['fire', 'power', 'weather', 'security', 'drill', 'notice'] as const;

export type EmergencyKind = (typeof EMERGENCY_KINDS)[number];

export const RECIPIENTS = ['self', 'proxy', 'agent'] as const;

export type Recipient = (typeof RECIPIENTS)[number];

/** How a priority class was shown. */
export const EVIDENCES = [
  'id-card',
  'shown-at-kiosk',
  'shown-to-guide',
  'shown-at-window',
] as const;

export type Evidence = (typeof EVIDENCES)[number];

/** Where a transferred visitor goes; the place in the queue stays that of the first arrival. */
export type TransferTarget =
  | { readonly kind: 'zone'; readonly zone: ZoneCode }
  | { readonly kind: 'window'; readonly window: WindowNo }
  | { readonly kind: 'clerk'; readonly clerk: StaffNo };

/** Materials that the visitor has with them: their places in the item's list. */
export interface Brought {
  readonly item: ItemCode;
  readonly materials: readonly number[];
}

export interface Pickup {
  /** As on the slip: business date and case, `2026-11-20/B012-1`; absent when it is not at hand. */
  readonly of?: string;
  /** Instant from which the result can be fetched; null when nobody knows. */
  readonly expectedAt?: number;
}
