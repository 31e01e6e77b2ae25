/** The waits of each zone, now and then, with the 80 % interval. Better and worse also by a mark. */
import { html } from 'lit';
import type { WhatIf, WhatIfZone } from '../../shared/forecast/advise/what-if.ts';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { minutesOf } from './advice-words.ts';

/** Less than this is no difference. */
const SAME_MINUTES = 1;

/** The table. */
export function whatIfTable({ zones, figures }: WhatIf, view: FloorView, language: Language) {
  const text = adviceText[language];
  return html`<p class="quiet small">${text.whoCounts(minutesOf(figures.horizonMs))}</p>
    <table>
      <thead>
        <tr>
          <th>${text.zone}</th>
          <th>${text.p50Column}</th>
          <th>${text.p90Column}</th>
        </tr>
      </thead>
      <tbody>
        ${zones.map(
          (zone) =>
            html`<tr data-zone=${zone.zone}>
              <td>${view.zones.find(({ code }) => code === zone.zone)?.name[language]}</td>
              <td>${change(zone.before.p50Ms, zone.after.p50, language)}</td>
              <td>${change(zone.before.p90Ms, zone.after.p90, language)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function change(beforeMs: number, after: WhatIfZone['after']['p50'], language: Language) {
  const text = adviceText[language];
  const [was, will] = [minutesOf(beforeMs), minutesOf(after.ms)];
  const tone = will < was - SAME_MINUTES ? 'better' : will > was + SAME_MINUTES ? 'worse' : '';
  const mark = { better: '▼ ', worse: '▲ ', '': '' }[tone];
  return html`<span class=${tone}>${mark}${text.change(was, will)}</span>
    <span class="quiet small">
      ${text.range(minutesOf(after.lowMs), minutesOf(after.highMs))}
    </span>`;
}
