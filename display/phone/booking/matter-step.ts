/** The first step: which matter, by what is often wanted or by a few letters. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ServiceItem } from '../../../shared/hall/config.ts';
import { bookingText } from '../../../shared/text/booking.ts';
import type { Language } from '../../../shared/text/language.ts';

const WANTED_MAX = 8;
const FOUND_MAX = 20;
const QUERY_MAX = 40;

export interface MatterStep {
  readonly language: Language;
  readonly query: string;
  readonly isSearch: boolean;
  readonly items: readonly ServiceItem[];
  readonly type: (query: string) => void;
  readonly choose: (item: ServiceItem) => void;
}

/** The most wanted ones. */
export function wanted(items: readonly ServiceItem[]): ServiceItem[] {
  return [...items].sort((left, right) => right.popularity - left.popularity).slice(0, WANTED_MAX);
}

/** The step. */
export function matterStep(step: MatterStep): TemplateResult {
  const { language, query, isSearch, items, type, choose } = step;
  const text = bookingText[language];
  const head = isSearch ? (items.length === 0 ? text.none : text.found(items.length)) : text.wanted;
  return html`<p class="soft">${text.step(1)}</p>
    <h1>${text.matter}</h1>
    <input
      type="search"
      name="matter"
      aria-label=${text.search}
      placeholder=${text.search}
      maxlength=${QUERY_MAX}
      autocomplete="off"
      .value=${query}
      @input=${(event: InputEvent) => type((event.target as HTMLInputElement).value)}
    />
    <p class="soft" role="status">${head}</p>
    <ul class="rows">
      ${items.slice(0, FOUND_MAX).map(
        (item) =>
          html`<li>
            <button data-item=${item.code} @click=${() => choose(item)}>
              ${item.name[language]}
            </button>
          </li>`,
      )}
    </ul>`;
}
