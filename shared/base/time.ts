/** Lengths of time, ms. */
export const MINUTE_MS = 60_000;
export const HALF_HOUR_MS = 30 * MINUTE_MS;
export const HOUR_MS = 60 * MINUTE_MS;
/** In halls that never change their clocks. */
export const DAY_MS = 24 * HOUR_MS;
