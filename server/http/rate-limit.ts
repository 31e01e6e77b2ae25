/**
 * A bound on what one address may ask of a public route: so many at once, and one more every while.
 * Kept in memory and bounded; each server counts for itself. Behind a proxy all share one bucket,
 * unless the proxy is trusted to name the address, which it is not.
 */
import type { HttpBindings } from '@hono/node-server';
import type { HallContext } from './routes.ts';

const ADDRESSES_MAX = 20_000;

interface Bucket {
  left: number;
  filledAt: number;
}

export interface RateLimit {
  /** Whether the address may go on; takes one from its bucket if so. */
  admits(address: string): boolean;
}

/** `burst` at once, refilled with one every `everyMs`; `now` is any steady clock. */
export function rateLimit(
  burst: number,
  everyMs: number,
  now: () => number = () => performance.now(),
): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    admits(address) {
      const at = now();
      const known = buckets.get(address) ?? { left: burst, filledAt: at };
      const left = Math.min(burst, known.left + (at - known.filledAt) / everyMs);
      // The one that asked last stands last: the first of the map was silent longest.
      buckets.delete(address);
      buckets.set(address, { left: left >= 1 ? left - 1 : left, filledAt: at });
      const [oldest] = buckets.keys();
      if (buckets.size > ADDRESSES_MAX && oldest !== undefined) buckets.delete(oldest);
      return left >= 1;
    },
  };
}

/** The address that the connection comes from. */
export function addressOf(c: HallContext): string {
  const { incoming } = c.env as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress ?? 'unknown';
}
