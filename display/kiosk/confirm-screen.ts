/**
 * The third step: what the ticket will be for, and the one button that takes it. A free terminal is
 * offered above it; a refusal stands where the list is, with what to do now, and nothing chosen is
 * lost by it.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Refused } from '../../shared/protocol/messages.ts';
import { approvedClasses, openClasses } from './catalogue-lists.ts';
import { chosenItems } from './chosen-items.ts';
import { classChoice } from './class-choice.ts';
import { expectedWait } from './expected-wait.ts';
import { qrCode } from '../parts/qr-code.ts';
import { icon } from './icons.ts';
import type { Line } from './number-screens.ts';
import type { Scene } from './scene.ts';
import { terminalOffer } from './terminal-offer.ts';
import type { Place, Visit } from './visit.ts';
import { goTo, stayAt } from './visit.ts';

type Confirm = Extract<Place, { at: 'confirm' }>;

/** The list, the ways to change it, and the button that takes the ticket. */
export function confirmScreen(scene: Scene, place: Confirm, line: Line): TemplateResult {
  if (place.choosingClass) {
    return html`<main class="body confirm">${classChoice(scene, place)}</main>`;
  }
  const { text, visit, order, canIssue, issue } = scene;
  const isEmpty = visit.basket.items.length === 0;
  const label = order.refusal?.code === 'unavailable' ? text.tryAgain : text.take;
  return html`<main class="body confirm">
    ${chosenItems(scene)} ${order.refusal === null ? nothing : refusal(scene, order.refusal)}
    ${order.refusal === null ? terminalOffer(scene) : nothing} ${batches(scene)} ${fullWords(scene)}
    ${visit.pickup ? nothing : changes(scene, place)} ${expectedWait(scene, line)}
    <button
      class="primary take"
      data-go="take"
      ?disabled=${isEmpty || !canIssue || order.isBusy}
      @click=${issue}
    >
      ${order.isBusy ? text.taking : label}
    </button>
  </main>`;
}

/** An agent's many cases are taken in turns; said before the ticket, with what is quicker. */
function batches({ more, visit, catalogue }: Scene): TemplateResult | typeof nothing {
  const { agentCasesPerTurn: perTurn, agentBehindTickets: behind } = catalogue.rules;
  const cases = visit.basket.items.length;
  if (visit.agent === null || cases <= perTurn) return nothing;
  const turns = Math.ceil(cases / perTurn);
  const words = more.agentBatches(cases, turns, perTurn, behind);
  return html`<div class="batches" data-batches>
    <div>
      <p><b>${more.agentIs(visit.agent)}</b> · ${words}</p>
      <p>${more.agentBook}</p>
    </div>
    ${visit.isLow ? nothing : qrCode(`${location.origin}/phone/`, more.agentBook)}
  </div>`;
}

/** The ticket has no room for a further case: said where one would be added. */
function fullWords({ more, visit, catalogue }: Scene): TemplateResult | typeof nothing {
  const { casesPerTicketMax: max } = catalogue.rules;
  if (visit.basket.items.length < max) return nothing;
  return html`<p class="where" data-full role="status">${more.casesMax(max)}</p>`;
}

function changes(scene: Scene, place: Confirm): TemplateResult {
  const { text, more, visit, catalogue, move, order } = scene;
  const open = openClasses(catalogue);
  const chosen = open.find(({ code }) => code === visit.priorityClass);
  const hasClasses = open.length + approvedClasses(catalogue).length > 0;
  return html`<div class="changes">
    <button
      class="with-icon"
      data-go="add"
      ?disabled=${order.isBusy || visit.basket.items.length >= catalogue.rules.casesPerTicketMax}
      @click=${() => move(goTo({ ...visit, before: [] }, placeToAdd(visit)))}
    >
      ${icon('plus')}<span>${text.addAnother}</span>
    </button>
    ${
      hasClasses && visit.agent === null
        ? html`<button
            data-go="class"
            ?disabled=${order.isBusy}
            @click=${() => move(stayAt(visit, { ...place, choosingClass: true }))}
          >
            ${text.priority}${
              chosen === undefined
                ? nothing
                : html`<br /><span class="soft">${chosen.label[visit.language]}</span>`
            }
          </button>`
        : nothing
    }
    ${
      visit.isLow
        ? html`<button
            data-go="accessible"
            aria-pressed=${visit.isAccessible ? 'true' : 'false'}
            class=${visit.isAccessible ? 'with-icon on' : ''}
            ?disabled=${order.isBusy}
            @click=${() => move({ ...visit, isAccessible: !visit.isAccessible })}
          >
            ${visit.isAccessible ? icon('check') : nothing}<span>${more.accessible}</span>
          </button>`
        : nothing
    }
  </div>`;
}

/** Where a further item is chosen: the list that the visitor came from, else the first screen. */
function placeToAdd({ before }: Visit): Place {
  return (
    before.find(({ place: { at } }) => at === 'matters' || at === 'search')?.place ?? {
      at: 'zones',
    }
  );
}

function refusal({ text, more, visit }: Scene, { code, message }: Refused): TemplateResult {
  const help =
    {
      'too-many-cases': visit.agent === null ? text.refusedMany : more.refusedManyAgent,
      'hall-closed': text.refusedClosed,
      'day-not-open': text.refusedClosed,
      unavailable: text.refusedUnavailable,
    }[code as string] ?? text.refusedHelp;
  return html`<div class="notice" role="alert">
    <strong>${text.refusedTitle}</strong>
    ${code === 'unavailable' ? nothing : html`<p>${message}</p>`}
    <p>${help}</p>
  </div>`;
}

export const confirmStyles = css`
  .confirm {
    display: flex;
    flex-direction: column;
  }
  .where {
    padding: 8px 0;
    font-size: var(--text);
    font-weight: 500;
  }
  .confirm .notice {
    flex: none;
  }
  .batches {
    flex: none;
    display: flex;
    align-items: center;
    gap: 24px;
    padding: 16px 16px 16px 32px;
    border-left: 12px solid var(--amber);
    border-radius: var(--radius);
    background: var(--amber-soft);
  }
  .batches .qr {
    flex: none;
    width: 200px;
    height: 200px;
    border-radius: var(--radius);
  }
  .changes {
    flex: none;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: var(--gap);
  }
  .changes button {
    min-height: 112px;
  }
  .changes button.on {
    border-color: var(--jade-deep);
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
  .take {
    flex: none;
    min-height: 176px;
    font-size: calc(var(--text-lead) * 1.25);
  }
  .low .take {
    min-height: 144px;
  }
`;
