/** Tells the server that this surface lives and really draws: a frozen picture sends nothing. */
const EVERY_MS = 5_000;

/** Calls `send` every 5 s after a frame was really painted; the answer stops it. */
export function keepAlive(send: () => void): () => void {
  if (typeof requestAnimationFrame !== 'function') return () => undefined;
  let pending = false;
  const ask = () => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      send();
    });
  };
  const timer = setInterval(ask, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}
