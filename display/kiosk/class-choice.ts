/**
 * Priority classes with what proves each, in the hall's own words. Who is entitled says so quietly;
 * classes that need an approval are shown, for people look for them, and lead to the guide desk.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PriorityClass } from '../../shared/hall/config.ts';
import { cardGrid, pager } from './card-list.ts';
import { approvedClasses, openClasses } from './catalogue-lists.ts';
import { pageOf } from './list-page.ts';
import { gridOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Place } from './visit.ts';
import { claimClass, stayAt } from './visit.ts';

type Confirm = Extract<Place, { at: 'confirm' }>;

/** The classes as cards; one touch chooses and goes back to the ticket. */
export function classChoice(scene: Scene, place: Confirm): TemplateResult {
  const { text, more, visit, catalogue, move } = scene;
  const { language } = visit;
  const choose = (code: string | null) => {
    const claimed = claimClass(visit, code, 'shown-at-window');
    move(stayAt(claimed, { ...place, choosingClass: false }));
  };
  const choice = (one: PriorityClass) => {
    const isChosen = one.code === visit.priorityClass;
    return html`<button
      class="card ${isChosen ? 'chosen' : ''}"
      data-class=${one.code}
      aria-pressed=${isChosen ? 'true' : 'false'}
      @click=${() => choose(one.code)}
    >
      <span class="card-name">${one.label[language]}</span>
      <span class="card-meta">${one.evidence?.[language] ?? text.evidenceOther}</span>
    </button>`;
  };
  const asked = (one: PriorityClass) =>
    html`<div class="card asked" data-class=${one.code}>
      <span class="card-name">${one.label[language]}</span>
      <span class="card-meta">${more.classApproval}</span>
    </div>`;
  const { columns, rows } = gridOf(visit);
  const cards = [
    ...openClasses(catalogue).map((one) => () => choice(one)),
    ...approvedClasses(catalogue).map((one) => () => asked(one)),
  ];
  const page = pageOf(cards, place.page ?? 0, columns * rows);
  return html`<p class="reader">${more.readCard}</p>
    ${cardGrid(
      scene,
      page.rows.map((draw) => draw()),
    )}
    ${
      page.pages > 1
        ? pager(scene, page, (to) => move(stayAt(visit, { ...place, page: to })))
        : nothing
    }
    <div class="changes">
      <button data-class="none" @click=${() => choose(null)}>${text.priorityNone}</button>
      <button
        class="primary"
        data-go="class-done"
        @click=${() => move(stayAt(visit, { ...place, choosingClass: false }))}
      >
        ${text.done}
      </button>
    </div>`;
}

export const classStyles = css`
  .reader {
    flex: none;
    color: var(--ink-soft);
  }
  .confirm .cards {
    flex: 1;
  }
  .confirm .pager {
    flex: none;
  }
  .confirm .cards .card-meta {
    display: flex;
    font-size: calc(var(--text) * 0.95);
    line-height: 1.2;
  }
  .confirm .cards .card {
    gap: 2px;
    padding: 4px 24px;
  }
  .card.asked {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 6px;
    padding: 8px 28px;
    border: 2px dashed var(--slate);
    border-radius: var(--radius);
    background: var(--slate-soft);
  }
`;
