/** The candidates of a call as the order saw them: what it judged by, a column each. */
import { html } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { clockTime } from '../../shared/client/format.ts';
import type { Candidate } from '../../shared/hall/call-reason.ts';
import type { Language } from '../../shared/text/language.ts';
import { explainText } from '../../shared/text/manager-explain.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { Explained } from './call-explanation.ts';
import { durationOf } from './duration.ts';

const UNKNOWN = '–';

/** The called one first. */
export function candidateTable(call: Explained, language: Language) {
  const text = explainText[language];
  const names =
    call.routing === 'promise'
      ? [text.score, text.service, text.promise, text.overtaken, text.zone, text.effective]
      : [text.effective, text.zone];
  return html`<table class="candidates">
    <thead>
      <tr>
        <th>${managerText[language].ticket}</th>
        ${names.map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${call.best.map((row) => {
        const isCalled = row.ticket === call.ticket;
        return html`<tr class=${isCalled ? 'called' : ''} data-candidate=${row.ticket}>
          <td>${row.ticket}${isCalled ? ` · ${text.called}` : ''}</td>
          ${judgedBy(row, call, language).map((words) => html`<td>${words}</td>`)}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** What the order judged a candidate by, in the order of the columns. */
export function judgedBy(row: Candidate, call: Explained, language: Language): readonly string[] {
  const text = explainText[language];
  const { isOwn, score, expectedMs, promiseAt, overtaken } = row;
  const zone = isOwn === undefined ? UNKNOWN : isOwn ? text.own : text.other;
  const effective = durationOf(row.effectiveWaitMs, language);
  if (call.routing !== 'promise') return [effective, zone];
  const limit = call.limits?.overtakenMax ?? UNKNOWN;
  const minutes = Math.max(1, Math.round((expectedMs ?? 0) / MINUTE_MS));
  return [
    score?.toFixed(1) ?? UNKNOWN,
    expectedMs === undefined ? UNKNOWN : signInText[language].duration(minutes),
    promiseWords(promiseAt, call.at, language),
    overtaken === undefined ? UNKNOWN : `${String(overtaken)} / ${String(limit)}`,
    zone,
    effective,
  ];
}

function promiseWords(promiseAt: number | undefined, at: number, language: Language): string {
  if (typeof promiseAt !== 'number' || !Number.isFinite(promiseAt)) return UNKNOWN;
  const text = explainText[language];
  const time = clockTime(promiseAt);
  const span = durationOf(Math.abs(promiseAt - at), language);
  return promiseAt > at ? text.left(time, span) : text.late(time, span);
}
