/** Proposals, what is in force, and earlier advice with what it was worth, as cards. */
import { css, html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { DISMISS_REASONS } from '../../shared/hall/advice.ts';
import type { AdviceFigures } from '../../shared/hall/advice.ts';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import { refusalText } from '../../shared/text/refusals.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { AppliedRow, EarlierRow, ProposedRow } from '../../shared/views/advice-board.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { Sendable } from '../parts/press.ts';
import { ageWords, onTopWords } from './advice-standing.ts';
import { adviceSentence, gainSentence, isUnsure, minutesOf } from './advice-words.ts';
import { principalName } from './names.ts';

export const adviceCardStyles = css`
  .card {
    display: grid;
    gap: 6px;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-left: 5px solid var(--jade-deep);
    border-radius: 10px;
    background: var(--panel);
  }
  .card.applied {
    border-left-color: var(--amber);
    background: var(--amber-soft);
  }
  .card.unsure,
  .card.blocked {
    border-left-color: var(--line);
  }
  .card.unsure h3,
  .card.blocked h3 {
    font-weight: var(--weight-text);
  }
  .card h3 {
    font-size: 18px;
    line-height: 1.4;
  }
  .card .waits {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin: 0;
  }
  .card .waits b {
    font-size: 18px;
  }
  .card .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  .card .row .end {
    margin-left: auto;
  }
  .card .warn {
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
  .card select.field {
    width: auto;
    min-height: 40px;
  }
  .earlier td,
  .earlier th {
    padding: 6px 8px;
    text-align: left;
    vertical-align: top;
  }
  .earlier .number {
    text-align: right;
    white-space: nowrap;
  }
`;

export interface AdviceCards {
  readonly view: FloorView;
  readonly language: Language;
  readonly now: number;
  readonly inFlight: string | null;
  readonly act: (command: Sendable) => void;
}

/** One proposal: the sentence, what it saves, where, and the two answers. */
export function proposalCard(row: ProposedRow, cards: AdviceCards) {
  const { view, language, now, inFlight, act } = cards;
  const text = adviceText[language];
  const { id, blocked, expiresAt } = row;
  const why = blocked && refusalText(blocked.refused, language, blocked.detail);
  const isHeld = blocked !== null || inFlight !== null;
  const onTop = onTopWords(row, view.advice, language);
  // Figures of what cannot be done, or was worked out on top of what was not done, mean nothing.
  const figures = blocked !== null || onTop?.isGone ? null : row.figures;
  const age = ageWords(row, view.advice, now, language);
  const isWeak = figures === null || isUnsure(figures);
  const answer = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    select.value = '';
    if (value !== '') act({ type: 'dismissAdvice', advice: id, reason: value });
  };
  return html`<article
    class="card ${blocked ? 'blocked' : isWeak ? 'unsure' : ''}"
    data-advice=${id}
  >
    <h3>${adviceSentence(row, view, language)}</h3>
    ${onTop?.isGone ? html`<p class="warn">${onTop.words}</p>` : nothing}
    ${
      figures
        ? html`<p>${onTop ? `${onTop.words} · ` : ''}${gainSentence(figures, language)}</p>`
        : nothing
    }
    ${figures ? waitList(figures, view, language) : nothing}
    <p class="small age ${age.isOld ? 'warn' : 'quiet'}">${age.words}</p>
    ${why === null ? nothing : html`<p class="warn">${text.blocked}${why}</p>`}
    <div class="row">
      <button
        class=${isWeak ? 'plain' : 'strong'}
        type="button"
        data-act="applyAdvice"
        aria-disabled=${isHeld}
        title=${why ?? ''}
        @click=${() => {
          if (!isHeld) act({ type: 'applyAdvice', advice: id });
        }}
      >
        ${text.apply}
      </button>
      <select class="field" aria-label=${text.why} data-act="dismissAdvice" @change=${answer}>
        <option value="">${text.dismiss}…</option>
        ${DISMISS_REASONS.map((reason) => html`<option value=${reason}>${text.reasons[reason]}</option>`)}
      </select>
      <span class="quiet small end">${text.expires(clockTime(expiresAt))}</span>
    </div>
  </article>`;
}

