/**
 * What an item asks for, to be ticked by who has it along: nothing is refused for it, but the window
 * knows beforehand, and the visitor sees what is missing while there is time to fetch it.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ticketText } from '../../shared/text/ticket.ts';
import { isLeftChinese, materialName } from '../../shared/views/printed-words.ts';
import { icon } from './icons.ts';
import type { Scene } from './scene.ts';
import type { Place } from './visit.ts';
import { goBack, tickBrought } from './visit.ts';

/** The list with its ticks, and the way back. */
export function materialsScreen(
  scene: Scene,
  { item: code }: Extract<Place, { at: 'materials' }>,
): TemplateResult {
  const { more, text, visit, catalogue, move } = scene;
  const materials = catalogue.items.find((item) => item.code === code)?.materials ?? [];
  const ticked = visit.brought[code] ?? [];
  const names = materials.map((material) => materialName(material, visit.language));
  return html`<main class="body materials">
    <div class="materials-list" tabindex="0">
      ${materials.map((material, place) => {
        const has = ticked.includes(place);
        return html`<button
          class="card ${has ? 'chosen' : ''}"
          role="checkbox"
          aria-checked=${has ? 'true' : 'false'}
          data-material=${place}
          @click=${() => move(tickBrought(visit, code, place))}
        >
          <span class="box">${has ? icon('check') : nothing}</span>
          <span class="card-name">${names[place]}</span>
          <span class="soft">${material.mandatory ? more.mandatory : more.optional}</span>
        </button>`;
      })}
    </div>
    ${
      isLeftChinese(names, visit.language)
        ? html`<p class="soft">${ticketText[visit.language].chineseNames}</p>`
        : nothing
    }
    <button class="primary" data-go="materials-done" @click=${() => move(goBack(visit))}>
      ${text.done} · ${more.materialsOf(ticked.length, materials.length)}
    </button>
  </main>`;
}
