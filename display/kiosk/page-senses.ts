/**
 * What the page hears from a real keyboard, a card reader or a scanner, and what it does with it. A
 * card gives an age and is forgotten in the same breath: the number is neither kept nor sent, but by
 * the screen that checks an appointment in.
 */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { openClasses } from './catalogue-lists.ts';
import { ageOn, isCardNumber } from './identity-card.ts';
import type { KeyHandlers } from './key-listener.ts';
import type { Panel } from './panels.ts';
import type { Scan } from './scanned-code.ts';
import { readScan } from './scanned-code.ts';
import type { Scene } from './scene.ts';
import type { TakesKeys } from './takes-keys.ts';
import type { Place, Visit } from './visit.ts';
import { claimClass, goTo } from './visit.ts';

/** The class of elders, by its code in every hall's configuration. */
const ELDER_CLASS = 'ELD';
/** Where a card can still change the ticket. */
const BEFORE_TICKET: ReadonlySet<Place['at']> = new Set([
  'zones',
  'matters',
  'search',
  'confirm',
  'materials',
]);

export interface Senses {
  readonly root: () => ParentNode;
  readonly scene: () => Scene | null;
  readonly ask: (panel: Panel) => void;
  readonly redraw: () => void;
}

export class PageSenses implements KeyHandlers {
  readonly #senses: Senses;
  #pending: Scan | null = null;
  #said: 'cardRead' | 'cardMisread' | null = null;

  constructor(senses: Senses) {
    this.#senses = senses;
  }

  readonly onText = (text: string): void => {
    const screen = this.#screen();
    if (screen) return screen.typeText(text);
    const field = this.#senses.root().querySelector<HTMLInputElement>('.field input');
    if (!field) return;
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  readonly onErase = (): boolean => {
    const screen = this.#screen();
    screen?.eraseLast();
    return screen !== null;
  };

  readonly onLine = (line: string): void => {
    const scene = this.#senses.scene();
    if (!scene) return;
    const scan = readScan(line);
    if (this.#screen()?.takeScan(scan)) return;
    const { place } = scene.visit;
    if (scan.is === 'card') return this.#card(scan.number, scene);
    if (place.at === 'ticket') return;
    if (place.at === 'search' && (scan.is === 'other' || scan.is === 'agent')) {
      return this.onText(line);
    }
    if (scan.is === 'other') return;
    const next: Place =
      scan.is === 'agent' ? { at: 'agent' } : { at: 'mine', by: 'ticket', isDone: false };
    scene.move(goTo(scene.visit, next));
    this.#pending = scan;
  };

  /** What was scanned for the screen that is about to be drawn; given out once. */
  takePending(): Scan | null {
    const scan = this.#pending;
    this.#pending = null;
    return scan;
  }

  /** The visit of an elder who agreed. */
  asElder(visit: Visit): Visit {
    return claimClass(visit, ELDER_CLASS, 'id-card');
  }

  /** What was said of a card goes with the next touch. */
  forget(): void {
    this.#said = null;
  }

  /** One line about the card that was just read. */
  notice(): TemplateResult | null {
    const scene = this.#senses.scene();
    if (this.#said === null || !scene) return null;
    return html`<div class="notice" role="status"><p>${scene.more[this.#said]}</p></div>`;
  }

  #card(number: string, { catalogue, visit, now }: Scene): void {
    if (!BEFORE_TICKET.has(visit.place.at)) return;
    const age = isCardNumber(number) ? ageOn(number, now()) : null;
    const isOffered = openClasses(catalogue).some(({ code }) => code === ELDER_CLASS);
    const isElder = age !== null && age >= catalogue.rules.elderAgeYears;
    this.#said = age === null ? 'cardMisread' : 'cardRead';
    if (isElder && isOffered && visit.priorityClass === null) {
      this.#said = null;
      this.#senses.ask('elder');
    }
    this.#senses.redraw();
  }

  #screen(): TakesKeys | null {
    return this.#senses.root().querySelector<TakesKeys>('[data-takes-keys]');
  }
}
