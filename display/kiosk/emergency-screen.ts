/**
 * The hall's message to everybody, before all else: what it is, what to do, the hall's own line. It
 * stays until the hall takes it back, also over a broken line. In the visitor's language, and in
 * another beneath, for it concerns whoever stands there next.
 */
import { css, html, nothing } from 'lit';
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

export const emergencyStyles = css`
  .emergency {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 48px;
    padding: 80px;
    background: var(--vermilion-deep);
    color: var(--on-accent);
  }
  .emergency.quiet {
    background: var(--amber-deep);
  }
  .emergency h1 {
    font-size: 180px;
    line-height: 1.05;
  }
  .emergency h1:lang(en) {
    font-size: 130px;
  }
  .advice {
    font-size: 76px;
    font-weight: 700;
    line-height: 1.25;
  }
  .own {
    padding: 32px 40px;
    border: 4px solid currentcolor;
    border-radius: var(--radius);
    font-size: 60px;
    font-weight: 500;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .second {
    display: grid;
    gap: 8px;
    padding-top: 40px;
    border-top: 3px solid currentcolor;
    font-size: 48px;
    line-height: 1.3;
  }
  .since {
    font-size: 40px;
  }
`;