/** p90 by zone, as it is and as it would be; zones that hardly change are left out. */
export function waitList(
  { zones, horizonMs }: Pick<AdviceFigures, 'zones' | 'horizonMs'>,
  view: Pick<FloorView, 'zones'>,
  language: Language,
) {
  const text = adviceText[language];
  const rows = zones.filter(
    ({ beforeMs, afterMs }) => minutesOf(beforeMs) > 0 || minutesOf(afterMs) > 0,
  );
  if (rows.length === 0) return nothing;
  return html`<p class="quiet small">${text.p90(minutesOf(horizonMs))}</p>
    <ul class="waits">
      ${rows.map(({ zone, beforeMs, afterMs, lowMs, highMs }) => {
        const name = view.zones.find(({ code }) => code === zone)?.name[language] ?? zone;
        const range = text.range(minutesOf(lowMs), minutesOf(highMs));
        return html`<li>
          ${name} <b>${text.change(minutesOf(beforeMs), minutesOf(afterMs))}</b>
          <span class="quiet small">${range}</span>
        </li>`;
      })}
    </ul>`;
}

/** Advice in force: who applied it, when it returns by itself, and the way back now. */
export function appliedCard(row: AppliedRow, cards: AdviceCards) {
  const { view, language, now, inFlight, act } = cards;
  const text = adviceText[language];
  const { id, untilAt, windows, appliedAt, appliedBy, figures, source } = row;
  const { duration, listSeparator } = signInText[language];
  const isOver = untilAt <= now;
  const left = duration(minutesBetween(now, untilAt) + 1);
  const back = isOver
    ? text.returning(windows.join(listSeparator))
    : text.returnsIn(clockTime(untilAt), left);
  const by = appliedBy === 'system' ? text.system : principalName(view.people, appliedBy, language);
  return html`<article class="card applied" data-advice=${id}>
    <h3>${adviceSentence(row, view, language)}</h3>
    <p>${back}</p>
    ${figures ? html`<p class="small">${gainSentence(figures, language)}</p>` : nothing}
    <div class="row">
      <button
        class="plain"
        type="button"
        data-act="revertAdvice"
        aria-disabled=${inFlight !== null || isOver}
        @click=${() => {
          if (inFlight === null && !isOver) act({ type: 'revertAdvice', advice: id });
        }}
      >
        ${text.returnNow}
      </button>
      <span class="quiet small end">
        ${source === 'hand' ? html`${text.hand} · ` : nothing}${text.by(by, clockTime(appliedAt))}
      </span>
    </div>
  </article>`;
}

/** What earlier advice was expected to save, and what it saved. */
export function earlierTable(rows: readonly EarlierRow[], view: FloorView, language: Language) {
  const text = adviceText[language];
  if (rows.length === 0) return html`<p class="quiet">${text.noEarlier}</p>`;
  return html`<table class="earlier">
      <thead>
        <tr>
          <td></td>
          <th class="number">${text.predicted}</th>
          <th class="number">${text.measured}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => earlierRow(row, view, language))}
      </tbody>
    </table>
    <p class="quiet small">${text.measuredHint}</p>`;
}

function earlierRow(row: EarlierRow, view: FloorView, language: Language) {
  const text = adviceText[language];
  const { id, figures, score, status, endedAt, reason } = row;
  const reasons: Readonly<Record<string, string>> = text.reasons;
  const words = [
    clockTime(endedAt),
    text.status[status],
    ...(reason === null ? [] : [reasons[reason] ?? reason]),
  ];
  const minutes = (value: number | undefined) =>
    value === undefined ? '–' : text.unit(Math.round(value));
  const isUnmeasured = row.changes.every(({ kind }) => kind === 'moveBreak' || kind === 'keep');
  const would = status === 'returned' || !score ? nothing : html`${text.wouldHave} `;
  return html`<tr data-advice=${id}>
    <td>
      ${adviceSentence(row, view, language)}
      <div class="quiet small">${words.join(' · ')}</div>
    </td>
    <td class="number">${minutes(figures?.gainMinutes)}</td>
    <td class="number">
      ${
        score
          ? html`${would}${minutes(score.gainMinutes)}
              <div class="quiet small">
                ${text.range(Math.round(score.lowMinutes), Math.round(score.highMinutes))}
              </div>`
          : html`<span class="quiet small"
              >${isUnmeasured ? text.notMeasured : text.measuring}</span
            >`
      }
    </td>
  </tr>`;
}
