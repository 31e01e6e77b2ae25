/**
 * What can be done about an overloaded zone besides opening a window, below its card: a guide is sent
 * by name, kiosk and lobby are told of free terminals or times. Only what is free now is offered, and
 * what was done stands with its time.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { StaffNo } from '../../shared/base/ids.ts';
import { clockTime } from '../../shared/client/format.ts';
import type { Alert as HallAlert } from '../../shared/hall/alerts.ts';
import { isOverload } from '../../shared/hall/overload.ts';
import { overloadText } from '../../shared/text/overload.ts';
import type { AlertAction, CardContext } from './alert-cards.ts';
import { cardName, personName } from './names.ts';

const GUIDES_MAX = 6;
const TOLD = ['terminals', 'appointments'] as const;

export const overloadStyles = css`
  .rail .relief {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .rail .done {
    flex-basis: 100%;
    font-size: 14px;
    line-height: 1.4;
  }
`;

type Answer = Extract<AlertAction, { kind: 'answer' }>;

/** What was done about the alert and, with `act`, what may be; nothing where it is no overload. */
export function overloadAnswers(
  alert: HallAlert,
  { view, language }: CardContext,
  act: ((action: Answer) => void) | null,
): TemplateResult | typeof nothing {
  if (!isOverload(alert.kind)) return nothing;
  const text = overloadText[language];
  const { answers = [] } = alert;
  const free = new Set(
    (view.possibleNotices ?? []).filter(({ zone }) => zone === alert.about.zone).map(kindOf),
  );
  const isDone = (answer: Answer['answer'], guide?: StaffNo) =>
    answers.some((one) => one.answer === answer && one.guide === guide);
  const guides = (view.guides ?? [])
    .filter(({ staffNo }) => !isDone('guide', staffNo))
    .slice(0, GUIDES_MAX);
  const told = TOLD.filter((kind) => free.has(kind) && !isDone(kind));
  const press = (words: string, answer: Answer['answer'], guide?: StaffNo) =>
    html`<button
      class="plain"
      type="button"
      data-answer=${answer}
      @click=${() => {
        act?.({
          kind: 'answer',
          alert: alert.alert,
          answer,
          ...(guide !== undefined && { guide }),
        });
      }}
    >
      ${words}
    </button>`;
  const none = answers.length === 0 ? html`<p class="done quiet">${text.none}</p>` : nothing;
  return html`${answers.map(
    ({ answer, guide, at }) =>
      html`<p class="done">
        ${
          answer === 'guide'
            ? text.done.guide(personName(view.people, guide ?? '', language))
            : text.done[answer]
        }
        ${clockTime(at)}
      </p>`,
  )}
  ${
    act === null
      ? nothing
      : html`<details>
          <summary>${text.title}</summary>
          <div class="relief">
            ${guides.map((one) => press(text.send(cardName(one, language)), 'guide', one.staffNo))}
            ${told.map((kind) => press(text.offer[kind], kind))}
            ${guides.length + told.length === 0 ? none : nothing}
          </div>
        </details>`
  }`;
}

function kindOf({ kind }: { readonly kind: (typeof TOLD)[number] }): (typeof TOLD)[number] {
  return kind;
}
