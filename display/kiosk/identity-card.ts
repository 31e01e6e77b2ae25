/**
 * What a resident's identity card tells a kiosk: whether the number was read whole, and the age. Pure.
 * The number itself is kept nowhere: whoever calls this passes on an age and forgets the rest.
 */
const SHAPE = /^[1-9]\d{16}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const AGE_MAX = 130;
const HALL_OFFSET_MS = 8 * 3_600_000;

/** Whether a line has the shape of a card's number, be it right or not. */
export function looksLikeCard(line: string): boolean {
  return SHAPE.test(line.toUpperCase());
}

/** Whether the last character fits the others: what a misread or mistyped number does not. */
export function isCardNumber(line: string): boolean {
  const number = line.toUpperCase();
  return SHAPE.test(number) && cardNumber(number.slice(0, -1)) === number;
}

/** Seventeen digits with the character that completes them. */
export function cardNumber(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${CHECKS[sum % CHECKS.length] ?? ''}`;
}

/** Full years at `now`, hall time; null when the number names no day of birth. */
export function ageOn(line: string, now: number): number | null {
  if (!looksLikeCard(line)) return null;
  const born = [line.slice(6, 10), line.slice(10, 12), line.slice(12, 14)].join('-');
  const at = Date.parse(born);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== born) return null;
  const today = new Date(now + HALL_OFFSET_MS).toISOString().slice(0, 10);
  const age = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  const full = today.slice(5) < born.slice(5) ? age - 1 : age;
  return full >= 0 && full <= AGE_MAX ? full : null;
}
