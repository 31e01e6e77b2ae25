/**
 * The prompt: which case, equal choices from best to worst, the tags of the chosen one, and
 * ways out that are as plain as the ways in. With several cases they stand in a list beside it.
 */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RatingLevel } from '../../shared/hall/config.ts';
import { evaluatorText } from '../../shared/text/evaluator.ts';
import type { Language } from '../../shared/text/language.ts';
import { face } from './face.ts';
import { caseAtHand, levelsBestFirst, openCases, tagsOf } from './rating-draft.ts';
import type { Draft, Drafts, Prompt, PromptCase } from './rating-draft.ts';
import { timeRing } from './time-ring.ts';

export interface RatingForm {
  readonly prompt: Prompt;
  readonly drafts: Drafts;
  readonly wanted: string | null;
  readonly language: Language;
  readonly leftMs: number;
  readonly totalMs: number;
  readonly isSending: boolean;
  /** A refusal in words, or nothing. */
  readonly say: string | null;
  readonly goTo: (id: string) => void;
  readonly choose: (id: string, level: RatingLevel) => void;
  readonly tag: (id: string, code: string) => void;
  readonly submit: (rows: readonly PromptCase[], draft: Draft) => void;
  readonly decline: (rows: readonly PromptCase[]) => void;
}

/** The form; nothing when no case is open any more. */
export function ratingForm(form: RatingForm) {
  const row = caseAtHand(form.prompt, form.wanted);
  if (!row) return nothing;
  const isSeveral = form.prompt.cases.length > 1;
  const isChosen = form.drafts.has(row.case);
  return html`<main class="rate ${isSeveral ? 'several' : ''} ${isChosen ? 'chosen' : ''}">
    ${isSeveral ? caseList(form, row) : nothing}
    <section class="ask">
      ${question(form, row, isSeveral)} ${levels(form, row)} ${tags(form, row)}
    </section>
    ${foot(form, row)}
  </main>`;
}

function question({ prompt, language }: RatingForm, row: PromptCase, isSeveral: boolean) {
  const text = evaluatorText[language];
  const place = prompt.cases.findIndex((one) => one.case === row.case) + 1;
  return html`<div>
    <h1>${text.ask}</h1>
    <p class="case">
      ${
        isSeveral
          ? html`<span class="progress">${text.progress(place, prompt.cases.length)}</span>`
          : nothing
      }
      <span class="name">${row.name[language]}</span>
    </p>
  </div>`;
}

function caseList({ prompt, drafts, language, goTo }: RatingForm, current: PromptCase) {
  const text = evaluatorText[language];
  return html`<nav class="list" aria-label=${text.cases}>
    <h2>${text.cases}</h2>
    <ol>
      ${prompt.cases.map((row, index) => {
        const level = drafts.get(row.case)?.level;
        const chosen = prompt.scale.levels.find((one) => one.level === level);
        const state =
          row.outcome === null
            ? (chosen?.text[language] ?? text.waitingCase)
            : `✓ ${text.answered[row.outcome]}`;
        return html`<li>
          <button
            type="button"
            class=${row === current ? 'current' : ''}
            aria-current=${row === current ? 'step' : nothing}
            aria-disabled=${row.outcome !== null}
            @click=${() => {
              if (row.outcome === null) goTo(row.case);
            }}
          >
            <strong>${index + 1}</strong>
            <span>${row.name[language]}</span>
            <span class="state">${state}</span>
          </button>
        </li>`;
      })}
    </ol>
  </nav>`;
}

function levels({ prompt, drafts, language, isSending, choose }: RatingForm, row: PromptCase) {
  const chosen = drafts.get(row.case)?.level;
  return html`<fieldset class="levels">
    <legend class="visually-hidden">${evaluatorText[language].ask}</legend>
    ${levelsBestFirst(prompt).map(
      ({ level, text }) =>
        html`<label data-level=${level}>
          <input
            type="radio"
            name="level"
            .value=${String(level)}
            .checked=${live(chosen === level)}
            .disabled=${isSending}
            @change=${() => {
              choose(row.case, level);
            }}
          />
          ${face(level)} <span>${text[language]}</span>
        </label>`,
    )}
  </fieldset>`;
}

function tags({ prompt, drafts, language, tag }: RatingForm, row: PromptCase) {
  const draft = drafts.get(row.case);
  if (!draft) return nothing;
  return html`<fieldset class="tags">
    <legend>${evaluatorText[language].tagsAsk}</legend>
    ${tagsOf(prompt, draft.level).map(
      ({ code, text }) =>
        html`<label>
          <input
            type="checkbox"
            .value=${code}
            .checked=${live(draft.tags.includes(code))}
            @change=${() => {
              tag(row.case, code);
            }}
          />
          ${text[language]}
        </label>`,
    )}
  </fieldset>`;
}

function foot(form: RatingForm, row: PromptCase) {
  const { prompt, drafts, language, leftMs, totalMs, isSending, submit, decline } = form;
  const text = evaluatorText[language];
  const open = openCases(prompt);
  const isMany = open.length > 1;
  const draft = drafts.get(row.case);
  const button = (name: string, words: unknown, can: boolean, press: () => void) =>
    html`<button
      type="button"
      class=${name}
      aria-disabled=${!can || isSending}
      @click=${() => {
        if (can && !isSending) press();
      }}
    >
      ${words}
    </button>`;
  const rate = (rows: readonly PromptCase[]) => () => {
    if (draft) submit(rows, draft);
  };
  const say = form.say ?? (isSending ? text.sending : draft ? '' : text.chooseFirst);
  return html`<footer class="foot">
    ${timeRing(leftMs, totalMs, text.secondsLeft(Math.max(0, Math.ceil(leftMs / 1_000))))}
    ${button('decline', isMany ? text.declineThis : text.decline, true, () => {
      decline([row]);
    })}
    ${
      isMany
        ? button('decline-all', text.declineAll, true, () => {
            decline(open);
          })
        : nothing
    }
    <span class="space"></span>
    ${
      isMany
        ? button('same', same(open.length - 1, language), draft !== undefined, rate(open))
        : nothing
    }
    ${button('submit', text.submit, draft !== undefined, rate([row]))}
    <p class="say" role="status">${say}</p>
  </footer>`;
}

function same(count: number, language: Language) {
  const text = evaluatorText[language];
  return html`<span>${text.submitAll}</span> <small>${text.sameForRest(count)}</small>`;
}
