/** Items and the zone each stands in, found by name or code, to be moved to another. */
import { html, nothing } from 'lit';
import type { HallConfig } from '../../shared/hall/config.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import type { Draft } from './policy-draft.ts';

const ITEMS_SHOWN = 12;

export interface ItemZones {
  readonly config: HallConfig;
  readonly draft: Draft;
  readonly language: Language;
  readonly search: string;
  readonly find: (search: string) => void;
  readonly move: (item: ServiceItem, zone: ServiceItem['zone']) => void;
}

/** Items, searched by name or code, each with its zone. */
export function itemZones({ config, draft, language, search, find, move }: ItemZones) {
  const text = rulesText[language];
  const wanted = search.trim().toLowerCase();
  const offered = config.items.filter(({ retired }) => !retired);
  const found =
    wanted === ''
      ? offered.filter(({ code }) => draft.zones.has(code))
      : offered.filter(({ code, name, initials }) =>
          [code, name[language], initials].some((words) => words.toLowerCase().includes(wanted)),
        );
  return html`<section class="sheet">
    <h2>${text.parts.items}</h2>
    <p class="small quiet">${text.itemHint}</p>
    <input
      class="field"
      type="search"
      name="item"
      aria-label=${text.itemSearch}
      placeholder=${text.itemSearch}
      .value=${search}
      @input=${({ target }: Event) => {
        find((target as HTMLInputElement).value);
      }}
    />
    ${wanted !== '' && found.length === 0 ? html`<p class="quiet">${text.itemNone}</p>` : nothing}
    <table>
      <tbody>
        ${found.slice(0, ITEMS_SHOWN).map((item) => {
          const zone = draft.zones.get(item.code) ?? item.zone;
          const was = config.zones.find(({ code }) => code === item.zone)?.name[language] ?? '';
          return html`<tr data-item=${item.code}>
            <td class="whole">${item.code}</td>
            <td>${item.name[language]}</td>
            <td>
              <select
                class="field"
                aria-label=${`${text.itemZone} ${item.code}`}
                .value=${zone}
                @change=${({ target }: Event) => {
                  const chosen = (target as HTMLSelectElement).value;
                  const next = config.zones.find(({ code }) => code === chosen);
                  if (next) move(item, next.code);
                }}
              >
                ${config.zones.map(
                  ({ code, name }) =>
                    html`<option value=${code} ?selected=${code === zone}>
                      ${name[language]}
                    </option>`,
                )}
              </select>
            </td>
            <td class="whole quiet">${zone === item.zone ? '' : text.itemWas(was)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}
