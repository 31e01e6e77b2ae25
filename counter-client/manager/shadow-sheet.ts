/**
 * What promise calling would have done today and on the days before, in words with figures; asked
 * anew every minute, for the server plays the day again every ten. Says first whether anything can be
 * said at all.
 */
import { css, html, nothing } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import { shadowText } from '../../shared/text/manager-shadow.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { ShadowRow, ShadowSum, ShadowView } from '../../shared/views/shadow-view.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { tableStyles } from './table-styles.ts';

const ASK_EVERY_MS = 60_000;
const HARMED_SHOWN = 10;

export class ShadowSheet extends YcElement {
  static override properties = {
    hall: {},
    language: {},
    zones: { attribute: false },
    view: { state: true },
    hasFailed: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    css`
      .warn {
        color: var(--amber-deep);
        font-weight: var(--weight-bold);
      }
      .headline {
        font-size: 20px;
        font-weight: var(--weight-bold);
      }
      .shadow .figures {
        margin-block: 12px;
      }
      h3 {
        margin: var(--space-2) 0 4px;
        font-size: 16px;
      }
    `,
  ];
  declare hall: string;
  declare language: Language;
  declare zones: FloorView['zones'];
  declare view: ShadowView | null;
  declare hasFailed: boolean;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.zones = [];
    this.view = null;
    this.hasFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
    this.keepEvery(ASK_EVERY_MS, () => void this.#ask());
  }

  protected override render() {
    const text = shadowText[this.language];
    const { view, hasFailed } = this;
    return html`<section class="sheet shadow">
      <h2>${text.title}</h2>
      <p class="small quiet">${text.note} ${text.zonesNote}</p>
      ${hasFailed ? html`<p class="attention" role="status">${text.failed}</p>` : nothing}
      ${view ? [this.#today(view), this.#past(view)] : nothing}
      ${view || hasFailed ? nothing : html`<p class="quiet">${text.loading}</p>`}
    </section>`;
  }

