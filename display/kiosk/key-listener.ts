/**
 * Hears the keys of the whole page before any field does: a hand's keys go on to where they belong, a
 * reader's line goes to the page alone. Composed text (Chinese from a real keyboard) and keys on a
 * button are left as they are.
 */
import { HELD_MS, LineReader } from './scanned-code.ts';

export interface KeyHandlers {
  /** Typed by hand, outside composition. */
  readonly onText: (text: string) => void;
  readonly onErase: () => boolean;
  readonly onLine: (line: string) => void;
}

export class KeyListener {
  readonly #reader = new LineReader();
  readonly #handlers: KeyHandlers;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #listen = (event: KeyboardEvent) => {
    this.#hear(event);
  };

  constructor(handlers: KeyHandlers) {
    this.#handlers = handlers;
  }

  start(): void {
    window.addEventListener('keydown', this.#listen, { capture: true });
  }

  stop(): void {
    window.removeEventListener('keydown', this.#listen, { capture: true });
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #hear(event: KeyboardEvent): void {
    const { key, isComposing, ctrlKey, altKey, metaKey } = event;
    if (isComposing || ctrlKey || altKey || metaKey || isForOthers(event)) return;
    if (key === 'Backspace') {
      this.#flush();
      if (this.#handlers.onErase()) event.preventDefault();
      return;
    }
    const heard = this.#reader.take(key, event.timeStamp);
    if (heard.is === 'passed') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (heard.is === 'line') this.#handlers.onLine(heard.line);
    else this.#timer = setTimeout(() => this.#flush(), HELD_MS);
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const typed = this.#reader.flush();
    if (typed !== '') this.#handlers.onText(typed);
  }
}

/** A space presses a button, and a field for a device's key takes what it likes. */
function isForOthers({ key, target }: KeyboardEvent): boolean {
  const inner = target instanceof Element ? deepFocus(target) : null;
  if (inner instanceof HTMLInputElement && inner.name === 'key') return true;
  return key === ' ' && inner instanceof HTMLButtonElement;
}

function deepFocus(element: Element): Element {
  let inner = element;
  while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
  return inner;
}
