/**
 * What a press or a key at the desk does: opens a panel, sends a command, or asks for what is missing
 * first. Assumes that offers were made from the same view that is shown.
 * Surprise: a second press within `PRESS_GAP_MS` is one nervous press, not a second command; so a
 * double click on "next" does not start the service of the visitor whom it has just called.
 */
import type { LiveView } from '../../shared/client/live-view.ts';
import type { Language } from '../../shared/text/language.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { CaseChoice } from './case-choice.ts';
import { askWords, blockWords } from './desk-asks.ts';
import { deskKey } from './desk-keys.ts';
import { otherOffers, primaryOffer } from './desk-offers.ts';
import type { Block, Offer } from './desk-offers.ts';
import { PANEL_OF, isForm } from './desk-panels.ts';
import type { Panel } from './desk-panels.ts';
import type { DeskWork } from './desk-work.ts';

const PRESS_GAP_MS = 400;
/** So long the desk says why a dimmed action was not done. */
const WHY_MS = 4_000;

/** The desk as its hands need it. */
export interface Host {
  readonly language: Language;
  panel: Panel;
  readonly live: LiveView<'desk'> | null;
  readonly choice: CaseChoice;
  readonly work: DeskWork;
  readonly pageBlock: (view: DeskView) => Block | null;
  readonly find: (selector: string) => HTMLElement | null;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
}

export class DeskHands {
  readonly #host: Host;
  #pressedAt = -Infinity;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Does what was pressed, if it can be done now. */
  take(offer: Offer): void {
    const host = this.#host;
    const view = host.live?.view;
    if (!view) return;
    const isHelp = offer.command === 'help';
    const block = isHelp ? null : (host.pageBlock(view) ?? offer.block);
    if (block !== null) {
      const words = `${offer.key} · ${blockWords(block, host.language)}`;
      if (host.work.press.inFlight === null)
        host.work.press.say({ tone: 'refused', words }, WHY_MS);
      return;
    }
    if (performance.now() - this.#pressedAt < PRESS_GAP_MS) return;
    this.#pressedAt = performance.now();
    const panel = PANEL_OF[offer.command];
    if (panel) {
      host.panel = host.panel === panel ? null : panel;
      return;
    }
    switch (offer.command) {
      case 'finishCase':
        void this.#finish(view);
        return;
      case 'closeWindow':
        void this.#close(view);
        return;
      case 'callNext':
      case 'startService':
      case 'resumeWindow':
      case 'recallTicket':
      case 'markNoShow':
      case 'undoCall':
        host.panel = null;
        void host.work.send(offer.command, view.ticket?.id ?? '');
        return;
      default:
    }
  }

  /** Something was chosen: a demand for it has done its work. */
  chosen(): void {
    const { press } = this.#host.work;
    if (press.line?.tone === 'refused') press.say(null);
    this.#host.requestUpdate();
  }

  /** A key was pressed anywhere on the page. */
  key(event: KeyboardEvent): void {
    const host = this.#host;
    const meant = deskKey(event);
    const view = host.live?.view;
    if (!meant || !view || (event.repeat && meant.kind !== 'case')) return;
    const isServing = view.status === 'serving' && host.pageBlock(view) === null;
    switch (meant.kind) {
      case 'offer': {
        event.preventDefault();
        const now = host.live.hallNow();
        const offers = [primaryOffer(view, isForm(host.panel)), ...otherOffers(view, now)];
        const offer = offers.find((one) => one.key === meant.key);
        if (offer) this.take(offer);
        return;
      }
      case 'shut':
        host.panel = null;
        return;
      case 'back':
        if (!isForm(host.panel)) this.#pressOrFocus('[data-held] button', view.held.length);
        return;
      case 'slip':
        if (!isForm(host.panel)) this.#pressOrFocus('[data-given] button', view.slips.length);
        return;
      case 'approve':
        if (isForm(host.panel)) return;
        host.find(`[data-approved=${String(meant.approved)}]`)?.click();
        return;
      default:
        if (!isServing) return;
    }
    switch (meant.kind) {
      case 'outcome':
        if (host.panel !== null && host.panel !== 'keys') return;
        if (host.choice.digit(view, meant.place)) void this.#toDetail();
        return;
      case 'case':
        if (host.panel !== null) return;
        event.preventDefault();
        host.choice.step(view, meant.step);
        host.requestUpdate();
        return;
      case 'recode':
        event.preventDefault();
        host.panel = host.panel === 'recode' ? null : 'recode';
        return;
      case 'leave':
        host.find('[data-tool=leave]')?.click();
        return;
      case 'materials':
        host.find('.current input')?.focus();
    }
  }

  /** One visitor on hold, one paper: it is meant. Of several the clerk says which. */
  #pressOrFocus(selector: string, count: number): void {
    const button = this.#host.find(selector);
    if (count === 1) button?.click();
    else button?.focus();
  }

  async #finish(view: DeskView): Promise<void> {
    const { choice, work, live, language } = this.#host;
    const current = choice.current(view);
    if (!current) return;
    const finish = choice.finish(view, current, live?.date ?? '');
    if ('ask' in finish) {
      this.#host.panel = null;
      work.press.say({ tone: 'refused', words: askWords(finish.ask, language) });
    } else await work.finish(current, finish);
  }

  /** Whoever is left behind is shown first; the server may know of more than the view. */
  async #close(view: DeskView): Promise<void> {
    const host = this.#host;
    if (host.panel !== 'close' && view.onlyHere.length + view.held.length > 0) {
      host.panel = 'close';
      return;
    }
    await host.work.close(false);
    if (host.work.press.line?.code === 'only-here-waiting') host.panel = 'close';
  }

  /** The keyboard goes on in what the outcome asks for. */
  async #toDetail(): Promise<void> {
    this.chosen();
    await this.#host.updateComplete;
    this.#host.find('.detail input')?.focus();
  }
}
