/** A booked appointment: when, from when to check in and how, what to bring, and the link to keep. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { calendarDay, clockTime } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketText } from '../../shared/text/ticket.ts';
import { isLeftChinese, materialName, materialsToBring } from '../../shared/views/printed-words.ts';
import { phoneDayText } from '../../shared/text/phone-day.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';
import { qrCode } from '../parts/qr-code.ts';

type Appointment = NonNullable<TicketView['appointment']>;

/** When it is, and how the visitor checks in. */
export function appointmentCard(
  { slotAt, slotEndAt, fromAt, untilAt }: Appointment,
  language: Language,
  address: string,
): TemplateResult {
  const text = phoneDayText[language];
  return html`<section class="card appointment">
    <p class="date">${calendarDay(slotAt, language)}</p>
    <p class="slot">${clockTime(slotAt)}–${clockTime(slotEndAt)}</p>
    <p class="from">${text.checkInFrom} <b>${clockTime(fromAt)}–${clockTime(untilAt)}</b></p>
    <p class="soft">${text.checkInHow} ${text.checkInLate}</p>
    ${qrCode(address, text.showCode)}
  </section>`;
}

/** What to bring for all cases that are still to do; nothing when nothing is listed. */
export function bringCard(view: TicketView, language: Language): TemplateResult | typeof nothing {
  const text = phoneDayText[language];
  const open = view.cases.filter(({ status }) => status === 'draft');
  const all = open.flatMap(({ materials }) => materials);
  const names = materialsToBring(all, language);
  if (names.length === 0) return nothing;
  const isNeeded = (name: string) =>
    all.some((row) => row.mandatory && materialName(row, language) === name);
  return html`<section class="card bring">
    <h2>${text.bring}</h2>
    <ul>
      ${names.map(
        (name) =>
          html`<li>
            <span>${name}</span>
            ${isNeeded(name) ? nothing : html`<span class="soft">${text.optional}</span>`}
          </li>`,
      )}
    </ul>
    ${
      isLeftChinese(names, language)
        ? html`<p class="soft">${ticketText[language].chineseNames}</p>`
        : nothing
    }
  </section>`;
}

/** The link to this page, for nothing else leads back to a booked appointment. */
export function keepCard(language: Language, isCopied: boolean, copy: () => void): TemplateResult {
  const text = phoneDayText[language];
  return html`<section class="card keep">
    <h2>${text.keepLink}</h2>
    <p class="soft">${text.keepLinkHelp}</p>
    <button data-go="copy" @click=${copy}>
      <span role="status">${isCopied ? text.copied : text.copy}</span>
    </button>
  </section>`;
}

export const appointmentStyles = css`
  .appointment {
    display: grid;
    gap: 6px;
  }
  .appointment .date {
    font-size: 22px;
    font-weight: 500;
  }
  .appointment .slot {
    font-size: 44px;
    font-weight: 700;
    line-height: 1.15;
  }
  .appointment .from {
    margin-top: 10px;
  }
  .appointment .from b {
    font-size: 22px;
    white-space: nowrap;
  }
  .appointment .qr {
    width: min(220px, 60vw);
    margin: 12px auto 0;
  }
  .bring h2,
  .keep h2 {
    margin-bottom: 6px;
    font-size: 20px;
  }
  .bring li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding: 8px 0;
    border-top: 1px solid var(--line);
  }
  .bring li .soft {
    flex: none;
  }
  .keep button {
    width: 100%;
    margin-top: 12px;
  }
`;
