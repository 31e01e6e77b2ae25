/**
 * What the waits that visitors were told were worth: per day how many were called, how far off the
 * estimate was and how many were called within the bound; today by zone as well.
 */
import { html, nothing } from 'lit';
import { MINUTE_MS } from '../../shared/base/time.ts';
import type { Accuracy, DayAccuracy } from '../../shared/forecast/estimate/accuracy.ts';
import { estimateText } from '../../shared/text/estimates.ts';
import type { EstimateText } from '../../shared/text/estimates.ts';
import type { Language } from '../../shared/text/language.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

/** The section. */
export function estimatesTable({ estimates, zones }: FloorView, language: Language) {
  const text = estimateText[language];
  const { accuracy, basis, days } = estimates;
  const [today, ...past] = accuracy;
  const shown = past.filter(({ all }) => all !== null);
  const from = basis === 'history' ? text.fromHistory(days) : text.fromCatalogue;
  return html`<section class="sheet estimates">
    <h2>${text.title}</h2>
    <p class="small quiet">${basis === null ? text.unknown : from} · ${text.aim}</p>
    ${today?.all || shown.length > 0 ? nothing : html`<p class="quiet">${text.empty}</p>`}
    ${
      today?.all || shown.length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">${text.day}</th>
                <th scope="col" class="number">${text.count}</th>
                <th scope="col" class="number">${text.error}</th>
                <th scope="col" class="number">${text.bias}</th>
                <th scope="col" class="number">${text.coverage}</th>
                <th scope="col" class="number">${text.gone}</th>
                <th scope="col">${text.basis}</th>
              </tr>
            </thead>
            <tbody>
              ${today?.all ? dayRow(text.today, today, today.all, text) : nothing}
              ${
                today?.zones.map((row) => {
                  const zone = zones.find(({ code }) => code === row.zone);
                  return zoneRow(zone?.name[language] ?? row.zone, row, text);
                }) ?? nothing
              }
              ${shown.map((day) => (day.all ? dayRow(day.date, day, day.all, text) : nothing))}
            </tbody>
          </table>`
        : nothing
    }
  </section>`;
}

function dayRow(name: string, day: DayAccuracy, sums: Accuracy, text: EstimateText) {
  return html`<tr data-day=${day.date}>
    <td>${name}</td>
    ${figures(sums, text)}
    <td class="number">${day.gone}</td>
    <td>${day.basis === null ? '–' : text.bases[day.basis]}</td>
  </tr>`;
}

function zoneRow(name: string, sums: Accuracy, text: EstimateText) {
  return html`<tr class="quiet">
    <td>· ${name}</td>
    ${figures(sums, text)}
    <td></td>
    <td></td>
  </tr>`;
}

function figures({ count, errorMs, biasMs, coverage }: Accuracy, text: EstimateText) {
  return html`<td class="number">${count}</td>
    <td class="number">${text.minutes(inMinutes(errorMs))}</td>
    <td class="number">${biasWords(biasMs, text)}</td>
    <td class="number">${Math.round(coverage * 100)}%</td>`;
}

function biasWords(biasMs: number, text: EstimateText): string {
  const minutes = inMinutes(Math.abs(biasMs));
  if (Number(minutes) === 0) return '0';
  return biasMs > 0 ? text.late(minutes) : text.early(minutes);
}

function inMinutes(ms: number): string {
  return (ms / MINUTE_MS).toFixed(1);
}
