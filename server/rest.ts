/** A pause in work that can wait, so that a press comes in between; it never holds the process. */
export function restFor(forMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (forMs <= 0) setImmediate(resolve);
    else setTimeout(resolve, forMs).unref();
  });
}
