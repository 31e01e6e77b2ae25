/**
 * Outside the hours: when tickets are given out next, and today's calendar. Who has a number already
 * can still use it. At night the glass is dark and says only the next opening; a touch wakes it.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { calendarDay, clockTime } from '../../shared/client/format.ts';
import { icon } from './icons.ts';
import type { HallState } from './hall-state.ts';
import type { Scene } from './scene.ts';
import { goTo } from './visit.ts';

type Closed = Exclude<HallState, { is: 'open' }>;

/** What the head asks in opening hours it says here: the next opening. */
export function closedTitle({ more, view, visit }: Scene, state: Closed): string {
  switch (state.is) {
    case 'before':
      return more.opensToday(clockTime(state.openAt));
    case 'between':
      return more.opensAgain(clockTime(state.openAt));
    case 'over':
      return more.overToday;
    case 'dayOff': {
      const holiday = view?.hours.holiday;
      return holiday ? more.holiday(holiday[visit.language]) : more.dayOff;
    }
  }
}

/** The calendar of today, and what can be done with a number. */
export function closedScreen(scene: Scene, state: Closed): TemplateResult {
  const { more, view, visit, move, hallNow } = scene;
  const { language } = visit;
  const sessions = view?.hours.sessions ?? [];
  const spans = sessions.map((s) => `${clockTime(s.openAt)}–${clockTime(s.closeAt)}`);
  const isLater = state.is === 'over' || state.is === 'dayOff';
  return html`<main class="body closed">
    <section class="calendar" data-closed=${state.is}>
      <p class="today">${calendarDay(hallNow, language)}</p>
      <dl>
        <dt>${more.sessionsLabel}</dt>
        <dd>${spans.length === 0 ? more.noSessions : spans.map((s) => html`<span>${s}</span>`)}</dd>
        ${
          isLater
            ? html`<dt>${more.nextOpenLabel}</dt>
                <dd>${nextOpening(scene, state.openAt)}</dd>`
            : nothing
        }
      </dl>
    </section>
    <div class="closed-more">
      <button
        class="with-icon"
        data-go="mine"
        @click=${() => move(goTo(visit, { at: 'mine', by: 'ticket', isDone: false }))}
      >
        ${icon('again')}<span>${more.mine}</span>
      </button>
      <button
        data-go="appointment"
        @click=${() => move(goTo(visit, { at: 'mine', by: 'appointment', isDone: false }))}
      >
        ${more.appointment}
      </button>
    </div>
  </main>`;
}

/** The dark glass: the time, and when the hall opens. */
export function asleepScreen(scene: Scene, state: Closed): TemplateResult {
  const { more, hallNow } = scene;
  const opening =
    state.is === 'before'
      ? more.opensToday(clockTime(state.openAt))
      : nextOpening(scene, state.openAt);
  return html`<main class="asleep" data-asleep>
    <p class="night-clock">${clockTime(hallNow)}</p>
    <p class="night-next">${opening}</p>
    <p class="night-wake">${more.wake}</p>
  </main>`;
}

function nextOpening({ more, visit }: Scene, openAt: number | null): string {
  if (openAt === null) return more.nextUnknown;
  return more.nextOpen(calendarDay(openAt, visit.language), clockTime(openAt));
}
