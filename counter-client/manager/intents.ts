/** How parts of the manager's page tell the shell what is wanted: `act` a command, `go` to a place. */
import type { Sendable } from '../parts/press.ts';

const UP = { bubbles: true, composed: true } as const;

/** Asks the shell to send a command; what became of it stands in the answer line. */
export function act(from: EventTarget, command: Sendable): void {
  from.dispatchEvent(new CustomEvent<Sendable>('act', { ...UP, detail: command }));
}

/** Opens another part of the page. */
export function go(hash: string): void {
  globalThis.location.hash = hash;
}
