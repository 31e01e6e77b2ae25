/**
 * The stages of the screen for those who have a number: the entry, the ticket that was found, and
 * the last word with the rule that applied. Templates alone; the element does the work.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Credentials } from '../../shared/client/credentials.ts';
import type { HallId } from '../../shared/base/ids.ts';
import { windowsText } from '../../shared/views/printed-words.ts';
import type { KioskDayText } from '../../shared/text/kiosk-day.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import type { KioskText } from '../../shared/text/kiosk.ts';
import type { VisitorRules } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import type { KioskTicket } from '../../shared/views/kiosk-ticket.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { promiseWords, waitWords } from '../parts/wait-words.ts';
import { icon } from './icons.ts';
import { mineEntry } from './mine-entry.ts';
import './own-papers.ts';

export const STEP_AWAY_CHOICES = [1, 3, 5, 10] as const;

/** Who checks in, once more and as a walk-in. */
export interface Again {
  readonly identity?: string;
  readonly ticket?: string;
  readonly asWalkIn?: boolean;
}

export type Stage =
  | {
      readonly is: 'entry';
      readonly problem: string | null;
      readonly again: Again | null;
      readonly takesTicket?: boolean;
    }
  | {
      readonly is: 'found';
      readonly ticket: KioskTicket;
      /** The ticket's key, where its code was scanned; null where only its number is known. */
      readonly token: string | null;
      readonly asksCancel: boolean;
      readonly problem: string | null;
    }
  | { readonly is: 'returned'; readonly ticket: KioskTicket; readonly printed: 'no' | 'yes' }
  | { readonly is: 'cancelled'; readonly ticket: KioskTicket }
  | { readonly is: 'steppedAway'; readonly ticket: KioskTicket; readonly pass: number };

export type Found = Extract<Stage, { is: 'found' }>;
export type Entry = Extract<Stage, { is: 'entry' }>;

export interface MineScene {
  readonly stage: Stage;
  readonly hall: HallId;
  readonly credentials: Credentials;
  readonly text: KioskText;
  readonly more: KioskDayText;
  readonly language: Language;
  readonly by: 'ticket' | 'appointment' | 'document';
  readonly rules: VisitorRules;
  readonly isLow: boolean;
  readonly onBy: (by: MineScene['by']) => void;
  /** The hall's instant. */
  readonly now: number;
  readonly zones: readonly ZoneRow[];
  readonly typed: string;
  readonly isBusy: boolean;
  readonly canSend: boolean;
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
  readonly onLook: () => void;
  readonly onStage: (stage: Stage) => void;
  readonly onDocument: (number: string) => void;
  readonly onAgain: (again: Again) => void;
  readonly onCancel: (ticket: KioskTicket) => void;
  readonly onStepAway: (ticket: KioskTicket, pass: number) => void;
  readonly onReprint: (ticket: KioskTicket) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onFinish: () => void;
}

/** The stage as it is drawn. */
export function mineStage(scene: MineScene): TemplateResult {
  const { stage } = scene;
  switch (stage.is) {
    case 'entry':
      return mineEntry(scene, stage);
    case 'found':
      return found(scene, stage);
    case 'returned':
      return returned(scene, stage);
    case 'cancelled':
      return ended(scene, scene.more.cancelled, scene.more.cancelledHelp);
    case 'steppedAway':
      return ended(scene, scene.more.steppedAway(stage.pass), whereOf(scene, stage.ticket));
  }
}

function found(scene: MineScene, stage: Found): TemplateResult {
  const { more, text } = scene;
  const { ticket, token, asksCancel } = stage;
  const isScanned = token !== null;
  const { status, window, ahead } = ticket;
  return html`<div class="middle" role="status">
      <p class="big quiet"><span>${ticket.ticket.split('~')[0]} · ${more.state[status]}</span></p>
      ${
        status === 'called' && window !== null
          ? html`<p class="where">${more.goToWindow(window)}</p>`
          : nothing
      }
      ${
        status === 'waiting'
          ? html`<p class="where">${whereOf(scene, ticket)}</p>
              <p>${text.ahead(ahead ?? 0)} · ${windowsText(ticket.windows, scene.language)}</p>
              <p class="wait">${waitOf(scene, ticket)}</p>`
          : nothing
      }
      ${ticket.canCancel || status === 'serving' ? nothing : html`<p>${more.overHelp}</p>`}
      ${ticket.canCancel && !isScanned ? html`<p class="soft">${more.scanForMore}</p>` : nothing}
      ${
        stage.problem === null
          ? nothing
          : html`<div class="notice" role="alert"><p>${stage.problem}</p></div>`
      }
    </div>
    ${isScanned && asksCancel ? cancelAsk(scene, stage) : nothing}
    ${isScanned && !asksCancel ? html`${actions(scene, stage)} ${papers(scene, token)}` : nothing}
    ${asksCancel ? nothing : ends(scene, stage)}`;
}

