/** The keys of the desk as meanings; typing in a field leaves letters and digits alone. */
import type { CaseOutcome } from '../../shared/hall/commands.ts';
import { CASE_OUTCOMES } from '../../shared/hall/commands.ts';

export type DeskKey =
  | { readonly kind: 'offer'; readonly key: string }
  | { readonly kind: 'outcome'; readonly outcome: CaseOutcome }
  | { readonly kind: 'case'; readonly step: 1 | -1 }
  | { readonly kind: 'help' | 'shut' };

export const OFFER_KEYS = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9'] as const;

/** What a key means at the desk, or null for the browser's own. */
export function deskKey(event: KeyboardEvent): DeskKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const { key } = event;
  if ((OFFER_KEYS as readonly string[]).includes(key)) return { kind: 'offer', key };
  if (key === 'Escape') return { kind: 'shut' };
  if (isTyping(event)) return null;
  if (key === '?' || key === '？') return { kind: 'help' };
  const outcome = CASE_OUTCOMES[Number(key) - 1];
  if (/^[1-5]$/.test(key) && outcome) return { kind: 'outcome', outcome };
  if (key === 'ArrowDown') return { kind: 'case', step: 1 };
  if (key === 'ArrowUp') return { kind: 'case', step: -1 };
  return null;
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'radio') return false;
  return ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName);
}
