/**
 * A case's materials: mandatory ones first, ticked as the visitor lays them down. The case at hand has
 * them open; a tick shows at once that it is on its way, and stands when the server has it.
 */
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { DeskCase } from '../../shared/views/desk-ticket.ts';

export const materialListStyles = css`
  .materials {
    font-size: 15px;
  }
  .materials summary {
    width: fit-content;
    color: var(--slate-deep);
    font-size: 14px;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-color: var(--slate);
    text-underline-offset: 3px;
  }
  .materials ul {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 var(--space-2);
  }
  .materials label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 34px;
    line-height: 1.3;
    cursor: pointer;
  }
  .materials input {
    flex: none;
    width: 20px;
    height: 20px;
    accent-color: var(--jade-deep);
  }
`;

export interface MaterialList {
  readonly row: DeskCase;
  readonly isCurrent: boolean;
  readonly language: Language;
  readonly isBlocked: boolean;
  readonly ticking: ReadonlyMap<string, boolean>;
  readonly tick: (row: DeskCase, place: number, has: boolean) => void;
}

/** The list, or one line that nothing is needed. */
export function materialList(shown: MaterialList) {
  const { row, isCurrent, language } = shown;
  const text = clerkText[language];
  if (row.materials.length === 0) {
    return html`<p class="materials small quiet">${text.noMaterials}</p>`;
  }
  const places = row.materials.map((_, place) => place);
  const mandatory = places.filter((place) => row.materials[place]?.mandatory);
  const optional = places.filter((place) => !row.materials[place]?.mandatory);
  const here = row.has.length;
  return html`<details class="materials" ?open=${isCurrent}>
    <summary>
      ${text.materials(mandatory.length, optional.length)} ${here > 0 ? html`· ✓ ${here}` : nothing}
      ${isCurrent ? html`<kbd>M</kbd>` : nothing}
    </summary>
    <ul lang="zh-Hans">
      ${[...mandatory, ...optional].map((place) => box(shown, place))}
    </ul>
  </details>`;
}

function box({ row, language, isBlocked, ticking, tick }: MaterialList, place: number) {
  const text = clerkText[language];
  const material = row.materials[place];
  if (!material) return nothing;
  const onItsWay = ticking.get(`${row.case}/${String(place)}`);
  const has = onItsWay ?? row.has.includes(place);
  return html`<li>
    <label>
      <input
        type="checkbox"
        .checked=${live(has)}
        aria-busy=${onItsWay !== undefined}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          if (isBlocked) input.checked = has;
          else tick(row, place, input.checked);
        }}
      />
      <span>
        <span class="quiet" lang=${language}
          >${material.mandatory ? text.mandatory : text.optional}</span
        >
        ${material.name}
      </span>
    </label>
  </li>`;
}
