/** The clerk's own day: visits, cases rated of cases, cases closed by the first clerk, the hours. */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { clockTime } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';

/** The numbers at the foot of the right side. */
export function ownDay({ today, hours }: DeskView, language: Language) {
  const text = clerkText[language];
  const words = deskText[language];
  const figures: readonly (readonly [string, string | number])[] = [
    [text.todayVisits, today.visits],
    [words.today.rated, `${String(today.rated)} / ${String(today.cases)}`],
    [words.today.oneClerk, `${String(today.closedByTaker)} / ${String(today.closed)}`],
  ];
  const overtime = signInText[language].duration(Math.floor(today.overtimeMs / MINUTE_MS));
  const closeAt = hours.alwaysOpen ? null : (hours.sessions.at(-1)?.closeAt ?? null);
  return html`<section class="day">
    <h2>
      ${text.todayTitle}
      ${closeAt === null ? nothing : html`· ${words.closing.until(clockTime(closeAt))}`}
    </h2>
    <dl class="today">
      ${figures.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      today.overtimeMs > 0
        ? html`<p class="small quiet">${words.today.overtime(overtime)}</p>`
        : nothing
    }
  </section>`;
}