  #today({ isStrict, today }: ShadowView) {
    const text = shadowText[this.language];
    if (!isStrict) return html`<p>${text.notStrict}</p>`;
    if (!today || today.visitors === 0) return html`<p class="quiet">${text.notYet}</p>`;
    const heading = html`<h3>${text.today(clockTime(today.untilAt))}</h3>`;
    if (today.worth === 'too-few') {
      return html`${heading}
        <p class="quiet">${text.tooFew(today.visitors)}</p>`;
    }
    const { savedMinutes: saved, visitors } = today;
    const words = saved >= 0 ? text.saves(saved, visitors) : text.costs(Math.abs(saved), visitors);
    const isPoor = today.worth === 'poor';
    return html`${heading}
      <p class="headline ${isPoor ? 'quiet' : ''}">${isPoor ? text.poorHeadline(words) : words}</p>
      ${this.#harm(today)} ${this.#figures(today)} ${this.#limits(today)}`;
  }

  #figures(row: ShadowRow) {
    const text = shadowText[this.language];
    const { strict, promise, sooner5, worse5, worse10, brokenPromises, overtakenMax } = row;
    const figures: readonly (readonly [string, string, string])[] = [
      [text.mean, text.change(strict.mean, promise.mean), ''],
      [text.p95, text.change(strict.p95, promise.p95), ''],
      [text.longest, text.change(strict.longest, promise.longest), ''],
      [text.sooner, text.people(sooner5), ''],
      [text.worse, text.people(worse5), worse10 > 0 ? text.worse10(worse10) : ''],
      [text.promises, text.times(brokenPromises), text.promisesNote],
      [text.overtaken, text.times(overtakenMax), ''],
    ];
    return html`<dl class="figures">
      ${figures.map(
        ([name, figure, of]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${figure} <span class="quiet small">${of}</span></dd>
          </div>`,
      )}
    </dl>`;
  }

  /** Who would have paid for it, by number and minutes. */
  #harm({ harmed, harmedZone, isHarmGreat, worse5, worse10, visitors }: ShadowRow) {
    const text = shadowText[this.language];
    if (harmed.length === 0) return nothing;
    const tickets = harmed
      .slice(0, HARMED_SHOWN)
      .map(({ ticket, moreMinutes }) => text.more(ticket, moreMinutes))
      .join(text.and);
    const percent = ((100 * worse10) / Math.max(1, visitors)).toFixed(1);
    const zone = this.zones.find(({ code }) => code === harmedZone?.zone)?.name[this.language];
    return html`${
        isHarmGreat ? html`<p class="warn">⚠ ${text.harmGreat(worse10, percent)}</p>` : nothing
      }
      <p class="small harmed">${text.harmed(tickets)}</p>
      ${
        harmedZone && zone !== undefined
          ? html`<p class="small">${text.harmedZone(harmedZone.count, worse5, zone)}</p>`
          : nothing
      }`;
  }

  /** What the figures stand on. */
  #limits(row: ShadowRow) {
    const { worth, errorMinutes, real, learnedDays, leftOut, doubts } = row;
    const text = shadowText[this.language];
    const why = doubts.map((doubt) => text.doubt[doubt](row)).join(text.separator);
    return html`<p class=${worth === 'poor' ? 'warn' : 'small'}>
        <strong class="trust">${text.trust}${text.colon}${text.worth[worth]}</strong>
        ${why === '' ? nothing : html`· ${text.doubtTitle}${why}`}
      </p>
      <p class="small">
        ${text.check(errorMinutes, real.mean)}${
          learnedDays > 0 ? html` · ${text.learned(learnedDays)}` : nothing
        }
      </p>
      ${leftOut > 0 ? html`<p class="small quiet">${text.leftOut(leftOut)}</p>` : nothing}`;
  }

  /** Days on which somebody came. */
  #past({ past: all, sum }: ShadowView) {
    const text = shadowText[this.language];
    const past = all.filter(({ visitors }) => visitors > 0);
    if (past.length === 0) return html`<p class="quiet">${text.noPast}</p>`;
    return html`<h3>${text.past}</h3>
      ${sum ? html`<p class="sum">${this.#sum(sum)}</p>` : nothing}
      <table class="past">
        <thead>
          <tr>
            <th>${text.date}</th>
            <th class="number">${text.visitors}</th>
            <th class="number">${text.mean}</th>
            <th class="number">${text.p95}</th>
            <th class="number">${text.longest}</th>
            <th class="number">${text.saved}</th>
            <th class="number">${text.worse5}</th>
            <th class="number">${text.promises}</th>
            <th>${text.trust}</th>
          </tr>
        </thead>
        <tbody>
          ${past.map((row) => this.#row(row))}
        </tbody>
      </table>`;
  }

  #row({ date, visitors, worth, strict, promise, savedMinutes, ...row }: ShadowRow) {
    const text = shadowText[this.language];
    const isSaid = worth !== 'too-few';
    const cell = (words: string) => html`<td class="number">${isSaid ? words : '–'}</td>`;
    return html`<tr>
      <td>${date}</td>
      <td class="number">${visitors}</td>
      ${cell(text.change(strict.mean, promise.mean))} ${cell(text.change(strict.p95, promise.p95))}
      ${cell(text.change(strict.longest, promise.longest))} ${cell(String(savedMinutes))}
      ${cell(`${String(row.worse5)} / ${String(row.worse10)}`)} ${cell(String(row.brokenPromises))}
      <td title=${row.doubts.map((doubt) => text.doubt[doubt](row)).join(text.separator)}>
        ${text.worth[worth]}
      </td>
    </tr>`;
  }

  #sum({ days, visitors, savedMinutes, strictMean, promiseMean, ...sum }: ShadowSum): string {
    const text = shadowText[this.language];
    return [
      text.sum(days, visitors),
      text.sumMean(strictMean, promiseMean),
      savedMinutes >= 0 ? text.sumSaved(savedMinutes) : text.sumCost(-savedMinutes),
      text.sumHarm(sum.worse5, sum.worse10),
      text.sumWorse(sum.daysWorse),
    ].join(' · ');
  }

  async #ask(): Promise<void> {
    try {
      this.view = await getJson<ShadowView>(`/api/halls/${this.hall}/shadow`);
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
  }
}

defineElement('yc-shadow', ShadowSheet);
