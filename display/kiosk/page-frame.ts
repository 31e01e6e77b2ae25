/** What frames every screen: the head with its words, and the foot with its five buttons. */
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import { closedTitle } from './closed-screen.ts';
import { footBar } from './foot-bar.ts';
import type { HallLink } from './hall-link.ts';
import type { HallState } from './hall-state.ts';
import { hallNotice } from './hall-notice.ts';
import { headBar } from './head-bar.ts';
import type { Panel, PrinterState } from './panels.ts';
import { demoChips } from './panels.ts';
import { RESTS } from './place-screen.ts';
import type { Scene } from './scene.ts';
import { screenWords } from './screen-words.ts';
import type { Visit } from './visit.ts';
import { goBack } from './visit.ts';

export interface HeadParts {
  readonly link: HallLink;
  readonly idleSeconds: number | null;
  readonly printerState: PrinterState | null;
  /** What was said of a card that was just read. */
  readonly said: TemplateResult | null;
  readonly onChip: (panel: 'printer' | 'demo') => void;
}

/** The head; outside the hours its title is the next opening. */
export function kioskHead(scene: Scene, state: HallState, parts: HeadParts): TemplateResult {
  const { text, more, catalogue, hallNow, visit } = scene;
  const { link, idleSeconds, printerState, said, onChip } = parts;
  const isDemo = link.here?.printerSimulator ?? false;
  const isClosed = state.is !== 'open' && RESTS.has(visit.place.at);
  const words = isClosed
    ? { title: closedTitle(scene, state), hint: more.closedHint, step: null }
    : screenWords(scene);
  return headBar({
    ...words,
    ...{ text, hallNow, idleSeconds },
    hallName: catalogue.name[visit.language],
    notice: said ?? hallNotice(scene, link.live),
    corner: isDemo ? demoChips(text, more, printerState, onChip) : nothing,
  });
}

/** The foot, from which every comfort is one touch away. */
export function kioskFoot(
  visit: Visit,
  openPanel: Panel | null,
  move: (next: Visit) => void,
  onPanel: (panel: Panel) => void,
): TemplateResult {
  const { isLarge, isLow } = visit;
  return footBar({
    text: kioskText[visit.language],
    ...{ visit, openPanel, onPanel },
    onBack: () => move(goBack(visit)),
    onLarge: () => move({ ...visit, isLarge: !isLarge }),
    onLow: () => move({ ...visit, isLow: !isLow, isAccessible: false }),
  });
}

/** What the sheets say, in the visit's language. */
export function panelWords({ language }: Visit, { catalogue }: HallLink) {
  return {
    language,
    text: kioskText[language],
    more: kioskDayText[language],
    elderAge: catalogue?.rules.elderAgeYears ?? 0,
  };
}

/** What the demo's stand-ins know of the hall. */
export function demoState({ live }: HallLink) {
  return { hallNow: live?.hallNow() ?? Date.now(), terminals: live?.view?.terminals ?? [] };
}
