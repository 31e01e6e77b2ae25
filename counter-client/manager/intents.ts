/** How parts of the manager's page tell the shell what is wanted: `act` a command, `go` to a place. */
import type { Sendable } from '../parts/press.ts';

const UP = { bubbles: true, composed: true } as const;

/** Asks the shell to send a command; what became of it stands in the answer line. */
export function act(from: EventTarget, command: Sendable): void {
  from.dispatchEvent(new CustomEvent<Sendable>('act', { ...UP, detail: command }));
}

/** Asks the shell for the floor's map with this window's menu open. */
export function showWindow(from: EventTarget, window: number): void {
  from.dispatchEvent(new CustomEvent<number>('show-window', { ...UP, detail: window }));
}

/** Opens another part of the page. */
export function go(hash: string): void {
  globalThis.location.hash = hash;
}
