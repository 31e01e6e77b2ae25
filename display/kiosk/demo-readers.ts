/**
 * The demo's stand-ins for a card reader, a scanner and the self-service terminals, so that every
 * screen can be reached by touch. The cards are fictional: their numbers are made here from a day of
 * birth, with the right last character, and go the very way that a reader's would.
 */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { KioskDayText } from '../../shared/text/kiosk-day.ts';
import type { KioskText } from '../../shared/text/kiosk.ts';
import type { TerminalRow } from '../../shared/views/kiosk-screen.ts';
import { cardNumber } from './identity-card.ts';

const AGES = [72, 35] as const;
const HALL_OFFSET_MS = 8 * 3_600_000;
const PLACE = '421000';
const ORDER = '001';

export interface DemoScene {
  readonly hallNow: number;
  readonly terminals: readonly TerminalRow[];
  /** The address in the code of the last ticket; null before the first. */
  readonly lastTicket: string | null;
  /** A line as a reader writes it. */
  readonly onLine: (line: string) => void;
  readonly onTerminal: (no: number, status: 'free' | 'busy') => void;
}

/** The sheet's content. */
export function demoReaders(
  text: KioskText,
  more: KioskDayText,
  { hallNow, terminals, lastTicket, onLine, onTerminal }: DemoScene,
): TemplateResult {
  return html`<h2>${text.demo} · ${more.demoCards}</h2>
    <p class="soft">${more.demoCardNote}</p>
    <div class="choices wrap">
      ${AGES.map(
        (age) =>
          html`<button data-card=${age} @click=${() => onLine(sampleCard(age, hallNow))}>
            ${more.demoCard(age)}
          </button>`,
      )}
      <button data-card="misread" @click=${() => onLine(misread(hallNow))}>
        ${more.demoMisread}
      </button>
      <button
        data-scan="last"
        ?disabled=${lastTicket === null}
        @click=${() => onLine(lastTicket ?? '')}
      >
        ${lastTicket === null ? more.demoNoTicket : more.demoTicket}
      </button>
      ${terminals.map(({ no, status }) => {
        const isFree = status === 'free';
        return html`<button
          data-terminal-demo=${no}
          aria-pressed=${isFree ? 'true' : 'false'}
          @click=${() => onTerminal(no, isFree ? 'busy' : 'free')}
        >
          ${more.demoTerminal(no)} · ${isFree ? more.demoFree : more.demoBusy}
        </button>`;
      })}
    </div>`;
}

/** A number of somebody who is so old today. */
export function sampleCard(age: number, now: number): string {
  const today = new Date(now + HALL_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '');
  return cardNumber(`${PLACE}${String(Number(today.slice(0, 4)) - age)}0101${ORDER}`);
}

/** One digit was read wrong: the last character does not fit. */
function misread(now: number): string {
  const card = sampleCard(AGES[0], now);
  return card.slice(0, -1) + (card.endsWith('1') ? '2' : '1');
}
