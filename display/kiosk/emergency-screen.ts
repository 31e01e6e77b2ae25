/**
 * The hall's message to everybody, before all else: what it is, what to do, the hall's own line. It
 * stays until the hall takes it back, also over a broken line. In the visitor's language, and in
 * another beneath, for it concerns whoever stands there next.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { Emergency } from '../../shared/hall/day.ts';
import { emergencyText } from '../../shared/text/emergency.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';

/** Not a danger: a quieter ground. */
const QUIET: ReadonlySet<Emergency['kind']> = new Set(['drill', 'notice']);

/** The whole glass. */
export function emergencyScreen(
  { kind, text, shownAt }: Emergency,
  language: Language,
): TemplateResult {
  const other = language === 'en' ? 'zh-Hans' : 'en';
  const { title, advice } = emergencyText[language][kind];
  const second = emergencyText[other][kind];
  return html`<main class="emergency ${QUIET.has(kind) ? 'quiet' : ''}" role="alert" data-emergency>
    <h1>${title}</h1>
    <p class="advice">${advice}</p>
    ${text === null ? nothing : html`<p class="own">${text}</p>`}
    <div class="second" lang=${other}><b>${second.title}</b><span>${second.advice}</span></div>
    <p class="since">${kioskDayText[language].emergencyTime(clockTime(shownAt))}</p>
  </main>`;
}
