/**
 * The head of the desk: which window, of which kind, for which zones, who; signing out waits until it
 * is closed.
 */
import { html, nothing } from 'lit';
import type { Session } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import { frameBar } from '../parts/frame-bar.ts';

export interface DeskBar {
  readonly view: DeskView;
  readonly session: Session;
  readonly language: Language;
  readonly now: number;
  readonly emit: (name: 'language' | 'sign-out', detail?: Language) => void;
}

/** The head. */
export function deskBar({ view, session, language, now, emit }: DeskBar) {
  const text = clerkText[language];
  const scope = view.zoneNames?.map((zone) => zone[language]) ?? [text.allZones];
  return frameBar({
    title: signInText[language].clerkTitle,
    hallName: view.hallName[language],
    session,
    language,
    now,
    middle: html`<span class="window">${text.windowName(view.window)}</span>
      ${
        view.kind === 'undifferentiated'
          ? nothing
          : html`<span class="kind">${deskText[language].kind[view.kind]}</span>`
      }
      ${
        view.lane === 'flash'
          ? html`<span class="kind flash">${deskText[language].flashLane}</span>`
          : nothing
      }
      <span class="scope">${view.name[language]} · ${scope.join(' · ')}</span>`,
    chooseLanguage: (chosen) => {
      emit('language', chosen);
    },
    signOut: () => {
      emit('sign-out');
    },
    signOutBlock: signInText[language].signOutLater,
  });
}
