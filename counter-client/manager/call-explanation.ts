/** Why one call was made as it was: the waits, who could be called, the five best candidates. */
import { css, html } from 'lit';
import { minutesBetween } from '../../shared/client/format.ts';
import type { CallReason } from '../../shared/hall/call-reason.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { signInText } from '../../shared/text/sign-in.ts';

const DIGEST_SHOWN = 12;

export const explanationStyles = css`
  .why {
    display: grid;
    gap: 4px;
    padding: 10px 14px;
    border-radius: 8px;
    background: var(--slate-soft);
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
`;

export interface Explained extends Pick<
  CallReason,
  'rule' | 'policyVersion' | 'waiting' | 'eligible' | 'waitedMs' | 'creditMs' | 'best' | 'digest'
> {
  readonly ticket: string;
  readonly window: number;
}

/** The explanation. */
export function explanation(call: Explained, language: Language) {
  const text = ticketWords[language];
  const { duration } = signInText[language];
  const minutes = (ms: number) => duration(minutesBetween(0, ms));
  const credit = call.creditMs > 0 ? minutes(call.creditMs) : null;
  return html`<div class="why">
    <strong>${text.explainTitle(call.ticket, call.window)}</strong>
    <p>
      ${text.rules[call.rule]} · ${text.explainWait(minutes(call.waitedMs), credit)}
      ${text.explainOf(call.eligible, call.waiting)}
    </p>
    <p class="small quiet">${text.candidates}</p>
    <ol>
      ${call.best.map(({ ticket, effectiveWaitMs }) => {
        const isCalled = ticket === call.ticket;
        return html`<li class=${isCalled ? 'called' : ''}>
          <strong>${ticket}</strong> ${minutes(effectiveWaitMs)}
          ${isCalled ? html`<span class="small">${text.called}</span>` : ''}
        </li>`;
      })}
    </ol>
    <p class="small quiet">
      ${text.explainPolicy(call.policyVersion, call.digest.slice(0, DIGEST_SHOWN))}
    </p>
  </div>`;
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
