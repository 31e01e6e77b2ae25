/**
 * What must be seen before anything else: an emergency of the hall, a desk that another page works
 * at, an extra window's end, closing time with people left, a silent evaluator.
 */
import { css, html, nothing } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';

export const deskAlarmStyles = css`
  .emergency {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    min-height: 56px;
    padding: 8px var(--space-3);
    background: var(--vermilion-deep);
    color: var(--on-accent);
    font-size: 20px;
    font-weight: var(--weight-bold);
  }
  .elsewhere {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    justify-content: space-between;
    min-height: 56px;
    padding: 6px var(--space-3);
    background: var(--amber-soft);
    color: var(--amber-deep);
    font-weight: var(--weight-bold);
  }
  .alarm {
    display: grid;
    gap: 6px;
    padding: 10px 14px;
    border-radius: 8px;
    background: var(--amber-soft);
  }
  .alarm strong {
    color: var(--amber-deep);
  }
`;

/** The emergency's band over the whole desk. */
export function emergencyBand({ emergency }: DeskView, language: Language) {
  if (!emergency) return nothing;
  const { kind, text, shownAt } = emergency;
  return html`<div class="emergency" role="alert">
    <span>${deskText[language].emergency[kind]}${text === null ? nothing : html` · ${text}`}</span>
    <span class="small">${clockTime(shownAt)}</span>
  </div>`;
}

/** Another page works at this desk; here is only read, until it is taken over. */
export function elsewhereBand(language: Language, isInFlight: boolean, takeOver: () => void) {
  const { station } = deskText[language];
  return html`<div class="elsewhere" role="alert">
    <span>${station.elsewhere}</span>
    <button
      class="strong"
      type="button"
      data-take-over
      aria-disabled=${isInFlight}
      @click=${takeOver}
    >
      ${station.takeOver}
    </button>
  </div>`;
}

/** After the last session: who is left for this window alone, or that it may close. */
export function closingAlarm(view: DeskView, language: Language, now: number) {
  const { closing } = deskText[language];
  const closeAt = closedSince(view, now);
  if (closeAt === null) return nothing;
  const ids = view.onlyHere.join(signInText[language].listSeparator);
  return html`<section class="alarm" data-alarm="closing" role="status">
    <strong>${closing.over(clockTime(closeAt))}</strong>
    <span>
      ${view.onlyHere.length === 0 ? closing.drained : closing.drain(view.onlyHere.length)}
      ${ids === '' ? nothing : html`<b>${ids}</b>`}
    </span>
  </section>`;
}

/** An extra window, and until when; once that is over, that it closes after this visitor. */
export function extraAlarm({ closesAt }: DeskView, language: Language, now: number) {
  if (closesAt === null) return nothing;
  const { extra } = deskText[language];
  return html`<section class="alarm" data-alarm="extra" role="status">
    <strong>${now < closesAt ? extra.until(clockTime(closesAt)) : extra.over}</strong>
  </section>`;
}

/** The end of the last session, once it has come; null before it, and where the hall never closes. */
export function closedSince({ hours }: Pick<DeskView, 'hours'>, now: number): number | null {
  const closeAt = hours.sessions.at(-1)?.closeAt;
  return hours.alwaysOpen || closeAt === undefined || now < closeAt ? null : closeAt;
}

/** The rating device cannot be reached; nobody's rating is lost by it. */
export function evaluatorAlarm({ isEvaluatorSilent }: DeskView, language: Language) {
  if (!isEvaluatorSilent) return nothing;
  const { evaluator } = deskText[language];
  return html`<section class="alarm" data-alarm="evaluator" role="status">
    <strong>${evaluator.silent}</strong>
    <span class="small">${evaluator.note}</span>
  </section>`;
}

/** `1:05` since an instant. */
export function timer(sinceAt: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - sinceAt) / 1_000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
