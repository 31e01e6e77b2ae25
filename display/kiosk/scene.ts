/**
 * What the kiosk's templates draw: one visit, the hall as last heard, and the few things that a
 * touch may ask for. Templates are functions of a scene and keep nothing themselves.
 */
import type { ItemCode } from '../../shared/base/ids.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Refused } from '../../shared/protocol/messages.ts';
import type { KioskDayText } from '../../shared/text/kiosk-day.ts';
import type { KioskText } from '../../shared/text/kiosk.ts';
import type { KioskView } from '../../shared/views/kiosk-screen.ts';
import type { Visit } from './visit.ts';

export interface Scene {
  readonly text: KioskText;
  /** The words for what is not an ordinary ticket. */
  readonly more: KioskDayText;
  readonly visit: Visit;
  readonly catalogue: Catalogue;
  /** Null until the first view has come. */
  readonly view: KioskView | null;
  /** The hall's clock, epoch ms. */
  readonly hallNow: number;
  /** The same at any later moment. */
  readonly now: () => number;
  /** The hall has not been heard since then: what it told is old. Null while it is heard. */
  readonly cutOffSinceAt: number | null;
  /** Whether a ticket may be promised: connected, and the day is open. */
  readonly canIssue: boolean;
  readonly order: { readonly isBusy: boolean; readonly refusal: Refused | null };
  readonly move: (next: Visit) => void;
  readonly issue: () => void;
  readonly divert: (terminal: number, item: ItemCode) => void;
}

/** Rows and columns of a list of cards, by comfort: fewer and larger, never smaller. */
export function gridOf({ isLarge, isLow }: Visit): { readonly columns: number; rows: number } {
  return { columns: isLarge ? 1 : 2, rows: isLow ? 3 : 4 };
}
