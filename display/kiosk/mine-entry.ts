/**
 * How a visitor who has a number says which: on keys, or by a document. A refusal stands beside the
 * keys, or, where a document's keyboard needs the room, in its place, with every way on from here.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ApiProblem } from '../../shared/client/api.ts';
import { ticketParts } from '../../shared/client/format.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { numberPad } from './keypad.ts';
import type { Entry, MineScene } from './mine-stages.ts';

const APPOINTMENT_SERIES = 'Y';
const NUMBER_WHOLE = /^[A-Z]\d{3,6}$/;

/** Why a number was not found. One of an earlier day, read from its code, is not today's namesake. */
export function lookProblem(error: unknown, number: string, language: Language): string {
  if (!(error instanceof ApiProblem)) return kioskText[language].scanNotFound;
  const { carried } = ticketParts(number);
  const isOld = error.code === 'unknown-ticket' && carried !== null;
  if (isOld) return kioskDayText[language].earlierDay(carried);
  return error.message || kioskText[language].scanNotFound;
}

/** A number with one more key: the letter stands before the digits; an appointment's is known. */
export function withKey(typed: string, key: string, isBooked: boolean): string {
  const digits = typed.replace(/[A-Z]/g, '');
  if (/[A-Z]/.test(key)) return key + digits;
  const letter = isBooked ? APPOINTMENT_SERIES : typed.slice(0, 1);
  return /[A-Z]/.test(letter) ? letter + digits + key : digits + key;
}

/** The keys, the document, or why neither led on. */
export function mineEntry(scene: MineScene, stage: Entry): TemplateResult {
  if (scene.by !== 'document') return entry(scene, stage);
  return stage.problem === null ? byDocument(scene) : afterDocument(scene, stage);
}

function entry(scene: MineScene, stage: Entry): TemplateResult {
  const { text, more, by, typed, isBusy, canSend } = scene;
  const isBooked = by === 'appointment';
  const seen = [...new Set(['A', 'B', 'C', 'F', 'L', ...scene.zones.map((z) => z.series)])];
  const label = isBooked ? more.checkIn : more.look;
  const busy = isBooked ? more.checkInBusy : more.looking;
  return html`<output class="typed" aria-live="polite"
      >${typed || html`<i>${more.example(isBooked ? 'Y001' : 'B012')}</i>`}</output
    >
    ${problem(scene, stage)}
    ${numberPad(isBooked ? [] : [...seen.sort(), 'Y'], { ...scene, eraseLabel: text.erase })}
    <div class="ways">
      ${
        isBooked
          ? html`<button data-go="document" @click=${() => scene.onBy('document')}>
              ${more.byDocument}
            </button>`
          : nothing
      }
      <button
        class="primary send"
        data-go="send"
        ?disabled=${!NUMBER_WHOLE.test(typed) || isBusy || !canSend}
        @click=${scene.onLook}
      >
        ${isBusy ? busy : label}
      </button>
    </div>`;
}

function byDocument(scene: MineScene): TemplateResult {
  const { language, isLow, canSend, isBusy, onDocument, onLanguage, onBy } = scene;
  return html`<yc-kiosk-document
    ?data-low=${isLow}
    .language=${language}
    .isLow=${isLow}
    .canSend=${canSend && !isBusy}
    .onSend=${onDocument}
    .onLanguage=${onLanguage}
    .onNumber=${() => onBy('appointment')}
  ></yc-kiosk-document>`;
}

/** The document is forgotten; whoever wants to try it again types it again. */
function afterDocument(scene: MineScene, stage: Entry): TemplateResult {
  const { more, text, onStage, onBy } = scene;
  return html`<div class="middle">${problem(scene, stage)}</div>
    <div class="ways">
      <button data-go="again" @click=${() => onStage({ is: 'entry', problem: null, again: null })}>
        ${text.tryAgain}
      </button>
      <button data-go="by-number" @click=${() => onBy('appointment')}>${more.byNumber}</button>
    </div>`;
}

function problem(
  { text, more, by, rules, onAgain, onFinish }: MineScene,
  stage: Entry,
): TemplateResult {
  const isBooked = by !== 'ticket';
  if (stage.problem === null) {
    const early = rules.bookEarlyMs / MINUTE_MS;
    const late = rules.bookLateMs / MINUTE_MS;
    const words = isBooked ? more.bookingRule(early, late) : more.mineExplain;
    return html`<p class="hint-line">${words}</p>`;
  }
  const { again, takesTicket } = stage;
  return html`<div class="notice" role="alert">
      <strong>${isBooked ? more.notCheckedIn : text.notReturned}</strong>
      <p>${stage.problem}</p>
    </div>
    ${
      again
        ? html`<div class="ways">
            <button data-go="walk-in" @click=${() => onAgain(again)}>${more.walkInNow}</button>
          </div>`
        : nothing
    }
    ${
      takesTicket
        ? html`<div class="ways">
            <button data-go="finish" @click=${onFinish}>${more.takeTicket}</button>
          </div>`
        : nothing
    }`;
}