/** The promise, as on the paper, else the wait; one that nobody knows is said to be unknown. */
function waitOf({ language, now }: MineScene, ticket: KioskTicket): string {
  const told = promiseWords(ticket, language) ?? waitWords(ticket, language, now);
  return told ?? estimateText[language].unknown;
}

/** Leaving the queue, for whoever has shown the ticket, and the way out. */
function ends(scene: MineScene, stage: Found): TemplateResult {
  const leave = stage.token === null ? nothing : cancel(scene, stage);
  if (scene.isLow) return html`<div class="ways">${leave}${finish(scene)}</div>`;
  return html`${leave === nothing ? nothing : html`<div class="ways">${leave}</div>`}
    <div class="ways">${finish(scene)}</div>`;
}

function actions(scene: MineScene, stage: Found): TemplateResult {
  const { more, isBusy, canSend } = scene;
  const { ticket } = stage;
  const choices = STEP_AWAY_CHOICES.filter((count) => count <= ticket.stepAwayMax);
  return html`${
    choices.length === 0
      ? nothing
      : html`<p class="hint-line">${more.stepAway}</p>
          <div class="ways">
            ${choices.map(
              (count) =>
                html`<button
                  data-pass=${count}
                  ?disabled=${isBusy || !canSend}
                  @click=${() => scene.onStepAway(ticket, count)}
                >
                  ${more.stepAwayBy(count)}
                </button>`,
            )}
          </div>`
  }`;
}

/** Low, where there is little room, it stands beside the end. */
function cancel(scene: MineScene, stage: Found): TemplateResult | typeof nothing {
  const { more, isBusy, canSend } = scene;
  if (!stage.ticket.canCancel) return nothing;
  return html`<button
    data-go="cancel"
    ?disabled=${isBusy || !canSend}
    @click=${() => scene.onStage({ ...stage, asksCancel: true })}
  >
    ${more.cancel}
  </button>`;
}

/** What was printed for this ticket, to be printed again. */
function papers(scene: MineScene, token: string): TemplateResult {
  const { hall, credentials, language, canSend } = scene;
  return html`<yc-kiosk-papers
    .hall=${hall}
    .token=${token}
    .credentials=${credentials}
    .language=${language}
    .canSend=${canSend}
  ></yc-kiosk-papers>`;
}

function cancelAsk(scene: MineScene, stage: Found): TemplateResult {
  const { more } = scene;
  return html`<p class="hint-line" role="alert">${more.cancelAsk}</p>
    <div class="ways">
      <button class="send" data-go="cancel-yes" @click=${() => scene.onCancel(stage.ticket)}>
        ${more.cancelYes}
      </button>
      <button
        class="primary send"
        data-go="cancel-no"
        @click=${() => scene.onStage({ ...stage, asksCancel: false })}
      >
        ${more.cancelNo}
      </button>
    </div>`;
}

function returned(scene: MineScene, stage: Extract<Stage, { is: 'returned' }>): TemplateResult {
  const { text, more, isBusy } = scene;
  const { ticket, printed } = stage;
  return html`<div class="middle" role="status">
      <p class="big">${icon('check')}<span>${text.returned(ticket.ticket)}</span></p>
      <div class="rules" data-rule=${ticket.returnRule ?? 'none'}>
        <strong>${ruleOf(scene, ticket)}</strong>
        ${ticket.isLastChance ? html`<p>${more.ruleLast}</p>` : nothing}
      </div>
      <p class="where">${text.returnedWhere(whereOf(scene, ticket))}</p>
      <p class="soft">${text.returnedHelp}</p>
    </div>
    <div class="ways">
      <button
        data-go="reprint"
        ?disabled=${isBusy || printed === 'yes'}
        @click=${() => scene.onReprint(ticket)}
      >
        ${printed === 'yes' ? more.printedNew : isBusy ? more.printingNew : more.printNew}
      </button>
      ${finish(scene)}
    </div>`;
}

/** Which rule applied to the return that was just made. */
function ruleOf({ more }: MineScene, { returnRule, returnBehind, held }: KioskTicket): string {
  if (returnRule === 'own-clerk') return more.ruleOwnClerk(held?.clerkWindow ?? 0);
  return returnRule === 'tail' ? more.ruleTail : more.ruleBehind(returnBehind);
}

function ended(scene: MineScene, title: string, help: string): TemplateResult {
  return html`<div class="middle" role="status">
      <p class="big">${icon('check')}<span>${title}</span></p>
      <p class="where">${help}</p>
    </div>
    <div class="ways">${finish(scene)}</div>`;
}

function whereOf({ text, language }: MineScene, ticket: KioskTicket): string {
  const { zoneName, floor, way } = ticket;
  return `${zoneName[language]} · ${text.floor(floor)} · ${way[language]}`;
}

function finish({ text, onFinish }: MineScene): TemplateResult {
  return html`<button class="primary send" data-go="finish" @click=${onFinish}>
    ${text.finish}
  </button>`;
}
