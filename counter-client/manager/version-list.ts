/** Who published which version of the rules, and when. */
import { html } from 'lit';
import { calendarDay, clockTime } from '../../shared/client/format.ts';
import type { ConfigView } from '../../shared/protocol/configuring.ts';
import type { Language } from '../../shared/text/language.ts';
import { rulesText } from '../../shared/text/manager-rules.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { principalName } from './names.ts';

/** Who published which version, and when. */
export function versionList(
  versions: ConfigView['versions'],
  people: FloorView['people'],
  language: Language,
) {
  const text = rulesText[language];
  return html`<section class="sheet">
    <h2>${text.parts.versions}</h2>
    <table>
      <tbody>
        ${versions.map(
          ({ version, at, by }) =>
            html`<tr>
              <td class="ticket">${text.versionRow(version)}</td>
              <td>${calendarDay(at, language)} ${clockTime(at)}</td>
              <td>${principalName(people, by, language)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
