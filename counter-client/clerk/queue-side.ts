/**
 * The right of the desk: what needs the clerk, why this number was called, whether the last visitor
 * is still rating, who is on hold and who comes next, the zones, and the clerk's own day.
 */
import { css, html, nothing } from 'lit';
import { minutesBetween } from '../../shared/client/format.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { comingPeople, nextPeople } from './coming-people.ts';
import { heldPeople, missedPeople } from './returning-people.ts';
import type { ComingPeople } from './coming-people.ts';
import { chiefCalls } from './chief-calls.ts';
import { closingAlarm, evaluatorAlarm, extraAlarm } from './desk-alarms.ts';
import { givenSlips } from './given-slips.ts';
import { ownDay } from './own-day.ts';
import { whyCalled } from './why-called.ts';

export const queueSideStyles = css`
  aside {
    display: flex;
    flex-direction: column;
    gap: 20px;
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
    min-height: 38px;
    padding: 6px 0;
    border-bottom: 1px solid var(--line);
  }
  aside .held li,
  aside .slips li {
    align-items: center;
  }
  aside .late {
    color: var(--vermilion-deep);
    font-weight: var(--weight-strong);
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
    position: sticky;
    bottom: calc(-1 * var(--space-2));
    margin: auto calc(-1 * var(--space-3)) calc(-1 * var(--space-2));
    padding: 8px var(--space-3) 12px;
    border-top: 1px solid var(--line);
    background: var(--panel);
  }
  aside .today {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
  }
  aside .today dd {
    font-size: 26px;
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

export interface QueueSide extends ComingPeople {
  readonly staffNo: string;
  readonly endConsult: (window: number, approved: boolean) => void;
  readonly reprint: (id: string, ticket: string) => void;
}

/** The desk's right side. */
export function queueSide(shown: QueueSide) {
  const { view, language, now } = shown;
  return html`<aside tabindex="0" class="focusable">
    ${calls(shown)} ${extraAlarm(view, language, now)} ${closingAlarm(view, language, now)}
    ${whyCalled(view, language)} ${ratings(shown)} ${evaluatorAlarm(view, language)}
    ${givenSlips(shown)} ${heldPeople(shown)} ${nextPeople(shown)} ${comingPeople(shown)}
    ${missedPeople(shown)} ${zones(shown)} ${ownDay(view, language)}
  </aside>`;
}

function calls({ view, endConsult, ...shown }: QueueSide) {
  const { consults, window, clerk, ticket } = view;
  if (clerk?.role !== 'chief') return nothing;
  const hasKeys = ticket?.consult === undefined || ticket.consult === null;
  return chiefCalls({ ...shown, consults, own: window, hasKeys, end: endConsult });
}

function ratings({ view, language }: QueueSide) {
  if (view.openPrompts === 0) return nothing;
  const text = clerkText[language];
  return html`<section class="rating" role="status">
    ${
      view.status === 'serving'
        ? text.ratingWaits(view.openPrompts)
        : html`<strong>${text.ratingOpen(view.openPrompts)}</strong>
            <p class="small">${text.ratingOpenNote}</p>`
    }
  </section>`;
}

function zones({ view, language, now }: QueueSide) {
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
