/** The base of every element: takes the tokens, and stops what it started when it leaves the page. */
import { LitElement } from 'lit';
import type { CSSResultGroup } from 'lit';
import { tokens } from './tokens.ts';

/**
 * Subclasses write `static override styles = [tokens, css…]`, start things in
 * `connectedCallback` through `keep`, and never need a disconnectedCallback of their own.
 */
export class YcElement extends LitElement {
  static override styles: CSSResultGroup = [tokens];
  #stops: (() => void)[] = [];

  /** Keeps something going while the element is on the page; `stop` ends it. */
  protected keep(stop: () => void): void {
    this.#stops.push(stop);
  }

  /** Calls `work` every `everyMs` while the element is on the page. */
  protected keepEvery(everyMs: number, work: () => void): void {
    const timer = setInterval(work, everyMs);
    this.keep(() => {
      clearInterval(timer);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const stops = this.#stops;
    this.#stops = [];
    for (const stop of stops) stop();
  }
}
