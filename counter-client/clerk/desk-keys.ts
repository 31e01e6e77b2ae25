/**
 * The keys of the desk as meanings. Function keys work everywhere; letters and digits are left to a
 * field in which somebody types. Letters go by their place on the keyboard, for an input method may
 * turn them into something else.
 */
export type DeskKey =
  | { readonly kind: 'offer'; readonly key: string }
  | { readonly kind: 'outcome'; readonly place: number }
  | { readonly kind: 'case'; readonly step: 1 | -1 }
  | { readonly kind: 'approve'; readonly approved: boolean }
  | { readonly kind: 'recode' | 'leave' | 'materials' | 'back' | 'slip' | 'shut' };

const FUNCTION_KEYS = ['F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9'];
const LETTERS: Readonly<Record<string, DeskKey>> = {
  KeyH: { kind: 'offer', key: 'H' },
  KeyT: { kind: 'offer', key: 'T' },
  KeyC: { kind: 'offer', key: 'C' },
  KeyR: { kind: 'recode' },
  KeyL: { kind: 'leave' },
  KeyM: { kind: 'materials' },
  KeyB: { kind: 'back' },
  KeyP: { kind: 'slip' },
  KeyY: { kind: 'approve', approved: true },
  KeyN: { kind: 'approve', approved: false },
};

/** What a key means at the desk, or null for the browser's own. */
export function deskKey(event: KeyboardEvent): DeskKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const { key } = event;
  if (FUNCTION_KEYS.includes(key)) return { kind: 'offer', key };
  if (key === 'Escape') return { kind: 'shut' };
  if (isTyping(event)) return null;
  if (key === '?' || key === '？') return { kind: 'offer', key: '?' };
  if (/^[1-9]$/.test(key)) return { kind: 'outcome', place: Number(key) };
  if (key === 'ArrowDown') return { kind: 'case', step: 1 };
  if (key === 'ArrowUp') return { kind: 'case', step: -1 };
  return LETTERS[event.code] ?? null;
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type)) {
    return false;
  }
  return ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName);
}
