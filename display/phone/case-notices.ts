/**
 * What a finished case leaves behind, as cards, in the words of its slip: what is missing and until
 * when, why it was refused, when it is decided and when the result can be fetched. What the clerk
 * wrote stands with what is missing of the list.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { calendarDay, clockTime } from '../../shared/client/format.ts';
import { businessDate } from '../../shared/base/ids.ts';
import type { BusinessDate } from '../../shared/base/ids.ts';
import { startOfDay } from '../../shared/calendar/business-date.ts';
import type { Language } from '../../shared/text/language.ts';
import { phoneDayText } from '../../shared/text/phone-day.ts';
import { slipText } from '../../shared/text/slip.ts';
import { missingNames } from '../../shared/views/printed-words.ts';
import type { PhoneCase } from '../../shared/views/ticket-page.ts';
import type { Written } from './written-words.ts';

type SlipKind = keyof (typeof slipText)['zh-Hans']['titles'];

const SLIPS: Partial<Record<NonNullable<PhoneCase['outcome']>, SlipKind>> = {
  supplement: 'notice',
  acceptedWithGaps: 'gaps',
  refused: 'refusal',
  accepted: 'receipt',
};

/** One card for each case that left something to know. */
export function caseNotices(
  cases: readonly PhoneCase[],
  language: Language,
  writtenOn: (row: PhoneCase) => Written,
): TemplateResult[] {
  return cases.flatMap((row) => {
    const kind = row.outcome === null ? undefined : SLIPS[row.outcome];
    return kind === undefined || row.result === null
      ? []
      : [notice(row, kind, language, writtenOn(row))];
  });
}

function notice(
  row: PhoneCase,
  kind: SlipKind,
  language: Language,
  written: Written,
): TemplateResult {
  const text = slipText[language];
  const { supplyBy, reason, dueOn, readyAt } = row.result ?? {};
  const besides = written.is === 'read' ? written.missing : [];
  const listed = missingNames(row.result?.missing ?? [], row.materials, language);
  const missing = [...listed, ...besides];
  const line = (words: string) => html`<p class="by">${words}</p>`;
  return html`<section class="card slip slip-${kind}" data-slip=${kind}>
    <h2>${text.titles[kind]}</h2>
    <p class="case-name">${row.name[language]}</p>
    <p>${text.leads[kind]}</p>
    ${reason ? line(text.reasons[reason]) : nothing}
    ${
      missing.length === 0
        ? nothing
        : html`${countLine(missing.length, written, language)}
            <ul>
              ${missing.map((name) => html`<li>${name}</li>`)}
            </ul>`
    }
    ${writtenLine(written, language)}
    ${supplyBy ? line(text.supplyBy(dayOf(supplyBy, language))) : nothing}
    ${dueOn ? line(text.dueOn(dayOf(dueOn, language))) : nothing}
    ${
      readyAt
        ? line(text.readyAt(`${calendarDay(readyAt, language)} ${clockTime(readyAt)}`))
        : nothing
    }
  </section>`;
}

/** So many in all: not before all of them are known. */
function countLine(count: number, { is }: Written, language: Language) {
  if (is === 'reading' || is === 'gone') return nothing;
  return html`<p class="soft">${slipText[language].missing(count)}</p>`;
}

function writtenLine({ is }: Written, language: Language) {
  const { writtenReading, writtenGone } = phoneDayText[language];
  if (is === 'reading') return html`<p class="soft" role="status">${writtenReading}</p>`;
  return is === 'gone' ? html`<p class="by" role="status">${writtenGone}</p>` : nothing;
}

function dayOf(date: BusinessDate, language: Language): string {
  return calendarDay(startOfDay(businessDate(date)), language);
}

export const noticeStyles = css`
  .slip {
    display: grid;
    gap: 8px;
    border-left: 6px solid var(--jade);
  }
  .slip-notice,
  .slip-gaps {
    border-left-color: var(--amber);
  }
  .slip-refusal {
    border-left-color: var(--vermilion);
  }
  .slip h2 {
    font-size: 20px;
  }
  .slip .case-name {
    font-weight: 500;
  }
  .slip ul {
    list-style: disc;
    padding-left: 24px;
  }
  .slip li {
    padding: 2px 0;
  }
  .slip .by {
    font-size: 20px;
    font-weight: 700;
    line-height: 1.35;
  }
`;
