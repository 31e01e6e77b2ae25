import { z } from 'zod';
import type { SimulatorSettings } from './simulator-state.ts';
import { SIMULATOR_STATES } from './status-bytes.ts';

const AFTER_BYTES_MAX = 1_000_000;

const settings = z.strictObject({
  state: z.enum(SIMULATOR_STATES).exactOptional(),
  afterBytes: z.int().min(0).max(AFTER_BYTES_MAX).exactOptional(),
  paperMm: z.literal([58, 80]).exactOptional(),
});

/** Reads the JSON of PUT /status; a body that is wrong is a value with one sentence. */
export function readSettings(body: string): Partial<SimulatorSettings> | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { problem: 'The body is not JSON.' };
  }
  const read = settings.safeParse(value);
  if (read.success) return read.data;
  return { problem: `Expected {state: ${SIMULATOR_STATES.join(' | ')}, afterBytes?, paperMm?}.` };
}
