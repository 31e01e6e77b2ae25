/**
 * A self-service terminal that is free and can do what was chosen, offered before a ticket is taken;
 * and where it stands, once the visitor has taken it instead.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TerminalRow } from '../../shared/views/kiosk-screen.ts';
import { icon } from './icons.ts';
import type { Scene } from './scene.ts';
import type { Place } from './visit.ts';
import { startOver } from './visit.ts';

/** The free terminal for the one chosen item that takes the least time; none for several items. */
export function offeredTerminal({
  view,
  visit,
}: Pick<Scene, 'view' | 'visit'>): TerminalRow | null {
  const [item, another] = visit.basket.items;
  if (!view || item === undefined || another !== undefined) return null;
  if (visit.pickup || visit.agent !== null) return null;
  const free = view.terminals.filter(
    ({ status, items }) => status === 'free' && items.includes(item),
  );
  return free.sort((left, right) => left.expectedMinutes - right.expectedMinutes)[0] ?? null;
}

/** The offer, one line and one touch; a ticket stays the main way. */
export function terminalOffer(scene: Scene): TemplateResult | typeof nothing {
  const { more, text, visit, order, canIssue, divert } = scene;
  const terminal = offeredTerminal(scene);
  const [item] = visit.basket.items;
  if (!terminal || item === undefined) return nothing;
  const { name, expectedMinutes, floor, way, no } = terminal;
  const where = `${text.floor(floor)} · ${way[visit.language]}`;
  return html`<section class="offer" data-terminal=${no}>
    <p class="grow">
      <b>${more.terminalFree(name[visit.language])}</b>
      <span>${more.terminalTime(expectedMinutes)} · ${where}</span>
    </p>
    <button
      data-go="terminal"
      ?disabled=${order.isBusy || !canIssue}
      @click=${() => divert(no, item)}
    >
      ${more.terminalGo}
    </button>
  </section>`;
}

/** The way to the terminal; no ticket was taken. */
export function divertedScreen(
  { catalogue, more, text, visit, move }: Scene,
  place: Extract<Place, { at: 'diverted' }>,
): TemplateResult {
  const terminal = catalogue.terminals.find(({ no }) => no === place.terminal);
  return html`<main class="body diverted">
    <div class="diverted-where" role="status">
      ${icon('check')}
      <p>
        <b>${terminal?.name[visit.language]}</b>
        ${
          terminal
            ? html`<span>${text.floor(terminal.floor)} · ${terminal.way[visit.language]}</span>
                <span>${more.terminalTime(terminal.expectedMinutes)}</span>`
            : nothing
        }
      </p>
    </div>
    <p class="soft">${more.terminalNoTicket}</p>
    <button class="primary take" data-go="finish" @click=${() => move(startOver(visit))}>
      ${text.finish}
    </button>
  </main>`;
}
