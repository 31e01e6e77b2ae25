/**
 * The right of the desk: why this number was called, whether the last visitor is still rating, who
 * comes next, the zones, the numbers missed here, and the clerk's own day.
 */
import { css, html, nothing } from 'lit';
import { minutesBetween } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';

const MINUTE_MS = 60_000;

export const queueSideStyles = css`
  aside {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    min-height: 0;
    padding: var(--space-2) var(--space-3);
    border-left: 1px solid var(--line);
    background: var(--panel);
    overflow-y: auto;
  }
  aside h2 {
    margin-bottom: 6px;
    color: var(--slate-deep);
    font-size: 14px;
  }
  aside .rating {
    padding: 10px 14px;
    border-radius: 8px;
    background: var(--slate-soft);
  }
  aside .rows li {
    display: grid;
    grid-template-columns: 76px minmax(0, 1fr) auto;
    gap: 12px;
    align-items: baseline;
    min-height: 40px;
    padding: 7px 0;
    border-bottom: 1px solid var(--line);
  }
  aside .rows .zone {
    grid-template-columns: minmax(0, 1fr) auto 64px;
  }
  aside .ticket {
    font-size: 20px;
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  aside .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  aside .item {
    display: -webkit-box;
    overflow: hidden;
    line-height: 1.35;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  aside .right {
    text-align: right;
    white-space: nowrap;
  }
  aside .missed {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  aside .day {
    margin-top: auto;
  }
  aside .today {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
  }
  aside .today dd {
    font-size: 28px;
    font-weight: var(--weight-bold);
    line-height: 1.1;
  }
  aside .today dt {
    color: var(--slate-deep);
    font-size: 14px;
  }
  aside .today div {
    display: flex;
    flex-direction: column-reverse;
  }
`;

interface Shown {
  readonly view: DeskView;
  readonly language: Language;
  readonly now: number;
  readonly isBlocked: boolean;
  readonly requeue: (ticket: string) => void;
}

/** The desk's right side. */
export function queueSide(shown: Shown) {
  const { view, language } = shown;
  const text = clerkText[language];
  return html`<aside tabindex="0" class="focusable">
    ${why(shown)}
    ${
      view.openPrompts > 0
        ? html`<section class="rating" role="status">
            ${
              view.status === 'serving'
                ? text.ratingWaits(view.openPrompts)
                : html`<strong>${text.ratingOpen(view.openPrompts)}</strong>
                    <p class="small">${text.ratingOpenNote}</p>`
            }
          </section>`
        : nothing
    }
    ${nextUp(shown)} ${zones(shown)} ${missed(shown)}
    <section class="day">
      <h2>${text.todayTitle}</h2>
      <dl class="today">
        <div>
          <dt>${text.todayVisits}</dt>
          <dd>${view.today.visits}</dd>
        </div>
        <div>
          <dt>${text.todayCases}</dt>
          <dd>${view.today.cases}</dd>
        </div>
        <div>
          <dt>${text.todayRated}</dt>
          <dd>${view.today.rated}</dd>
        </div>
      </dl>
    </section>
  </aside>`;
}

function why({ view, language }: Shown) {
  const reason = view.ticket?.why;
  if (!view.ticket || !reason) return nothing;
  const text = clerkText[language];
  const { duration } = signInText[language];
  const minutes = (ms: number) => duration(Math.floor(ms / MINUTE_MS));
  return html`<section class="why-called">
    <h2>${text.whyTitle}</h2>
    <p>
      ${text.whyLongest(
        view.ticket.id,
        minutes(reason.waitedMs),
        reason.creditMs > 0 ? minutes(reason.creditMs) : null,
        reason.eligible,
        reason.waiting,
      )}
    </p>
  </section>`;
}

function nextUp({ view, language, now }: Shown) {
  const text = clerkText[language];
  const { duration } = signInText[language];
  return html`<section>
    <h2>${text.nextTitle}</h2>
    ${view.next.length === 0 ? html`<p class="quiet">${text.nextEmpty}</p>` : nothing}
    <ol class="rows">
      ${view.next.map(
        (row) =>
          html`<li>
            <span class="ticket">${row.ticket}</span>
            <span class="item" title=${row.items.map((name) => name[language]).join(' · ')}>
              ${row.items[0]?.[language] ?? ''}
              ${
                row.items.length > 1
                  ? html`<span class="quiet">${text.more(row.items.length)}</span>`
                  : nothing
              }
            </span>
            <span class="right">${duration(minutesBetween(row.arrivedAt, now))}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}

function zones({ view, language, now }: Shown) {
  const text = clerkText[language];
  const { duration } = signInText[language];
  return html`<section>
    <h2>${text.zonesTitle}</h2>
    <ul class="rows">
      ${view.zoneRows.map(
        (zone) =>
          html`<li class="zone">
            <span class="cut">${zone.name[language]}</span>
            <span class="right quiet">
              ${
                zone.longestSinceAt === null
                  ? nothing
                  : text.longest(duration(minutesBetween(zone.longestSinceAt, now)))
              }
            </span>
            <strong class="right">${text.waiting(zone.waiting)}</strong>
          </li>`,
      )}
    </ul>
  </section>`;
}

function missed({ view, language, isBlocked, requeue }: Shown) {
  if (view.missed.length === 0) return nothing;
  const text = clerkText[language];
  return html`<section>
    <h2>${text.missedTitle}</h2>
    <ul class="missed">
      ${view.missed.map(
        ({ ticket }) =>
          html`<li>
            <button
              class="plain"
              type="button"
              aria-disabled=${isBlocked}
              @click=${() => {
                if (!isBlocked) requeue(ticket);
              }}
            >
              <span class="ticket">${ticket}</span> ${text.requeue}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
