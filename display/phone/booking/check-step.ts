/** The third step: everything once more, a document's number if wished or needed, and the one button. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { calendarDay, clockTime } from '../../../shared/client/format.ts';
import type { ServiceItem, Zone } from '../../../shared/hall/config.ts';
import { bookingText } from '../../../shared/text/booking.ts';
import type { Language } from '../../../shared/text/language.ts';
import type { FreeTime } from './booking-desk.ts';

const IDENTITY_MAX = 40;

export interface CheckStep {
  readonly language: Language;
  readonly item: ServiceItem;
  readonly slot: FreeTime;
  readonly zone: Zone | null;
  readonly identity: string;
  /** The hall books for nobody without one. */
  readonly isNeeded: boolean;
  readonly isShort: boolean;
  readonly isBusy: boolean;
  readonly type: (identity: string) => void;
  readonly book: () => void;
}

/** The step. */
export function checkStep(step: CheckStep): TemplateResult {
  const { language, item, slot, zone, identity, isNeeded, isShort, isBusy, type, book } = step;
  const text = bookingText[language];
  return html`<p class="soft">${text.step(3)}</p>
    <h1>${text.check}</h1>
    <dl class="card">
      <div>
        <dt>${text.when}</dt>
        <dd class="when">
          ${calendarDay(slot.slotAt, language)}<br />
          ${clockTime(slot.slotAt)}–${clockTime(slot.slotEndAt)}
        </dd>
      </div>
      <div>
        <dt>${text.item}</dt>
        <dd>${item.name[language]}</dd>
      </div>
      ${
        zone === null
          ? nothing
          : html`<div>
              <dt>${text.where}</dt>
              <dd>
                ${zone.name[language]}<br />
                <span>${text.floor(zone.floor)} · ${zone.way[language]}</span>
              </dd>
            </div>`
      }
    </dl>
    <label>
      ${isNeeded ? text.identityNeeded : text.identity}
      <input
        name="identity"
        maxlength=${IDENTITY_MAX}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        ?required=${isNeeded}
        aria-describedby="identity-help"
        aria-invalid=${isShort}
        .value=${identity}
        @input=${(event: InputEvent) => type((event.target as HTMLInputElement).value)}
      />
      <span id="identity-help" class=${isShort ? 'short' : 'soft'}>${identityHelp(step)}</span>
    </label>
    <button class="primary large" data-go="confirm" ?disabled=${isBusy || isShort} @click=${book}>
      ${isBusy ? text.busy : text.confirm}
    </button>`;
}

function identityHelp({ language, isNeeded, isShort }: CheckStep): string {
  const text = bookingText[language];
  if (isNeeded) return isShort ? text.identityNeededShort : text.identityNeededHelp;
  return isShort ? text.identityShort : text.identityHelp;
}
