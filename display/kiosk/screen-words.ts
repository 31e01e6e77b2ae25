/** Title, hint and step of each screen. Pure. */
import { zoneFactsText } from './zone-facts.ts';
import type { Scene } from './scene.ts';
import { zonesOf } from './zone-choice.ts';

export interface ScreenWords {
  readonly title: string;
  readonly hint: string;
  readonly step: number | null;
}

/** What the head says on the visit's screen. */
export function screenWords(scene: Scene): ScreenWords {
  const { text, visit, catalogue } = scene;
  const { place, language, basket } = visit;
  switch (place.at) {
    case 'zones':
      return { title: text.welcome, hint: text.welcomeHint, step: 0 };
    case 'matters': {
      const zone = zonesOf(scene).find(({ code }) => code === place.zone);
      const department = catalogue.departments.find(({ code }) => code === place.department);
      const name = (department ?? zone)?.name[language] ?? '';
      return { title: name, hint: zone ? zoneFactsText(scene, zone) : '', step: 1 };
    }
    case 'search':
      return { title: text.search, hint: text.searchHint, step: 1 };
    case 'confirm':
      if (place.choosingClass) return { title: text.priority, hint: text.priorityHint, step: 2 };
      return { title: text.confirm, hint: text.confirmHint(basket.items.length), step: 2 };
    case 'return':
      return { title: text.returnTitle, hint: place.isDone ? '' : text.returnHint, step: null };
    case 'ticket':
      return { title: '', hint: '', step: null };
  }
}
