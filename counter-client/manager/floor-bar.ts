/** The head of the manager's page: hall, today's hours, who is signed in. */
import { html } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { frameBar } from '../parts/frame-bar.ts';

export interface FloorBar {
  readonly view: FloorView;
  readonly session: Session;
  readonly language: Language;
  readonly now: number;
  readonly emit: (name: 'language' | 'sign-out', detail?: Language) => void;
}

/** The head. */
export function floorBar({ view, session, language, now, emit }: FloorBar) {
  return frameBar({
    title: signInText[language].managerTitle,
    hallName: view.hallName[language],
    session,
    language,
    now,
    middle: html`<span class="quiet small hours">${hoursWords(view, language)}</span>`,
    chooseLanguage: (chosen) => {
      emit('language', chosen);
    },
    signOut: () => {
      emit('sign-out');
    },
  });
}

function hoursWords({ hours, date, phase }: FloorView, language: Language): string {
  const text = managerText[language];
  const sessions = hours.sessions.map(({ openAt, closeAt }) =>
    text.hallHours(clockTime(openAt), clockTime(closeAt)),
  );
  const phases: Readonly<Record<string, string>> = text.phase;
  return [date, sessions.join(' ') || text.hallShut, phases[phase] ?? '']
    .filter(Boolean)
    .join(' · ');
}
