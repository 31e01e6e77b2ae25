/** The numbers of the hall in groups: each with its unit, its limits and the shipped default. */
import { css, html, nothing } from 'lit';
import { DEFAULT_POLICY } from '../../shared/hall/policy.ts';
import type { Policy, PolicyField, PolicyGroup } from '../../shared/hall/policy.ts';
import type { Language } from '../../shared/text/language.ts';
import { choiceWord, policyText } from '../../shared/text/manager-policy.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import { inField, shown, valueOf } from './policy-draft.ts';
import type { Draft } from './policy-draft.ts';

export const policyFormStyles = css`
  .groups {
    columns: 2;
    column-gap: 12px;
  }
  .group {
    break-inside: avoid;
    margin-bottom: 12px;
  }
  .policy {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 104px 56px;
    gap: 0 8px;
    align-items: center;
    padding: 5px 0;
    border-top: 1px solid var(--line);
  }
  .policy .name {
    line-height: 1.35;
  }
  .policy .hint {
    display: block;
    color: var(--slate-deep);
    font-size: 13px;
  }
  .policy .field {
    min-height: 38px;
    text-align: right;
  }
  /* Words instead of a number and its unit. */
  .policy:has(select) {
    grid-template-columns: minmax(0, 1fr) 216px;
  }
  .policy select.field {
    text-align: left;
  }
  .policy.changed {
    margin: 0 -10px;
    padding: 5px 10px;
    background: var(--jade-soft);
  }
  .policy.bad .hint {
    color: var(--vermilion-deep);
    font-weight: var(--weight-bold);
  }
`;

export interface PolicyForm {
  readonly fields: readonly PolicyField[];
  readonly policy: Policy;
  readonly draft: Draft;
  readonly language: Language;
  readonly type: (field: PolicyField, text: string) => void;
}

/** The form. */
export function policyForm(form: PolicyForm) {
  const groups = [...new Set(form.fields.map(({ group }) => group))];
  return html`<div class="groups">${groups.map((group) => oneGroup(form, group))}</div>`;
}

function oneGroup(form: PolicyForm, group: PolicyGroup) {
  return html`<section class="sheet group" data-group=${group}>
    <h2>${rulesText[form.language].groups[group]}</h2>
    ${form.fields.filter((field) => field.group === group).map((field) => oneField(form, field))}
  </section>`;
}

function oneField(form: PolicyForm, field: PolicyField) {
  const { policy, draft, language } = form;
  const text = rulesText[language];
  const value = inField(field, policy, draft);
  const isBad = valueOf(field, value) === null;
  const isChanged = !isBad && valueOf(field, value) !== policy[field.key];
  const id = `policy-${field.key}`;
  return html`<div class="policy ${isBad ? 'bad' : ''} ${isChanged ? 'changed' : ''}">
    <label class="name" for=${id}>
      ${policyText[language][field.key]}
      <span class="hint" id=${`${id}-hint`}>${hintOf(field, isBad, language)}</span>
    </label>
    ${control(form, field, id, value)}
    ${text.units[field.unit] === '' ? nothing : html`<span>${text.units[field.unit]}</span>`}
  </div>`;
}

function hintOf(field: PolicyField, isBad: boolean, language: Language): string {
  const text = rulesText[language];
  const shipped = shown(field, DEFAULT_POLICY);
  if (field.unit === 'flag') return text.byDefault(shipped === 'true' ? text.on : text.off);
  if (field.unit === 'choice') return text.byDefault(choiceWord(shipped, language));
  if (isBad) return text.bad(field.min, field.max);
  return `${text.byDefault(shipped)} · ${text.limits(field.min, field.max)}`;
}

function control({ type, language }: PolicyForm, field: PolicyField, id: string, value: string) {
  const options = optionsOf(field, language);
  if (options.length > 0) {
    return html`<select
      class="field"
      id=${id}
      aria-describedby=${`${id}-hint`}
      @change=${({ target }: Event) => {
        type(field, (target as HTMLSelectElement).value);
      }}
    >
      ${options.map(
        ([option, word]) =>
          html`<option value=${option} ?selected=${value === option}>${word}</option>`,
      )}
    </select>`;
  }
  return html`<input
    class="field"
    id=${id}
    inputmode="decimal"
    autocomplete="off"
    aria-describedby=${`${id}-hint`}
    .value=${value}
    @input=${({ target }: Event) => {
      type(field, (target as HTMLInputElement).value);
    }}
  />`;
}

/** What is chosen rather than typed, each with its word; none for a number. */
function optionsOf(field: PolicyField, language: Language): readonly (readonly [string, string])[] {
  const { on, off } = rulesText[language];
  if (field.unit === 'flag') {
    return [
      ['true', on],
      ['false', off],
    ];
  }
  if (field.unit !== 'choice') return [];
  return field.options.map((option) => [option, choiceWord(option, language)]);
}
