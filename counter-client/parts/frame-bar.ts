/** The head of a staff page: hall, place, person, the hall's clock, language, signing out. */
import { html, nothing } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { languageSwitch } from './language-switch.ts';

export interface FrameBar {
  readonly title: string;
  readonly hallName: string;
  readonly session: Session;
  readonly language: Language;
  /** The hall's clock, epoch ms; null before it is known. */
  readonly now: number | null;
  readonly middle?: unknown;
  readonly chooseLanguage: (language: Language) => void;
  readonly signOut: () => void;
  /** Why signing out must wait; null when it may be done. */
  readonly signOutBlock?: string | null;
}

/** The head; `middle` is the page's own part of it. */
export function frameBar(bar: FrameBar) {
  const text = signInText[bar.language];
  const { session } = bar;
  const name = bar.language === 'en' ? session.nameLatin : session.name;
  const block = bar.signOutBlock ?? null;
  return html`<header class="bar" lang=${bar.language}>
    <h1>${bar.title}</h1>
    <span class="hall">${bar.hallName}</span>
    ${bar.middle ?? nothing}
    <span class="space"></span>
    ${bar.now === null ? nothing : html`<time class="clock">${clockTime(bar.now)}</time>`}
    <span class="person">${name} <span class="quiet">${session.staffNo}</span></span>
    ${languageSwitch(bar.language, text.language, bar.chooseLanguage)}
    <button
      class="plain"
      type="button"
      aria-disabled=${block !== null}
      title=${block ?? ''}
      @click=${() => {
        if (block === null) bar.signOut();
      }}
    >
      ${text.signOut}
    </button>
  </header>`;
}
