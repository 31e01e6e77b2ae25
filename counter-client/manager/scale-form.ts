/** The rating scale: five levels, or four where one is left out. */
import { html } from 'lit';
import type { HallConfig, RatingScaleLevel } from '../../shared/hall/config.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import type { Draft } from './policy-draft.ts';
import { FULL_SCALE, scaleOf } from './rating-scale.ts';

/** Five levels or four: pressing a level leaves it out, pressing it again takes it back. */
export function scaleForm(
  config: HallConfig,
  draft: Draft,
  language: Language,
  choose: (levels: RatingScaleLevel[]) => void,
) {
  const text = rulesText[language];
  const now = draft.levels ?? config.levels;
  const isFour = now.length < FULL_SCALE;
  return html`<section class="sheet scale">
    <h2>${text.parts.scale} · ${isFour ? text.scaleFour : text.scaleFive}</h2>
    <p class="small quiet">${text.scaleNote}</p>
    <table>
      <tbody>
        ${scaleOf(config, null).map(({ level, text: name, good }) => {
          const isUsed = now.some((row) => row.level === level);
          return html`<tr>
            <td class="ticket">${level}</td>
            <td class=${isUsed ? '' : 'quiet'}>${name[language]}</td>
            <td class="quiet">${good ? text.goodLevel : ''}</td>
            <td class="number">
              <button
                class="plain"
                type="button"
                data-drop=${level}
                aria-pressed=${!isUsed}
                @click=${() => {
                  choose(scaleOf(config, isUsed ? level : null));
                }}
              >
                ${isUsed ? text.scaleDrop : `✓ ${text.scaleDrop}`}
              </button>
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}
