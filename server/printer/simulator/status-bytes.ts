// The states that the simulated printer can be put into, and its answers to DLE EOT n.
export const SIMULATOR_STATES = [
  'ok',
  'paper-low',
  'paper-out',
  'cover-open',
  'away',
  'fail-after',
  'silent',
] as const;
export type SimulatorState = (typeof SIMULATOR_STATES)[number];

const FIXED = 0x12;

/** The status byte for DLE EOT n (1–4), by the bits of the ESC/POS reference. */
export function statusByte(n: number, state: SimulatorState): number {
  const isStopped = state === 'paper-out' || state === 'cover-open';
  if (n === 1) return FIXED | (isStopped ? 0x08 : 0);
  if (n === 2) {
    return FIXED | (state === 'cover-open' ? 0x04 : 0) | (state === 'paper-out' ? 0x20 : 0);
  }
  if (n !== 4) return FIXED;
  return FIXED | (state === 'paper-out' ? 0x6c : state === 'paper-low' ? 0x0c : 0);
}
