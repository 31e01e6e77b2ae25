/**
 * Why one call was made as it was: who was chosen and by what, who was passed, and the candidates
 * with everything that the order of that moment judged by. Strict order judges by the wait alone;
 * zones also by whose zone it is; promises by score, service, promise and how often each was passed.
 */
import { css, html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import { clockTime } from '../../shared/client/format.ts';
import type { CallReason } from '../../shared/hall/call-reason.ts';
import type { Language } from '../../shared/text/language.ts';
import { explainText } from '../../shared/text/manager-explain.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { CallLimits } from '../../shared/views/call-limits.ts';
import { candidateTable } from './candidate-table.ts';
import { durationOf } from './duration.ts';

const DIGEST_SHOWN = 12;

export const explanationStyles = css`
  .why {
    display: grid;
    gap: 4px;
    padding: 10px 14px;
    border-radius: 8px;
    background: var(--slate-soft);
  }
  .why .chosen {
    font-weight: var(--weight-strong);
  }
  .why ol {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    list-style: none;
  }
  .why li {
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
  }
  .why li.called {
    border-color: var(--ink);
  }
  .why table {
    width: auto;
    background: var(--panel);
  }
  .why :is(th, td) {
    padding: 4px 14px;
    white-space: nowrap;
  }
  .why tr.called td {
    font-weight: var(--weight-bold);
  }
`;

export interface Explained extends Pick<
  CallReason,
  | 'rule'
  | 'policyVersion'
  | 'waiting'
  | 'eligible'
  | 'waitedMs'
  | 'creditMs'
  | 'best'
  | 'digest'
  | 'passed'
  | 'passedCount'
> {
  readonly ticket: string;
  readonly window: number;
  readonly at: number;
  readonly routing?: CallReason['routing'] | null;
  /** Of those passed, how many count as overtaken. */
  readonly overtookCount: number;
  /** The numbers of the order then; null where they are not known any more. */
  readonly limits: CallLimits | null;
}

/** The explanation. */
export function explanation(call: Explained, language: Language) {
  const text = explainText[language];
  const credit = call.creditMs > 0 ? durationOf(call.creditMs, language) : null;
  return html`<div class="why">
    <strong>${text.title(call.ticket, call.window)}</strong>
    <p class="chosen">${chosenWords(call, language)}</p>
    <p>${passedWords(call, language)}</p>
    <p class="small quiet">
      ${text.wait(durationOf(call.waitedMs, language), credit)}
      ${text.of(call.eligible, call.waiting)}
    </p>
    <p class="small quiet heading">${headingWords(call, language)}</p>
    ${call.routing ? candidateTable(call, language) : waits(call, language)}
    ${
      call.routing === 'promise' && call.limits
        ? html`<p class="small quiet">${text.scoreNote(call.limits.otherZoneFactor)}</p>`
        : nothing
    }
    <p class="small quiet">
      ${text.policy(call.policyVersion, call.digest.slice(0, DIGEST_SHOWN))}
    </p>
  </div>`;
}

/** Who was chosen and by what, in a sentence. */
export function chosenWords(call: Explained, language: Language): string {
  const [called] = call.best;
  const { promiseAt, expectedMs } = called ?? {};
  const { limits } = call;
  const minutes = Math.max(1, Math.round((expectedMs ?? 0) / MINUTE_MS));
  return explainText[language].choice[call.rule]({
    ticket: call.ticket,
    waited: durationOf(call.waitedMs, language),
    effective: durationOf(called?.effectiveWaitMs ?? call.waitedMs, language),
    service: expectedMs === undefined ? null : signInText[language].duration(minutes),
    promise: typeof promiseAt === 'number' ? clockTime(promiseAt) : null,
    isEarly: typeof promiseAt === 'number' && promiseAt > call.at,
    overtaken: called?.overtaken ?? 0,
    overtakenMax: limits?.overtakenMax ?? null,
    overflow: limits ? durationOf(limits.zoneOverflowMs, language) : null,
    passed: call.passedCount ?? 0,
  });
}

/** Who was passed, and for how many of them it counts. */
export function passedWords(call: Explained, language: Language): string {
  const text = explainText[language];
  const { passed = [], passedCount = passed.length, overtookCount, routing } = call;
  if (passedCount === 0) return text.passedNobody;
  const tickets = `${passed.join(' ')}${passedCount > passed.length ? ' …' : ''}`;
  const words = text.passed(passedCount, tickets);
  if (routing !== 'promise') return words;
  return `${words}${language === 'en' ? ' ' : ''}${text.counted(overtookCount)}`;
}

function headingWords({ routing, limits }: Explained, language: Language): string {
  const { heading } = explainText[language];
  if (routing === 'promise') return heading.promise;
  if (routing !== 'zones' || !limits) return heading.strict;
  return heading.zones(durationOf(limits.zoneOverflowMs, language));
}

function waits({ best, ticket: chosen }: Explained, language: Language) {
  return html`<ol>
    ${best.map(({ ticket, effectiveWaitMs }) => {
      const isCalled = ticket === chosen;
      return html`<li class=${isCalled ? 'called' : ''}>
        <strong>${ticket}</strong> ${durationOf(effectiveWaitMs, language)}
        ${isCalled ? html`<span class="small">${explainText[language].called}</span>` : nothing}
      </li>`;
    })}
  </ol>`;
}

/** The reason of a call by hand or of a green channel, in words. */
export function reasonWords(
  { reason }: { readonly reason?: string | null },
  language: Language,
): string {
  if (reason === null || reason === undefined) return '';
  const { byHandReasons, greenReasons } = ticketWords[language];
  const words: Readonly<Record<string, string>> = { ...byHandReasons, ...greenReasons };
  return words[reason] ?? reason;
}
