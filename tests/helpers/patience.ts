/**
 * How long the tests wait for what is certain to come: long enough for a machine three times slower
 * with its disk busy. A wait ends when its state is there, so a quick machine loses nothing.
 */
export const PATIENT_MS = 30_000;

/** For `expect.poll` and `vi.waitFor`. */
export const PATIENT = { timeout: PATIENT_MS, interval: 50 };
