/**
 * The outcome of the case at hand, and below it what the chosen one asks for: the due date that will
 * be promised, what is missing and until when, why it is refused, who takes the result.
 */
import { css, html, nothing } from 'lit';
import { calendarDay } from '../../shared/client/format.ts';
import { RECIPIENTS, REFUSAL_REASONS } from '../../shared/hall/command-words.ts';
import type { CaseOutcome } from '../../shared/hall/command-words.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskCase } from '../../shared/views/desk-ticket.ts';
import { choiceRow } from '../parts/choice-row.ts';
import { missingOf, outcomesFor, withMissing } from './outcome-draft.ts';
import type { OutcomeDraft } from './outcome-draft.ts';

const BESIDES_MAX = 100;

export const outcomeChoiceStyles = css`
  .outcomes {
    display: grid;
    gap: 10px;
  }
  .outcomes [data-choices='outcome'] {
    grid-template-columns: repeat(6, 1fr);
  }
  .outcomes [data-choices='reason'],
  .outcomes [data-choices='recipient'] {
    grid-template-columns: repeat(6, 1fr);
  }
  .outcomes [data-choices='outcome'] legend {
    position: absolute;
    clip-path: inset(50%);
  }
  .detail {
    max-height: 168px;
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--amber-soft);
    overflow-y: auto;
  }
  .detail.plain {
    background: var(--slate-soft);
  }
  .detail .missing {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 2px var(--space-2);
  }
  .detail .missing label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 32px;
    line-height: 1.3;
  }
  .detail input[type='checkbox'] {
    flex: none;
    width: 20px;
    height: 20px;
    accent-color: var(--amber-deep);
  }
  .detail .row {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    margin-top: 6px;
  }
  .detail .row .field {
    min-height: 40px;
  }
  .detail .date {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .detail .date .field {
    width: 168px;
  }
`;

export interface OutcomeChoice {
  readonly view: DeskView;
  readonly language: Language;
  readonly current: DeskCase | null;
  /** Null while the clerk has yet to choose. */
  readonly outcome: CaseOutcome | null;
  readonly draft: OutcomeDraft;
  readonly today: string;
  readonly change: (draft: OutcomeDraft) => void;
}

/** The outcome's row and detail; nothing unless a case is being served. */
export function outcomeChoice(shown: OutcomeChoice) {
  const { view, language, current, outcome, draft, change } = shown;
  if (view.status !== 'serving' || current === null || !view.ticket) return nothing;
  const text = clerkText[language];
  return html`<div class="outcomes">
    ${choiceRow({
      name: 'outcome',
      legend: text.chooseOutcome,
      choices: outcomesFor(view.ticket).map((value, index) => ({
        ...{ value, label: text.outcome[value], key: index + 1 },
      })),
      chosen: outcome ?? undefined,
      choose: (chosen: CaseOutcome) => {
        change({ ...draft, outcome: chosen });
      },
    })}
    ${detailOf(shown, current)}
  </div>`;
}

function detailOf(shown: OutcomeChoice, row: DeskCase) {
  const { language, outcome, draft, change } = shown;
  const { detail, refusalReason, recipient } = deskText[language];
  switch (outcome) {
    case 'accepted':
      return html`<p class="detail plain">
        ${row.dueOn === null ? detail.instant : detail.due(dateWords(row.dueOn, language))}
      </p>`;
    case 'acceptedWithGaps':
    case 'supplement':
      return missing(shown, row, outcome);
    case 'refused':
      return html`<div class="detail">
        ${choiceRow({
          name: 'reason',
          legend: detail.reason,
          choices: REFUSAL_REASONS.map((value) => ({ value, label: refusalReason[value] })),
          chosen: draft.reason ?? undefined,
          choose: (reason) => {
            change({ ...draft, reason });
          },
        })}
      </div>`;
    case 'handedOver':
      return html`<div class="detail">
        ${choiceRow({
          name: 'recipient',
          legend: detail.recipient,
          choices: RECIPIENTS.map((value) => ({ value, label: recipient[value] })),
          chosen: draft.recipient ?? undefined,
          choose: (who) => {
            change({ ...draft, recipient: who });
          },
        })}
      </div>`;
    default:
      return nothing;
  }
}

function missing(
  { view, language, draft, today, change }: OutcomeChoice,
  row: DeskCase,
  outcome: 'acceptedWithGaps' | 'supplement',
) {
  const { detail } = deskText[language];
  const isGaps = outcome === 'acceptedWithGaps';
  const names = new Set(missingOf({ ...draft, besides: '' }, row));
  const isListed = row.materials.length > 0;
  const legend = isGaps ? detail.missingGaps : detail.missingNotice;
  return html`<div class="detail" data-detail=${outcome}>
    <p class="small">${isListed ? legend : detail.noMaterials}</p>
    <div class="missing" role="group" aria-label=${legend}>
      ${row.materials.map(
        ({ name }) =>
          html`<label lang="zh-Hans">
            <input
              type="checkbox"
              .checked=${names.has(name)}
              @change=${({ target }: Event) => {
                const isMissing = (target as HTMLInputElement).checked;
                change(withMissing(draft, row, name, isMissing));
              }}
            />
            ${name}
          </label>`,
      )}
    </div>
    <div class="row">
      <input
        class="field"
        name="besides"
        maxlength=${BESIDES_MAX}
        aria-label=${detail.other}
        placeholder=${detail.other}
        .value=${draft.besides}
        @input=${({ target }: Event) => {
          change({ ...draft, besides: (target as HTMLInputElement).value });
        }}
      />
      ${
        isGaps
          ? html`<label class="date">
              ${detail.supplyBy}
              <input
                class="field"
                type="date"
                name="supplyBy"
                min=${today}
                .value=${draft.supplyBy ?? view.supplyBy}
                @change=${({ target }: Event) => {
                  change({ ...draft, supplyBy: (target as HTMLInputElement).value });
                }}
              />
            </label>`
          : nothing
      }
    </div>
  </div>`;
}

/** A business date as the language writes it. */
export function dateWords(date: string, language: Language): string {
  return calendarDay(Date.parse(`${date}T12:00:00+08:00`), language);
}
