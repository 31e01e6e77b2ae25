/** The head of the manager's page, with the tabs in its middle. */
import type { Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { frameBar } from '../parts/frame-bar.ts';
import { floorTabs } from './floor-tabs.ts';
import type { Tab } from './floor-tabs.ts';

export interface FloorBar {
  readonly hallName: string;
  readonly session: Session;
  readonly language: Language;
  readonly now: number;
  readonly tab: Tab;
  readonly chooseTab: (tab: Tab) => void;
  readonly emit: (name: 'language' | 'sign-out', detail?: Language) => void;
}

/** The head. */
export function floorBar({ hallName, session, language, now, tab, chooseTab, emit }: FloorBar) {
  return frameBar({
    title: signInText[language].managerTitle,
    hallName,
    session,
    language,
    now,
    middle: floorTabs(tab, language, chooseTab),
    chooseLanguage: (chosen) => {
      emit('language', chosen);
    },
    signOut: () => {
      emit('sign-out');
    },
  });
}
