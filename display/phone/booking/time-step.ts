/** The second step: which day and which time, with the places left; full ones stay and say so. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { calendarDay, clockTime } from '../../../shared/client/format.ts';
import { businessDate } from '../../../shared/base/ids.ts';
import { businessDateAt, startOfDay } from '../../../shared/calendar/business-date.ts';
import type { ServiceItem } from '../../../shared/hall/config.ts';
import { bookingText } from '../../../shared/text/booking.ts';
import type { Language } from '../../../shared/text/language.ts';
import type { FreeTime, FreeTimes } from './booking-desk.ts';

export interface TimeStep {
  readonly language: Language;
  readonly item: ServiceItem;
  readonly times: FreeTimes;
  readonly isBusy: boolean;
  /** The hall's clock when the page asked where it is. */
  readonly today: number;
  readonly look: (date: string) => void;
  readonly choose: (time: FreeTime) => void;
}

/** The step. */
export function timeStep(step: TimeStep): TemplateResult {
  const { language, item, times, isBusy } = step;
  const text = bookingText[language];
  const head = html`<p class="soft">${text.step(2)} · ${item.name[language]}</p>
    <h1>${text.time}</h1>`;
  if (times.dates.length === 0)
    return html`${head}
      <p class="notice">${text.noDates}</p>`;
  return html`${head}
    <div class="days" role="group" aria-label=${text.when}>
      ${times.dates.map((date) => day(step, date))}
    </div>
    <div class="times" aria-busy=${isBusy}>
      ${
        times.slots.length === 0
          ? html`<p class="notice">${text.noSlots}</p>`
          : times.slots.map((slot) => time(step, slot))
      }
    </div>`;
}

function day({ language, times, today, isBusy, look }: TimeStep, date: string): TemplateResult {
  const at = startOfDay(businessDate(date));
  const [first = '', second = ''] = calendarDay(at, language).split(/ (.*)/s);
  const isToday = businessDateAt(today) === date;
  return html`<button
    data-date=${date}
    aria-pressed=${date === times.date}
    ?disabled=${isBusy}
    @click=${() => look(date)}
  >
    <b>${first}</b> <span>${isToday ? bookingText[language].today : second}</span>
  </button>`;
}

function time({ language, isBusy, today, choose }: TimeStep, slot: FreeTime): TemplateResult {
  const text = bookingText[language];
  const none = slot.slotAt <= today ? text.past : text.full;
  return html`<button
    data-time=${slot.time}
    ?disabled=${isBusy || slot.rest < 1}
    @click=${() => choose(slot)}
  >
    <b>${clockTime(slot.slotAt)}</b>
    <span>${slot.rest < 1 ? none : text.free(slot.rest)}</span>
  </button>`;
}
