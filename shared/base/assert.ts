/** Returns what must be there; its absence is a bug of ours, never a user's mistake. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}

/** Proves to the compiler, and at run time, that every case of a union was handled. */
export function never(value: never, what: string): never {
  throw new Error(`unhandled ${what}: ${JSON.stringify(value)}`);
}
